"""Who must be told, in words: one sentence first, then a table by area, routes, our advice and what to keep in mind."""

from __future__ import annotations

from collections.abc import Sequence

from bongsu.cases import Told
from bongsu.earth import Estimate, constants
from bongsu.notices import AreaToWarn, Crossing, Passage, Route, Stretch
from bongsu.reports.notice_words import Wording, windows_in_words
from bongsu.wording import joined, phrase

__all__ = ["told_rows", "told_sentence"]

_MOST_NAMED = 8  # parties of a kind in the sentence
_MOST_STRETCHES = 6
_KNOT_M_S = constants.NAUTICAL_MILE_M / 3600.0


def told_sentence(told: Told, *, wording: Wording | None = None) -> str:
    """Who must be told, in one sentence: coordinators, FIRs, bands, ports and routes."""
    wording = wording or Wording()
    parts = []
    for kind, one, many in (
        ("NAVAREA", "the coordinator of", "the coordinators of"),
        ("FIR", "air traffic services of", "air traffic services of"),
        ("200 NM band", "the coast of", "the coasts of"),
    ):
        touched = [each for each in told.of_kind(kind) if each.touched]
        names = [_named(each, told.subject.publishers) for each in touched]
        if names:
            parts.append(phrase("{what} {names}", what=one if len(names) == 1 else many, names=_listed(names)))
    unknown = told.without_fir()
    if unknown:
        parts.append(phrase("FIR of {areas} not known here (--firs FILE)", areas=_areas_listed(unknown)))
    named = [fir for fir in told.subject.firs_named if not any(fir in each.party.name for each in told.of_kind("FIR"))]
    if named:
        parts.append(phrase("FIRs that the text names: {names}", names=_listed(named)))
    ports = told.of_kind("port")
    if ports:
        near = _listed([_port(each, wording) for each in ports])
        parts.append(phrase("ports within {length}: {ports}", length=wording.length(told.margin_m), ports=near))
    whom = joined("; ", parts) or "nobody known here is touched"
    sentence = phrase("Tell of {subject}: {whom}.", subject=told.subject.name, whom=whom)
    ways = {id(each.route): each.route for each in told.passages}
    crossing = [route for route in ways.values() if any(p.stretches for p in told.passages if p.route is route)]
    if ways:
        first = f" (first: {_first_entry(told, crossing[0])})" if crossing else ""
        sentence += f" {len(crossing)} of {len(ways)} route{'s' if len(ways) > 1 else ''} cross{'es' if len(crossing) == 1 else ''}{first}."
    inside = [each.party.name for each in told.of_kind("position") if each.touched]
    if inside:
        sentence += f" Inside now: {_listed(inside)}."
    return sentence


def told_rows(told: Told, *, wording: Wording | None = None) -> list[tuple[str, str]]:
    """Lines under the sentence, as (style, text); style is ``head``, ``row`` or ``note``."""
    wording = wording or Wording()
    rows: list[tuple[str, str]] = []
    width = max((len(_party_name(each)) for each in told.crossings), default=0)
    for area in told.subject.areas:
        rows.append(("head", _area_head(area, wording)))
        rows.append(("row", f"windows: {windows_in_words(area.windows, wording)}"))
        found = [each for each in told.crossings if each.area is area]
        rows += [("row", f"{_party_name(each):<{width}}  {_relation(each, told, wording)}") for each in found]
    if told.passages:
        rows.append(("head", "Routes"))
        near = [way for way in told.passages if way.stretches or way.distance_m.low <= told.margin_m]
        rows += [("row", line) for way in near for line in _passage(way, wording)]
        far = len(told.passages) - len(near)
        if far:
            margin = wording.length(told.margin_m)
            rows.append(("row", f"{far} pair{'s' if far > 1 else ''} of route and area farther than {margin} apart"))
    rows.append(("head", "Our advice, not the authority's words"))
    rows += [("note", line) for line in told.advice]
    rows.append(("head", "Keep in mind"))
    rows += [("note", line) for line in (*told.caveats, "Not an official warning.")]
    return rows


def _named(each: Crossing, publishers: Sequence[str]) -> str:
    name = each.party.name.removeprefix("200 NM band of ")
    if each.party.kind == "NAVAREA" and each.party.who:
        published = each.party.who in publishers
        template = "{name} ({who}, who published it)" if published else "{name} ({who})"
        name = phrase(template, name=name, who=_flat(each.party.who))
    return phrase("perhaps {name}", name=name) if each.relation == "may be inside" else name


def _flat(who: str) -> str:
    """``NGA, United States`` of ``NGA (United States)``."""
    return who.replace(" (", ", ").rstrip(")")


def _party_name(each: Crossing) -> str:
    return each.party.name if each.party.kind != "port" else f"port {each.party.name}"


def _port(each: Crossing, wording: Wording) -> str:
    where = "inside" if each.relation == "inside" else distance_words(each.distance_m, wording)
    return f"{each.party.name} {where}"


def _areas_listed(areas: Sequence[AreaToWarn]) -> str:
    """``area A`` or ``areas A, B``."""
    if len(areas) > 1 and all(area.name.startswith("area ") for area in areas):
        return phrase("areas {labels}", labels=_listed([area.name.removeprefix("area ") for area in areas]))
    return _listed([area.name for area in areas])


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    listed = joined(", ", names[:_MOST_NAMED])
    return listed + phrase(" and {count} more", count=more) if more > 0 else listed


def distance_words(distance: Estimate, wording: Wording) -> str:
    """``12 NM``, or ``12-60 NM`` where it is a range."""
    low, high = wording.length(distance.low), wording.length(distance.high)
    if low == high:
        return low
    number, unit = low.split()
    if "." not in high and "." in number:
        number = f"{float(number):.0f}"
    return f"{number}-{high.split()[0]} {unit}"


def _relation(each: Crossing, told: Told, wording: Wording) -> str:
    kind = each.party.kind
    if kind in {"port", "position"} and each.relation == "inside":
        edge = f", {distance_words(each.edge_m, wording)} to the nearest edge" if each.edge_m else ""
        return f"INSIDE THE AREA{edge}{_way_to(each.edge_m, each, told)}"
    words = {
        "inside": "inside",
        "partly inside": "partly inside" + (f", {each.share:.0%} of the area" if each.share is not None else ""),
        "may be inside": "may be inside" if kind not in {"port", "position"} else "may lie in the area",
        "outside": f"outside by {distance_words(each.distance_m, wording)}",
    }[each.relation]
    if kind in {"port", "position"} and each.relation == "outside":
        words = f"{distance_words(each.distance_m, wording)} off{_way_to(each.distance_m, each, told)}"
    if each.area.approximate and kind not in {"port", "position"}:
        words = f"centre {words}"
    return words + (f"   {_flat(each.party.who)}" if each.party.who and each.touched else "")


def _way_to(distance: Estimate | None, each: Crossing, told: Told) -> str:
    """Minutes to the edge, for a position with a speed."""
    if distance is None or each.party.kind != "position" or told.speed_m_s is None:
        return ""
    slow, fast = told.speed_m_s
    time = Estimate(value=None, low=distance.low / fast, high=distance.high / slow, level=1.0, unit="s")
    return f" ({_minutes(time)} at {_knots(told.speed_m_s)})"


def _area_head(area: AreaToWarn, wording: Wording) -> str:
    latitude, longitude = area.middle
    if area.approximate:
        return f"{area.name}: centre {wording.centre(latitude, longitude)} ± {wording.length(area.uncertainty_m)}"
    return f"{area.name}: about {wording.centre(latitude, longitude)}, {wording.area(area.shape.area_km2)}"


def _speed(route: Route) -> str:
    return _knots(route.speed_m_s)


def _knots(speed_m_s: tuple[float, float]) -> str:
    slow, fast = (each / _KNOT_M_S for each in speed_m_s)
    return f"{slow:.0f} kn" if f"{slow:.0f}" == f"{fast:.0f}" else f"{slow:.0f}-{fast:.0f} kn"


def _minutes(time: Estimate) -> str:
    low, high = round(time.low / 60.0), round(time.high / 60.0)
    return f"{low:,} min" if low == high else f"{low:,}-{high:,} min"


def _first_entry(told: Told, route: Route) -> str:
    ways = [way for way in told.passages if way.route is route and way.stretches]
    first = min(ways, key=lambda way: way.stretches[0].enter_m)
    maybe = "may enter" if first.area.approximate else "enters"
    return f"{route.name} {maybe} {first.area.name} after {_minutes(first.stretches[0].enter_s)} at {_speed(route)}"


def _passage(way: Passage, wording: Wording) -> list[str]:
    head = f"{way.route.name} ({wording.length(way.route.length_m)}, {_speed(way.route)}), {way.area.name}:"
    if not way.stretches:
        return [f"{head} passes {distance_words(way.distance_m, wording)} off"]
    lines = [f"{head} {'may be inside' if way.area.approximate else 'inside'} {len(way.stretches)}x"]
    for stretch in way.stretches[:_MOST_STRETCHES]:
        lines.append("  " + _stretch(way, stretch, wording))
    more = len(way.stretches) - _MOST_STRETCHES
    return lines + ([f"  and {more} more"] if more > 0 else [])


def _stretch(way: Passage, stretch: Stretch, wording: Wording) -> str:
    route = way.route
    at_start = stretch.enter_m < 1.0
    start = "inside at the start" if at_start else (
        f"edge after {wording.length(stretch.enter_m)} ({_minutes(stretch.enter_s)}) at"
        f" {wording.place(*route.place_at(stretch.enter_m))}"
    )  # fmt: skip
    ends = stretch.leave_m > route.length_m - 1.0
    end = "ends inside" if ends else (
        f"out after {wording.length(stretch.leave_m)} ({_minutes(stretch.leave_s)}) at"
        f" {wording.place(*route.place_at(stretch.leave_m))}"
    )  # fmt: skip
    return f"{start}, {end}{_in_force(way, stretch, wording)}"


def _in_force(way: Passage, stretch: Stretch, wording: Wording) -> str:
    if stretch.windows is None:
        return ""
    if stretch.windows:
        return f"; while in force: {windows_in_words(stretch.windows, wording)}"
    if not way.area.windows:
        return "; no window read"
    if stretch.before is not None:
        hours = stretch.before.total_seconds() / 3600.0
        return f"; up to {hours:.1f} h before the first window: keep clear all the same"
    return "; outside the windows"
