"""What changed is said once, rightly and by meaning; a comparison that failed never reads as "no changes"."""

from __future__ import annotations

import copy
import json
import random
import re
import subprocess
from collections.abc import Callable, Iterator
from functools import reduce
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup
from conftest import EDITION, ROOT, parse_errors, python
from kanalstrategi import check
from kanalstrategi.changes import Change, MarkKind, Significance, TextChanged, compare
from kanalstrategi.changes.likeness import is_editorial
from kanalstrategi.changes.library import Difference, Held, compare_two
from kanalstrategi.changes.markdown import LIMIT
from kanalstrategi.changes.markdown import full as as_markdown
from kanalstrategi.changes.terminal import marked
from kanalstrategi.changes.wording import said
from kanalstrategi.i18n import catalog
from kanalstrategi.site.assembly import read_one
from kanalstrategi.strategy import Edition, Hearing
from kanalstrategi.strategy.fields import Part

DA = catalog("da")
HILLEROED = (ROOT / "strategier/hilleroed/2014-2018.yml").read_text(encoding="utf-8")
HEARING = (ROOT / "strategier/ikast-brande/udateret.hoering.yml").read_text(encoding="utf-8")
IKAST = (ROOT / "strategier/ikast-brande/udateret.yml").read_text(encoding="utf-8")

Pieces = list[tuple[str, str]]


def edition(text: str) -> Edition:
    library, report = check({"strategier/aertebjerg/2025.yml": text.encode()})
    assert not report.errors, [(finding.code, finding.span.line) for finding in report.errors]
    return library.strategies[0].edition


def hearing(text: str) -> Hearing:
    library, report = check(
        {"strategier/ikast-brande/u.yml": IKAST.encode(), "strategier/ikast-brande/u.hoering.yml": text.encode()}
    )
    assert not report.errors, [(finding.code, finding.span.line) for finding in report.errors]
    return library.strategies[0].hearings[0].hearing


def edited(text: str, pieces: Pieces) -> str:
    for old, new in pieces:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def changes(*pieces: tuple[str, str]) -> tuple[Change, ...]:
    """What changes in Hillerød's strategy when pieces of its YAML are replaced."""
    return compare(edition(HILLEROED), edition(edited(HILLEROED, list(pieces))))


def sentences(found: tuple[Change, ...]) -> list[str]:
    return [said(change, DA).sentence for change in found]


# --- Each change once, rightly

TARGET: Pieces = [
    ("80 % af al post bliver sendt digitalt i 2015", "85 % af al post bliver sendt digitalt i 2016"),
    (
        "værdi: 80 %\n            af: al post\n            frist: 2015",
        "værdi: 85 %\n            af: al post\n            frist: 2016",
    ),
]
SWAP: Pieces = [
    ("- plads: 2\n          navn: Telefoni", "- plads: 3\n          navn: Telefoni"),
    ("- plads: 3\n          navn: Skriftlige", "- plads: 2\n          navn: Skriftlige"),
]
GONE: Pieces = [("      - id: hjaelp-til-selvhjaelp\n        tekst: hjælpe til selvhjælp\n", "")]
MOVED: Pieces = [
    ("      - id: moede-borgerne\n        tekst: møde borgerne, der hvor de er\n", ""),
    (
        "      - id: motivere\n",
        "      - id: moede-borgerne\n        tekst: møde borgerne, der hvor de er\n      - id: motivere\n",
    ),
]
WORDS: Pieces = [
    ("Telefoni er den bedste kanal til dialog og mere", "Telefoni er stadig den bedste kanal til dialog og mere"),
    ("citat: Telefoni er den bedste kanal", "citat: Telefoni er stadig den bedste kanal"),
]
NEW: Pieces = [
    (
        "    - id: undervisning\n",
        "    - id: bibliotek\n      tekst: Alle borgere kan få hjælp på biblioteket.\n    - id: undervisning\n",
    )
]
RENAMED: Pieces = [("    - id: nemsms\n", "    - id: sms\n")]
MISSPELT: Pieces = [("gennemsuelighed og ensartede", "gennemskuelighed og ensartede")]
PERIOD: Pieces = [("fra: 2014\n    til: 2018", "fra: 2019\n    til: 2022")]
STATUS: Pieces = [("  status: ukendt", "  status: vedtaget")]
SOURCE: Pieces = [("form: Udleveret dokument, hele teksten", "form: Afskrift")]
NOTE: Pieces = [('tekst: Der står "vedfunderende" i dokumentet.', 'tekst: I dokumentet står der "vedfunderende".')]
SUMMARY: Pieces = [("    Du kan stadig møde op, når det er nødvendigt.\n", "")]
GAP: Pieces = [("tekst: Dokumentet nævner ikke borgere med handicap.", "tekst: Borgere med handicap nævnes ikke.")]

KNOWN: dict[str, tuple[Pieces, set[str], Significance]] = {
    "target": (
        TARGET,
        {"Mål »80 % af al post bliver sendt digitalt i 2015«: 80 % → 85 %, frist 2015 → 2016"},
        Significance.SUBSTANCE,
    ),
    "ranks": (
        SWAP,
        {
            "Kanal »Telefoni« flyttet fra plads 2 til 3",
            "Kanal »Skriftlige henvendelser« flyttet fra plads 3 til 2",
        },
        Significance.SUBSTANCE,
    ),
    "removed": (GONE, {"Princip »hjælpe til selvhjælp« fjernet"}, Significance.SUBSTANCE),
    "added": (NEW, {"Succeskriterium »Alle borgere kan få hjælp på biblioteket« tilføjet"}, Significance.SUBSTANCE),
    "moved": (
        MOVED,
        {"Princip »møde borgerne, der hvor de er« flyttet fra plads 2 til "},
        Significance.SUBSTANCE,
    ),
    "words": (WORDS, {"Kanal »Telefoni«: ordene er ændret"}, Significance.SUBSTANCE),
    "period": (PERIOD, {"Periode: 2014–2018 → 2019–2022"}, Significance.SUBSTANCE),
    "status": (STATUS, {"Status: Ukendt → Vedtaget"}, Significance.SUBSTANCE),
    "address": (
        RENAMED,
        {"Succeskriterium »Muligheder for brug af NemSMS undersøges«: adressen er ændret fra succes-nemsms til succes-sms"},
        Significance.EDITORIAL,
    ),
    "misspelt": (
        MISSPELT,
        {"Princip »tilbyde gennemsuelighed og ensartede kanaler«: ordene er ændret"},
        Significance.EDITORIAL,
    ),
    "source": (SOURCE, {"Kilde, Form: Udleveret dokument, hele teksten → Afskrift"}, Significance.EDITORIAL),
    "note": (
        NOTE,
        {
            "Succeskriterium »Minimum alle obligatoriske selvbetjeningsløsninger er i …«, Note: "
            'Der står "vedfunderende" i dokumentet. → I dokumentet står der "vedfunderende".'
        },
        Significance.EDITORIAL,
    ),
    "summary": (SUMMARY, {"Tekst: ordene er ændret"}, Significance.EDITORIAL),
}  # fmt: skip


def is_said(expected: set[str], said: list[str]) -> bool:
    return len(expected) == len(said) and all(any(one.startswith(each) for one in said) for each in expected)


@pytest.mark.parametrize("name", KNOWN)
def test_a_known_change_is_named_once_and_nothing_else_is(name: str) -> None:
    pieces, expected, significance = KNOWN[name]
    found = changes(*pieces)
    assert is_said(expected, sentences(found)), sentences(found)
    assert {change.significance for change in found} == {significance}


@pytest.mark.parametrize("one, other", list(combinations(KNOWN, 2)), ids=str)
def test_two_known_changes_are_the_two_of_them(one: str, other: str) -> None:
    found = changes(*KNOWN[one][0], *KNOWN[other][0])
    expected = KNOWN[one][1] | KNOWN[other][1]
    assert is_said(expected, sentences(found)), sentences(found)


def test_all_known_changes_at_once() -> None:
    found = changes(*[piece for pieces, _, _ in KNOWN.values() for piece in pieces])
    expected = {sentence for _, sentences_, _ in KNOWN.values() for sentence in sentences_}
    assert is_said(expected, sentences(found)), sentences(found)


@pytest.mark.parametrize("path", sorted((ROOT / "strategier").glob("[a-z]*/*.yml")), ids=lambda path: path.stem)
def test_nothing_differs_from_itself(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    root = hearing(text) if ".hoering" in path.name else edition(text)
    assert compare(root, root.model_copy(deep=True)) == ()


def test_back_again_is_the_same_with_both_sides_changed() -> None:
    """What is added one way is removed the other way."""
    new = edition(edited(HILLEROED, [*GONE, *NEW]))
    there, back = compare(edition(HILLEROED), new), compare(new, edition(HILLEROED))
    assert sorted(type(change).__name__ for change in there) == ["Added", "Removed"]
    assert sorted(type(change).__name__ for change in back) == ["Added", "Removed"]


# --- Finer points


def test_marks_stand_at_the_words_and_nowhere_else() -> None:
    (change,) = changes(*WORDS)
    assert isinstance(change, TextChanged)
    assert [mark.text for mark in change.marks if mark.kind is not MarkKind.SAME] == ["stadig"]
    whole = "".join(mark.text for mark in change.marks if mark.kind is not MarkKind.REMOVED)
    assert whole.startswith("Telefoni er stadig den bedste kanal til dialog og mere komplekse sager")


def test_an_item_that_moved_and_changed_gives_both() -> None:
    found = changes(*MOVED, ("møde borgerne, der hvor de er", "møde alle borgerne, der hvor de er"))
    assert len(found) == 2
    assert {type(change).__name__ for change in found} == {"Moved", "TextChanged"}


def test_a_remark_that_went_to_another_point_says_which() -> None:
    """Its points have no headings of their own, only the chapter's."""
    start = HEARING.index("          - id: fordele-ved-videomoeder\n")
    remark = HEARING[start : HEARING.index("          - id: optagelse-og-kig-ind-i-hjemmet\n")]
    there = "          - id: inddrag-borgere-i-hjemmesiden\n"
    found = compare(hearing(HEARING), hearing(edited(HEARING, [(remark, ""), (there, remark + there)])))
    (sentence,) = sentences(found)
    assert sentence.endswith(" flyttet fra »VIDEOMØDER« til »KOMMUNENES HJEMMESIDE«")


def test_a_new_channel_moves_the_others_in_one_change() -> None:
    found = changes(
        ("      pladser:\n", "      pladser:\n        - plads: 1\n          navn: Chat\n          fælles: [chat]\n"),
        ("plads: 4", "plads: 5"),
        ("plads: 3", "plads: 4"),
        ("plads: 2", "plads: 3"),
        ("plads: 1\n          navn: Web", "plads: 2\n          navn: Web"),
    )
    (sentence,) = sentences(found)
    assert sentence.startswith("Kanal »Chat« tilføjet på plads 1 (derfor rykker:")
    assert "»Telefoni« 2 → 3" in sentence


def test_a_channel_that_goes_is_one_change_with_its_place() -> None:
    head, described = HILLEROED.split("    - id: personligt-fremmoede\n")
    rank = "        - plads: 4\n          navn: Personligt fremmøde\n          fælles: [personligt-fremmøde]\n          kanal: personligt-fremmoede\n"
    assert rank in head
    text = head.replace(rank, "") + "\nsucceskriterier:" + described.partition("\nsucceskriterier:")[2]
    quote = "  - tema: fremmøde\n    citat: Det personlige fremmøde er fortsat en relevant kanal, da det er nødvendigt i forhold til en række ydelser.\n    sted: kanal-personligt-fremmoede\n"
    found = compare(edition(HILLEROED), edition(edited(text, [(quote, "")])))
    assert sentences(found) == ["Kanal »Personligt fremmøde« fjernet fra plads 4"]


def test_a_channel_that_is_called_something_else_is_one_change() -> None:
    found = changes(
        ("          navn: Telefoni\n", "          navn: Telefonen\n"),
        ("      navn: Telefoni\n      fælles", "      navn: Telefonen\n      fælles"),
    )
    assert sentences(found) == ["Kanal »Telefoni«, Navn: Telefoni → Telefonen"]


def test_a_channel_is_renamed_once_whatever_the_capitals_in_its_ranking() -> None:
    found = changes(
        ("          navn: Telefoni\n", "          navn: telefonen\n"),
        ("      navn: Telefoni\n      fælles", "      navn: TELEFONEN\n      fælles"),
    )
    assert sentences(found) == ["Kanal »Telefoni«, Navn: Telefoni → TELEFONEN"]


def test_a_paragraph_that_only_moved_has_only_moved() -> None:
    moving = "      Borgerne skal opleve en høj service gennem de digitale kanaler, som giver en tilgængelig, hurtig og fleksibel service.\n\n"
    last = "      De borgere der aldrig bliver digitale, får den nødvendige hjælp via f.eks. telefonisk rådgivning.\n"
    found = changes((moving, ""), (last, f"{last}\n{moving}"))
    assert sentences(found) == [
        "Vision »Vision 2018«, »Borgerne skal opleve en høj service gennem de digitale …« flyttet fra plads 2 til 8"
    ]


TEN, FIVE, AT_ONCE, COMPLAIN = (
    "Vi svarer på breve inden for ti arbejdsdage.",
    "Vi svarer på mails inden for fem arbejdsdage.",
    "Vi tager telefonen med det samme.",
    "Du kan altid klage over et svar.",
)
OTHERWISE = TEN.replace("ti", "otte")


@pytest.mark.parametrize(
    "before, after, expected",
    [
        (
            [TEN, FIVE, AT_ONCE, COMPLAIN],
            [FIVE, AT_ONCE, COMPLAIN, OTHERWISE],
            [f"»{TEN[:-1]}« flyttet fra plads 1 til 4 | Vi svarer på breve inden for [-ti-] {{+otte+}} arbejdsdage."],
        ),
        (
            [TEN, COMPLAIN],
            [f"{COMPLAIN[:-1]} fra os.", OTHERWISE],
            [
                f"»{TEN[:-1]}« flyttet fra plads 1 til 2 | Vi svarer på breve inden for [-ti-] {{+otte+}} arbejdsdage.",
                "Afsnit »A«: ordene er ændret | Du kan altid klage over et svar {+fra os+}.",
            ],
        ),
        ([TEN], [FIVE, TEN], [f"Afsnit »A«: ordene er ændret | {{+{FIVE}+}}\n{TEN}"]),
        # What two paragraphs became is neither of them at another place.
        ([TEN, FIVE, COMPLAIN], [COMPLAIN, f"{TEN} {FIVE}"], ["Afsnit »A«: ordene er ændret"]),
    ],
)  # fmt: skip
def test_a_paragraph_that_was_changed_on_its_way_inside_a_text_is_told_once(
    before: list[str], after: list[str], expected: list[str]
) -> None:
    found = told({"A": before}, {"A": after})
    assert len(found) == len(expected) and all(end in one for one, end in zip(found, expected, strict=True)), found


def test_what_is_gone_is_shown_with_all_that_it_said() -> None:
    """Its paragraphs on lines of their own, and its opening hours with their hours."""
    help_ = (
        "hjælp:\n  tekst: |\n    Du kan altid få hjælp.\n\n    Tag gerne en pårørende med.\n  steder:\n    - id: biblioteket\n"
        "      navn: Biblioteket\n      åbningstider:\n        - {dage: torsdag, fra: '10:00', til: '18:00', note: Ring først.}\n"
    )
    text, place = (marked(said(change, DA).marks) for change in compare(edition(EDITION + help_), edition(EDITION)))
    assert text == "[-Du kan altid få hjælp.\nTag gerne en pårørende med.-]"
    assert place == "[-torsdag 10.00–18.00 (Ring først.)-]"


def test_a_section_that_lost_its_text_is_not_gone_itself() -> None:
    head, text = "afsnit:\n  - id: a\n    overskrift: A\n", f"    tekst: {FIRST}\n"
    assert sentences(compare(edition(EDITION + head + text), edition(EDITION + head))) == ["Afsnit »A«, Tekst fjernet"]
    assert sentences(compare(edition(EDITION + head), edition(EDITION + head + text))) == ["Afsnit »A«, Tekst tilføjet"]


def test_a_comparator_that_the_text_says_too_is_one_change() -> None:
    goal = (
        "mål:\n  - niveau: overordnet\n    mål:\n      - id: post\n        tekst: Mindst 80 % af al post er digital.\n"
        "        måltal: [{hvad: post, sammenligning: mindst, værdi: 80 %}]\n"
    )
    other = goal.replace("Mindst", "Cirka").replace("mindst", "cirka")
    (sentence,) = sentences(compare(edition(EDITION + goal), edition(EDITION + other)))
    assert sentence.endswith(": sammenligning mindst → cirka")


def test_a_number_that_the_text_says_too_is_one_change() -> None:
    before = EDITION + "opfølgning:\n  tekst: Strategien evalueres hvert 4. år.\n  interval_år: 4\n"
    said_too = before.replace("hvert 4. år", "hvert 2. år").replace("interval_år: 4", "interval_år: 2")
    assert sentences(compare(edition(before), edition(said_too))) == ["Tekst: ordene er ændret"]
    only = before.replace("interval_år: 4", "interval_år: 2")
    assert sentences(compare(edition(before), edition(only))) == ["Interval i år: 4 → 2"]
    other = said_too.replace("Strategien", "Planen")
    assert len(compare(edition(before), edition(other))) == 2
    for old, new, years in (("hvert 4. år", "hvert fjerde år", 4), ("hvert 4. år", "hvert andet år", 2), ("hvert 4. år", "hvert år", 1)):
        (sentence,) = sentences(compare(edition(before), edition(before.replace(old, new).replace(": 4", f": {years}"))))
        assert sentence == "Tekst: ordene er ændret"


def test_a_target_that_the_text_says_in_words_is_one_change() -> None:
    goal = (
        "mål:\n  - niveau: overordnet\n    mål:\n      - id: svar\n        tekst: Vi svarer inden for fem dage.\n"
        "        måltal: [{hvad: svar, værdi: 5 dage}]\n"
    )
    other = goal.replace("fem", "fire").replace("5 dage", "4 dage")
    (sentence,) = sentences(compare(edition(EDITION + goal), edition(EDITION + other)))
    assert sentence == "Mål »Vi svarer inden for fem dage«: 5 dage → 4 dage"


def test_what_went_with_a_nameless_group_is_told_of_by_its_own_passage() -> None:
    """A group without a name is no news, and where a passage stood is called by what it stood in."""
    guideline = "          - {id: kvittering, tekst: Borgeren får altid en kvittering på skrift.}\n"
    channel = "    - id: {0}\n      navn: {0}\n      tekst: Skriv eller ring.\n"
    guidelines = "      retningslinjer:\n        punkter:\n"
    login = "          - {id: login, tekst: Borgeren logger på med MitID.}\n"
    head = EDITION + "kanaler:\n  kanaler:\n" + channel.format("net") + guidelines + login
    before = head + guideline + channel.format("telefon")
    after = head + channel.format("telefon") + guidelines + guideline
    (sentence,) = sentences(compare(edition(before), edition(after)))
    assert sentence.endswith("»Borgeren får altid en kvittering på skrift« flyttet fra »net« til »telefon«")
    assert len(sentences(compare(edition(before.replace(guideline, "")), edition(after)))) == 1
    assert len(sentences(compare(edition(after), edition(before.replace(guideline, ""))))) == 1


def test_texts_that_changed_places_under_their_numbers_have_moved() -> None:
    head = EDITION + "principper:\n  - principper:\n"
    one, other = "Vi møder borgerne der hvor de er.", "Vi skriver i et klart sprog til alle."
    row = "      - {{id: {}, nummer: '{}.', tekst: {}}}\n"
    before = head + row.format("en", 1, one) + row.format("to", 2, other)
    after = head + row.format("en", 1, other) + row.format("to", 2, one)
    found = sentences(compare(edition(before), edition(after)))
    assert found[0] == f"Princip »{other[:-1]}« flyttet fra plads 2 til 1" and "None" not in str(found)
    assert len(found) == 4 and sum("adressen er ændret" in sentence for sentence in found) == 2


def test_two_passages_that_became_one_take_their_excerpts_along() -> None:
    head = EDITION + "principper:\n  - principper:\n      - {id: en, tekst: Vi svarer samme dag."
    before = head + "}\n      - {id: to, tekst: Vi ringer altid tilbage.}\n"
    after = head + " Vi ringer altid tilbage.}\n"
    quote = "uddrag:\n  - {tema: hjælp, citat: Vi ringer altid tilbage., sted: princip-"
    assert sentences(compare(edition(before + quote + "to}\n"), edition(after + quote + "en}\n"))) == [
        "Princip »Vi ringer altid tilbage« er lagt sammen med »Vi svarer samme dag«",
    ]


def test_what_moved_out_of_a_channel_is_not_told_of_as_gone_with_it() -> None:
    """A channel is dissolved: its sub-channels stand by themselves now, and only its own words are gone."""
    sub = "        - {id: chat, navn: Chat, tekst: Skriv til os i vinduet på forsiden.}\n"
    head = EDITION + "kanaler:\n  kanaler:\n"
    before = head + "    - id: net\n      navn: Nettet\n      tekst: Alt det digitale.\n      underkanaler:\n" + sub
    after = head + sub[4:]
    for old, new, verb in ((before, after, "fjernet"), (after, before, "tilføjet")):
        found = [said(change, DA) for change in compare(edition(old), edition(new))]
        (whole,) = [one for one in found if one.sentence == f"Kanal »Nettet« {verb}"]
        assert "forsiden" not in marked(whole.marks) and "Alt det digitale." in marked(whole.marks)
        assert len(found) == 2 and any(one.sentence.startswith("Kanal »Chat« flyttet fra ") for one in found)


def test_a_goal_that_went_to_another_group_has_moved() -> None:
    goal = HILLEROED[HILLEROED.index("      - id: digital-post\n") : HILLEROED.index("      - id: digitale-ansoegninger\n")]
    there = "    overskrift: Mål for service\n    mål:\n"
    found = changes((goal, ""), (there, there + goal))
    assert sentences(found) == ["Mål »80 % af al post bliver sendt digitalt i 2015« flyttet fra »Mål« til »Mål for service«"]


def test_a_new_chapter_is_told_of_once() -> None:
    found = changes(("afsnit:\n", "hjælp:\n  overskrift: Få hjælp\n  tekst: Du kan få hjælp på biblioteket.\n\nafsnit:\n"))
    assert sentences(found) == ["Få hjælp tilføjet"]


@pytest.mark.parametrize("seed", range(24))
def test_what_differs_is_always_said_and_what_does_not_never(seed: int) -> None:
    """Real documents with keys and items taken out, doubled, shuffled or edited anywhere."""
    dice = random.Random(seed)
    path = dice.choice(sorted((ROOT / "strategier").glob("[a-z]*/*.yml")))
    model = Hearing if ".hoering" in path.name else Edition
    loader = type("Words", (yaml.SafeLoader,), {"yaml_implicit_resolvers": {}})
    tree = yaml.load(path.read_text(encoding="utf-8"), loader)
    before = value_of(tree, model)
    while (after := value_of(shaken(copy.deepcopy(tree), dice), model)) is None:
        pass
    for old, new in ((before, after), (after, before)):
        found = compare(old, new)
        assert bool(found) == (old != new)
        assert all(said(change, DA).sentence for change in found)


def value_of(tree: object, model: type[Part]) -> Part | None:
    data = yaml.dump(tree, allow_unicode=True, sort_keys=False, default_style='"').encode()
    return read_one(data, "aertebjerg/2025.yml", model)[0]


def shaken(tree: Any, dice: random.Random) -> Any:
    for _ in range(dice.choice((1, 1, 2, 4))):
        path, held = dice.choice([(path, held) for path, held in places(tree) if path])
        around = reduce(lambda part, key: part[key], path[:-1], tree)
        match dice.choice(("out", "shuffle", "edit", "twice")):
            case "out":
                del around[path[-1]]
            case "shuffle" if isinstance(held, list):
                dice.shuffle(held)
            case "edit" if isinstance(held, str):
                around[path[-1]] = held + dice.choice((" ny", "!", "x", " 12"))
            case "twice" if isinstance(around, list):
                around.insert(dice.randrange(len(around) + 1), copy.deepcopy(held))
    return tree


def places(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    yield path, tree
    for key, held in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        yield from places(held, (*path, key))


def test_numbers_that_count_on_are_one_editorial_change() -> None:
    before = EDITION + "principper:\n  - principper:\n" + "".join(
        f"      - {{id: p{n}, nummer: '{n}.', tekst: Princippet om {word}}}\n"
        for n, word in enumerate(("nærhed", "tilgængelighed", "åbenhed"), 1)
    )
    after = before.replace("      - {id: p1, nummer: '1.', tekst: Princippet om nærhed}\n", "")
    after = after.replace("'2.'", "'1.'").replace("'3.'", "'2.'")
    found = compare(edition(before), edition(after))
    assert sentences(found) == [
        "Numrene følger med: »Princippet om tilgængelighed« 2. → 1.; »Princippet om åbenhed« 3. → 2.",
        "Princip »Princippet om nærhed« fjernet",
    ]


def test_footnotes_that_count_on_are_one_editorial_change() -> None:
    text = "afsnit:\n  - {id: a, overskrift: A, tekst: 'Et[^et] og to[^to].'}\nfodnoter:\n"
    one, other = ("  - {{id: {}, mærke: '{}', tekst: {}}}\n".format(*each) for each in (("et", 1, "Den ene note."), ("to", 2, "Den anden note.")))
    after = text.replace("[^et]", "") + other.replace("'2'", "'1'")
    found = compare(edition(EDITION + text + one + other), edition(EDITION + after))
    # The reference in the text has come or gone with its footnote.
    assert sentences(found) == ["Numrene følger med: »Den anden note« 2 → 1", "Fodnote »Den ene note« fjernet"]
    assert [change.significance for change in found] == [Significance.EDITORIAL, Significance.SUBSTANCE]


def test_a_reference_that_is_moved_to_another_word_is_told_of_in_its_text() -> None:
    note = "fodnoter:\n  - {id: et, mærke: '1', tekst: Den ene note.}\n"
    before, after = (
        edition(EDITION + f"afsnit:\n  - {{id: a, overskrift: A, tekst: '{text}'}}\n" + note)
        for text in ("Ring til os[^et] hver dag.", "Ring til os hver dag[^et].")
    )
    assert sentences(compare(before, after)) == ["Afsnit »A«: ordene er ændret"]


def test_ids_that_were_given_anew_do_not_make_every_text_another() -> None:
    texts = ["Vi svarer samme dag.", "Vi ringer altid tilbage.", "Vi skriver i klart sprog."]
    head = EDITION + "principper:\n  - principper:\n"
    before = head + "".join(f"      - {{id: p{n}, tekst: {text}}}\n" for n, text in enumerate(texts, 1))
    after = head + "".join(
        f"      - {{id: p{n}, tekst: {text}}}\n" for n, text in enumerate(["Vi åbner klokken otte.", *texts], 1)
    )
    found = sentences(compare(edition(before), edition(after)))
    assert found[0] == "Princip »Vi åbner klokken otte« tilføjet"
    assert len(found) == 4 and all("adressen er ændret" in sentence for sentence in found[1:])


def test_a_passage_that_went_to_another_chapter_has_moved() -> None:
    head = EDITION + "afsnit:\n  - {id: lov, overskrift: Loven, tekst: Der er en lov om Digital Post for alle borgere.}\n"
    after = head.replace("afsnit:\n", "ramme:\n  afsnit:\n").replace("  - {id", "    - {id")
    assert sentences(compare(edition(head), edition(after))) == [
        "Afsnit »Loven« flyttet fra »Afsnit« til »Ramme«"
    ]


TABLE = (
    EDITION
    + """\
afsnit:
  - id: tal
    overskrift: Tal
    tekst:
      - Her er tallene.
      - tabel:
          id: svar
          titel: Henvendelser
          kolonner: [Kanal, Antal]
          rækker:
            - {navn: Telefon, celler: ['100']}
            - {navn: Brev, celler: ['20']}
"""
)


@pytest.mark.parametrize(
    "pieces, expected",
    [
        ([("['20']", "['25']")], ["Tabel »Henvendelser«, Brev, Antal: 20 → 25"]),
        (
            [("kolonner: [Kanal, Antal]", "kolonner: [Kanal, Antal, År]"), ("['100']", "['100', '2024']"), ("['20']", "['20', '2024']")],
            ["Tabel »Henvendelser«, Kolonner tilføjet"],
        ),
        ([("            - {navn: Brev, celler: ['20']}\n", "")], ["Tabel »Henvendelser«, Rækker fjernet"]),
        (
            [("kolonner: [Kanal, Antal]", "kolonner: [Antal, Kanal]"), ("Telefon, celler: ['100']", "'100', celler: [Telefon]"), ("Brev, celler: ['20']", "'20', celler: [Brev]")],
            ["Tabel »Henvendelser«, Kolonner, Kanal flyttet fra plads 1 til 2"],
        ),
        ([(TABLE[TABLE.index("      - tabel"):], "")], ["Tabel »Henvendelser« fjernet"]),
        ([("id: svar", "id: henvendelser")], ["Tabel »Henvendelser«: adressen er ændret fra tabel-svar til tabel-henvendelser"]),
        ([("titel: Henvendelser", "titel: Alle henvendelser")], ["Tabel »Henvendelser«, Titel: Henvendelser → Alle henvendelser"]),
    ],
)  # fmt: skip
def test_a_table_changes_cell_by_cell(pieces: Pieces, expected: list[str]) -> None:
    assert sentences(compare(edition(TABLE), edition(edited(TABLE, pieces)))) == expected


NOTED = "Biblioteket hjælper dig, der ikke kan bruge selvbetjening, med at skrive."
SECTION = "  - {id: hjaelp-til, overskrift: Hjælp til dig, tekst: \"" + NOTED + "\"}\n"


def test_the_same_words_in_another_chapter_have_moved() -> None:
    """A chapter's own text has no id, and a principle is no goal: the words tell."""
    before = EDITION + "afsnit:\n" + SECTION + "  - {id: andet, overskrift: Andet, tekst: Noget helt andet.}\n"
    after = before.replace(SECTION, "") + f"hjælp:\n  overskrift: Hjælp til dig\n  tekst: {NOTED}\n"
    assert sentences(compare(edition(before), edition(after))) == [
        "Afsnit »Hjælp til dig« flyttet fra »Afsnit« til »Hjælp«"
    ]
    assert len(compare(edition(after), edition(before))) == 1


def test_what_moved_with_another_name_or_without_its_target_is_not_only_moved() -> None:
    before = EDITION + "afsnit:\n" + SECTION
    after = EDITION + f"hjælp:\n  overskrift: Få hjælp\n  tekst: {NOTED}\n"
    assert not [sentence for sentence in sentences(compare(edition(before), edition(after))) if "flyttet" in sentence]
    goal = "mål:\n  - niveau: overordnet\n    mål:\n      - {id: post, tekst: 80 % af al post er digital i 2027, måltal: [{hvad: post, værdi: 80 %, frist: 2027}]}\n"
    text = "hjælp:\n  tekst: 80 % af al post er digital i 2027\n"
    found = sentences(compare(edition(EDITION + goal), edition(EDITION + text)))
    assert found and not [sentence for sentence in found if "flyttet" in sentence]


def test_a_principle_that_became_a_goal_has_moved() -> None:
    principle = "      - {id: breve, nummer: b), tekst: Vi svarer på alle breve samme dag.}\n"
    goal = "      - {id: breve, tekst: Vi svarer på alle breve samme dag.}\n"
    groups = (
        EDITION
        + "mål:\n  - niveau: overordnet\n    mål:\n      - {id: et, tekst: Flere skriver digitalt.}\n"
        + "principper:\n  - principper:\n      - {id: to, tekst: Vi er venlige.}\n"
    )
    before, after = groups + principle, groups.replace("principper:\n  -", goal + "principper:\n  -")
    found = sentences(compare(edition(before), edition(after)))
    assert found == [
        "Princip »Vi svarer på alle breve samme dag« flyttet fra »Principper« til »Mål«",
        "Princip »Vi svarer på alle breve samme dag«: adressen er ændret fra princip-breve til maal-breve",
    ]



def test_a_table_that_went_to_another_section_has_moved() -> None:
    start = TABLE.index("      - tabel:\n")
    table = TABLE[start:]
    other = "  - id: mere\n    overskrift: Mere\n    tekst:\n      - Mere om tallene.\n"
    found = compare(edition(TABLE + other), edition(TABLE[:start] + other + table))
    assert sentences(found) == ["Tabel »Henvendelser« flyttet fra »Tal« til »Mere«"]


def test_a_task_that_went_to_another_list_has_moved() -> None:
    task = "Vejledning i og hjælp til brug af selvbetjeningsløsninger"
    text = (ROOT / "strategier/naestved/2012-2015.yml").read_text(encoding="utf-8")
    lists = text.index("organisering:")
    line = next(line for line in text[lists:].splitlines(keepends=True) if task in line)
    there = "      overskrift: \"Til Rådmandshavens reception:\"\n      opgaver:\n"
    head, tail = text[:lists], text[lists:]
    assert there in tail
    found = compare(edition(text), edition(head + edited(tail, [(line, ""), (there, there + line)])))
    assert sentences(found) == [f"»{task}« flyttet fra »Til bibliotekerne« til »Til Rådmandshavens reception«"]


# --- A paragraph that went from one running text to another

FIRST, SECOND, THIRD = (
    "Borgerne kan altid ringe til os på hverdage mellem ni og tre.",
    "Biblioteket hjælper alle, der ikke kan bruge selvbetjening, med at skrive.",
    "Vi svarer på breve inden for ti arbejdsdage.",
)
LIST = ["Du skal have dette med:", "- pas", "- kørekort og et nyt foto", "- sundhedskort"]
Texts = dict[str, list[str]]


def told(before: Texts, after: Texts, chapter: str = "") -> list[str]:
    """Sentences and marks, where sections have these paragraphs."""
    old, new = (edition(chapter_text(texts) + sections_of(texts)) for texts in (before, after))
    found = [said(change, DA) for change in compare(old, new)]
    return [one.sentence + (f" | {marked(one.marks)}" if one.marks else "") for one in found]


def chapter_text(texts: Texts) -> str:
    return EDITION + (f"ramme:\n  tekst: |\n{written(texts['ramme'])}" if texts.get("ramme") else "")


def sections_of(texts: Texts) -> str:
    named = {name: paragraphs for name, paragraphs in texts.items() if name != "ramme"}
    sections = "".join(
        f"  - id: {name.lower()}\n    overskrift: {name}\n" + (f"    tekst: |\n{written(held)}" if held else "")
        for name, held in named.items()
    )
    return f"afsnit:\n{sections}"


def written(paragraphs: list[str]) -> str:
    whole = "\n\n".join(paragraphs).replace("\n\n- ", "\n- ")
    return "".join(f"      {line}\n" if line else "\n" for line in whole.split("\n"))


WENT = "»Biblioteket hjælper alle, der ikke kan bruge selvbetjening …« flyttet fra »{}« til »{}«"


@pytest.mark.parametrize(
    "before, after, expected",
    [
        ({"A": [FIRST, SECOND], "B": [THIRD]}, {"A": [FIRST], "B": [THIRD, SECOND]}, [WENT.format("A", "B")]),
        ({"A": [FIRST], "B": [SECOND, THIRD]}, {"A": [SECOND, FIRST], "B": [THIRD]}, [WENT.format("B", "A")]),
        (
            {"A": [FIRST, SECOND], "B": [THIRD]},
            {"A": [FIRST], "B": [THIRD, SECOND.replace("skrive", "ringe")]},
            [
                f"{WENT.format('A', 'B')} | Biblioteket hjælper alle, der ikke kan bruge selvbetjening, med at "
                "[-skrive-] {+ringe+}."
            ],
        ),
        (
            {"A": [FIRST, SECOND], "B": [THIRD]},
            {"A": [FIRST.replace("ni", "ti")], "B": [SECOND, THIRD]},
            [
                "Afsnit »A«: ordene er ændret | Borgerne kan altid ringe til os på hverdage mellem [-ni-] {+ti+} og tre.",
                WENT.format("A", "B"),
            ],
        ),
        ({"A": [FIRST, SECOND], "B": []}, {"A": [FIRST], "B": [SECOND]}, [WENT.format("A", "B")]),
        ({"A": [SECOND], "B": [THIRD]}, {"A": [], "B": [THIRD, SECOND]}, [WENT.format("A", "B")]),
        ({"A": [FIRST, SECOND], "B": []}, {"A": [FIRST], "B": [], "C": [SECOND]}, ["Afsnit »C« tilføjet", WENT.format("A", "C")]),
        ({"A": [FIRST, SECOND]}, {"A": [FIRST], "C": [SECOND, THIRD]}, [f"Afsnit »C« tilføjet | {{+{THIRD}+}}", WENT.format("A", "C")]),
        ({"A": [FIRST], "C": [SECOND]}, {"A": [FIRST, SECOND]}, [WENT.format("C", "A"), "Afsnit »C« fjernet"]),
        ({"ramme": [FIRST, SECOND], "B": [THIRD]}, {"ramme": [FIRST], "B": [THIRD, SECOND]}, [WENT.format("Ramme", "B")]),
        (
            {"A": [FIRST, *LIST], "B": [THIRD]},
            {"A": [FIRST], "B": [THIRD, *LIST]},
            ["»Du skal have dette med« flyttet fra »A« til »B« | Du skal have dette med:\n- pas\n- kørekort og et nyt foto\n- sundhedskort"],
        ),
        ({"A": [FIRST], "B": [SECOND]}, {"A": [SECOND], "B": [FIRST]}, [WENT.format("B", "A"), "»Borgerne kan altid ringe til os på hverdage mellem ni og tre« flyttet fra »A« til »B«"]),
        # Three words are no paragraph that is known again.
        ({"A": [FIRST, "Se vores hjemmeside."], "B": [THIRD]}, {"A": [FIRST], "B": [THIRD, "Se vores hjemmeside."]}, ["Afsnit »A«: ordene er ændret", "Afsnit »B«: ordene er ændret"]),
        # Said in both places now: nothing has moved.
        ({"A": [FIRST, SECOND], "B": [THIRD]}, {"A": [FIRST, SECOND], "B": [THIRD, SECOND]}, ["Afsnit »B«: ordene er ændret"]),
    ],
)  # fmt: skip
def test_a_paragraph_that_went_to_another_text_has_moved(before: Texts, after: Texts, expected: list[str]) -> None:
    found = told(before, after)
    assert len(found) == len(expected) and all(map(str.startswith, found, expected)), found


def test_a_paragraph_that_moved_does_not_hide_what_the_text_beside_a_number_says() -> None:
    """The number is told with its text, or with its target, once, whichever way the paragraph went."""
    interval = "opfølgning:\n  tekst: |\n    Strategien evalueres hvert {n}. år.\n\n{more}  interval_år: {n}\n"
    goal = (
        "mål:\n  - niveau: overordnet\n    mål:\n      - id: post\n        måltal: [{{hvad: post, værdi: {n} %, frist: 2027}}]\n"
        "        tekst: |\n          {n} % af al post er digital i 2027.\n\n{more}"
    )
    for chapter, indent, numbers, said_of_number in (
        (interval, " " * 4, (4, 2), "Tekst: ordene er ændret | Strategien evalueres hvert [-4-] {+2+}. år."),
        (goal, " " * 10, (80, 85), "80 % → 85 % | [-80-] {+85+} % af al post er digital i 2027."),
    ):
        more = f"{indent}{SECOND}\n\n"
        for old, new in ((({"A": [FIRST]}, more), ({"A": [FIRST, SECOND]}, "")), (({"A": [FIRST, SECOND]}, ""), ({"A": [FIRST]}, more))):
            before, after = (
                edition(EDITION + chapter.format(n=n, more=own) + sections_of(texts))
                for n, (texts, own) in zip(numbers, (old, new), strict=True)
            )
            found = [said(change, DA) for change in compare(before, after)]
            moved, number = sorted(found, key=lambda one: "flyttet" not in one.sentence)
            assert len(found) == 2 and moved.sentence.startswith("»Biblioteket hjælper") and not moved.marks
            assert f"{number.sentence} | {marked(number.marks)}".endswith(said_of_number), number


# --- Editorial or substance

EDITORIAL = [
    ("MÅL FOR KANALER", "Mål for kanaler"),
    ('"de der kan selv – skal selv"', "»de, der kan selv - skal selv«"),
    ("åbent kl. 10.00-15.00", "Åbent kl. 10:00–15:00."),
    ("it kurser", "it-kurser"),
    ("komunikation med borgerne", "kommunikation med borgerne"),
    ("borger henvendelser", "borgerhenvendelser"),
    ("en lang\nlinje", "en lang linje"),
    ("vores kommnues hjemmeside", "vores kommunes hjemmeside"),
    ("ring på 12 34 56 78", "ring på 12345678"),
    ("vi attesterer indkøb", "vi attestérer indkøb"),
    ("en pc-brugers kort", "en pcbrugers kort"),
    ("se (www.by.dk).", "Se »www.By.dk«"),
]
SUBSTANCE = [
    ("80 %", "85 %"),
    ("80 %", "80"),
    ("borgerne kan", "borgerne skal"),
    ("det er muligt", "det er umuligt"),
    ("sagen bevares", "sagen besvares"),
    ("fristen forlænges", "fristen forlanges"),
    ("1.500 kroner", "1,500 kroner"),
    ("åbent hver dag", "åbent hverdag"),
    ("svar inden 10 dage", "svar inden 10 arbejdsdage"),
    ("borgeren kontakter", "borgerne kontakter"),
    ("ikke alle", "alle"),
    ("§ 5", "§ 6"),
    ("i 2014 2018", "i 20142019"),
    ("for alle", "for allé"),
    ("én borger", "en borger"),
    ("offentlige breve", "uoffentlige breve"),
    ("www.digital-post.dk", "www.digitalpost.dk"),
    ("skriv til borger-service@by.dk", "skriv til borgerservice@by.dk"),
]


@pytest.mark.parametrize("before, after", EDITORIAL)
def test_the_same_words_otherwise_written_are_editorial(before: str, after: str) -> None:
    assert is_editorial(before, after) and is_editorial(after, before)


@pytest.mark.parametrize("before, after", SUBSTANCE)
def test_other_words_are_a_change_of_substance(before: str, after: str) -> None:
    assert not is_editorial(before, after) and not is_editorial(after, before)


def test_a_misprint_that_the_editors_noted_is_editorial_when_corrected() -> None:
    (change,) = changes(("vedfunderende løsninger", "velfungerende løsninger"))
    assert change.significance is Significance.EDITORIAL


# --- Hearings


def test_an_answer_is_named_with_its_status() -> None:
    remark = "Hvordan sikrer administrationen at strategien er letforståelig og let at bruge for vores målgruppe?\n"
    answer = (
        "            svar:\n              status: imødekommet\n              begrundelse: Vi skriver den om.\n"
        "              dato: 2026-03-02\n"
    )
    assert remark in HEARING
    found = compare(hearing(HEARING), hearing(HEARING.replace(remark, remark + answer)))
    assert len(found) == 1
    shown = said(found[0], DA)
    assert shown.sentence.startswith("Svar på bemærkning »Hvordan sikrer administrationen")
    assert shown.sentence.endswith(": Imødekommet")
    assert marked(shown.marks) == "{+Vi skriver den om.+}"


def test_a_point_without_a_heading_is_known_by_what_it_quotes_or_says() -> None:
    point = "      - id: {id}\n{quotes}        bemærkninger:\n          - {{id: b-{id}, slags: [ønske], tekst: {text}}}\n"
    one = point.format(id="en", quotes="        citater: [Vi svarer samme dag.]\n", text="Hvem svarer?")
    other = point.format(id="to", quotes="", text="Hvad med mails?")
    head = "høring:\n  titel: Høring\nsvar:\n  - id: raadet\n    fra: Handicaprådet\n    punkter:\n"
    last = point.format(id="tre", quotes="        overskrift: Til sidst\n", text="Tak.")
    (sentence,) = sentences(compare(hearing(head + one + other + last), hearing(head + other + last + one)))
    assert sentence == "Punkt »Vi svarer samme dag« flyttet fra plads 1 til 3"
    (sentence,) = sentences(compare(hearing(head + one + last + other), hearing(head + other + one + last)))
    assert sentence == "Punkt »Hvad med mails?« flyttet fra plads 3 til 1"
    remark = one[one.index("          - {") :]
    moved = one.partition("        bemærkninger")[0] + other + remark
    assert sentences(compare(hearing(head + one + other), hearing(head + moved))) == [
        "Bemærkning »Hvem svarer?« flyttet fra »Vi svarer samme dag« til »Hvad med mails?«"
    ]


def test_a_remark_that_comes_with_its_answer_says_how_it_was_answered() -> None:
    response = (
        "  - id: aeldreraadet\n    fra: Ældrerådet\n    generelle_bemærkninger:\n      - id: mails\n        slags: [ønske]\n"
        "        tekst: Svar på mails.\n        svar: {status: delvist-imødekommet, begrundelse: Vi svarer på de fleste.}\n"
    )
    (change,) = compare(hearing(HEARING), hearing(HEARING + response))
    assert marked(said(change, DA).marks) == "{+Svar på mails.\nDelvist imødekommet\nVi svarer på de fleste.+}"


def test_a_new_response_and_a_deadline_are_named() -> None:
    new = HEARING.replace("  titel: Høring om Kanalstrategi\n", "  titel: Høring om Kanalstrategi\n  frist: 2026-05-01\n")
    new += "  - id: aeldreraadet\n    fra: Ældrerådet\n    tekst: Vi har ingen bemærkninger.\n"
    assert sentences(compare(hearing(HEARING), hearing(new))) == [
        "Frist: tilføjet: 1. maj 2026",
        "Høringssvar fra »Ældrerådet« tilføjet",
    ]


# --- Outlets


def difference(before: str, after: str) -> tuple[Difference, ...]:
    return compare_two(Held("a/1.yml", edition(before)), Held("a/2.yml", edition(after)))


HOSTILE = "Ring til @handicapraad, se #12 og https://ond.example.org <img src=x onerror=alert(1)> **nu** | `rm` ~~x~~"


def test_markdown_shows_authors_text_as_text() -> None:
    before = EDITION + "afsnit:\n  - {id: a, overskrift: A, tekst: Ring til os.}\n"
    after = EDITION + f"afsnit:\n  - id: a\n    overskrift: A\n    tekst: |\n      {HOSTILE}\n"
    text = as_markdown(difference(before, after), DA, before="main", after="@gren")
    assert "@handicapraad" not in text and "@gren" not in text, "nobody is called"
    assert not re.search(r"#12\b", text) and "https://ond" not in text
    assert "<img" not in text and not re.search(r"(?<!\\)`rm", text) and not re.search(r"(?<!\\)\*\*nu", text)
    assert set(re.findall(r"</?(\w+)", text)) <= {"del", "ins", "br"}
    assert text.count("<del>") == text.count("</del>") and text.count("<ins>") == text.count("</ins>")


def test_markdown_keeps_within_its_limit_and_says_what_it_left_out() -> None:
    sections = [f"  - {{id: a{n}, overskrift: Afsnit {n}, tekst: {'Ord ' * 60}{n}}}\n" for n in range(400)]
    differences = difference(EDITION, EDITION + "afsnit:\n" + "".join(sections))
    text = as_markdown(differences, DA, before="main", after="gren")
    assert len(text) <= LIMIT
    shown = len(re.findall(r"(?m)^- \\\+ ", text))
    (left,) = re.findall(r"> (\d+) ændringer mere er ikke vist", text)
    assert shown + int(left) == 400


def test_html_says_in_words_what_was_removed_and_added() -> None:
    page = python("-m", "kanalstrategi.cli", "diff", "--format", "html", *two_files()).stdout
    soup = BeautifulSoup(page, "html5lib")
    assert soup.html and soup.html["lang"] == "da" and len(soup.select("h1")) == 1
    assert not soup.select("script, link, img")
    assert [node.get_text() for node in soup.select("del")] == ["fjernet: 80", "fjernet: 2015"]
    assert [node.get_text() for node in soup.select("ins")] == ["tilføjet: 85", "tilføjet: 2016"]
    main = soup.select_one("main")
    assert main and not parse_errors(main.decode_contents())


def two_files() -> tuple[Path, Path]:
    return FILES["before"], FILES["after"]


FILES: dict[str, Path] = {}


@pytest.fixture(autouse=True, scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("to-udgaver")
    for name, text in (("before", HILLEROED), ("after", edited(HILLEROED, TARGET))):
        FILES[name] = folder / f"{name}.yml"
        FILES[name].write_text(text, encoding="utf-8")


def test_json_holds_what_the_text_says() -> None:
    done = python("-m", "kanalstrategi.cli", "diff", "--format", "json", *two_files())
    held = json.loads(done.stdout)
    (change,) = held["files"][0]["changes"]
    assert done.returncode == 1 and held["same"] is False
    assert (change["type"], change["significance"]) == ("target-changed", "indhold")
    assert (change["before"]["frist"], change["after"]["frist"]) == ("2015", "2016")
    assert change["where"]["after"] == "maal-digital-post"


# --- The command, on real repositories

Commit = Callable[[str], None]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A project of one municipality in Git: one commit."""
    folder = tmp_path / "projekt"
    write(folder, "strategier/aertebjerg/2025.yml", EDITION)
    git(folder, "init", "-q", "-b", "main")
    commit(folder)
    return folder


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Prøve", "-c", "user.email=proeve@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True, text=True)
    return done.stdout


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Rettet")


def diff(folder: Path, *arguments: str | Path) -> tuple[int, str]:
    done = python("-m", "kanalstrategi.cli", "diff", *arguments, cwd=folder)
    assert "Traceback" not in done.stdout, done.stdout
    return done.returncode, done.stdout


OTHER = EDITION.replace("type: kanalstrategi", "type: servicestrategi")
FILE = "strategier/aertebjerg/2025.yml"


def test_nothing_changed_gives_0(repository: Path) -> None:
    assert diff(repository) == (0, "Der er ingen ændringer fra HEAD til filerne, som de er nu.\n")


@pytest.mark.parametrize("arguments", [(), ("HEAD",), ("main",), ("HEAD:strategier",), (FILE,), ("strategier",), ("HEAD", FILE), ("main", "strategier"), (f"main:{FILE}", FILE), ("HEAD:strategier/aertebjerg", "strategier/aertebjerg")], ids=" ".join)  # fmt: skip
def test_a_saved_change_is_seen_against_a_revision(repository: Path, arguments: tuple[str, ...]) -> None:
    write(repository, FILE, OTHER)
    code, said = diff(repository, *arguments)
    assert code == 1 and "Type: Kanalstrategi → Servicestrategi" in said


def test_two_revisions_are_compared_without_the_work_tree(repository: Path) -> None:
    write(repository, FILE, OTHER)
    commit(repository)
    write(repository, FILE, "kommune: [ikke færdig")
    code, said = diff(repository, "HEAD~1", "HEAD")
    assert code == 1 and "Type: Kanalstrategi → Servicestrategi" in said


def test_it_works_from_a_folder_inside_the_project(repository: Path) -> None:
    write(repository, FILE, OTHER)
    code, said = diff(repository / "strategier", "HEAD:strategier", ".")
    assert code == 1 and "Servicestrategi" in said


def test_new_gone_and_renamed_files_are_told_apart(repository: Path) -> None:
    write(repository, "strategier/brobjerg/2020.yml", EDITION.replace("Ærtebjerg", "Brobjerg"))
    commit(repository)
    (repository / "strategier/brobjerg/2020.yml").unlink()
    git(repository, "mv", FILE, "strategier/aertebjerg/2025-2028.yml")
    write(repository, "strategier/aertebjerg/2021.yml", EDITION.replace("fra: 2025, til: 2028", "fra: 2021, til: 2024"))
    code, said = diff(repository)
    assert code == 1
    assert "Ny udgave" in said and "Udgave fjernet" in said
    assert "fra aertebjerg/2025.yml til aertebjerg/2025-2028.yml" in said
    assert "3 ændringer" in said


def test_a_new_edition_says_in_a_few_lines_what_is_new_against_the_former(repository: Path) -> None:
    goals = "mål:\n  - niveau: overordnet\n    mål:\n"
    goal = "      - id: post\n        tekst: {0} % af al post er digital.\n        måltal: [{{hvad: post, værdi: {0} %}}]\n"
    write(repository, FILE, EDITION + goals + goal.format(80))
    write(repository, "strategier/brobjerg/2020.yml", "kommune: [")
    commit(repository)
    new = EDITION.replace("fra: 2025, til: 2028", "fra: 2029, til: 2032") + goals + goal.format(85)
    write(repository, "strategier/aertebjerg/2029.yml", new)
    code, said = diff(repository)
    assert code == 1 and "Ny udgave" in said and "1 ændring: 1 i indholdet" in said
    assert "I forhold til Kanalstrategi 2025–2028 (aertebjerg/2025.yml): 2 ændringer: 2 i indholdet" in said
    assert "Periode: 2025–2028 → 2029–2032" in said and "80 % → 85 %" in said and "mere" not in said
    many = "".join(f"      - {{id: m{number}, tekst: Vi gør noget nummer {number}.}}\n" for number in range(30))
    write(repository, "strategier/aertebjerg/2029.yml", new + many)
    for form in ("text", "markdown", "html"):
        said = diff(repository, "--format", form)[1].replace("\\", "")
        assert len(re.findall("»Vi gør noget nummer", said)) == 10 and "20 ændringer mere." in said, form
    held = json.loads(diff(repository, "--format", "json")[1])["files"][0]
    assert held["former"] == "aertebjerg/2025.yml" and len(held["changes"]) == 32
    # One that replaces the former, and one beside an edition that cannot be read.
    (repository / FILE).unlink()
    assert "I forhold til Kanalstrategi 2025–2028" in diff(repository)[1]
    write(repository, "strategier/brobjerg/2024.yml", EDITION.replace("Ærtebjerg", "Brobjerg"))
    code, said = diff(repository)
    assert code == 1 and "Brobjerg" in said and said.count("Ny udgave") == 2


def test_the_order_of_keys_and_comments_is_no_change(repository: Path) -> None:
    lines = EDITION.splitlines()
    write(repository, FILE, "\n".join(["# En kommentar", *lines[1:], lines[0]]) + "\n")
    assert diff(repository)[0] == 0


@pytest.mark.parametrize(
    "arguments, cure",
    [
        (("findes-ikke",), "Git kender ingen version"),
        (("HEAD~7",), "git fetch --unshallow"),
        (("HEAD:findes-ikke",), "findes findes-ikke ikke"),
        (("HEAD", "findes-ikke.yml"), "Git kender ingen version"),
        ((FILE, "strategier"), "En fil og en mappe kan ikke sammenlignes"),
        (("tom", "strategier"), "Der er ingen YAML-filer"),
        (("--format", "xml"), "--help"),
    ],
)
def test_what_cannot_be_compared_gives_2_and_never_reads_as_the_same(
    repository: Path, arguments: tuple[str, ...], cure: str
) -> None:
    (repository / "tom").mkdir()
    code, said = diff(repository, *arguments)
    assert code == 2 and cure in said
    assert "ingen ændringer" not in said


def test_a_commit_by_its_whole_name_is_called_by_its_short_one(repository: Path) -> None:
    """As in the comment on a pull request, where the host makes a link of it."""
    write(repository, FILE, OTHER)
    whole = git(repository, "rev-parse", "HEAD").strip()
    for argument, title in ((whole, whole[:7]), (f"{whole}:strategier", f"{whole[:7]}:strategier")):
        said = diff(repository, argument, "--format", "markdown")[1]
        first = re.sub(r"<!-- -->|\\\\", "", said)
        assert f"Fra {title}" in first and whole[:12] not in said, said


def test_what_stands_outside_the_project_is_compared_with_what_is_named(repository: Path, tmp_path: Path) -> None:
    """Nothing but the author knows which part of the project a copy on the desktop is."""
    write(tmp_path, "ude/aertebjerg/2025.yml", OTHER)
    folder, file = tmp_path / "ude", tmp_path / "ude/aertebjerg/2025.yml"
    for arguments in (("HEAD:strategier", folder), (f"HEAD:{FILE}", file), ("HEAD:strategier/aertebjerg", file.parent)):
        code, said = diff(repository, *arguments)
        assert code == 1 and "Type: Kanalstrategi → Servicestrategi" in said, arguments
    code, said = diff(repository, file, f"HEAD:{FILE}")
    assert code == 1 and "Type: Servicestrategi → Kanalstrategi" in said
    for arguments in (("HEAD", folder), (folder,), ("HEAD", file)):
        code, said = diff(repository, *arguments)
        assert code == 2 and "ligger uden for Git-projektet" in said and "HEAD:strategier" in said, arguments


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_a_file_that_cannot_be_read_gives_2_and_its_findings(repository: Path, form: str) -> None:
    write(repository, FILE, EDITION.replace("type: kanalstrategi", "type: kanalstrategy"))
    code, said = diff(repository, "--format", form)
    assert code == 2 and "[KS207]" in said and "betyder ikke, at alt er ens" in said
    assert "Hvad er ændret" not in said and '"same"' not in said


def test_outside_a_repository_gives_2_and_the_way_on(tmp_path: Path) -> None:
    write(tmp_path, FILE, EDITION)
    code, said = diff(tmp_path, "HEAD")
    assert code == 2 and "ikke i et Git-projekt" in said


def test_only_what_differs_is_read(repository: Path) -> None:
    """A library of 98 municipalities with a broken file that nobody touched is compared all the same."""
    for number in range(98):
        text = EDITION.replace("Ærtebjerg", f"Kommune {number}")
        write(repository, f"strategier/kommune-{number}/2025.yml", text)
    write(repository, "strategier/kommune-7/2020.yml", "kommune: [")
    commit(repository)
    write(repository, "strategier/kommune-40/2025.yml", OTHER.replace("Ærtebjerg", "Kommune 40"))
    code, said = diff(repository)
    assert code == 1 and "1 ændring:" in said
