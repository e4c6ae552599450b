"""Builds: cold and beside each other, again with nothing changed, of countries of three sizes, and the pages' bytes."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import fmean

from benchmark.peers import Peer
from benchmark.running import Failed
from benchmark.session import Session

SAME_PAGES = 80
"""How many pages stand in every country, with the same neighbours: those of the first twenty municipalities."""

REMEMBERING = ("ours", "zensical")
"""Builders that keep something from one build to the next."""

_ARTICLE = re.compile(rb"<article.*</article>", re.DOTALL)


def build(session: Session) -> None:
    """Each builder in turn, and again from the start, so that what else the machine does is shared."""
    for _ in range(session.runs):
        for name in list(session.names):
            try:
                _build(session, name)
            except Failed as failed:
                if name == "ours":
                    raise
                session.say(f"{name} is left out from here, for it did not build: {failed}")
                session.names.remove(name)
    for name in session.names:
        weigh(session, session.peer(name), f"page/{name}")


def _build(session: Session, name: str) -> None:
    peer = session.peer(name)
    peer.forget()
    session.run(f"build/{name}", peer.command(), peer.folder)
    if name in REMEMBERING:
        session.run(f"rebuild/{name}", again(peer), peer.folder, "processor", "clock")


def again(peer: Peer) -> list[object]:
    """The command of a second build; one that cleans its memory first is asked not to."""
    return [part for part in peer.command() if part != "--clean"]


def growth(session: Session) -> None:
    """A quarter of the country, the country, ten times the country: 25, 98 and 980 municipalities."""
    sizes = {"small": session.editions // 4, "middle": session.editions, "large": session.editions * 10}
    for name, editions in sizes.items():
        peer = session.peer("ours", editions)
        peer.forget()
        session.run(f"growth/{name}", peer.command(), peer.folder)
        weigh(session, peer, f"growth/{name}")


def weigh(session: Session, peer: Peer, label: str) -> None:
    """Bytes of an average page of an edition, of what is around its article, and of pages that every country has."""
    pages = peer.pages()
    if not pages:
        return
    session.add(f"{label}/bytes", fmean(file.stat().st_size for file in pages))
    session.add(f"{label}/frame", fmean(len(_ARTICLE.sub(b"", file.read_bytes())) for file in pages))
    session.add(f"{label}/same", fmean(file.stat().st_size for file in _same(peer)))


def _same(peer: Peer) -> list[Path]:
    from benchmark.country import places

    found = (peer.site / "kommuner" / place.folder / place.slug / "index.html" for place in places(SAME_PAGES, 1))
    return [file for file in found if file.is_file()]
