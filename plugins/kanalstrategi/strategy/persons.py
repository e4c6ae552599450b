"""Tells the name of a private person from that of a council, an association or an authority."""

from __future__ import annotations

import re
from typing import Final

_GIVEN: Final = frozenset(
    """
    aage agnete agnethe albert alberte alex alexander alfred alice allan alma amalie anders andrea andreas anette
    anja ann anna anne annelise annemarie annette anni annie anton arne arthur asger asta astrid august axel aya
    benjamin benny bent bente berit bertha betina bettina birger birgit birgitta birgitte birthe bjarne bo bodil
    brian britta børge camilla carl carla caroline carsten cecilie charlotte christa christel christian christina
    christine christoffer claes clara claus connie conny dagmar dan daniel dennis dines ditte dorte dorthe dorthea
    ebbe edith egon eigil eilif einar elin elisabeth elise ella ellen elna else elsebeth elsie emil emilie emma emmy
    erik erika erling ernst esben ester esther eva fatima filip finn flemming frank frans freddy frederik frederikke
    freja frida frode gerda gert gitte gorm grethe gudrun gunhild gunnar gunner gurli gustav hanna hannah hanne hans
    harald harry hassan heidi heine helen helena helene helga helge helle henning henny henriette henrik henry
    herdis herluf hjalmar holger ib ibrahim ida inga inge ingeborg ingelise inger ingrid irene iris isabella ivan
    ivar jacob jakob jan jane janne janni jannie jeanette jeanne jens jeppe jesper jette jim jimmy joachim johan
    johanna johanne john johnny jonas jonathan josefine julie julius jytte jørgen jørn kai kaj kamilla karen karin
    karina karl karla karsten kasper kate kathrine katrine kaya keld kenn kenneth kent kim kirsten kirstine kjeld
    klaus knud kristian kristina kristine kristoffer kurt lars lasse laura laurids laurits laust leif lena lene leo
    leon leonora lilian lillian lilly lily lina linda line lis lisa lisbet lisbeth lise liselotte lissi liva lone
    lotte louis louise lucas lukas lærke mads magnus maiken maj maja malene malthe marcus maren margit margrethe
    maria mariane marianne marie marius mark martha martin mathias mathilda mathilde max merete merethe mette mia
    michael michala mie mikael mikkel mille minna mira mogens mohamed mohammad mohammed molly mona monica morten
    muhammad mustafa nanna natasja nete nicklas nicolai niels niklas nikolaj nina noah nora olaf olav ole olga
    oliver olivia omar oscar oskar otto ove palle paula pauline peder per pernille peter pia poul preben rasmus
    rebecca regitze richard rikke rita robert rolf ronja rosa rudolf rune ruth sabine sally samuel sander sandra
    sanne sara sarah sebastian selma signe sigrid silas silje simon sine siri sisse sofia sofie solveig sonja sophie
    steen stefan sten stig stine storm susan susanne sven svend søren tage tanja tenna thea theis theodor thomas
    thor thora thorkild thorvald tim tina tine tobias tom tommy tora torben tore tove trine troels tue uffe ulla
    ulrich ulrik ursula vagn valborg valdemar vera verner vibeke victor victoria vigga viggo viktor vilhelm villads
    villy viola vita vivi william willy yasmin yrsa yvonne zainab åge åse øjvind øyvind
    """.split()
)
"""Given names as people in Denmark have them."""

_FAMILY: Final = frozenset(
    """
    abelsen ahmed ali andreasson axelsen bach bak bang beck berg bertram bille bisgaard bisgård bjerre bjerregaard
    bjerregård bojsen bonde borg brandt bro bruhn bruun buch bundgaard bundgård bøgh carstens clemmensen dahl
    dalgaard dalgård dam damgaard damgård danielsen due enevoldsen fabricius falk fischer fisker friis frost
    gabrielsen gade gram grøn grønbæk haagensen hald hansson hartmann hassan hedegaard hedegård hein hermann hjort
    hjorth hoffmann holm holst hussain juhl juul kaas khan kirk kirkegaard kirkegård kjeldgaard kjær kjærgaard
    kjærgård klausen koch kofoed krag kristoffer krogh krøyer kvist lange lassen lau lauge laursen lind lindberg
    linde lorentzen lorenzen lund lundgaard lundgård lykke madsen malling markussen mayer meyer michelsen mikkelsen
    mohamed mohr munch munk møller nguyen nielsen nord nyborg nygaard nygård nøhr nørgaard nørgård petri poulsen
    rahbek rasch ravn riis rohde rosendahl samuelsen schmidt schou schrøder schultz schulz severin skaarup skov
    skovgaard skovgård skytte smed smidt sommer sonne spang staal steen steffens stokholm strand strøm svane
    sønderby sørensen thorup thuesen toft tran tønder urup vang vestergaard vestergård villadsen vind vinter vinther
    voss wagner warming weber westergaard winther wolff yilmaz østergaard østergård
    """.split()
)
"""Family names that do not end in -sen."""

_WORDS_TOO: Final = frozenset("alma aya bo else frida freja iris liva max per rosa sten storm thor viola vita".split())
"""Given names that an association may well begin with."""

_ORGANISATION: Final = re.compile(
    r"(?:(?:råd|raad|udvalg|forening|forbund|fond|sag|samfund|samvirke|selskab|klub|laug|lav|parti|kommune|region|styrelse"
    r"|ministeri|institut|center|centr|hus|skole|gymnasi|universitet|bibliotek|muse|museum|hjem|hjælp|kirke|sogn|menighed"
    r"|organisation|kreds|liste|venner|net|netværk|gruppe|værk|bank|firma|virksomhed|erhverv|advokat|handel|service|plads"
    r"|seminari|legat|stiftelse|teater|minde|apotek|fællesskab|afdeling|forvaltning|team|nævn|styrelse|ledelse|repræsentation)"
    r"(?:e|en|er|et|erne|ene|ens|ets|ernes|s|t|n)*|a/s|aps|i/s|ivs|amba|fmba)$"
)
_RUN: Final = re.compile(r"(?:(?<![\w'’-])[A-ZÆØÅÉÄÖÜ][\w'’/-]*\.?[ \t]*)+")
_FAMILY_FIRST: Final = re.compile(r"([A-ZÆØÅ][\w-]+), ([A-ZÆØÅ][\w-]+)")
_INITIALS: Final = re.compile(r"(?:[A-ZÆØÅ]\.\s?){2,}")
_WORD_BEFORE: Final = re.compile(r"([\w/-]+)\W*$")
_WORD_AFTER: Final = re.compile(r"[ \t]*([\w-]+)")


def private_name(party: str) -> str | None:
    """The name or initials of a person in what is said of a party, or `None`."""
    turned = _FAMILY_FIRST.search(party)
    if turned and _is_family(turned[1]) and _is_given(turned[2]):
        return turned.group()
    for match in _RUN.finditer(party):
        before = _WORD_BEFORE.search(party[: match.start()])
        if before and _is_organisation(before.group(1)) and party[: match.start()].endswith(" "):
            continue
        after = _WORD_AFTER.match(party, match.end())
        if after and _is_organisation(after[1]):
            continue
        words = match.group().split()
        if name := _name(words, alone=match.group().strip() == party.strip()):
            return name
    return None


def _name(words: list[str], *, alone: bool) -> str | None:
    """The name among words that each begin with a capital."""
    if _INITIALS.fullmatch(" ".join(words)):
        return " ".join(words)
    for index, (first, second) in enumerate(zip(words, words[1:], strict=False)):
        rest = words[index + 1 :]
        length = next((place for place, word in enumerate(rest) if _is_organisation(word)), None)
        if length is not None:
            continue
        initial = bool(re.fullmatch(r"[A-ZÆØÅ]\.", first))
        known = _is_family(rest[-1]) or _is_given(rest[-1])
        if _is_given(first) and (known or first.casefold() not in _WORDS_TOO):
            return " ".join([first, *rest])
        if (initial or alone) and _is_family(rest[-1]) and not _is_organisation(first):
            return " ".join([first, *rest])
    if alone and len(words) == 1 and (_is_given(words[0]) or _is_family(words[0])):
        return words[0]
    return None


def _is_given(word: str) -> bool:
    return all(part in _GIVEN for part in word.casefold().strip(".'’-").split("-"))


def _is_family(word: str) -> bool:
    plain = word.casefold().strip(".'’-")
    if plain in _FAMILY:
        return True
    likely = len(plain) > 4 and plain.endswith(("sen", "sson", "gaard", "gård"))
    return likely and not plain.endswith("elsen") and not _is_organisation(word)


def _is_organisation(word: str) -> bool:
    """Whether a word, or the end of it, says that this is no person: Høreforeningen, Sagen, A/S."""
    return bool(_ORGANISATION.search(word.casefold().strip(".,;:'’")))
