"""What a real revision is made of, on the five documents: each kind of change named once, rightly, and none invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import EDITION, ROOT
from kanalstrategi.changes import Significance, compare
from kanalstrategi.changes.terminal import marked
from kanalstrategi.changes.wording import said
from test_diff import DA, HEARING, edition, hearing, sentences

DOCUMENTS = {
    name: (ROOT / f"strategier/{name}.yml").read_text(encoding="utf-8")
    for name in ("hilleroed/2014-2018", "dragoer/2020-2024", "naestved/2012-2015", "hoersholm/udateret")
}

Edit = Callable[[str], str]


def put(old: str, new: str, *, everywhere: bool = False) -> Edit:
    def edit(text: str) -> str:
        assert old in text, old
        return text.replace(old, new) if everywhere else text.replace(old, new, 1)

    return edit


def cut(start: str, end: str) -> Edit:
    return lambda text: text[: text.index(start)] + text[text.index(end, text.index(start) + 1) :]


def move(start: str, end: str, before: str, *, indent: int = 0) -> Edit:
    """The lines from `start` to `end`, moved to stand before a line, so many spaces further in."""

    def edit(text: str) -> str:
        first = text.index(start)
        last = text.index(end, first + 1)
        lines = text[first:last].splitlines(keepends=True)
        moved = "".join(" " * indent + line if indent > 0 else line[-indent:] if line.strip() else line for line in lines)
        rest = text[:first] + text[last:]
        place = rest.index(before)
        return rest[:place] + moved + rest[place:]

    return edit


def numbered(text: str) -> str:
    """The initiatives from the third on, each a number further."""
    for number in range(13, 2, -1):
        text = text.replace(f'nummer: "{number}."', f'nummer: "{number + 1}."', 1)
    return text


HOURS = "      åbningstider:\n        - {dage: mandag-onsdag, fra: '10:00', til: '14:00'}\n        - {dage: torsdag, fra: '10:00', til: '17:00'}\n"
GUIDELINES = "      retningslinjer:\n        tekst: |\n          Retningslinjerne for telefoniske"
POINTS = ["it-kurser, hjælp", "uddannede", "borgervejleder", "hjælp og vejledning i telefonen"]
MAIL_GOAL = "Mål »80 % af al post bliver sendt digitalt i 2015«"
LONG_GOAL = "Mål »ca. 26 % af personlige- og telefoniske …«"
SPLIT_GOAL = "Mål »Ved at flere borgere kan benytte selvbetjeningsløsninger …«"
TELEPHONE = "Kanal »TELEFONISK HENVENDELSE«"

KOMHEN = "KOMHEN 2.0 vil bruges til at dokumentere hvordan henvendelsesmønstrene udvikler sig over tid."
DECENTRAL = "    Kanalstrategien er fælles for hele Dragør Kommune, men er decentralt forankret.\n"
NEM = "      Ved at levere gode digitale løsninger viser vi, at Dragør Kommune er en moderne og serviceorienteret kommune, der er nem og hurtig at komme i kontakt med.\n"

SUBSTANCE, EDITORIAL = Significance.SUBSTANCE, Significance.EDITORIAL

PAIRS: dict[str, tuple[str, list[Edit], dict[str, Significance]]] = {
    # --- Targets and other data, and the text that says the same
    "a number with other new words in the text": (
        "hilleroed/2014-2018",
        [
            put("80 % af al post bliver sendt digitalt i 2015.", "85 % af al post bliver automatisk sendt digitalt i 2016."),
            put("værdi: 80 %\n            af: al post\n            frist: 2015", "værdi: 85 %\n            af: al post\n            frist: 2016"),
        ],
        {f"{MAIL_GOAL}: 80 % → 85 %, frist 2015 → 2016, og ordene er ændret": SUBSTANCE},
    ),
    "a target in other words altogether": (
        "hilleroed/2014-2018",
        [
            put("80 % af al post bliver sendt digitalt i 2015.", "I 2016 sender vi mindst 85 % af vores breve med Digital Post."),
            put(
                "hvad: post bliver sendt digitalt\n            værdi: 80 %\n            af: al post\n            frist: 2015",
                "hvad: breve\n            sammenligning: mindst\n            værdi: 85 %\n            af: vores breve\n            frist: 2016",
            ),
        ],
        {
            f"{MAIL_GOAL}: 80 % → 85 %, frist 2015 → 2016, sammenligning ikke angivet → mindst, del af al post → vores breve, "
            "hvad måles post bliver sendt digitalt → breve, og ordene er ændret": SUBSTANCE
        },
    ),
    "about becomes at least": (
        "hilleroed/2014-2018",
        [put("ca. 26 % af", "mindst 26 % af"), put("sammenligning: cirka\n            værdi: 26", "sammenligning: mindst\n            værdi: 26")],
        {f"{LONG_GOAL}: sammenligning cirka → mindst": SUBSTANCE},
    ),
    "a target that is no more, in the text either": (
        "hilleroed/2014-2018",
        [
            put("80 % af al post bliver sendt digitalt i 2015.", "Mere post bliver sendt digitalt."),
            put("        måltal:\n          - hvad: post bliver sendt digitalt\n            værdi: 80 %\n            af: al post\n            frist: 2015\n", ""),
        ],
        {f"{MAIL_GOAL}, Måltal: fjernet: post bliver sendt digitalt: 80 % af al post, frist 2015": SUBSTANCE},
    ),
    "the years of the evaluation": (
        "naestved/2012-2015",
        [
            put("i løbet af 2013 og evaluere den i 2015", "i løbet af 2014 og evaluere den i 2016", everywhere=True),
            put("år: [2013, 2015]", "år: [2014, 2016]"),
        ],
        {"Tekst: ordene er ændret": SUBSTANCE},
    ),
    "one more year than the text says": (
        "naestved/2012-2015",
        [
            put("i løbet af 2013 og evaluere den i 2015", "i løbet af 2014 og evaluere den i 2016", everywhere=True),
            put("år: [2013, 2015]", "år: [2014, 2016, 2018]"),
        ],
        {"Tekst: ordene er ændret": SUBSTANCE, "År: 2013, 2015 → 2014, 2016, 2018": SUBSTANCE},
    ),
    "who is told": (
        "dragoer/2020-2024",
        [
            put("kommunalbestyrelsen orienteres", "Økonomiudvalget orienteres", everywhere=True),
            put("orienteres: kommunalbestyrelsen", "orienteres: Økonomiudvalget"),
        ],
        {"Tekst: ordene er ændret": SUBSTANCE},
    ),
    "a role that the text says": (
        "dragoer/2020-2024",
        [put("rolle: sekundær", "rolle: primær"), put("Den sekundære kanal er", "Den primære kanal er", everywhere=True)],
        {f"{TELEPHONE}: ordene er ændret": SUBSTANCE},
    ),
    "a year that the heading says": (
        "hilleroed/2014-2018",
        [put("    år: 2018\n", "    år: 2020\n"), put("overskrift: Vision 2018", "overskrift: Vision 2020")],
        {"Vision »Vision 2018«, Overskrift: Vision 2018 → Vision 2020": SUBSTANCE},
    ),
    "the date of the adoption": (
        "dragoer/2020-2024",
        [put("dato: 2020-09-17", "dato: 2020-10-22")],
        {"Vedtagelse, Dato: 17. september 2020 → 22. oktober 2020": SUBSTANCE},
    ),
    # --- Passages put together and parted
    "a goal is parted": (
        "dragoer/2020-2024",
        [
            put(
                "          Ved at flere borgere kan benytte selv",
                "      - id: ressourcer\n        nummer: \"3.\"\n        tekst: |\n          Ved at flere borgere kan benytte selv",
            ),
            put('nummer: "3."\n        overskrift: Digitale', 'nummer: "4."\n        overskrift: Digitale'),
            put("for kommunens medarbejdere.\n    sted: maal-frigive-ressourcer", "for kommunens medarbejdere.\n    sted: maal-ressourcer"),
        ],
        {
            f"{SPLIT_GOAL} er skilt ud fra »Frigive ressourcer«": SUBSTANCE,
            "Numrene følger med: »Digitale selvbetjeningsløsninger« 3. → 4.": EDITORIAL,
        },
    ),
    "two goals become one with an address of its own": (
        "dragoer/2020-2024",
        [
            put("- id: serviceniveau", "- id: begge"),
            put("sted: maal-serviceniveau", "sted: maal-begge", everywhere=True),
            put("sted: maal-frigive-ressourcer", "sted: maal-begge", everywhere=True),
            put("overskrift: Sikre det gode serviceniveau", "overskrift: Service og ressourcer"),
            cut("      - id: frigive-ressourcer", "          Målet er, at understøtte"),
            put('nummer: "3."\n        overskrift: Dig', 'nummer: "2."\n        overskrift: Dig'),
        ],
        {
            "Mål »Frigive ressourcer«: adressen er ændret fra maal-frigive-ressourcer til maal-begge": EDITORIAL,
            "Mål »Frigive ressourcer«, Overskrift: Frigive ressourcer → Service og ressourcer": SUBSTANCE,
            "Numrene følger med: »Frigive ressourcer« 2. → 1.; »Digitale selvbetjeningsløsninger« 3. → 2.": EDITORIAL,
            "Mål »Sikre det gode serviceniveau« er lagt sammen med »Frigive ressourcer«": SUBSTANCE,
        },
    ),
    "two principles become one sentence": (
        "hilleroed/2014-2018",
        [
            cut("      - id: straks-afklaring", "      - id: motivere"),
            put("tekst: tage udgangspunkt i borgernes behov", "tekst: tage udgangspunkt i borgernes behov og give borgerne straks-afklaring, hvis muligt"),
        ],
        {"Princip »give borgerne straks-afklaring, hvis muligt« er lagt sammen med »tage udgangspunkt i borgernes behov«": SUBSTANCE},
    ),
    "a section becomes two, and the excerpt follows": (
        "hilleroed/2014-2018",
        [
            put("      - |\n        Med den fællesoffentlige", "  - id: digitalt\n    overskrift: Digitalisering\n    tekst:\n      - |\n        Med den fællesoffentlige"),
            put("virksomheder berøres af.\n    sted: afsnit-forord", "virksomheder berøres af.\n    sted: afsnit-digitalt"),
        ],
        {
            "Afsnit »Digitalisering« tilføjet": SUBSTANCE,
            "»Med den fællesoffentlige- og fælleskommunale …« flyttet fra »Forord« til »Digitalisering«": SUBSTANCE,
        },
    ),
    "a section with a new id, a new heading and as many new words": (
        "dragoer/2020-2024",
        [
            put("  - id: indledning\n    overskrift: DRAGØR KOMMUNES KANALSTRATEGI 2020-2024", "  - id: om\n    overskrift: Om strategien"),
            put("afsnit-indledning", "afsnit-om", everywhere=True),
            put(
                "      Dragør Kommunes kanalstrategi er fra 2015 og",
                f"      {'Vi har lyttet til borgerne, og det har vi lært meget af i de sidste år. ' * 8}\n\n"
                "      Dragør Kommunes kanalstrategi er fra 2015 og",
            ),
        ],
        {
            "Afsnit »DRAGØR KOMMUNES KANALSTRATEGI 2020-2024«: adressen er ændret fra afsnit-indledning til afsnit-om": EDITORIAL,
            "Afsnit »DRAGØR KOMMUNES KANALSTRATEGI 2020-2024«, Overskrift: DRAGØR KOMMUNES KANALSTRATEGI 2020-2024 → Om strategien": SUBSTANCE,
            "Afsnit »DRAGØR KOMMUNES KANALSTRATEGI 2020-2024«: ordene er ændret": SUBSTANCE,
        },
    ),
    "a sentence that stands in another section now, and what else was corrected there": (
        "dragoer/2020-2024",
        [
            put(NEM, ""),
            put("    Det betyder, at hver enkelt", f"{NEM[2:]}    Det betyder, at hver enkelt"),
            put("Dragør kommunes kanalstrategi har", "Dragør Kommunes kanalstrategi har"),
        ],
        {
            "»Ved at levere gode digitale løsninger viser vi, at Dragør …« flyttet fra »DRAGØR KOMMUNES KANALSTRATEGI 2020-2024« til »Organisering«": SUBSTANCE,
            "Afsnit »DRAGØR KOMMUNES KANALSTRATEGI 2020-2024«: ordene er ændret": EDITORIAL,
        },
    ),
    "a sentence that leaves a goal whose number is raised, and its excerpt": (
        "hilleroed/2014-2018",
        [
            put(f"            {KOMHEN}\n", ""),
            put("for antal straksafklarede henvendelser.\n", f"for antal straksafklarede henvendelser.\n        {KOMHEN}\n"),
            put("sted: maal-digital-kommunikation", "sted: succes-straksafklaring"),
            put("Målet er at 80 %", "Målet er at 85 %"),
            put("værdi: 80 %\n              af: Hillerød", "værdi: 85 %\n              af: Hillerød"),
        ],
        {
            "Mål »Målet er at 80 % af Hillerød Kommunes borgerrettet …«: 80 % → 85 %": SUBSTANCE,
            "»KOMHEN 2.0 vil bruges til at dokumentere hvordan …« flyttet fra »Målet er at 80 % af Hillerød Kommunes borgerrettet …« "
            "til »Der udarbejdes en definition og baseline for antal …«": SUBSTANCE,
        },
    ),
    "a sentence that leaves a chapter for a channel, and its excerpt": (
        "dragoer/2020-2024",
        [
            put(DECENTRAL, ""),
            put("        Personlig betjening er", f"    {DECENTRAL}        Personlig betjening er"),
            put("decentralt forankret.\n    sted: organisering", "decentralt forankret.\n    sted: kanal-personligt-fremmoede"),
        ],
        {"»Kanalstrategien er fælles for hele Dragør Kommune, men er …« flyttet fra »Organisering« til »PERSONLIGT FREMMØDE«": SUBSTANCE},
    ),
    # --- Numbers, lists, headings, chapters
    "letters for numbers": (
        "dragoer/2020-2024",
        [put(f'nummer: "{letter})"', f'nummer: "{number}."') for number, letter in enumerate("abcdefgh", 1)],
        {"Numrene er skrevet på en anden måde: a) → 1., b) → 2., c) → 3., d) → 4., e) → 5., f) → 6., g) → 7., h) → 8.": EDITORIAL},
    ),
    "one letter that is another": (
        "dragoer/2020-2024",
        [put('nummer: "h)"', 'nummer: "i)"')],
        {"Princip »Vi tager hensyn til borgere med særlige behov, for eksempel …«, Nummer: h) → i)": SUBSTANCE},
    ),
    "a new initiative before groups that count on": (
        "naestved/2012-2015",
        [numbered, put("        - id: lettilgaengelig-hjaelp\n", "        - {id: sms, nummer: '3.', tekst: Vi sender sms.}\n        - id: lettilgaengelig-hjaelp\n")],
        {
            "Indsats »Vi sender sms« tilføjet": SUBSTANCE,
            "Numrene følger med: 3. → 4., 4. → 5., 5. → 6., 6. → 7., 7. → 8., 8. → 9., 9. → 10., 10. → 11., 11. → 12., "
            "12. → 13., 13. → 14.": EDITORIAL,
        },
    ),
    "numbers for the dashes of a list": (
        "hilleroed/2014-2018",
        [put(f"      - {point}", f"      {number}. {point}", everywhere=True) for number, point in enumerate(POINTS, 1)],
        {"Vision »Vision 2018«: kun mellemrum, linjeskift eller tegn foran punkter er ændret": EDITORIAL},
    ),
    "a new point in the middle of a list": (
        "hilleroed/2014-2018",
        [put("      - borgervejleder\n", "      - borgervejleder\n      - frivillige\n", everywhere=True)],
        {"Vision »Vision 2018«: ordene er ændret": SUBSTANCE},
    ),
    "a point that changed places in a list": (
        "hilleroed/2014-2018",
        [put(f"      - {POINTS[2]}\n      - {POINTS[3]}", f"      - {POINTS[3]}\n      - {POINTS[2]}", everywhere=True)],
        {"Vision »Vision 2018«, »hjælp og vejledning i telefonen« flyttet fra plads 4 til 3": SUBSTANCE},
    ),
    "a task for another": (
        "naestved/2012-2015",
        [put("        - Kassefunktion\n", "        - Udlevering af valgkort\n")],
        {"Opgaveliste »Til bibliotekerne«, Opgaver: Kassefunktion → Udlevering af valgkort": SUBSTANCE},
    ),
    "a chapter that lost its heading and its text": (
        "naestved/2012-2015",
        [put("målgrupper:\n  overskrift: Hvem skal vi særligt være opmærksomme på?\n  tekst: |\n    I det fremadrettede arbejde med at styrke digitalisering og selvbetjening opereres der med tre borgertyper:\n", "målgrupper:\n")],
        {"Overskrift: fjernet: Hvem skal vi særligt være opmærksomme på?": SUBSTANCE, "Tekst fjernet": SUBSTANCE},
    ),
    "a section inside another": (
        "naestved/2012-2015",
        [move("  - id: hvad-er-en-henvendelsesstrategi", "  - id: hvor-saetter", "  - id: bilag\n    red", indent=4)],
        {"Afsnit »Hvad er en henvendelsesstrategi?« flyttet fra »Afsnit« til »Hvor skal vi særligt sætte ind?«": SUBSTANCE},
    ),
    "a group of initiatives becomes two": (
        "naestved/2012-2015",
        [put("        - id: nationale-loesninger", "    - overskrift: Løsningerne bliver bedre\n      punkter:\n        - id: nationale-loesninger")],
        {
            "Gruppe af indsatser »Løsningerne bliver bedre« tilføjet": SUBSTANCE,
            "Indsats »Kommunen fremmer og anvender nationale …« flyttet fra »Teknologien bliver effektivt udnyttet i de eksisterende …« "
            "til »Løsningerne bliver bedre«": SUBSTANCE,
        },
    ),
    # --- Channels
    "a common channel, in the ranking too": (
        "hilleroed/2014-2018",
        [put("fælles: [brev, e-mail]\n          kanal", "fælles: [brev]\n          kanal"), put("fælles: [brev, e-mail]\n      tekst", "fælles: [brev]\n      tekst")],
        {"Kanal »Skriftlige henvendelser«, Fælles kanal: Brev, E-mail → Brev": EDITORIAL},
    ),
    "opening hours where there were none": (
        "dragoer/2020-2024",
        [put(GUIDELINES, HOURS + GUIDELINES)],
        {f"{TELEPHONE}, Åbningstider: tilføjet: mandag-onsdag 10.00–14.00, torsdag 10.00–17.00": SUBSTANCE},
    ),
    "when an appointment is needed": (
        "dragoer/2020-2024",
        [
            put("tidsbestilling: som udgangspunkt med tids", "tidsbestilling: kun med tids"),
            put("Personlig betjening er som udgangspunkt med tids", "Personlig betjening er kun med tids", everywhere=True),
        ],
        {"Kanal »PERSONLIGT FREMMØDE«: ordene er ændret": SUBSTANCE},
    ),
    "when an appointment is needed, in other words altogether": (
        "dragoer/2020-2024",
        [
            put("tidsbestilling: som udgangspunkt med tidsbestilling i borgercentret", "tidsbestilling: uden tid om torsdagen"),
            put("Personlig betjening er som udgangspunkt med tidsbestilling i borgercentret", "Du kan møde op uden tid om torsdagen", everywhere=True),
        ],
        {"Kanal »PERSONLIGT FREMMØDE«: ordene er ændret": SUBSTANCE},
    ),
    "two places that no description belongs to": (
        "naestved/2012-2015",
        [
            put("navn: Telefonisk betjening direkte nummer eller via kontaktcenteret\n          fælles: [telefon]", "navn: BYT"),
            put("navn: Personligt fremmøde på bibliotekerne eller receptionen i Rådmandshaven\n          fælles: [personligt-fremmøde]", "navn: Telefonisk betjening direkte nummer eller via kontaktcenteret\n          fælles: [telefon]"),
            put("navn: BYT", "navn: Personligt fremmøde på bibliotekerne eller receptionen i Rådmandshaven\n          fælles: [personligt-fremmøde]"),
        ],
        {
            "Kanal »Personligt fremmøde på bibliotekerne eller receptionen i Rådmandshaven« flyttet fra plads 3 til 2": SUBSTANCE,
            "Kanal »Telefonisk betjening direkte nummer eller via kontaktcenteret« flyttet fra plads 2 til 3": SUBSTANCE,
        },
    ),
    # --- The summary
    "a summary that was written anew": (
        "hilleroed/2014-2018",
        [put("Telefonen er god, når sagen er svær, eller når", "Ring, når sagen er svær, eller når"), put("114a17d4", "0badcafe")],
        {"Tekst: ordene er ændret": EDITORIAL},
    ),
    "a summary that was read again after the text had changed": (
        "hilleroed/2014-2018",
        [put("tekst: møde borgerne, der hvor de er", "tekst: møde borgerne på biblioteket"), put("114a17d4", "0badcafe")],
        {"Princip »møde borgerne, der hvor de er«: ordene er ændret": SUBSTANCE},
    ),
    "nothing but the fingerprint": (
        "hilleroed/2014-2018",
        [put("114a17d4", "0badcafe")],
        {"Fingeraftryk: 114a17d4 → 0badcafe": EDITORIAL},
    ),
    "an address of a footnote, in the reference too": (
        "hilleroed/2014-2018",
        [
            put("[^selvbetjeningsniveau]", "[^niveau]"),
            put("- id: selvbetjeningsniveau\n    mærke", "- id: niveau\n    mærke"),
            put("sted: fodnote-selvbetjeningsniveau", "sted: fodnote-niveau"),
        ],
        {
            "Fodnote »Selvbetjeningsniveau 0 = flad blanket; Selvbetjeningsniveau …«: adressen er ændret fra "
            "fodnote-selvbetjeningsniveau til fodnote-niveau": EDITORIAL,
        },
    ),
    # --- Tables and signs
    "a short word with a hyphen": (
        "naestved/2012-2015",
        [put("pcbrug", "pc-brug", everywhere=True)],
        {"Afsnit »Undervisning: Fra medbetjening til selvbetjening«: ordene er ændret": EDITORIAL},
    ),
    "an address of a table": (
        "hoersholm/udateret",
        [put("id: henvendelser-paa-omraader", "id: omraader")],
        {"Tabel »Henvendelser fordelt på områder«: adressen er ændret fra tabel-henvendelser-paa-omraader til tabel-omraader": EDITORIAL},
    ),
    "an address of a figure": (
        "hilleroed/2014-2018",
        [put("id: figur-1", "id: figuren")],
        {"Figur: adressen er ændret fra figur-figur-1 til figur-figuren": EDITORIAL},
    ),
    "the name of a row": (
        "hoersholm/udateret",
        [put("navn: Skole- og Institution", "navn: Skoler")],
        {"Tabel »Henvendelser fordelt på områder«, Skole- og Institution: Skole- og Institution → Skoler": SUBSTANCE},
    ),
    "a space that does not break, in the excerpt too": (
        "hilleroed/2014-2018",
        [put("den digitale kommunikation med borgere, virk", "den digitale\u00a0kommunikation med borgere, virk", everywhere=True)],
        {"Vision »Vision 2018«: kun mellemrum, linjeskift eller tegn foran punkter er ændret": EDITORIAL},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAIRS)
def test_each_change_of_a_revision_is_named_once_and_rightly(name: str) -> None:
    document, edits, expected = PAIRS[name]
    text = before = DOCUMENTS[document]
    for edit in edits:
        text = edit(text)
    found = compare(edition(before), edition(text))
    named = {said(change, DA).sentence: change.significance for change in found}
    assert named == expected and len(found) == len(named), sentences(found)


def test_what_was_new_in_a_passage_that_was_put_with_another_is_shown() -> None:
    """Words that are nowhere else are marked, and so is what the other text says besides."""
    head = EDITION + "principper:\n  - principper:\n      - id: en\n        tekst: Vi svarer dig samme dag."
    before = head + "\n      - id: to\n        tekst: Vi ringer altid tilbage til dig. Det gælder også om lørdagen, når vi har åbent.\n"
    after = head + " Vi ringer altid tilbage til dig. Det gælder også om lørdagen, når vi har åbent. Spørg bare.\n"
    there = [said(change, DA) for change in compare(edition(before), edition(after))]
    assert [(one.sentence, marked(one.marks)) for one in there] == [
        ("Princip »Vi svarer dig samme dag«: ordene er ændret", "Vi svarer dig samme dag. {+Spørg bare.+}"),
        ("Princip »Vi ringer altid tilbage til dig. Det gælder også om …« er lagt sammen med »Vi svarer dig samme dag«", ""),
    ]
    less = after.replace("Vi ringer altid tilbage til dig. ", "").replace(" Spørg bare.", "")
    (one,) = (said(change, DA) for change in compare(edition(before), edition(less)))
    assert marked(one.marks) == "[-Vi ringer altid tilbage til dig.-] Det gælder også om lørdagen, når vi har åbent."


def test_a_sentence_that_was_changed_on_its_way_into_another_passage_is_told_with_it() -> None:
    head = EDITION + "principper:\n  - principper:\n      - id: en\n        tekst: Vi svarer dig samme dag."
    came = " Vi ringer altid tilbage til dig inden for tre dage. Det gælder også om {}, når vi har åbent."
    before = head + "\n      - id: to\n        tekst:" + came.format("lørdagen") + "\n"
    (one,) = (said(change, DA) for change in compare(edition(before), edition(head + came.format("søndagen") + "\n")))
    assert "er lagt sammen med" in one.sentence
    assert "gælder også om [-lørdagen-] {+søndagen+}, når" in marked(one.marks)
    (back,) = (said(change, DA) for change in compare(edition(head + came.format("søndagen") + "\n"), edition(before)))
    assert "er skilt ud fra" in back.sentence and "[-søndagen-] {+lørdagen+}" in marked(back.marks)


def test_what_is_left_of_a_text_that_lost_its_first_sentence_stands_apart_from_it() -> None:
    section = "afsnit:\n  - {{id: a, overskrift: A, tekst: {}}}\n"
    (one,) = (said(change, DA) for change in compare(*(edition(EDITION + section.format(text)) for text in ("Ring. Kom forbi.", "Kom forbi."))))
    assert marked(one.marks) == "[-Ring.-] Kom forbi."


def test_sentences_that_went_to_another_section_together_are_one_change() -> None:
    stays, *went = "Vi svarer dig samme dag.", "Biblioteket hjælper dig med det digitale.", "Du kan ringe til os hver dag."
    section = "afsnit:\n  - {{id: a, overskrift: A, tekst: {}}}\n  - {{id: b, overskrift: B, tekst: {}}}\n"
    here, there = (
        edition(EDITION + section.format(*texts))
        for texts in ((" ".join([stays, *went]), "Kom forbi."), (stays, " ".join(["Kom forbi.", *went])))
    )
    for before, after, way in ((here, there, "fra »A« til »B«"), (there, here, "fra »B« til »A«")):
        (one,) = (said(change, DA) for change in compare(before, after))
        assert one.sentence == f"»Biblioteket hjælper dig med det digitale« flyttet {way}" and marked(one.marks) == " ".join(went)


def test_short_sentences_and_abbreviations_go_along_into_another_passage() -> None:
    head = EDITION + "principper:\n  - principper:\n      - id: en\n        tekst: Vi svarer dig samme dag."
    came = " Kom forbi, når det gælder f.eks. pas eller kørekort og andre ting. Spørg bare."
    before = head + "\n      - id: to\n        tekst:" + came + "\n"
    (one,) = (said(change, DA) for change in compare(edition(before), edition(head + came + "\n")))
    assert "er lagt sammen med" in one.sentence and not one.marks


def test_of_several_targets_it_is_said_which_has_changed() -> None:
    goal = (
        "mål:\n  - niveau: overordnet\n    mål:\n      - id: a\n        tekst: 80 % af breve og 70 % af opkald i 2027.\n        måltal:\n"
        "          - {hvad: breve, værdi: 80 %, frist: 2027}\n          - {hvad: opkald, værdi: 70 %, frist: 2027}\n"
    )
    name = "Mål »80 % af breve og 70 % af opkald i 2027«"
    for new, expected in (
        (goal.replace("2027", "2028"), [f"{name}, breve: frist 2027 → 2028", f"{name}, opkald: frist 2027 → 2028"]),
        (goal.replace("70 %", "75 %"), [f"{name}, opkald: 70 % → 75 %"]),
    ):
        assert sentences(compare(edition(EDITION + goal), edition(EDITION + new))) == expected


def test_a_chapter_that_is_new_or_gone_is_told_of_by_its_heading_and_its_passages() -> None:
    chapter = "succeskriterier:\n  overskrift: Sådan måler vi\n  punkter:\n    - {id: svar, tekst: Alle får svar samme dag.}\n"
    for before, after, verb in ((EDITION, EDITION + chapter, "tilføjet"), (EDITION + chapter, EDITION, "fjernet")):
        assert sentences(compare(edition(before), edition(after))) == [
            f"Sådan måler vi {verb}",
            f"Succeskriterium »Alle får svar samme dag« {verb}",
        ]


def test_numbers_of_a_list_that_count_on_are_no_other_words() -> None:
    text = EDITION + "afsnit:\n  - id: a\n    overskrift: A\n    tekst: |\n      Du skal:\n\n"
    points = ["ringe til os hver dag", "skrive et brev til os", "møde op på rådhuset"]
    before, after, other = (
        text + "".join(f"      {number}. {point}\n" for number, point in enumerate(held, 1))
        for held in (points, ["tænke dig godt om", *points], [points[0], points[2], points[1]])
    )
    (change,) = compare(edition(before), edition(after))
    assert "{+1. tænke dig godt om+}\n2. ringe" in marked(said(change, DA).marks)
    (change,) = compare(edition(before), edition(other))
    assert said(change, DA).sentence == "Afsnit »A«, »møde op på rådhuset« flyttet fra plads 3 til 2" and not said(change, DA).marks


def test_a_party_that_is_called_something_else_is_one_change() -> None:
    asked = HEARING.replace("  titel: Høring om Kanalstrategi\n", "  titel: Høring om Kanalstrategi\n  handicapråd: Handicaprådet\n")
    new = asked.replace("handicapråd: Handicaprådet", "handicapråd: Rådet for Handicap").replace("fra: Handicaprådet", "fra: Rådet for Handicap")
    assert sentences(compare(hearing(asked), hearing(new))) == ["Høringssvar fra »Handicaprådet«, Fra: Handicaprådet → Rådet for Handicap"]
    only = asked.replace("handicapråd: Handicaprådet", "handicapråd: Rådet for Handicap")
    assert len(compare(hearing(asked), hearing(only))) == 1
    others = "  parter: [Ældrerådet, Danske Handicaporganisationer]\n"
    named = HEARING.replace("  titel: Høring om Kanalstrategi\n", f"  titel: Høring om Kanalstrategi\n{others}")
    assert sentences(compare(hearing(named), hearing(named.replace("Danske Handicaporganisationer", "DH")))) == [
        "Andre parter: Danske Handicaporganisationer → DH"
    ]
