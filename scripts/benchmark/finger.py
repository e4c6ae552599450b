"""When a page on a slowed phone answers a finger: touches by the browser's own tools, from the first picture on.

A finger touches what is seen, again and again. A touch was answered when the page has handled it and then made a picture.
Both moments are noted inside the browser, on the page's own clock, which begins with the request. Nothing is asked of the
page before its first picture, since looking for what can be touched is work too. What the tool takes between two touches
is not taken off: it can only make the answer later.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

SLOWER = 4
"""How many times slower than this machine the phone's processor is."""

NETWORKS = {"slow4g": (1_474_560 / 8, 562.5), "fast4g": (8_100_000 / 8, 165)}
"""Bytes a second and milliseconds before an answer, as Chromium's own tools slow a network."""

AT_ONCE = 0.2
"""Seconds within which an answer is felt to come at once: »good« in the browsers' own measure, INP."""

BETWEEN = 20
"""Milliseconds of pause between two touches."""

AFTERWARDS = 1.5
"""Seconds for which the finger goes on when the page is loaded."""

GIVEN_UP = 300
"""Seconds after which a page that is still not loaded is measured as it is."""

_NOTE = """
window.answered = [];
addEventListener("pointerdown", ({timeStamp}) => requestAnimationFrame(() => {
  const afterwards = new MessageChannel();
  afterwards.port1.onmessage = () => answered.push([timeStamp, performance.now()]);
  afterwards.port2.postMessage(0);
}), {capture: true, passive: true});
window.tasks = [];
new PerformanceObserver((found) => {
  for (const {startTime, duration} of found.getEntries()) tasks.push([startTime, startTime + duration]);
}).observe({type: "longtask", buffered: true});
"""
_SEEN = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
_PICTURE = "new Promise(made => requestAnimationFrame(() => made()))"

Answer = tuple[float, float]
"""When the page was touched, and when it had answered: milliseconds from the request."""


@dataclass(frozen=True)
class Answers:
    """In seconds from the request."""

    seen: float
    """The first picture with words."""
    first: float
    """The first answer to a touch on what is seen."""
    every: float
    """From when on every touch is answered at once."""


@contextmanager
def phone(browser: Any, network: str, *, scripts: bool = True) -> Iterator[tuple[Any, Any]]:
    """A page of a slowed phone, and the browser's own tools for it."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True, java_script_enabled=scripts
    )
    page = context.new_page()
    tools = context.new_cdp_session(page)
    speed, delay = NETWORKS[network]
    conditions = {"offline": False, "latency": delay, "downloadThroughput": speed, "uploadThroughput": speed}
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", conditions)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    yield page, tools
    context.close()


def answers(browser: Any, address: str, network: str, *, scripts: bool = True) -> Answers:
    """Visit the page with nothing in the cache, and touch it until it is at rest.

    Without scripts no touch can be noted. There the page is asked for a picture instead, which waits for the same thread.
    """
    with phone(browser, network, scripts=scripts) as (page, tools):
        happened: set[str] = set()
        tools.send("Page.enable")
        tools.send("Page.setLifecycleEventsEnabled", {"enabled": True})
        tools.on("Page.lifecycleEvent", lambda event: happened.add(event["name"]))
        page.add_init_script(_NOTE)
        page.goto(address, wait_until="commit", timeout=GIVEN_UP * 1000)
        ask = _finger(tools) if scripts else _picture(tools)
        noted: list[Answer] = []
        end = time.monotonic() + GIVEN_UP
        while time.monotonic() < end:
            if "firstContentfulPaint" in happened:
                noted += ask()
            page.wait_for_timeout(BETWEEN)
            if {"firstContentfulPaint", "load"} <= happened:
                end = min(end, time.monotonic() + AFTERWARDS)
        seen = page.evaluate(_SEEN)
        noted += page.evaluate("answered") if scripts else []
        tasks = page.evaluate("tasks") if scripts else []
    return _summed(seen, noted, tasks)


def _summed(seen: float, noted: list[Answer], tasks: list[Answer]) -> Answers:
    """A task that goes on for long is a touch that waited, though no touch fell into it."""
    first = next((answered for touched, answered in noted if touched >= seen), math.nan)
    slow = (end for start, end in (*noted, *tasks) if start >= seen and end - start > AT_ONCE * 1000)
    return Answers(seen / 1000, first / 1000, max((first, *slow)) / 1000)


def _finger(tools: Any) -> Callable[[], list[Answer]]:
    """A touch that is taken back, so that it follows no link; the page notes what became of it."""

    def touch() -> list[Answer]:
        tools.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": 180, "y": 370}]})
        tools.send("Input.dispatchTouchEvent", {"type": "touchCancel", "touchPoints": []})
        return []

    return touch


def _picture(tools: Any) -> Callable[[], list[Answer]]:
    """A picture asked for in a world of our own, where scripts run although the page's are off."""
    frame = tools.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
    world = tools.send("Page.createIsolatedWorld", {"frameId": frame})["executionContextId"]

    def asked(what: str) -> Any:
        given = {"expression": what, "contextId": world, "awaitPromise": True, "returnByValue": True}
        return tools.send("Runtime.evaluate", given)["result"].get("value")

    def picture() -> list[Answer]:
        began = time.monotonic()
        asked(_PICTURE)
        answered = asked("performance.now()")
        return [(answered - (time.monotonic() - began) * 1000, answered)]

    return picture
