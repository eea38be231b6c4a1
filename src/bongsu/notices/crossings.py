"""Who must be told of a notified area: regions, bands, ports, positions and routes that it touches, and how near the rest is.

The question is who is to be warned. Nothing here ranks ships, aircraft or people. Regions are what a chart shows
(:class:`~bongsu.earth.ChartShape`); distances and areas are those of the ellipsoid. Where a place or a limit is known only
roughly, every answer is a range, and ``may be inside`` is an answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

import numpy as np

from bongsu.earth import (
    ChartShape,
    Estimate,
    Window,
    constants,
    geodesic_inverse,
    region_from_circle,
    route_points,
    stretches_m,
)
from bongsu.errors import InputError
from bongsu.notices.coasts import COAST_ERROR_M, coasts_near
from bongsu.wording import phrase

__all__ = [
    "BAND_M",
    "PARTY_KINDS",
    "RELATIONS",
    "AreaToWarn",
    "Crossing",
    "Party",
    "Passage",
    "Route",
    "Stretch",
    "bands_crossed",
    "passage",
    "relation_to",
]

PARTY_KINDS = ("NAVAREA", "FIR", "200 NM band", "port", "position")
RELATIONS = ("inside", "partly inside", "may be inside", "outside")
BAND_M = 200.0 * constants.NAUTICAL_MILE_M
_FAR_M = 3_000_000.0  # bands are not looked for around areas larger than this


@dataclass(frozen=True, kw_only=True)
class Party:
    """Somebody to tell, by what they look after.

    ``kind`` is one of ``PARTY_KINDS``; ``who`` answers for it, "" where that is not known. ``loose_m`` is how far its
    limits may be off; ``source`` says where they come from, ``note`` what is not right about them.
    """

    kind: str
    name: str
    shape: ChartShape
    who: str = ""
    source: str = ""
    note: str = ""
    loose_m: float = 0.0


@dataclass(frozen=True, kw_only=True)
class AreaToWarn:
    """A notified area as it is held against parties.

    With ``uncertainty_m`` above 0 only a centre is known, to that distance; the area's own extent comes on top and is
    not known. ``shape`` is then the point. ``windows`` are those of the area. Not slotted: its disc is kept.
    """

    notice: str
    label: str
    shape: ChartShape
    windows: tuple[Window, ...] = ()
    uncertainty_m: float = 0.0

    @property
    def name(self) -> str:
        return f"{self.notice} {self.label}".strip() or "area"

    @property
    def approximate(self) -> bool:
        return self.uncertainty_m > 0.0

    @cached_property
    def extent(self) -> ChartShape:
        """The area, or the disc that holds its centre."""
        if not self.approximate:
            return self.shape
        return ChartShape.from_region(region_from_circle(*_first_place(self.shape), self.uncertainty_m))

    @cached_property
    def middle(self) -> tuple[float, float]:
        """A place in it, (latitude, longitude). [deg]"""
        if self.approximate:
            return _first_place(self.shape)
        point = self.shape.geometry.representative_point()
        return float(point.y), float(point.x)


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """One area and one party.

    ``relation`` is one of ``RELATIONS``, said of the area (of the place, for ports and positions). ``share`` is the part of
    the area that lies inside, 0 to 1, None where it is not known. ``distance_m`` is the shortest distance, 0 where they
    touch; ``edge_m`` from a place inside the area to the area's edge, None elsewhere.
    """

    area: AreaToWarn
    party: Party
    relation: str
    share: float | None
    shared_km2: float
    distance_m: Estimate
    edge_m: Estimate | None = None

    @property
    def touched(self) -> bool:
        return self.relation != "outside"


@dataclass(frozen=True, kw_only=True)
class Route:
    """A way somebody means to go.

    ``places`` are waypoints as (latitude, longitude) in degrees; ``legs`` as in :func:`~bongsu.earth.route_points`;
    ``speed_m_s`` the least and the greatest speed over the ground; ``departs`` when it leaves its first waypoint, None
    where not said. Not slotted: its pieces are kept.
    """

    name: str
    places: tuple[tuple[float, float], ...]
    legs: str = "rhumb"
    speed_m_s: tuple[float, float]
    departs: datetime | None = None

    def __post_init__(self) -> None:
        slow, fast = self.speed_m_s
        if not 0.0 < slow <= fast:
            raise InputError(f"route {self.name}: speed {slow:g} to {fast:g} m/s; expected above 0, the lesser first")

    @cached_property
    def pieces(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        return route_points(self.places, legs=self.legs)

    @cached_property
    def shape(self) -> ChartShape:
        latitude, longitude, _ = self.pieces
        return ChartShape.from_line(np.column_stack([latitude, longitude]).tolist())

    @property
    def length_m(self) -> float:
        return float(self.pieces[2][-1])

    def time_s(self, run_m: float) -> Estimate:
        """Time from the first waypoint to a distance run, by the two speeds. [s]"""
        slow, fast = self.speed_m_s
        value = run_m / slow if slow == fast else None
        return Estimate(value=value, low=run_m / fast, high=run_m / slow, level=1.0, unit="s")

    def place_at(self, run_m: float) -> tuple[float, float]:
        """Where it is after a distance run, (latitude, longitude). [deg]"""
        latitude, longitude, run = self.pieces
        turned = (float(np.interp(run_m, run, longitude)) + 180.0) % 360.0 - 180.0
        return float(np.interp(run_m, run, latitude)), turned


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One part of a route inside an area.

    ``enter_m`` and ``leave_m`` are distances run. ``windows`` are those during which the route may be inside;
    ``before_m`` is how long before the first window it may be inside, both None where no departure was given.
    """

    enter_m: float
    leave_m: float
    enter_s: Estimate
    leave_s: Estimate
    windows: tuple[Window, ...] | None = None
    before: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One area and one route: its stretches inside, else how near it comes and where on the way."""

    area: AreaToWarn
    route: Route
    relation: str
    stretches: tuple[Stretch, ...]
    distance_m: Estimate


def relation_to(area: AreaToWarn, party: Party) -> Crossing:
    """How an area lies to a region, or a port or position to an area.

    Returns
    -------
    Crossing
        Distances as estimates at level 1: bounds that hold if the stated uncertainties do.
    """
    loose = area.uncertainty_m + party.loose_m
    distance = party.shape.distance_m(area.shape)
    if distance > 0.0:
        reach = _range(distance, loose)
        relation = "outside" if reach.low > 0.0 else "may be inside"
        return Crossing(area=area, party=party, relation=relation, share=None, shared_km2=0.0, distance_m=reach)
    nearest = _range(0.0, 0.0)
    if area.approximate:
        edge = party.shape.edge_distance_m(*_first_place(area.shape)) if party.shape.is_area else 0.0
        relation = "inside" if party.shape.is_area and edge >= loose else "may be inside"
        reach = Estimate(value=0.0, low=0.0, high=max(0.0, loose - edge), level=1.0, unit="m")
        return Crossing(area=area, party=party, relation=relation, share=None, shared_km2=0.0, distance_m=reach)
    if not party.shape.is_area:
        edge = area.shape.edge_distance_m(*_first_place(party.shape))
        return Crossing(area=area, party=party, relation="inside", share=None, shared_km2=0.0, distance_m=nearest,
                        edge_m=_range(edge, party.loose_m))  # fmt: skip
    if party.shape.covers(area.shape):
        return Crossing(area=area, party=party, relation="inside", share=1.0, shared_km2=area.shape.area_km2,
                        distance_m=nearest)  # fmt: skip
    shared = party.shape.shared_km2(area.shape)
    share = min(1.0, shared / area.shape.area_km2) if area.shape.area_km2 > 0.0 else None
    return Crossing(
        area=area, party=party, relation="partly inside", share=share, shared_km2=shared, distance_m=nearest
    )


def bands_crossed(area: AreaToWarn, *, margin_m: float = 0.0) -> list[Crossing]:
    """200 NM bands of land that an area lies in, partly lies in, may lie in, or lies near.

    Parameters
    ----------
    area : AreaToWarn
    margin_m : float
        Bands whose outer edge is this near are returned as ``outside``. [m]

    Returns
    -------
    list of Crossing
        One for each country whose coast is near enough, by Natural Earth's coasts (within 8 km for 90 % of ports).
        ``distance_m`` is the distance to the band's outer edge, 0 in the band. A band is a distance from a drawn coast
        and no legal boundary: islets are missing, and bands of neighbours overlap.
    """
    latitude, longitude = area.middle
    ends = _edge_places(area.shape)
    reach = max(float(np.max(geodesic_inverse(latitude, longitude, *ends.T)[0])), 1.0)
    if reach > _FAR_M:
        raise InputError(f"{area.name} is too large for 200 NM bands: {reach / 1e3:,.0f} km from its middle")
    loose = area.uncertainty_m + COAST_ERROR_M
    found = []
    for name, coast in coasts_near(latitude, longitude, reach + BAND_M + margin_m + loose):
        near = coast.distance_m(area.shape)
        if near - loose > BAND_M + margin_m:
            continue
        far = max(coast.distance_m(ChartShape.from_points([end])) for end in _edge_places(area.shape).tolist())
        if near - loose > BAND_M:
            relation = "outside"
        elif far + loose <= BAND_M:
            relation = "inside"
        elif near + loose <= BAND_M and not area.approximate:
            relation = "partly inside"
        else:
            relation = "may be inside"
        party = Party(kind="200 NM band", name=phrase("200 NM band of {country}", country=name), shape=coast, loose_m=COAST_ERROR_M,
                      source="coasts: Natural Earth 1:50 million", note="no legal boundary")  # fmt: skip
        outside = max(0.0, near - BAND_M)
        found.append(Crossing(area=area, party=party, relation=relation, share=1.0 if relation == "inside" else None,
                              shared_km2=0.0, distance_m=_range(outside, loose if outside else 0.0)))  # fmt: skip
    return found


def passage(area: AreaToWarn, route: Route) -> Passage:
    """Where and when a route is inside an area, and else how near it comes."""
    latitude, longitude, run = route.pieces
    spans = stretches_m(area.extent, latitude, longitude, run)
    stretches = tuple(_stretch(area, route, *span) for span in spans)
    if stretches:
        relation = "may be inside" if area.approximate else "inside"
        return Passage(area=area, route=route, relation=relation, stretches=stretches, distance_m=_range(0.0, 0.0))
    distance = _range(route.shape.distance_m(area.shape), area.uncertainty_m)
    return Passage(area=area, route=route, relation="outside", stretches=(), distance_m=distance)


def _stretch(area: AreaToWarn, route: Route, enter_m: float, leave_m: float) -> Stretch:
    enter, leave = route.time_s(enter_m), route.time_s(leave_m)
    windows = before = None
    if route.departs is not None:
        inside = Window(
            start=route.departs + timedelta(seconds=enter.low), end=route.departs + timedelta(seconds=leave.high)
        )
        windows = tuple(each for each in area.windows if each.overlaps(inside))
        opens = min((each.start for each in area.windows if each.start), default=None)
        if opens is not None and inside.start is not None and inside.start < opens:
            before = opens - inside.start
    return Stretch(enter_m=enter_m, leave_m=leave_m, enter_s=enter, leave_s=leave, windows=windows, before=before)


def _range(value: float, spare: float) -> Estimate:
    """A distance and how far off it may be, never below 0. [m]"""
    return Estimate(value=value, low=max(0.0, value - spare), high=value + spare, level=1.0, unit="m")


def _first_place(shape: ChartShape) -> tuple[float, float]:
    point = getattr(shape.geometry, "geoms", [shape.geometry])[0]
    return float(point.y), float(point.x)


def _edge_places(shape: ChartShape) -> np.ndarray:
    """Corners of a shape and places between, (n, 2) latitude and longitude, at most about 60. [deg]"""
    import shapely  # noqa: PLC0415

    places = shapely.get_coordinates(shape.geometry)[:, ::-1]
    return np.asarray(places[:: max(1, len(places) // 60)])


def nearest_first(crossings: Sequence[Crossing]) -> list[Crossing]:
    """Those touched first, then by distance, then by name."""
    order = {relation: number for number, relation in enumerate(RELATIONS)}
    return sorted(crossings, key=lambda each: (order[each.relation], each.distance_m.low, each.party.name))
