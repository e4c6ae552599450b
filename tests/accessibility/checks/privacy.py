"""Nothing is stored, nobody else is asked, and the policy holds without a complaint."""

from __future__ import annotations

from typing import Any

from accessibility.browsing import Visit

TAG = "always"
RULES = ("stored", "stranger", "complaint", "inline-code")

FIND = """
async () => {
  const found = [], add = (rule, element, message) => found.push({ ...audit.found(element, message), rule });
  if (localStorage.length || sessionStorage.length) add("stored", document.body, JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  for (const each of document.querySelectorAll('script:not([src]), style, [style]:not([style=""])'))
    if (each !== document.documentElement) add("inline-code", each, each.localName);
  for (const each of document.querySelectorAll("*"))
    if ([...each.attributes].some((attribute) => attribute.name.startsWith("on"))) add("inline-code", each, "handler");
  return found;
}
"""
STORES = """
async () => {
  const bases = indexedDB.databases ? await indexedDB.databases() : [];
  const kept = globalThis.caches ? await caches.keys() : [];
  const workers = navigator.serviceWorker ? await navigator.serviceWorker.getRegistrations() : [];
  return [...bases.map((base) => base.name), ...kept, ...workers.map((worker) => worker.scope)];
}
"""


def check(visit: Visit) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = visit.ask(FIND)

    def add(rule: str, message: str) -> None:
        found.append({"rule": rule, "where": "page", "html": "", "classes": [], "message": message})

    for name in visit.ask(STORES):
        add("stored", name)
    for cookie in visit.page.context.cookies():
        add("stored", f"cookie {cookie}")
    for address in visit.strangers:
        add("stranger", address)
    for complaint in visit.complaints:
        add("complaint", complaint)
    return found
