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
        least = f", {abs(off[0]):.1f} min off that of a flight with powered climb" if len(off) == 1 and off[0] else ""
        out.append(
            f"The figures of {_and(wrong)} cannot all be right: the flight time is outside what the arc allows{least}."
        )
    if right:
        out.append(
            f"Those of {_and(right)} agree with each other." if wrong else f"The figures of {_and(right)} agree."
        )
    return out


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _outcome(launch: Launch) -> str:
    if launch.outcome == "orbit":
        reached = next((item for item in launch.orbit if item.reached), None)
        kind = "a sun-synchronous orbit" if reached and 96.0 <= reached.inclination_deg <= 100.5 else "orbit"
        return f"A satellite reached {kind}."
    if launch.outcome == "failed":
        return f"The launch failed and reached no orbit{' (' + launch.failure + ')' if launch.failure else ''}."
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
        return [f"At {'each' if many > 1 else 'the'} time {who} stated, it had the named place in view{light}."]
    parts = []
    for word in ("possible", "impossible", "undetermined"):
        if count[word]:
            named = [item.label for item in claims if item.verdict == word]
            names = f" ({', '.join(named[:4])}{', ...' if len(named) > 4 else ''})" if word != "possible" else ""
            text = "cannot be told" if word == "undetermined" else f"{'was' if count[word] == 1 else 'were'} {word}"
            parts.append(f"{count[word]} {text}{names}")
    return [f"Of {many} claim{'s' if many > 1 else ''} about overflight {'; '.join(parts)}."]


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
        text = f"last set {_day(sets[-1])}"
        if raised is not None:
            before, after, size = raised
            text = f"last raise between {_day(before)} and {_day(after)}, {size / 1000.0:.1f} km or more; " + text
        lines.append(text)
        if satellite.decayed:
            lines.append(f"decayed {satellite.decayed}")
    return lines


def _day(element_set: ElementSet) -> str:
    return f"{element_set.epoch.day} {element_set.epoch:%b %Y}"


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
        where = "" if bundled and telling is not None else f" --case {name}"
        out.append(f"bongsu explain {finding.id}{where}")
    out.append(f"bongsu assess {name} -o report.html")
    if case.satellite and bundled:
        number = case.satellite[0].norad_id
        newest = max((item for item in element_sets if item.norad_id == number), key=lambda s: s.epoch, default=None)
        if newest is not None:
            too_old = float(timing_error_s(newest, at)[0]) > MAX_TIMING_S
            when = f" --at {newest.epoch:%Y-%m-%d}" + "T12:00Z" if too_old else ""
            out.append(f"bongsu passes {number} LAT,LON{when}")
    return out
