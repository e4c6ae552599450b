"""Everybody gets in: the whole site under the audit, what a screen reader says of key pages, and that each check can fail."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from accessibility import audit
from accessibility.checks import CHECKS
from accessibility.report import source_of
from accessibility.states import STATES, State
from accessibility.transcripts import FOLDER, PAGES, transcripts
from conftest import Built

FIGURES = files("kanalstrategi.pages.inserts").joinpath("audit.json")


# --- The real site


def test_the_audit_finds_nothing_and_its_figures_are_those_on_the_page(built: Built) -> None:
    """One test, so that a run on several cores holds one audit."""
    report = audit(built.folder)
    if report.failed:
        pytest.fail(report.text(), pytrace=False)
    assert report.unused == (), "reviewed.toml decides what nothing asks for any more"
    kept, run = json.loads(FIGURES.read_text(encoding="utf-8")), report.figures()
    for figures in (kept, run):
        figures.pop("stops")
    assert kept == run, "stale figures: build, then python3 scripts/audit.py --figures, and build again"


def test_a_finding_names_its_template_or_component() -> None:
    assert source_of(["no-such", "ks-breadcrumbs"], "index.html") == "frame/breadcrumbs/breadcrumbs.html.jinja"
    assert source_of(["ks-choice"], "sammenligning/index.html") == "components/choice/__init__.py"


# --- What a screen reader says


@pytest.fixture(scope="session")
def told(built: Built) -> dict[str, str]:
    return transcripts(built.folder)


@pytest.mark.parametrize("name", PAGES)
def test_a_key_page_is_spoken_as_reviewed(name: str, told: dict[str, str]) -> None:
    kept = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert told[name].splitlines() == kept.splitlines(), "read it aloud, then: python3 scripts/audit.py --transcripts"


# --- Every check can fail

GOOD = """<!DOCTYPE html>
<html lang="da"><head><meta charset="utf-8"><title>En god side</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="icon.svg">
<link rel="stylesheet" href="page.css">{head}</head>
<body><header><a class="ks-skip" href="#m">Gå til indholdet</a>
<nav aria-label="Menu"><ul><li><a href="a.html">Kommuner</a></li><li><a href="b.html">Høringer</a></li><li><a href="c.html">Data</a></li></ul></nav></header>
<main id="m" tabindex="-1"><h1>En overskrift</h1>
<p>Et stykke tekst, som er langt nok til at være tekst på en side, og som ingen kan have noget imod.</p>{body}</main></body></html>
"""
STYLE = """
html { font: 16px/1.6 sans-serif; color: #000; background: #fff } nav a, .ks-skip { display: inline-block; min-height: 44px; min-width: 44px }
ul { list-style-type: "" } p { max-width: 30em } :focus-visible { outline: 3px solid #000; outline-offset: 2px }
@media print { header { display: none } }
.lost { display: none } .small { display: inline-block; height: 20px } .justified { text-align: justify } .tight { line-height: 1.1 }
.italic { font-style: italic } .long { max-width: none } .moving { animation: turn 9s infinite } .slow { transition: color 2s } @keyframes turn { to { opacity: .5 } }
.wide { width: 3000px } .cut { height: 10px; overflow: hidden } .scrolls { overflow-x: auto } .pale { color: #999 } .unmarked:focus-visible { outline: none }
.faint:focus-visible { outline: 3px solid #eee } .over { position: fixed; inset: 0; background: #fff; z-index: 9 } .away { position: absolute; left: -999px }
.outside { position: relative; left: 2000px; width: 100px } @media print { .gone { display: none } .paper { overflow: hidden; width: 100px } }
"""
TEXT = "Her står en lang tekst, der fylder mere end en linje på siden, fordi den bliver ved og ved. " * 4
DETAILS = '<details class="ks-menu"{0}><summary>Menu</summary><p>{1}</p></details><script src="{2}.js"></script>'
DIALOG = (
    '<button class="ks-search-open">Søg</button><dialog><input id="f"><button>Luk</button><p role="status"></p><ol></ol></dialog>'
    '<script src="{0}.js"></script>'
)
SCRIPTS = {
    "store": "localStorage.setItem('a', 'b')",
    "dead": "document.querySelector('summary').addEventListener('click', (event) => event.preventDefault())",
    "nothing": "",
    "deaf": "document.querySelector('.ks-search-open').onclick = () => {}",
    "mute": "const d = document.querySelector('dialog'); document.querySelector('.ks-search-open').onclick = () => d.showModal();"
    " document.querySelector('input').oninput = () => (d.querySelector('ol').innerHTML = '<li>svar</li>')",
    "stuck": "const d = document.querySelector('dialog'); document.querySelector('.ks-search-open').onclick = () => d.showModal();"
    " d.oncancel = (event) => event.preventDefault(); document.addEventListener('keydown', (e) => e.key === 'Escape' && e.preventDefault());"
    " document.querySelector('input').oninput = () => (d.querySelector('ol').innerHTML = '<li>svar</li>')",
    "lost": "document.querySelector('summary').addEventListener('keydown', (event) => {});"
    "document.querySelector('details').addEventListener('keydown', (e) => { if (e.key === 'Escape') { e.currentTarget.open = false; document.activeElement.blur() } })",
    "trap": "document.querySelector('#t').addEventListener('keydown', (event) => { if (event.key === 'Tab') { event.preventDefault(); const b ="
    " document.createElement('button'); b.textContent = 'igen'; event.target.after(b); b.id = 't'; b.onkeydown = event.target.onkeydown; b.focus() } })",
    "assets/heavy": "/* " + "x" * 12_000 + " */",
}

BAD: dict[str, dict[str, str]] = {
    "axe": {"image-alt": '<img src="icon.svg">', "color-contrast": '<p class="pale">Bleg tekst</p>'},
    "back": {
        "does-not-open": DETAILS.format("", "<a href='a.html'>A</a>", "dead"),
        "focus-not-inside": DETAILS.format("", "Intet link", "nothing") + '<p><a href="a.html">Ude</a></p>',
        "does-not-close": DETAILS.format("", "<a href='a.html'>A</a>", "nothing"),
        "focus-not-back": DETAILS.format("", "<a href='a.html'>A</a>", "lost"),
        "results-not-told": DIALOG.format("mute"),
    },
    "focus": {"focus-mark-weak": '<p><a class="faint" href="a.html">Et link</a></p>'},
    "headings": {"one-h1": "<h1>To</h1>", "level-skipped": "<h4>Fire</h4>", "empty-heading": '<h2><img src="icon.svg" alt=""></h2>',
                 "heading-in-disguise": "<p><strong>Som en overskrift</strong></p>"},
    "keyboard": {
        "stop-unnamed": '<p><button></button></p>',
        "stop-without-role": '<div tabindex="0">Hvad er jeg?</div>',
        "stop-out-of-view": '<p><a class="away" href="a.html">Langt væk</a></p>',
        "stop-covered": '<p><a href="a.html">Et link</a></p><div class="over"></div>',
        "stop-unmarked": '<p><a class="unmarked" href="a.html">Et link</a></p>',
        "order": '<p><a href="a.html" tabindex="2">To</a></p><p><a href="b.html" tabindex="1">En</a></p>',
        "not-reached": '<p><a href="a.html" tabindex="-1">Kan ikke nås</a></p>',
    },
    "landmarks": {
        "one-main": "<main>En til</main>",
        "landmark-unnamed": "<nav><a href='a.html'>A</a></nav>",
        "landmark-names-alike": '<nav aria-label="Menu"><a href="a.html">A</a></nav>',
    },
    "language": {"part-language": '<p lang="xx">Noget</p>'},
    "links": {
        "link-unnamed": '<p><a href="x.html"><img src="icon.svg" alt=""></a></p>',
        "link-generic": '<p>Læs om det <a href="x.html">her</a></p>',
        "same-name-other-place": '<p>Se <a href="x.html">kommuner</a></p>',
        "name-without-label": '<p><a href="x.html" aria-label="Noget andet">Se mere om det</a></p>',
    },
    "markup": {
        "parse-error": "<p><div></p>",
        "id-twice": '<p id="to">a</p><p id="to">b</p>',
        "redundant-role": '<ul role="list"><li>a</li></ul>',
    },
    "motion": {"animation": '<p class="moving">a</p>', "transition": '<p class="slow">a</p>', "moving-element": "<marquee>a</marquee>"},
    "noscript": {"dead-control": "<button>Virker ikke</button>"},
    "paper": {
        "lost-on-paper": '<p class="gone">Væk</p>',
        "control-on-paper": "<button>Tryk</button>",
        "cut-on-paper": '<div class="paper"><div class="wide">Bred</div></div>',
        "pale-on-paper": '<p class="pale">Bleg</p>',
    },
    "privacy": {
        "stored": '<script src="store.js"></script>',
        "complaint": '<script src="https://example.invalid/a.js"></script>',
        "inline-code": '<p style="color: red">a</p>',
    },
    "reflow": {
        "page-scrolls-sideways": '<div class="wide">Bred</div>',
        "scrolls-without-table": '<div class="scrolls"><div class="wide">Bred</div></div>',
        "text-cut": '<p class="cut">Skåret over</p>',
        "text-outside": '<p class="outside">Uden for</p>',
    },
    "tables": {
        "table-unnamed": "<table><tr><th scope=col>En</th></tr></table>",
        "table-names-alike": "<table><caption>Tal</caption><tr><td>1</td></tr></table>" * 2,
        "table-part-lost": '<table><caption>Tal</caption><thead class="lost"><tr><th scope="col">En</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
    },
    "targets": {"target-size": '<div><a class="small" href="x.html">x</a></div>'},
    "text": {
        "long-lines": f'<p class="long">{TEXT}</p>',
        "justified": f'<p class="justified">{TEXT}</p>',
        "tight-lines": f'<p class="tight">{TEXT}</p>',
        "all-italic": '<p class="italic">Et helt afsnit i kursiv</p>',
        "measured-by-screen": '<link rel="stylesheet" href="by-screen.css">',
    },
    "weight": {"script-size": '<script src="assets/heavy.js"></script>'},
}
"""For each check, pages that it must flag, by the rule that must flag them."""
WHOLE = {
    ("language", "page-language"): GOOD.replace('lang="da"', 'lang="xx"'),
    ("language", "title"): GOOD.replace("En god side", ""),
    ("landmarks", "text-outside"): GOOD.replace("</main>", "</main><p>Uden for alt</p>"),
    ("landmarks", "skip-link"): GOOD.replace('href="#m"', 'href="#x"'),
    ("noscript", "menu-missing"): GOOD.replace('<nav aria-label="Menu">', '<nav class="lost" aria-label="Menu">'),
    ("noscript", "content-missing"): GOOD.replace('<main id="m"', '<main class="lost" id="m"'),
    ("motion", "refresh"): GOOD.replace("{head}", '<meta http-equiv="refresh" content="9999">'),
}
UNPROVOKED = {
    "stop-invisible", "trap", "search-size", "page-weight", "stranger",
}  # fmt: skip
"""Needs a page that a browser hardly lets one make, or the policy stops it first (the policy's word is `complaint`)."""


@pytest.fixture(scope="session")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of tiny pages, each with one thing wrong, named for the check and the rule."""
    folder = tmp_path_factory.mktemp("bad")
    pages = {(check, rule): GOOD.replace("{body}", body) for check, held in BAD.items() for rule, body in held.items()}
    for (check, rule), page in {**pages, **WHOLE, ("good", "good"): GOOD}.items():
        text = page.replace("{head}", "").replace("{body}", "")
        (folder / f"{check}--{rule}.html").write_text(text, encoding="utf-8")
    (folder / "assets").mkdir()
    (folder / "page.css").write_text(STYLE, encoding="utf-8")
    (folder / "by-screen.css").write_text("@media screen { h1 { font-size: calc(1rem + 2vw) } }", encoding="utf-8")
    (folder / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    for name, text in SCRIPTS.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder


def state_for(check: str) -> State:
    """The first state that the check looks at, as its own."""
    tag = CHECKS[check].TAG
    return next(state for state in STATES if tag in state.tags)


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_flags_a_page_that_is_bad(check: str, bad: Path) -> None:
    rules = [*BAD.get(check, ()), *(rule for name, rule in WHOLE if name == check)]
    pages = [f"{check}--{rule}.html" for rule in rules]
    found = audit(bad, pages, [state_for(check)], [check], Path("none"), browsers=1)
    flagged = {(each.page, each.rule) for each in found.findings}
    assert [rule for rule, page in zip(rules, pages, strict=True) if (page, rule) not in flagged] == [], found.text()


def test_the_checks_find_nothing_on_a_page_that_is_good(bad: Path) -> None:
    states = [state for state in STATES if not state.inside.startswith((".ks", "dialog")) and "search" not in state.name]
    found = audit(bad, ["good--good.html"], states, reviewed=Path("none"))
    assert not found.failed, found.text()


def test_every_rule_has_its_bad_page() -> None:
    provoked = {rule for held in BAD.values() for rule in held} | {rule for _, rule in WHOLE} | UNPROVOKED
    assert {rule for each in CHECKS.values() for rule in each.RULES} <= provoked
