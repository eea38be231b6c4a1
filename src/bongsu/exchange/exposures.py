"""Warning lists for other people's programs: iCalendar, GeoJSON with swaths, CZML."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from bongsu.cases import SAY_OF_GAPS, Exposure, WarningPlan, exposure_row
from bongsu.earth import bundled_orientation, format_utc, time_grid, to_datetime64, to_fixed
from bongsu.errors import InputError
from bongsu.exchange.calendar_lines import escaped, folded, stamp
from bongsu.exchange.czml_parts import dot, label
from bongsu.orbit import states_of
from bongsu.overflight import find_swaths

__all__ = ["EXPOSURE_CREDIT", "exposures_to_czml", "exposures_to_geojson", "exposures_to_icalendar"]

EXPOSURE_CREDIT = "Computed by Bongsu from public element sets and a public imager table. " + SAY_OF_GAPS
_COLOURS = {"WARN": (196, 48, 48), "watch": (201, 138, 0), "night": (110, 120, 130)}
_PLACE = (240, 244, 248)
_MOST_SWATHS = 2000
_TRACK_STEP_S = 60.0
_BEFORE_AFTER = timedelta(minutes=5)


def exposures_to_icalendar(
    plan: WarningPlan, exposures: Sequence[Exposure], *, at: datetime, leads: Sequence[timedelta] = ()
) -> str:
    """A calendar of exposures.

    Parameters
    ----------
    plan : WarningPlan
    exposures : sequence of Exposure
        Those to write, of ``plan``.
    at : datetime
        When it is made: DTSTAMP of every event.
    leads : sequence of timedelta
        How long before each start reminders come.

    Returns
    -------
    str
        RFC 5545 text with CRLF. Times are widened by the timing margin to whole seconds. The UID is the exposure's ``id``, which
        stays the same while newer element sets move the times by minutes, so that a calendar read again replaces its events.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Bongsu//Overflights//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Imaging satellites",
        f"X-WR-CALDESC:{escaped(EXPOSURE_CREDIT)}",
    ]
    centres = {one.place.name: one.place.centre for one in plan.plans}
    for item in exposures:
        lines += _event(plan, item, centres[item.place], at, leads)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _event(
    plan: WarningPlan, item: Exposure, centre: tuple[float, float], at: datetime, leads: Sequence[timedelta]
) -> list[str]:
    row = exposure_row(item, plan)
    margin = timedelta(seconds=float(np.ceil(item.timing_s or 0.0)))
    title = f"{item.level}: {row['satellite']} has {item.place} in reach ({item.why})"
    words = [
        f"Best {format_utc(item.best)} UTC, off-nadir {item.off_nadir_deg:.0f} deg, {row['kind']}, {row['owner'] or 'owner not known'}.",
        f"Times good to {item.timing_s:.0f} s (90 %)."
        if item.timing_s is not None
        else "Times as the ephemeris has them.",
        f"Reach {item.reach}. " + "; ".join(item.notes),
        EXPOSURE_CREDIT,
    ]
    lines = [
        "BEGIN:VEVENT",
        f"UID:{item.id}@bongsu",
        f"DTSTAMP:{stamp(at)}",
        f"DTSTART:{stamp(item.start - margin)}",
        f"DTEND:{stamp(item.end + margin + timedelta(seconds=1))}",
        f"SUMMARY:{escaped(title)}",
        f"DESCRIPTION:{escaped(chr(10).join(words))}",
        f"LOCATION:{escaped(item.place)}",
        f"GEO:{centre[0]:.5f};{centre[1]:.5f}",
        f"CATEGORIES:{escaped(item.level)}",
        "TRANSP:TRANSPARENT",
        "CLASS:PUBLIC",
    ]
    for lead in leads:
        lines += [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"TRIGGER:-PT{round(lead.total_seconds())}S",
            f"DESCRIPTION:{escaped(title)}",
            "END:VALARM",
        ]
    return [*lines, "END:VEVENT"]


def exposures_to_geojson(plan: WarningPlan, exposures: Sequence[Exposure], *, at: datetime) -> dict[str, Any]:
    """A FeatureCollection (RFC 7946): every place, and the ground within reach during every exposure.

    The swath of an exposure is the strip across the track between its start and end: what the imager could have been
    turned to, not what it took. Properties are those of the JSON answer. At most 2000 swaths are drawn; the others, and those
    that cross themselves near a pole, have geometry null.
    """
    features: list[dict[str, Any]] = []
    for one in plan.plans:
        latitude, longitude = one.place.centre
        geometry: dict[str, Any] = {"type": "Point", "coordinates": [round(longitude, 7), round(latitude, 7)]}
        features.append(
            {
                "type": "Feature",
                "id": f"site {one.place.name}",
                "geometry": one.place.region.to_geojson() if one.place.region else geometry,
                "properties": {"name": one.place.name, "role": "site"},
            }
        )
    features += [_swath(plan, item, drawn=number < _MOST_SWATHS) for number, item in enumerate(exposures)]
    return {
        "type": "FeatureCollection",
        "generated": format_utc(at),
        "credit": EXPOSURE_CREDIT,
        "features": features,
    }


def _swath(plan: WarningPlan, item: Exposure, *, drawn: bool) -> dict[str, Any]:
    imager = plan.imagers[item.satellite]
    reach = imager.sure if item.level == "WARN" else imager.possible
    geometry: dict[str, Any] | None = None
    if drawn:
        try:
            regions = find_swaths(
                plan.satellites[item.satellite].item,
                reach,
                to_datetime64(item.start),
                to_datetime64(item.end),
                bundled_orientation(),
            )
        except InputError:
            regions = ()
        pieces: list[Any] = []
        for region in regions:
            shape = region.to_geojson()
            pieces += [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        if pieces:
            geometry = {"type": "MultiPolygon", "coordinates": pieces}
    return {
        "type": "Feature",
        "id": item.id,
        "geometry": geometry,
        "properties": {"role": "swath", **exposure_row(item, plan)},
    }


def exposures_to_czml(plan: WarningPlan, exposures: Sequence[Exposure], *, at: datetime) -> list[dict[str, Any]]:
    """CZML packets: a clock over the list, the places, and each satellite around its exposures with a line to the place.

    Positions are Earth-fixed metres every 60 s, interpolated by Cesium with Lagrange polynomials of degree 5.
    """
    begin = min((item.start for item in exposures), default=at) - _BEFORE_AFTER
    end = max((item.end for item in exposures), default=at) + _BEFORE_AFTER
    packets: list[dict[str, Any]] = [
        {
            "id": "document",
            "name": "Imaging satellites",
            "version": "1.0",
            "description": EXPOSURE_CREDIT,
            "clock": {
                "interval": f"{format_utc(begin)}/{format_utc(end)}",
                "currentTime": format_utc(begin),
                "multiplier": 60,
            },
        }
    ]
    for one in plan.plans:
        latitude, longitude = one.place.centre
        packets.append(
            {
                "id": f"site {one.place.name}",
                "name": one.place.name,
                "position": {"cartographicDegrees": [round(longitude, 7), round(latitude, 7), 0.0]},
                "point": dot(_PLACE, 8),
                "label": label(one.place.name),
            }
        )
    packets += [_track(plan, item) for item in exposures]
    return packets


def _track(plan: WarningPlan, item: Exposure) -> dict[str, Any]:
    """One satellite around one exposure."""
    one = plan.satellites[item.satellite]
    begin, end = item.start - _BEFORE_AFTER, item.end + _BEFORE_AFTER
    states = to_fixed(
        states_of(one.item, time_grid(to_datetime64(begin), to_datetime64(end), _TRACK_STEP_S)), bundled_orientation()
    )
    good = states.error == 0
    seconds = (states.time[good] - to_datetime64(begin)) / np.timedelta64(1, "s")
    samples = np.column_stack([seconds, np.round(states.position_m[good], 1)]).ravel().tolist()
    colour = [*_COLOURS[item.level], 255]
    return {
        "id": item.id,
        "name": f"{item.level}: {one.name} over {item.place}",
        "description": f"{item.why}; off-nadir {item.off_nadir_deg:.0f} deg; best {format_utc(item.best)}",
        "availability": f"{format_utc(begin)}/{format_utc(end)}",
        "position": {
            "epoch": format_utc(begin, digits=6),
            "referenceFrame": "FIXED",
            "interpolationAlgorithm": "LAGRANGE",
            "interpolationDegree": 5,
            "cartesian": samples,
        },
        "point": {"pixelSize": 6, "color": {"rgba": colour}},
        "path": {
            "width": 1,
            "leadTime": 600,
            "trailTime": 600,
            "material": {"solidColor": {"color": {"rgba": colour}}},
        },
        "polyline": {
            "positions": {"references": [f"{item.id}#position", f"site {item.place}#position"]},
            "arcType": "NONE",
            "width": 1,
            "show": [
                {"interval": f"{format_utc(begin)}/{format_utc(end)}", "boolean": False},
                {"interval": f"{format_utc(item.start)}/{format_utc(item.end)}", "boolean": True},
            ],
            "material": {"solidColor": {"color": {"rgba": colour}}},
        },
    }
