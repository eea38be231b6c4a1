"""Search elements for a launch to come, as faces ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bongsu.cases.bundled_sets import bundled_elements
from bongsu.earth import Window, bundled_orientation, format_utc
from bongsu.errors import InputError, NoDataError, Problem
from bongsu.orbit import (
    ElementSet,
    SearchElements,
    format_omm,
    format_tle,
    perigee_apogee_km,
    read_element_sets,
    search_sets,
)
from bongsu.reference import launches
from bongsu.wording import phrase

__all__ = ["find_search_elements", "search_to_json", "search_to_omm", "search_to_tle"]

_WHOLE_ORBIT_MIN = 45.0  # half a low orbit: a set that may be so far off along track says the plane only


def find_search_elements(
    data: bytes | str | int,
    launched: datetime,
    start: datetime,
    end: datetime,
    *,
    where: str,
    norad_id: int | None = None,
) -> tuple[tuple[SearchElements, ...], tuple[Problem, ...], str]:
    """Search elements for a launch between two times, from a set of an earlier launch.

    Parameters
    ----------
    data : bytes, str or int
        A file of element sets, or the number of an object whose sets are bundled.
    launched : datetime
        Lift-off of the launch that the sets are of.
    start, end : datetime
        The window to look for; alike for one moment.
    norad_id : int, optional
        Which object of the file, where it holds several.

    Returns
    -------
    tuple
        Sets for the start, the middle and the end of the window; faults of the file; the file's hash.

    Raises
    ------
    InputError, NoDataError
        As :func:`bongsu.orbit.search_sets`; also a file of several objects without a choice.
    """
    problems: tuple[Problem, ...] = ()
    digest = ""
    if isinstance(data, int):
        sets: Sequence[ElementSet] = _bundled(data)
        if not sets:
            raise NoDataError(
                phrase("no element set of {data} is bundled", data=data), advice="give a file of element sets"
            )
    else:
        read = read_element_sets(data, origin=where, strict=False, only=None if norad_id is None else {norad_id})
        sets, problems, digest = read.sets, read.problems, read.sha256
    return (
        search_sets(
            _of_launch(sets, launched, where), launched, _window(start, end), orientation=bundled_orientation()
        ),
        problems,
        digest,
    )


def _bundled(norad_id: int) -> list[ElementSet]:
    """Sets of an object from the record (the first published) and from the cases."""
    texts = [text for _, text in bundled_elements(norad_id)]
    texts += [each.tle for launch in launches() for each in launch.element_sets if f"1 {norad_id:05d}" in each.tle]
    return [
        item for text in texts for item in read_element_sets(text, origin="bundled", strict=False, only={norad_id}).sets
    ]


def _window(start: datetime, end: datetime) -> Window:
    if end < start:
        raise InputError(
            phrase("the window ends ({end}) before it starts ({start})", end=format_utc(end), start=format_utc(start))
        )
    return Window(start=start, end=end)


def _of_launch(sets: Sequence[ElementSet], launched: datetime, where: str) -> ElementSet:
    """The first set after a lift-off, of one object."""
    numbers = sorted({item.norad_id for item in sets})
    if len(numbers) > 1:
        shown = ", ".join(map(str, numbers[:5])) + (" ..." if len(numbers) > 5 else "")
        raise InputError(
            phrase("{where} holds {count} objects ({shown})", where=where, count=len(numbers), shown=shown),
            advice="choose one with --object NUMBER",
        )
    if not sets:
        raise NoDataError(phrase("{where} holds no set of that object", where=where), advice="check the number")
    later = [item for item in sets if item.epoch >= launched]
    return min(later or sets, key=lambda item: item.epoch)


def search_to_tle(found: Sequence[SearchElements]) -> str:
    """Each set in three lines, the assumed lift-off in the first."""
    return "\n".join(format_tle(item.element_set) for item in found) + "\n"


def search_to_omm(found: Sequence[SearchElements]) -> str:
    """The sets as an OMM list in JSON."""
    return format_omm([item.element_set for item in found])


def search_to_json(found: Sequence[SearchElements]) -> list[dict[str, Any]]:
    """Each set with its band: ``launch, epoch, since_launch_h, plane_deg, along_track_s, along_track_s_day``, both texts."""
    rows = []
    for item in found:
        perigee, apogee = perigee_apogee_km(item.element_set)
        minutes = 1440.0 / item.element_set.mean_motion_rev_day
        rows.append(
            {
                "norad_id": item.element_set.norad_id,
                "launch": format_utc(item.launch),
                "epoch": format_utc(item.element_set.epoch, digits=3),
                "since_launch_h": round(item.since_launch.total_seconds() / 3600.0, 3),
                "perigee_km": round(perigee, 1),
                "apogee_km": round(apogee, 1),
                "inclination_deg": item.element_set.inclination_deg,
                "node_deg": round(item.element_set.node_deg, 4),
                "plane_deg": round(item.plane_deg, 2),
                "along_track_s": round(item.along_track_s),
                "along_track_s_day": round(item.along_track_s_day),
                "whole_orbit": item.along_track_s > min(_WHOLE_ORBIT_MIN, minutes / 2.0) * 60.0,
                "level": 0.9,
                "origin": item.element_set.origin,
                "tle": format_tle(item.element_set),
                "omm": format_omm([item.element_set]),
            }
        )
    return rows
