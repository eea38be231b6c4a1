"""Words in a warning that name a kind, lean to one, or only sound like it; English, Spanish, Korean, Japanese.

Each entry counts once, wherever its words stand, and has the weights that were *declared* for it: how far it moves the
log-odds of a kind before any fitting (:mod:`bongsu.notices.kind_weights` holds the fitted ones).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bongsu.notices.notice import KINDS
from bongsu.notices.shapes import Span

__all__ = ["EAST_ASIAN", "VOCABULARY", "Evidence", "Words", "named_kinds", "other_subject"]

_L, _R, _M, _G, _D, _O, _U = KINDS  # space launch, re-entry, missile test, gunnery, debris, other, undetermined
_MOST_WORDS = 20  # looked at for one entry; real warnings have fewer than ten


@dataclass(frozen=True, slots=True)
class Evidence:
    """One finding: its name in the tables, what was found in words, and where in the text."""

    name: str
    found: str
    span: Span


@dataclass(frozen=True, slots=True)
class Words:
    """Words that count together, once: cheap signs that they may be there, their pattern, declared weights."""

    name: str
    signs: frozenset[str]
    pattern: re.Pattern[str]
    weights: dict[str, float]
    names: str = ""  # the kind that they name outright


def _words(name: str, signs: str, pattern: str, weights: dict[str, float], names: str = "") -> Words:
    return Words(name, frozenset(signs.split("|")), re.compile(pattern.replace(" ", r"\s{1,12}")), weights, names)


_SHIP = r"(?:[MFSR]/[VTY]|MV|FV|SV|MT|SS|VESSEL|SHIP|CABLESHIP|YACHT|TUG|BARGE)"
_ABOUT = r"ROCKETS?|MISSILES?|SATELLITE|SPACE|DEBRIS|LAUNCH\w{0,4}|TORPEDO"
# In this order: what an earlier entry has taken, a later one does not see.
VOCABULARY = (
    _words(
        "a vessel's name",
        "ROCKET|MISSILE|SATELLITE|SPACE|TORPEDO",
        rf"\b{_SHIP}\.? (?:[A-Z0-9'.-]{{1,20}} )?(?:{_ABOUT})\b(?! (?:LAUNCH|OPERATION|FIRING|EXERCISE|DEBRIS|RE-?ENTRY))"
        r"(?: [A-Z0-9'.-]{1,20})?",
        {_O: 3.0},
    ),
    _words(
        "signal rockets",
        "ROCKET",
        r"\b(?:ROCKET PARACHUTE|PARACHUTE ROCKETS?|ROCKET FLARES?|(?:DISTRESS|SIGNAL|LINE[ -]THROWING|RED|WHITE|GREEN)"
        r" ROCKETS?)\b(?: FLARES?| SIGNALS?)?",
        {_O: 5.0},
    ),
    _words(
        "floating debris",
        "DEBRIS",
        r"\b(?:(?:FLOATING|MARINE|WRECK(?:AGE)?|SHIP|CARGO|FISHING|UNDERWATER|STORM|HURRICANE|TYPHOON|TSUNAMI) DEBRIS"
        r"|DEBRIS (?:FROM|OF) (?:AN? |THE )?(?:[A-Z-]{1,20} ){0,2}(?:VESSEL|WRECK|SHIP|BOAT|AIRCRAFT|PLATFORM|[MFS]/V)"
        r"|DEBRIS (?:ADRIFT|AFLOAT|REPORTED ADRIFT))\b",
        {_O: 5.0},
    ),
    _words(
        "ordnance on the bottom",
        "ORDNANCE|MINE|MUNITION|UXO",
        r"\b(?:UNEXPLODED|ORDNANCE|MUNITIONS?|MINEFIELDS?|UXO|(?:HISTORIC|FLOATING|DRIFTING|SEA) MINES?)\b",
        {_O: 5.0},
    ),
    _words(
        "range's name",
        "MISSILE|ROCKET",
        r"\b(?:MISSILE|ROCKET) (?:TEST |FIRING )?(?:RANGE|CENT(?:ER|RE)|FACILITY)(?: FACILITY)?\b",
        {_M: 0.7, _U: 0.3},
    ),
    _words(
        "guns and missiles",
        "MISSILE",
        r"\b(?:GUNNERY|GUN|ROCKET|BOMBING|TORPEDO)(?: FIRING)? AND (?:GUIDED )?MISSILES?\b|\bMISSILES? AND (?:GUNNERY|GUN|ROCKET|BOMBING|TORPEDO)\b",
        {_M: 6.0},
        _M,
    ),
    _words(
        "a re-entry",
        "RE-ENT|REENT|RE ENT|ORBIT|SPLASH|REINGR|REENTR",
        r"\bRE[- ]?ENT(?:RY|ER\w{0,4}|RIES)\b|\bDE-?ORBIT\w{0,4}|\bSPLASH-?DOWN\b|\bREINGRESO\b|\bREENTRADA\b",
        {_R: 6.0},
        _R,
    ),
    _words(
        "falling debris",
        "DEBRIS|STAGE|FALLING|FAIRING|JETTISON|CHATARRA",
        r"\b(?:SPACE|ROCKET|ORBITAL|SATELLITE|LAUNCH(?:ER)?|SPACECRAFT|FALLING|SPENT) DEBRIS\b"
        r"|\bDEBRIS (?:FALL\w{0,4}|IMPACT|HAZARD|FROM (?:AN? |THE )?(?:ROCKET|SATELLITE|SPACE|LAUNCH)\w{0,6})\b"
        r"|\b(?:SPENT|ROCKET|BOOSTER) STAGES?\b|\bSTAGES? (?:FALL\w{0,4}|IMPACT|DROP|JETTISON\w{0,4})\b"
        r"|\bFALLING (?:STAGES?|ROCKETS?|OBJECTS?)\b|\bFAIRINGS?\b|\bCHATARRA ESPACIAL\b",
        {_D: 5.0},
        _D,
    ),
    _words(
        "a space launch",
        "SPACE|SATELLITE|LAUNCH|ORBITAL|ESPACIAL|SATELITE",
        r"\b(?:SATELLITE|SPACE|SPACECRAFT|CARRIER|ORBITAL|PSLV|GSLV)[ ,-]{1,3}(?:ROCKETS? |VEHICLE )?LAUNCH\w{0,4}\b(?: VEHICLES?)?"
        r"|\b(?:SATELLITE|SPACE|CARRIER) ROCKETS?\b|\bLAUNCH(?:ING)? (?:OF )?(?:AN? |THE )?(?:SATELLITES?|SPACECRAFT|SPACE)\b"
        r"|\bLAUNCH VEHICLES?\b|\bAEROSPACE (?:FLIGHT )?(?:ACTIVIT\w{1,3}|OPERATIONS?)\b|\bLANZAMIENTO (?:ESPACIAL|DE (?:UN )?SATELITE)\b",
        {_L: 6.0},
        _L,
    ),
    _words(
        "a launcher's name",
        "FALCON|ARIANE|SOYUZ|PSLV|GSLV|LVM3|H-II|ATLAS V|DELTA IV|STARSHIP|LONG MARCH|KSLV|ELECTRON|VEGA",
        r"\b(?:FALCON (?:9|HEAVY)|ARIANE ?[56]|SOYUZ|[PGK]SLV(?:-\w{1,4})?|LVM ?3|H-?II[AB]|ATLAS V|DELTA IV|STARSHIP|LONG MARCH"
        r"|ELECTRON ROCKET|VEGA(?:-C)? (?:ROCKET|LAUNCH\w{0,4}))\b",
        {_L: 3.0},
        _L,
    ),
    _words(
        "a research rocket",
        "SOUNDING|RESEARCH|METEOROL|SUBORBITAL|SUB-ORBITAL",
        r"\b(?:SOUNDING|RESEARCH|METEOROLOGICAL) ROCKETS?\b|\bSUB-?ORBITAL\b",
        {_L: 5.0},
        _L,
    ),
    _words("guns and rockets", "ROCKET", r"\bGUNNERY AND ROCKETS?\b|\bROCKETS? AND GUNNERY\b", {_G: 5.0}, _G),
    _words(
        "ROCKET LAUNCHING",
        "ROCKET|COHETE|LAUNCH",
        r"\bROCKETS?[ ,-]{1,3}LAUNCH\w{0,4}\b|\bLAUNCH\w{0,4} (?:OF )?(?:AN? |THE )?ROCKETS?\b"
        r"|\bLANZAMIENTO (?:DE )?(?:UN )?COHETES?\b",
        {_L: 3.0, _M: 1.0, _G: 1.0, _U: 1.0},
        _L,
    ),
    _words(
        "a missile",
        "MISSILE|BALLISTIC|INTERCEPT|MISIL|GUIDED",
        r"\bMISSILES?(?: (?:FIRING|LAUNCH\w{0,4}|OPERATIONS?|EXERCISES?|TESTS?|DEFEN[CS]E))?\b|\bGUIDED WEAPONS?\b|\bINTERCEPTORS?\b"
        r"|\b(?:ICBM|SLBM)S?\b|\bMISIL(?:ES)?\b",
        {_M: 6.0},
        _M,
    ),
    _words(
        "guns, bombs or torpedoes",
        "GUN|FIRING|BOMB|TORPEDO|ARTILLERY|TIRO|DEPTH|AMMUNITION|ARMS",
        r"\bGUN(?:NERY|FIRE| FIRINGS?)\b|\b(?:LIVE|LIVE-FIRE|NAVAL|COMBAT) FIRING\b|\bFIRING (?:EXERCISES?|PRACTICES?|DRILLS?|TRAINING)\b"
        r"|\bBOMBING\b|\bTORPEDO(?:ES)?\b|\bARTILLERY\b|\bDEPTH CHARGES?\b|\bLIVE AMMUNITION\b|\bSMALL ARMS\b"
        r"|\bEJERCICIOS? (?:NAVAL(?:ES)? )?(?:DE )?TIRO\b",
        {_G: 6.0},
        _G,
    ),
    _words("rockets", "ROCKET|COHETE", r"\bROCKETS?\b|\bCOHETES?\b", {_L: 1.0, _G: 1.0, _M: 1.0, _U: 1.0}),
    _words("firing", "FIRING|WEAPON", r"\b(?:WEAPONS? )?FIRINGS?\b|\bWEAPONS?\b", {_G: 1.5, _M: 0.5, _U: 1.0}),
    _words(
        "hazardous operations",
        "HAZARDOUS|DANGEROUS OP|PELIGROS",
        r"\b(?:HAZARDOUS|DANGEROUS) OP(?:ERATION|NS?|S)?\w{0,3}\b|\bOPERACI\w{1,5} PELIGROSAS?\b",
        {_U: 4.0, _L: 1.0, _R: 1.0, _M: 1.0, _D: 1.0, _G: 1.0},
    ),
    _words(
        "an exercise",
        "EXERCISE|MANEUVER|MANOEUV|EJERCICIO|DRILL",
        r"\b(?:NAVAL |MILITARY |FLEET |SUBMARINE )?(?:EXERCISES?|MANEUVERS|MANOEUVRES|EJERCICIOS?)\b|\bMILITARY (?:OPERATIONS?|DRILLS?)\b",
        {_U: 1.5, _G: 1.0},
    ),
)
# Korean and Japanese words have no blanks between them; no labelled message has any, so their weights stay as declared.
EAST_ASIAN = (
    Words("a re-entry", frozenset({"재진입", "再突入"}), re.compile("재진입|再突入"), {_R: 6.0}, _R),
    Words(
        "a space launch",
        frozenset({"위성", "우주", "나로호", "누리호", "衛星", "宇宙", "ロケット"}),
        re.compile(
            r"(?:인공)?위성\s{0,2}(?:운반)?\s{0,2}(?:로켓|발사)|우주\s{0,2}발사체?|누리호|나로호"
            r"|(?:人工)?衛星(?:運搬)?(?:ロケット|等?の?打|発射)|(?:宇宙|観測|H-?(?:Ⅱ|II|3)\w{0,2})\s?ロケット|ロケット\s?(?:等?の?打|発射)"
        ),
        {_L: 6.0},
        _L,
    ),
    Words(
        "a missile",
        frozenset({"미사일", "유도탄", "ミサイル", "誘導弾"}),
        re.compile("미사일|유도탄|ミサイル|誘導弾"),
        {_M: 6.0},
        _M,
    ),
    Words(
        "guns, bombs or torpedoes",
        frozenset({"사격", "포격", "어뢰", "폭격", "射撃", "爆撃", "魚雷"}),
        re.compile("(?:해상)?(?:함포)?사격|포격|어뢰|폭격|(?:実弾)?射撃|爆撃|魚雷"),
        {_G: 6.0},
        _G,
    ),
    Words(
        "falling debris",
        frozenset({"낙하", "잔해", "파편", "落下", "宇宙ごみ", "宇宙物体"}),
        re.compile("(?:잔해물?|파편|추진체|낙하물)\\s{0,2}(?:이?\\s?낙하)?|낙하|落下物?|宇宙(?:ごみ|物体)"),
        {_D: 5.0},
        _D,
    ),
    Words(
        "hazardous operations",
        frozenset({"위험", "危険"}),
        re.compile("위험|危険"),
        {_U: 1.5, _L: 0.5, _M: 0.5, _G: 0.5},
    ),
)
_ALL_WORDS = (*EAST_ASIAN, *VOCABULARY)
_SIGNS = tuple(sorted({sign for each in VOCABULARY for sign in each.signs}))
_EAST_ASIAN_SIGNS = tuple(sorted({sign for each in EAST_ASIAN for sign in each.signs}))
_SUBJECT = (
    "SURVEY", "SEISMIC", "CABLE", "UNDERWATER", "LIGHT", "BUOY", "WRECK", "ICEBERG", "SEA ICE", "DISTRESS", "OVERBOARD",
    "ADRIFT", "MISSING", "OVERDUE", "UNREPORTED", "DRILLING", "PIPELINE", "UNLIT", "NAVTEX", "PIRA", "ATTACK", "BOARDED",
    "DREDG", "DIVING", "DIVER", "TOWING", "ANCHOR", "PLATFORM", "DERELICT", "CAPSIZED", "SANK", "SUNK", "SINKING", "TURBINE",
    "MOORING", "MIGRANT", "EARTHQUAKE", "SHOAL", "DEPTH", "SUBMERGED", "CHART", "REQUESTING ASSISTANCE", "RACON", "OFF AIR",
    "AGROUND", "FARM", "BEACON", "STATION", "CONTAINERS", "VOLCAN", "RIG ", "M/V", "F/V", "S/V", "TRAFFIC SEPARATION",
)  # fmt: skip
_SUBJECT_WORD = re.compile("(?<![A-Z])(?:" + "|".join(map(re.escape, _SUBJECT)) + ")")
_CHART_NUMBER = re.compile(r"S?\s{1,12}\d")  # which chart shows the place: no subject


def named_kinds(plain: str, start: int) -> Iterator[Evidence]:
    """Words, each kind of them once; what an earlier entry took is not read again."""
    taken: list[Span] = []
    first: tuple[int, str, Evidence] | None = None
    seen: set[str] = set()
    signs = {sign for sign in _SIGNS if sign in plain}
    if not plain.isascii():
        signs.update(sign for sign in _EAST_ASIAN_SIGNS if sign in plain)
    if not signs:
        return
    for each in _ALL_WORDS:
        if each.signs.isdisjoint(signs):
            continue
        for match in islice(each.pattern.finditer(plain, start), _MOST_WORDS):
            span = match.span()
            if any(span[0] < end and begin < span[1] for begin, end in taken):
                continue
            taken.append(span)
            if each.name in seen:
                continue
            seen.add(each.name)
            general = each.name == "hazardous operations" and first is not None
            name = "hazardous operations, and which" if general else each.name
            evidence = Evidence(name, " ".join(match.group().split()), span)
            yield evidence
            if each.names and (first is None or span[0] < first[0]):
                first = (span[0], each.names, evidence)
    if first is not None:
        yield Evidence(f"first named: {first[1]}", f"{first[2].found} comes first", first[2].span)


def other_subject(plain: str, start: int, end: int) -> Evidence | None:
    """A word of another subject before ``end``, where a kind is named; charts aside."""
    for match in _SUBJECT_WORD.finditer(plain, start, end):
        if match.group() != "CHART" or _CHART_NUMBER.match(plain, match.end()) is None:
            return Evidence("another subject", match.group().strip(), match.span())
    return None
