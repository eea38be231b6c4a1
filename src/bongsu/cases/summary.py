"""The short words over an answer: what follows, and what does not."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import Any

from bongsu.assessment import Finding
from bongsu.cases.answer import Assessment
from bongsu.cases.case import Case, Launch
from bongsu.orbit import MAX_TIMING_S, ElementSet, mean_semi_major_axis_m, timing_error_s
from bongsu.wording import joined, phrase

__all__ = ["completed"]

_RAISE_M = 300.0  # a mean axis that rises by more than this between two sets was raised (drag only lowers it)


def completed(
    draft: Assessment, *, primary: Launch | None, element_sets: Sequence[ElementSet], called: str = "", **drawn: Any
) -> Assessment:
    """The assessment with its summary, say and do-not-say, what is not known, and what comes next.

    ``called`` is what a command must be given to find the case again.
    """
    case, findings = draft.case, draft.findings
    say, do_not_say = _say(findings)
    return replace(
        draft,
        summary=_sentences(case, primary, findings),
        say=say,
        do_not_say=do_not_say,
        unknown=tuple(item.text for item in case.remark if item.topic == "unknown"),
        since=tuple(_since(case, element_sets)),
        next_commands=tuple(_next(case, findings, element_sets, draft.at, called)),
        **drawn,
    )


def _sentences(case: Case, primary: Launch | None, findings: Sequence[Finding]) -> tuple[str, ...]:
    out = []
    if primary is not None:
        out.append(_outcome(primary))
    out += _notice_sentence(primary, findings)
    claims = [item for item in findings if item.topic == "claim"]
    flights = [item for item in findings if item.topic == "flight"]
    if claims:
        out += _claims_sentence(case, claims)
    out += [text for flight in flights[:2] for text in _flight_sentences(flight)]
    if any(item.verdict == "possible" for item in claims):
        out.append("That shows that the orbit was known, not that a picture was taken.")
    elif claims and all(item.verdict == "undetermined" for item in claims):
        out.append("That speaks neither for nor against what was claimed.")
    elif claims:
        out.append("That says where the satellite was, as far as it is known, not who erred or why.")
    elif flights:
        out.append("That says which figures fit together, not what was flown or why.")
    elif primary is not None and primary.outcome == "failed":
        out.append("That says where the words and the physics meet, not what was intended.")
    return tuple(out) or ("Nothing in this case can be computed yet.",)


def _flight_sentences(flight: Finding) -> list[str]:
    """One short sentence for what cannot be right, one for what agrees."""
    parties = flight.details.get("parties") or []
    wrong = [item["party"] for item in parties if item["verdict"] == "cannot both be right"]
    right = [item["party"] for item in parties if item["verdict"] == "agree"]
    if not wrong and not right:
        return [flight.statement]
    out = []
    if wrong:
        off = [item["off_min"]["value"] for item in parties if item["party"] in wrong and item.get("off_min")]
        least = (
            phrase(", {off:.1f} min off that of a flight with powered climb", off=abs(off[0]))
            if len(off) == 1 and off[0]
            else ""
        )
        out.append(
            phrase(
                "The figures of {a_and} cannot all be right: the flight time is outside what the arc allows{least}.",
                a_and=_and(wrong),
                least=least,
            )
        )
    if right:
        out.append(
            phrase("Those of {a_and} agree with each other.", a_and=_and(right))
            if wrong
            else phrase("The figures of {a_and} agree.", a_and=_and(right))
        )
    return out


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else joined(", ", names[:-1]) + " and " + names[-1]


def _outcome(launch: Launch) -> str:
    if launch.outcome == "orbit":
        reached = next((item for item in launch.orbit if item.reached), None)
        kind = "a sun-synchronous orbit" if reached and 96.0 <= reached.inclination_deg <= 100.5 else "orbit"
        return phrase("A satellite reached {kind}.", kind=kind)
    if launch.outcome == "failed":
        return phrase(
            "The launch failed and reached no orbit{failure}.",
            failure=joined("", (" (", launch.failure, ")")) if launch.failure else "",
        )
    return "The outcome of the launch is not known."


def _notice_sentence(primary: Launch | None, findings: Sequence[Finding]) -> list[str]:
    if primary is None or primary.outcome == "orbit":
        return []
    finding = next((item for item in findings if item.id == f"notice-orbit:{primary.id}"), None)
    if finding is None:
        return []
    if finding.verdict == "cannot both be right":
        return ["The notified areas and the stated orbit cannot both be right unless a dog-leg is flown."]
    return ["The notified areas fit a straight flight into the stated orbit."]


def _claims_sentence(case: Case, claims: Sequence[Finding]) -> list[str]:
    who = _speaker(case)
    many = len(claims)
    count = {word: sum(item.verdict == word for item in claims) for word in ("possible", "impossible", "undetermined")}
    daylight = all(
        item.estimates["sun_elevation_deg"].low > 0.0
        for item in claims
        if item.verdict == "possible" and "sun_elevation_deg" in item.estimates
    )
    light = ", in daylight" if daylight else ""
    if count["possible"] == many:
        return [
            phrase(
                "At each time {who} stated, it had the named place in view{light}."
                if many > 1
                else "At the time {who} stated, it had the named place in view{light}.",
                who=who,
                light=light,
            )
        ]
    parts = []
    for word in ("possible", "impossible", "undetermined"):
        if count[word]:
            named = [item.label for item in claims if item.verdict == word]
            names = (
                phrase(" ({named}{count})", named=joined(", ", named[:4]), count=", ..." if len(named) > 4 else "")
                if word != "possible"
                else ""
            )
            parts.append(phrase(_COUNTED[word][count[word] > 1], count=count[word], names=names))
    return [
        phrase(
            "Of {many} claim{s} about overflight {parts}.",
            many=many,
            s="s" if many > 1 else "",
            parts=joined("; ", parts),
        )
    ]


_COUNTED = {  # one, several
    "possible": ("{count} was possible{names}", "{count} were possible{names}"),
    "impossible": ("{count} was impossible{names}", "{count} were impossible{names}"),
    "undetermined": ("{count} cannot be told{names}", "{count} cannot be told{names}"),
}


def _speaker(case: Case) -> str:
    """Who makes the claims, in the words of the case: its own name for several outlets of one state."""
    names = list(dict.fromkeys(claim.who for claim in case.claim))
    state_media = {"KCNA", "Rodong Sinmun", "state media", "North Korea"}
    if names and set(names) <= state_media:
        return "North Korea"
    return names[0] if len(names) == 1 else "the parties"


def _say(findings: Sequence[Finding]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    claims = [item for item in findings if item.topic == "claim" and item.say]
    claims.sort(key=lambda item: abs(item.details.get("miss_s") or 1e9))
    chosen = claims[:2] or [item for item in findings if item.topic in ("flight", "notice-orbit") and item.say][:2]
    return tuple(item.say for item in chosen), tuple(
        dict.fromkeys(item.do_not_say for item in chosen if item.do_not_say)
    )


def _since(case: Case, element_sets: Sequence[ElementSet]) -> list[str]:
    lines = []
    for satellite in case.satellite:
        sets = sorted((s for s in element_sets if s.norad_id == satellite.norad_id), key=lambda item: item.epoch)
        if not sets:
            continue
        raised = _last_raise(sets)
        text = phrase("last set {day}", day=_day(sets[-1]))
        if raised is not None:
            before, after, size = raised
            text = (
                phrase(
                    "last raise between {day} and {day_2}, {size:.1f} km or more; ",
                    day=_day(before),
                    day_2=_day(after),
                    size=size / 1000.0,
                )
                + text
            )
        lines.append(text)
        if satellite.decayed:
            lines.append(phrase("decayed {decayed}", decayed=satellite.decayed))
    return lines


def _day(element_set: ElementSet) -> str:
    return phrase("{epoch:%-d %b %Y}", epoch=element_set.epoch)


def _last_raise(sets: Sequence[ElementSet]) -> tuple[ElementSet, ElementSet, float] | None:
    """The last pair of sets between which the mean axis rose, and by how much at least (drag only lowers it). [m]"""
    found = None
    for before, after in pairwise(sets):
        rise = mean_semi_major_axis_m(after) - mean_semi_major_axis_m(before)
        if rise > _RAISE_M:
            found = before, after, rise
    return found


def _next(
    case: Case, findings: Sequence[Finding], element_sets: Sequence[ElementSet], at: datetime, called: str
) -> list[str]:
    """Commands that work as they stand, but for LAT,LON."""
    name = case.case.name if called in ("", case.case.name) else shlex.quote(called)
    bundled = called in ("", case.case.name)
    if not findings:
        return ["bongsu case show malligyong-1    (a case with all its parts)"]
    out = []
    claims = [item for item in findings if item.topic == "claim"]
    telling = max(claims, key=lambda item: abs(item.details.get("miss_s") or 0.0), default=None)
    finding = telling or next((item for item in findings if item.topic in ("flight", "notice-orbit")), None)
    if finding is not None:
        where = "" if bundled and telling is not None else phrase(" --case {name}", name=name)
        out.append(phrase("bongsu explain {id}{where}", id=finding.id, where=where))
    out.append(phrase("bongsu assess {name} -o report.html", name=name))
    if case.satellite and bundled:
        number = case.satellite[0].norad_id
        newest = max((item for item in element_sets if item.norad_id == number), key=lambda s: s.epoch, default=None)
        if newest is not None:
            too_old = float(timing_error_s(newest, at)[0]) > MAX_TIMING_S
            when = phrase(" --at {epoch:%Y-%m-%d}", epoch=newest.epoch) + "T12:00Z" if too_old else ""
            out.append(phrase("bongsu passes {number} LAT,LON{when}", number=number, when=when))
    return out
