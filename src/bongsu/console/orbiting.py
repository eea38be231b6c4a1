"""One satellite: its orbit, its track, its camera's reach, its element sets. What the Satellite view asks for."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bongsu.cases import SatelliteAnswer, ask_satellite, satellite_to_json

__all__ = ["ask_of_page", "satellite_answer"]


def ask_of_page(
    satellite: str, *, at: datetime | None, now: datetime, hours: float = 24.0, elements: str = ""
) -> SatelliteAnswer:
    """:func:`bongsu.cases.ask_satellite` with the page's text of element sets.

    Raises
    ------
    InputError, NoDataError
        As that.
    """
    data = elements.encode() if elements.strip() else None
    origin = "your element sets" if data is not None else "bundled sets"
    return ask_satellite(satellite, at, now=now, hours=hours, data=data, origin=origin)


def satellite_answer(
    satellite: str, *, at: datetime | None, now: datetime, hours: float = 24.0, elements: str = ""
) -> dict[str, Any]:
    """What the Satellite view shows: the envelope of ``bongsu sat show`` with ``objects``, what else the file holds.

    Raises
    ------
    InputError, NoDataError
        As :func:`ask_of_page`.
    """
    answer = ask_of_page(satellite, at=at, now=now, hours=hours, elements=elements)
    return satellite_to_json(answer, with_objects=True)
