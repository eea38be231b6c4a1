"""Outgoing texts as faces ask for them: from notices or a case to a draft."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bongsu.cases import questions
from bongsu.cases.case import Case
from bongsu.errors import InputError
from bongsu.notices import Draft, Notam, Notice, draft_notams, draft_warning, read_notices

__all__ = ["draft_text", "notices_of_case"]


def notices_of_case(case: Case, *, launch: str = "") -> list[Notice]:
    """The notices of a case's launch whose text is known.

    Raises
    ------
    InputError
        When no launch has that id, or the areas are known only roughly.
    """
    chosen, entries = questions.launch_with_notices(case, launch)
    notices = [
        notice
        for each in entries
        if each.text
        for notice in read_notices(each.text, year=int(each.issued[:4]) if each.issued else None)
    ]
    if not notices:
        rough = [area for each in entries for area in each.approximate]
        what = (
            f"areas of {chosen.id if chosen else 'its launch'} are known only to ±{max(area.uncertainty_km for area in rough):.0f} km"
            if rough
            else "no notice with a text"
        )
        raise InputError(
            f"case {case.case.name}: {what}; an outgoing warning needs coordinates",
            advice="file the warning's text: bongsu case add CASE --notice FILE",
        )
    return notices


def draft_text(
    notices: Sequence[Notice],
    *,
    at: datetime,
    series: str = "",
    number: str = "",
    cancels: Sequence[str] = (),
    kind: str = "",
    notam: bool = False,
    fir: str = "",
    seconds: bool = False,
    labels: Sequence[str] = (),
) -> Draft:
    """A warning, or NOTAMs; the series and the FIR are those of the notices unless given.

    Raises
    ------
    InputError
        As :func:`bongsu.notices.draft_warning` and :func:`bongsu.notices.draft_notams`.
    """
    if not notam:
        own = series or next((each.series for each in notices if each.series.startswith(("NAVAREA", "HYDRO"))), "")
        if not own:
            raise InputError("no series is given and the notice names none", advice='add --series "NAVAREA XI"')
        return draft_warning(
            notices, series=own, number=number, cancels=cancels, at=at, kind=kind, seconds=seconds, labels=labels
        )
    if len(cancels) > 1:
        raise InputError("a NOTAM replaces one other", advice="give --cancels once, and cancel the rest by NOTAMC")
    region = fir or next(
        (each.qualifier.fir for each in notices if isinstance(each, Notam) and each.qualifier and each.qualifier.fir),
        "",
    )
    if not region:
        raise InputError("no FIR is given and the notice names none", advice="add --fir RKRR")
    return draft_notams(
        notices, fir=region, number=number, replaces=cancels[0] if cancels else "", at=at, kind=kind, labels=labels
    )
