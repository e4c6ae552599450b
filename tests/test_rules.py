"""Every rule has a page beside it, and the page is the test.

A page `rules/<name>.md` has five headings: its title, Hvad, Hvorfor, Forkert, Rigtigt. Under Forkert, one or
more YAML blocks and a `text` block are a case: the files, and exactly what the terminal prints about them.
Under Rigtigt the blocks must be silent. A block begins with its path. What every edition needs, `kommune` and
`dokument`, is put after a block that leaves it out, so that the lines of the page are those of the finding. A
`text` block may begin with the command and the day that is checked for.

After a change of words or rules: run `python tests/test_rules.py`, and read the pages that it wrote.
"""

from __future__ import annotations

import re
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from kanalstrategi import check, rules
from kanalstrategi.diagnostics import Rule, terminal
from kanalstrategi.i18n import catalog

PACKAGE = Path(rules.__file__).resolve().parent
NAMES = sorted(path.stem for path in PACKAGE.glob("*.py") if path.stem != "__init__")
HEADINGS = ["Hvad", "Hvorfor", "Forkert", "Rigtigt"]
NEEDED = {
    "kommune": "kommune: Ærtebjerg Kommune\n",
    "dokument": "dokument:\n  titel: Kanalstrategi\n  type: kanalstrategi\n"
    "  kilde: {udgiver: Ærtebjerg Kommune, form: Hele teksten}\n  omfang: hele\n",
}
BLOCK = re.compile(r"```(yaml|text)\n(.*?)```\n", re.DOTALL)
COMMAND = re.compile(r"\$ kanalstrategi check --dato (\S+)\n")

Case = tuple[dict[str, bytes], str]


def page(name: str) -> str:
    return (PACKAGE / f"{name}.md").read_text(encoding="utf-8")


def part(text: str, heading: str) -> str:
    """What stands under a heading of the second level."""
    return re.split(r"(?m)^## ", text.partition(f"\n## {heading}\n")[2])[0]


def cases(text: str) -> list[Case]:
    """The files of every case, and the `text` block that closes it, empty where there is none."""
    found: list[Case] = []
    files: dict[str, bytes] = {}
    for kind, body in BLOCK.findall(text):
        if kind == "yaml":
            files = file_of(body) | files
        else:
            found.append((files, body))
            files = {}
    return [*found, (files, "")] if files else found


def file_of(block: str) -> dict[str, bytes]:
    path = block.splitlines()[0].removeprefix("# ")
    if path.endswith(".hoering.yml"):
        edition = path.replace(".hoering.yml", ".yml")
        return {edition: "".join(NEEDED.values()).encode(), path: block.encode()}
    added = [lines for key, lines in NEEDED.items() if not re.search(rf"(?m)^{key}:", block)]
    return {path: (block + "".join(added)).encode()}


def printed(files: dict[str, bytes], expected: str) -> str:
    """What the terminal prints about the files, on the day that the expectation names."""
    command = COMMAND.match(expected)
    _, report = check(files, date.fromisoformat(command[1]) if command else None)
    said = terminal.full(report, catalog("da"))
    return (command.group() if command else "") + (said + "\n" if said else "")


def declared(name: str) -> list[Rule]:
    module = import_module(f"kanalstrategi.rules.{name}")
    return [value for value in vars(module).values() if isinstance(value, Rule)]


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_its_headings(name: str) -> None:
    text = page(name)
    assert re.match(r"# \S.*\n", text)
    assert re.findall(r"(?m)^## (.+)$", text) == HEADINGS
    assert all(part(text, heading).strip() for heading in HEADINGS)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_wrong_is_found_in_these_words(name: str) -> None:
    wrong = cases(part(page(name), "Forkert"))
    assert wrong
    for files, expected in wrong:
        assert printed(files, expected) == expected


@pytest.mark.parametrize("name", NAMES)
def test_what_is_right_is_silent(name: str) -> None:
    right = cases(part(page(name), "Rigtigt"))
    assert right
    for files, expected in right:
        assert printed(files, expected) == expected
        assert not COMMAND.sub("", expected)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_shows_every_finding_of_its_rule_and_no_other(name: str) -> None:
    shown = re.findall(r"\[(KS\d{3})\]", part(page(name), "Forkert"))
    assert sorted(set(shown)) == sorted(rule.code for rule in declared(name))


def test_every_page_belongs_to_a_rule() -> None:
    assert sorted(path.stem for path in PACKAGE.glob("*.md")) == NAMES


CHANGED = """\
kommune: Ærtebjerg Kommune
dokument:
  titel: Kanalstrategi
  type: kanalstrategi
  kilde: {udgiver: Ærtebjerg Kommune, form: Hele teksten}
  omfang: hele
kort_fortalt: {skrevet_af: redaktionen, fingeraftryk: 00000000, tekst: Ring til os.}
hjælp:
  tekst: Biblioteket hjælper dig.
"""


def codes(text: str) -> list[str]:
    return [finding.code for finding in check({"strategier/aertebjerg/2025.yml": text.encode()})[1]]


def test_a_summary_is_not_read_again_before_the_text_is_right() -> None:
    assert codes(CHANGED) == ["KS325"]
    assert codes(CHANGED.replace("dig.", "dig. TODO")) == ["KS337"]


def test_what_is_said_to_be_missing_is_not_asked_for_again() -> None:
    digital = CHANGED.replace(", fingeraftryk: 00000000", "").replace("hjælp:\n  tekst: Biblioteket hjælper dig.\n", (
        "kanaler:\n  kanaler:\n    - {id: web, navn: Nettet, fælles: [selvbetjening]}\n"
    ))
    assert codes(digital) == ["KS323"]
    gap = "mangler:\n  - {tema: hjælp, slags: ikke-angivet, tekst: Dokumentet siger intet om hjælp.}\n"
    assert codes(digital + gap) == []


def test_without_a_day_nothing_depends_on_the_day() -> None:
    ended = CHANGED.replace(", fingeraftryk: 00000000", "").replace("  omfang", "  periode: {fra: 2001, til: 2002}\n  omfang")
    files = {"strategier/aertebjerg/2025.yml": ended.encode()}
    assert [len(check(files, day)[1]) for day in (None, date(2002, 12, 31), date(2003, 1, 1))] == [0, 0, 1]


def rewritten(text: str) -> str:
    """The page with what the terminal says now."""
    head, mark, rest = text.partition("\n## Forkert\n")
    wrong, right = rest.split("\n## Rigtigt\n")
    said = iter([printed(files, expected) for files, expected in cases(wrong)])
    wrong = re.sub(r"```text\n.*?```\n", lambda _: f"```text\n{next(said)}```\n", wrong, flags=re.DOTALL)
    return f"{head}{mark}{wrong}\n## Rigtigt\n{right}"


if __name__ == "__main__":
    for each in NAMES:
        (PACKAGE / f"{each}.md").write_text(rewritten(page(each)), encoding="utf-8")
