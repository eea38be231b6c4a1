"""What an assessment draws as KML 2.2, and its times as iCalendar: for Google Earth and for a duty calendar."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from bongsu.earth import format_utc
from bongsu.exchange.assessment_geojson import assessment_to_geojson
from bongsu.exchange.calendar_lines import escaped, folded, stamp
from bongsu.exchange.kml import kml_geometry, kml_text

if TYPE_CHECKING:
    from bongsu.cases import Assessment, TimelineMark

__all__ = ["assessment_to_icalendar", "assessment_to_kml"]

_CREDIT = "Made by Bongsu from public sources. Not an official warning."
_STYLES = (  # aabbggrr: orange areas, grey where approximate, blue tracks
    '<Style id="area"><LineStyle><color>ff1a66e6</color><width>2</width></LineStyle>'
    "<PolyStyle><color>331a66e6</color></PolyStyle></Style>"
    '<Style id="approximate"><LineStyle><color>ff888888</color><width>1</width></LineStyle>'
    "<PolyStyle><color>22888888</color></PolyStyle></Style>"
    '<Style id="track"><LineStyle><color>ffa05a1e</color><width>2</width></LineStyle></Style><Style id="place"/>'
)


def assessment_to_kml(answer: Assessment) -> str:
    """A KML document of an assessment's areas, tracks and places, in folders; shapes that cannot be drawn are left out."""
    collection = assessment_to_geojson(answer)
    title = answer.case.case.title or answer.case.case.name
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
        f"<name>{kml_text(title)}</name><description>{kml_text(f'Made {format_utc(answer.at)}. {_CREDIT}')}</description>",
        _STYLES,
    ]
    for layer, name in (("area", "Areas"), ("track", "Tracks"), ("place", "Places")):
        inside = [each for each in collection["features"] if each["properties"]["layer"] == layer and each["geometry"]]
        if inside:
            parts += [f"<Folder><name>{name}</name>", *(_placemark(each, layer) for each in inside), "</Folder>"]
    return "\n".join([*parts, "</Document></kml>", ""])


def _placemark(feature: dict[str, Any], layer: str) -> str:
    said = feature["properties"]
    style = "approximate" if said.get("approximate") else layer
    words = [
        said["kind"],
        said["remark"],
        *([f"known to within {said['uncertainty_km']:g} km"] if said.get("uncertainty_km") else []),
        *([f"within {said['radius_km']:g} km"] if said.get("radius_km") else []),
    ]
    return (
        f"<Placemark><name>{kml_text(said['name'])}</name><description>{kml_text('; '.join(filter(None, words)))}"
        f"</description><styleUrl>#{style}</styleUrl>{kml_geometry(feature['geometry'])}</Placemark>"
    )


def assessment_to_icalendar(answer: Assessment) -> str:
    """A calendar of an assessment's timeline: an event for each window and moment.

    Returns
    -------
    str
        RFC 5545 text with CRLF. The UID is made of the case, the label and the times, so it stays from run to run.
    """
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Bongsu//Assessment//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(answer.case.case.title or answer.case.case.name)}",
    ]  # fmt: skip
    for mark in answer.timeline:
        lines += _event(answer, mark)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _event(answer: Assessment, mark: TimelineMark) -> list[str]:
    times = [stamp(mark.start), stamp(mark.end) if mark.end else ""]
    digest = hashlib.sha256("\n".join([answer.case.case.name, mark.kind, mark.label, *times]).encode()).hexdigest()
    lines = [
        "BEGIN:VEVENT",
        f"UID:{digest[:32]}@bongsu",
        f"DTSTAMP:{stamp(answer.at)}",
        f"DTSTART:{times[0]}",
        *([f"DTEND:{times[1]}"] if mark.end and mark.end > mark.start else []),
        f"SUMMARY:{escaped(f'{mark.kind}: {mark.label}')}",
        f"DESCRIPTION:{escaped(_CREDIT)}",
        f"CATEGORIES:{escaped(mark.kind)}",
        "TRANSP:TRANSPARENT",
        "CLASS:PUBLIC",
    ]
    return [*lines, "END:VEVENT"]
