"""Where bodies come down, from many flights: regions with their containment, and the interval of time.

A region is an ellipse about the mean, bent along the track where the falls are, made just large enough to hold its share
of them. So its containment is counted, not assumed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bongsu.ascent.failure import Body
from bongsu.ascent.fitting import Sets
from bongsu.ascent.flight import State
from bongsu.ascent.forces import NO_WIND, Wind, take
from bongsu.ascent.impact import FALL_LEVELS_M, Fall, fall, joined_falls
from bongsu.ascent.steering import Steering
from bongsu.ascent.vehicle import Craft
from bongsu.earth import Region, constants, wrap_longitude_deg

__all__ = [
    "CONTAINMENTS",
    "Dispersion",
    "FallArea",
    "Footprint",
    "disperse",
    "fall_area",
    "fallen_bodies",
    "footprint",
    "footprints",
    "random_wind",
]

Array = NDArray[np.float64]

CONTAINMENTS = (0.5, 0.9, 0.97, 0.99)
_FEWEST = 50  # falls for a region
_CORNERS = 72
# Standard deviation of either component of the wind by height, for a day not yet known: of the order of those of
# radiosonde climatologies in middle latitudes (the jet near 11 km). Ours (P); a forecast profile replaces it.
_WIND_HEIGHT_M = np.array([0.0, 3e3, 7e3, 11e3, 16e3, 22e3, 35e3, 60e3, 100e3])
_WIND_M_S = np.array([5.0, 9.0, 16.0, 24.0, 14.0, 10.0, 18.0, 30.0, 40.0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispersion:
    """How flights of one vehicle differ from one another: standard deviations (P, of the order of flown launchers)."""

    thrust_share: float = 0.005
    impulse_share: float = 0.002
    inert_share: float = 0.01
    azimuth_deg: float = 0.2
    kick_share: float = 0.02


_USUAL = Dispersion()


@dataclass(frozen=True, slots=True, kw_only=True)
class FallArea:
    """The region that holds a share of the falls, and when.

    ``start_s`` to ``end_s``: from the first at or below the highest level to the last at the surface, each cut so that
    the interval holds the share; ``surface_s`` at the surface alone. From lift-off. Semi-axes of the ellipse. [m]
    """

    probability: float
    region: Region
    start_s: float
    end_s: float
    surface_s: tuple[float, float]
    level_s: tuple[tuple[float, float], ...]  # for each level
    major_m: float
    minor_m: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Footprint:
    """The falls of one body over all flights. ``share`` of them came down; the others stayed up or never were."""

    label: str
    stage: str
    share: float
    count: int
    median: tuple[float, float]  # latitude, longitude
    areas: tuple[FallArea, ...]
    fall: Fall

    def containment(self, latitude_deg: float, longitude_deg: float) -> float:
        """Share of the falls in the region whose outline passes through a place: 0 at the median, 1 beyond all.

        NaN where fewer than 50 came down.
        """
        if not self.areas:
            return float("nan")
        shape = _BentEllipse.of(self.fall)
        there = shape.reach(np.array([latitude_deg]), np.array([longitude_deg]))[0]
        return float(np.mean(shape.reach(self.fall.latitude_deg, self.fall.longitude_deg) < there))


def random_wind(count: int, rng: np.random.Generator) -> Wind:
    """A wind for each flight: one direction and strength over all heights, drawn. (P)"""
    calm = np.zeros_like(_WIND_M_S)
    return Wind(
        height_m=_WIND_HEIGHT_M,
        east_m_s=calm,
        north_m_s=calm,
        spread_m_s=_WIND_M_S,
        east_draw=rng.standard_normal(count),
        north_draw=rng.standard_normal(count),
    )


def disperse(
    sets: Sets, count: int, rng: np.random.Generator, dispersion: Dispersion = _USUAL
) -> tuple[Craft, Steering, dict[str, Array]]:
    """Flights of a fitted vehicle: a set for each, drawn again and again, and the flight's own deviations.

    Parameters
    ----------
    sets : Sets
        From :meth:`~bongsu.ascent.fitting.FlightFit.draw`: what is not known of the vehicle.
    count : int
        Flights.
    dispersion : Dispersion
        How one flight differs from the next.

    Returns
    -------
    craft, steering, fall_drag
        ``count`` of each.
    """
    index = rng.integers(0, sets.craft.count, count)
    craft = sets.craft.take(index)

    def near(share: float) -> Array:
        return np.asarray(1.0 + share * rng.standard_normal(count))

    stages = tuple(
        replace(
            stage,
            thrust_n=stage.thrust_n * near(dispersion.thrust_share),
            specific_impulse_s=stage.specific_impulse_s * near(dispersion.impulse_share),
            inert_kg=stage.inert_kg * near(dispersion.inert_share),
        )
        for stage in craft.stages
    )
    upper = tuple(
        replace(pitch, **{name: take(getattr(pitch, name), index) for name in pitch.__slots__})
        for pitch in sets.steering.upper
    )
    steering = replace(
        sets.steering,
        azimuth_deg=take(sets.steering.azimuth_deg, index) + dispersion.azimuth_deg * rng.standard_normal(count),
        kick_deg=take(sets.steering.kick_deg, index) * near(dispersion.kick_share),
        upper=upper,
    )
    return replace(craft, stages=stages), steering, {part: row[index] for part, row in sets.fall_drag.items()}


def fallen_bodies(
    bodies: list[Body],
    *,
    wind: Wind = NO_WIND,
    levels_m: tuple[float, ...] = FALL_LEVELS_M,
    tolerance_m: float = 1.0,
    engine: str = "auto",
) -> list[Fall]:
    """The fall of each body, worked together; ``wind`` is that of the flights they come from."""
    if not bodies:
        return []
    count = len(bodies[0].state.time)
    together = State(
        label="bodies",
        time=np.concatenate([body.state.time for body in bodies]),
        state=np.concatenate([body.state.state for body in bodies], axis=1),
        mass_kg=np.concatenate([body.state.mass_kg for body in bodies]),
    )
    coefficient = np.concatenate([body.coefficient_kg_m2 for body in bodies])
    fallen = fall(
        together,
        coefficient,
        wind=wind.repeated(len(bodies)),
        levels_m=levels_m,
        tolerance_m=tolerance_m,
        engine=engine,
    )
    return [fallen.take(slice(n * count, (n + 1) * count)) for n in range(len(bodies))]


def footprints(
    bodies: list[Body], *, wind: Wind = NO_WIND, containments: tuple[float, ...] = CONTAINMENTS
) -> list[Footprint]:
    """The footprint of each body of one block of flights; see :func:`footprint`."""
    falls = fallen_bodies(bodies, wind=wind)
    return [
        footprint(body.label, body.stage, [each], len(body.state.time), containments=containments)
        for body, each in zip(bodies, falls, strict=True)
    ]


def footprint(
    label: str, stage: str, falls: list[Fall], flights: int, *, containments: tuple[float, ...] = CONTAINMENTS
) -> Footprint:
    """Regions and intervals of one body from its falls.

    Parameters
    ----------
    label, stage : str
        Of the body.
    falls : list of Fall
        Of blocks of flights; NaN where it did not come down.
    flights : int
        How many were flown in all, whether the body was there or not.
    containments : tuple
        Shares, ascending.

    Returns
    -------
    Footprint
        Without areas where fewer than 50 came down.
    """
    whole = joined_falls(falls)
    kept = whole.take(np.flatnonzero(np.isfinite(whole.latitude_deg) & np.isfinite(whole.time_s)))
    count = len(kept.time_s)
    middle = (float("nan"), float("nan"))
    if count:
        plane = _Plane.of(kept)
        x, y = plane.flat(kept.latitude_deg, kept.longitude_deg)
        latitude, longitude = plane.round(np.array([np.median(x)]), np.array([np.median(y)]))
        middle = (float(latitude[0]), float(longitude[0]))
    areas = tuple(fall_area(kept, share) for share in containments) if count >= _FEWEST else ()
    return Footprint(
        label=label, stage=stage, share=count / flights, count=count, median=middle, areas=areas, fall=kept
    )


def fall_area(fallen: Fall, probability: float) -> FallArea:
    """The smallest bent ellipse about the middle that holds a share of falls, all of which came down."""
    shape = _BentEllipse.of(fallen)
    reach = float(np.quantile(shape.reach(fallen.latitude_deg, fallen.longitude_deg), probability))
    latitude, longitude = shape.ring(reach)
    tails = (0.5 * (1.0 - probability), 0.5 * (1.0 + probability))
    surface = np.quantile(fallen.time_s, tails)
    levels = tuple(_interval(row, tails) for row in fallen.level_time_s)
    first, _ = _interval(fallen.entered_s, tails)
    return FallArea(
        probability=probability,
        region=Region.from_ring(zip(latitude.tolist(), longitude.tolist(), strict=True)),
        start_s=min(first, float(surface[0])) if np.isfinite(first) else float(surface[0]),
        end_s=float(surface[1]),
        surface_s=(float(surface[0]), float(surface[1])),
        level_s=levels,
        major_m=reach * max(shape.long, shape.wide),
        minor_m=reach * min(shape.long, shape.wide),
    )


def _interval(times: Array, tails: tuple[float, float]) -> tuple[float, float]:
    passed = times[np.isfinite(times)]
    if not len(passed):
        return float("nan"), float("nan")
    low, high = np.quantile(passed, tails)
    return float(low), float(high)


@dataclass(frozen=True, slots=True)
class _BentEllipse:
    """The common shape of the regions of one footprint: axes, their standard deviations, and the bend along the track."""

    plane: _Plane
    centre: Array  # (2, 1)
    axes: Array  # (2, 2), columns: along, across
    bend: Array  # (3,)
    long: float
    wide: float

    @classmethod
    def of(cls, fallen: Fall) -> _BentEllipse:
        """About the median of falls, all of which came down."""
        plane = _Plane.of(fallen)
        points = np.stack(plane.flat(fallen.latitude_deg, fallen.longitude_deg))
        centre = np.median(points, axis=1, keepdims=True)
        axes = np.linalg.eigh(np.cov(points))[1][:, ::-1]
        along, across = axes.T @ (points - centre)
        bend = np.polyfit(along, across, 2)
        if np.std(across - np.polyval(bend, along)) > 0.9 * np.std(across):
            bend = np.zeros(3)
        wide = float(np.std(across - np.polyval(bend, along)))
        return cls(plane, centre, axes, bend, max(float(np.std(along)), 50.0), max(wide, 50.0))

    def reach(self, latitude_deg: Array, longitude_deg: Array) -> Array:
        """How many standard deviations away places are, (n,)."""
        points = np.stack(self.plane.flat(np.atleast_1d(latitude_deg), np.atleast_1d(longitude_deg)))
        along, across = self.axes.T @ (points - self.centre)
        return np.asarray(np.hypot(along / self.long, (across - np.polyval(self.bend, along)) / self.wide))

    def ring(self, reach: float) -> tuple[Array, Array]:
        """Latitudes and longitudes of the outline at a reach."""
        turn = np.linspace(0.0, 2.0 * np.pi, _CORNERS, endpoint=False)
        along, across = reach * self.long * np.cos(turn), reach * self.wide * np.sin(turn)
        x, y = self.axes @ np.stack([along, across + np.polyval(self.bend, along)]) + self.centre
        return self.plane.round(x, y)


@dataclass(frozen=True, slots=True)
class _Plane:
    """A map about the middle of the falls: azimuthal equidistant on the sphere, there and back exactly."""

    latitude: float
    longitude: float

    @classmethod
    def of(cls, fallen: Fall) -> _Plane:
        """About the mean direction."""
        latitude, longitude = np.radians(fallen.latitude_deg), np.radians(fallen.longitude_deg)
        unit = np.stack([np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)])
        x, y, z = unit.mean(axis=1)
        return cls(float(np.arctan2(z, np.hypot(x, y))), float(np.arctan2(y, x)))

    def flat(self, latitude_deg: Array, longitude_deg: Array) -> tuple[Array, Array]:
        """East and north. [m]"""
        latitude, turn = np.radians(latitude_deg), np.radians(longitude_deg) - self.longitude
        cosine = np.sin(self.latitude) * np.sin(latitude) + np.cos(self.latitude) * np.cos(latitude) * np.cos(turn)
        angle = np.arccos(np.clip(cosine, -1.0, 1.0))
        scale = constants.EARTH_MEAN_RADIUS_M * np.where(angle > 1e-9, angle / np.maximum(np.sin(angle), 1e-12), 1.0)
        x = scale * np.cos(latitude) * np.sin(turn)
        y = np.cos(self.latitude) * np.sin(latitude) - np.sin(self.latitude) * np.cos(latitude) * np.cos(turn)
        return np.asarray(x), np.asarray(scale * y)

    def round(self, x: Array, y: Array) -> tuple[Array, Array]:
        """Latitude and longitude. [deg]"""
        distance = np.maximum(np.hypot(x, y), 1e-9)
        angle = distance / constants.EARTH_MEAN_RADIUS_M
        sine = np.cos(angle) * np.sin(self.latitude) + y * np.sin(angle) * np.cos(self.latitude) / distance
        east = x * np.sin(angle)
        north = distance * np.cos(self.latitude) * np.cos(angle) - y * np.sin(self.latitude) * np.sin(angle)
        longitude = np.degrees(self.longitude + np.arctan2(east, north))
        return np.degrees(np.arcsin(np.clip(sine, -1.0, 1.0))), np.asarray(wrap_longitude_deg(longitude))
