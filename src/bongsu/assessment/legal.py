"""The other question: what Security Council resolutions say of a launch, whatever kind it was."""

from __future__ import annotations

from functools import cache

from bongsu.assessment.finding import Finding
from bongsu.earth import Region
from bongsu.provenance import Evidence
from bongsu.reference import Resolution, council_statement, resolution_sources, resolutions, state_outline
from bongsu.wording import joined, phrase

__all__ = ["OTHER_STATE", "legal_finding", "state_of"]

OTHER_STATE = "another state"
_APART = "this is another question than what kind of flight it was, and does not depend on the answer to that"


def state_of(latitude_deg: float, longitude_deg: float) -> str:
    """Whose launch a place speaks of: ``North Korea``, or ``another state``. By a coarse outline, good to some 20 km."""
    name, region = _outline()
    return name if region.contains(latitude_deg, longitude_deg) else OTHER_STATE


@cache
def _outline() -> tuple[str, Region]:
    name, ring = state_outline()
    return name, Region.from_ring(ring)


def legal_finding(state: str, day: str, *, sources: tuple[str, ...] = ()) -> Finding | None:
    """What the resolutions demand of that state's launches, on that day.

    Parameters
    ----------
    state : str
        As :func:`state_of`; empty where it is not known.
    day : str
        Of the launch, ISO, as far as known; those adopted later are named as later. Empty: all are taken.
    sources : tuple of str
        Of place and day.

    Returns
    -------
    Finding or None
        Id ``legal``. None where the state is not known.
    """
    if not state:
        return None
    bound, _ = _outline()
    if state != bound:
        return _none_known(state, sources)
    known = resolutions()
    before = [each for each in known if not day or each.adopted <= day[:10].ljust(10, "9")]
    wide = [each for each in before if each.covers == "technology"]
    statement = _binding(before, wide, day) if before else _not_yet(known[0], day)
    return Finding(
        id="legal",
        topic="legal",
        question="What do Security Council resolutions say of such a launch?",
        verdict="reported",
        statement=phrase("{statement}; {apart}.", statement=statement, apart=_APART),
        sources=sources,
        label="legal",
        brief=_brief(before, wide),
        sign="=",
        mark="any launch" if wide else "missiles" if before else "none yet",
        evidence=(Evidence(what="place and day of the launch", sources=sources), *map(_evidence, before)),
        method="Read from Bongsu's table of resolutions: number, paragraph, our own phrasing; nothing is computed.",
        reference="resolutions.toml; texts at docs.un.org",
        caveats=(
            "A table of texts, not legal advice: whether and how a resolution binds is for lawyers.",
            *_others(before, wide),
        ),
        would_change=("The texts of the resolutions, whose paragraphs should be checked at docs.un.org.",),
        say=_say(wide, before),
        do_not_say="that the wording tells what was launched, or that it was no satellite",
        details={
            "state": state,
            "day": day,
            "resolutions": [_json(each, in_force=each in before) for each in known],
            "statement": {"name": council_statement().name, "quotation": council_statement().quotation},
            "sources": {
                key: {"publisher": source.publisher, "address": source.address, "grade": source.grade}
                for key, source in resolution_sources().items()
            },
        },
    )


def _binding(before: list[Resolution], wide: list[Resolution], day: str) -> str:
    on = phrase("On {day} the", day=day[:10]) if day else "The"
    if not wide:
        listed = joined(
            ", ", (phrase("{cited} (to {demands})", cited=_cited(each), demands=each.demands) for each in before)
        )
        return phrase(
            "{on} Security Council's resolutions named North Korea's ballistic missiles and their"
            " programme, not yet every launch with their technology: {listed}; the wider words came"
            " with 1874 of 12 June 2009",
            on=on,
            listed=listed,
        )
    listed = joined(
        "; ", (phrase('{cited}, "{quotation}"', cited=_cited(each), quotation=each.quotation) for each in wide)
    )
    statement = council_statement()
    president = (
        phrase('; the {name} reads that to hold "{quotation}"', name=statement.name, quotation=statement.quotation)
        if not day or statement.adopted <= day[:10].ljust(10, "9")
        else ""
    )
    return phrase(
        "{on} Security Council's resolutions demand of North Korea, and of no other state in"
        " this table, that it not conduct a launch with the technology of ballistic missiles:"
        " {listed}{president}",
        on=on,
        listed=listed,
        president=president,
    )


def _not_yet(first: Resolution, day: str) -> str:
    return phrase(
        "On {day} no resolution in Bongsu's table spoke of North Korea's launches: the first of"
        " them, {title}, is of {adopted}",
        day=day[:10],
        title=first.title,
        adopted=first.adopted,
    )


def _evidence(each: Resolution) -> Evidence:
    """Where a resolution's words were read."""
    known = resolution_sources()
    places = [
        f"{known[key].publisher}{f', {known[key].address}' if known[key].address else ''}" for key in each.sources
    ]
    return Evidence(
        what=phrase(
            "resolution {title}, adopted {adopted}: {places}",
            title=each.title,
            adopted=each.adopted,
            places=joined("; ", places),
        )
    )


def _cited(each: Resolution) -> str:
    """``1874 (2009), paragraph 2``; says where the number was not seen in print."""
    if not each.paragraph:
        return each.title
    unseen = " (number not seen in a source)" if each.paragraph_grade == "M" else ""
    return phrase("{title}, paragraph {paragraph}{unseen}", title=each.title, paragraph=each.paragraph, unseen=unseen)


def _others(before: list[Resolution], wide: list[Resolution]) -> tuple[str, ...]:
    """Those adopted by then that the sentence does not quote, and those whose operative words were not seen."""
    rest = [each.title for each in before if each not in wide] if wide else []
    unread = [each.title for each in before if each.covers == "cited"]
    return (
        *((phrase("Also adopted by then: {rest}.", rest=joined(", ", rest)),) if rest else ()),
        *(
            (
                "The operative words of those from 2094 (2013) on were not seen; others cite them, or they cite those before.",
            )
            if unread
            else ()
        ),
    )


def _brief(before: list[Resolution], wide: list[Resolution]) -> str:
    if wide:
        return phrase(
            '{title} and later: no launch "using ballistic missile technology"; only of North Korea',
            title=wide[0].title,
        )
    return (
        phrase("{title}: ballistic missiles and their programme", title=before[-1].title)
        if before
        else "no resolution yet"
    )


def _say(wide: list[Resolution], before: list[Resolution]) -> str:
    if wide:
        return "Security Council resolutions demand that North Korea not conduct any launch using ballistic missile technology"
    return (
        "the resolutions then in force named ballistic missiles and their programme" if before else "no resolution yet"
    )


def _json(each: Resolution, *, in_force: bool) -> dict[str, object]:
    return {
        "number": each.number,
        "adopted": each.adopted,
        "adopted_by_then": in_force,
        "paragraph": each.paragraph,
        "paragraph_grade": each.paragraph_grade,
        "covers": each.covers,
        "demands": each.demands,
        "quotation": each.quotation,
        "sources": list(each.sources),
    }


def _none_known(state: str, sources: tuple[str, ...]) -> Finding:
    bound, _ = _outline()
    return Finding(
        id="legal",
        topic="legal",
        question="What do Security Council resolutions say of such a launch?",
        verdict="reported",
        statement=(
            phrase(
                "No resolution of the Security Council that bars such launches of this state is known to"
                " Bongsu, whose table holds those on {bound} only; {apart}.",
                bound=bound,
                apart=_APART,
            )
        ),
        sources=sources,
        evidence=(Evidence(what="place of the launch", sources=sources),),
        label="legal",
        brief=phrase("no such resolution known to Bongsu; its table holds those on {bound}", bound=bound),
        sign="=",
        mark="none known",
        method="Read from Bongsu's table of resolutions; the state by its launch site and a coarse outline.",
        reference="resolutions.toml",
        caveats=("Not known here is not the same as not there.",),
        say="no such resolution is known to Bongsu",
        do_not_say="that the launch was permitted",
        details={"state": state, "resolutions": []},
    )
