"""Pictures of modelled flights ready to post: the way, where and when parts fall, notified areas, source and date inside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from bongsu import __version__
from bongsu.ascent import Vehicle
from bongsu.cases import (
    AscentRun,
    Assessment,
    Case,
    ComparedArea,
    FailureRun,
    Launch,
    MapArea,
    MapPoint,
    MapTrack,
    fall_regions,
    fall_tracks,
    falls_of_run,
    track_of_flight,
)
from bongsu.earth import Trajectory, fixed_to_geodetic, geodesic_inverse
from bongsu.reports.svg_map import map_svg

__all__ = ["ascent_map_svg", "fall_map_svg"]

_NEAR_KM = 500.0  # areas this near the falls are drawn, however short the flight


def fall_map_svg(
    run: FailureRun,
    *,
    at: datetime,
    areas: Iterable[ComparedArea] = (),
    launch: Launch | None = None,
    notes: Iterable[str] = (),
    width: float = 1600,
) -> str:
    """Where and when parts come down, beside what was notified and reported.

    Parameters
    ----------
    run : FailureRun
        What was flown.
    at : datetime
        The date in the picture.
    areas : iterable of ComparedArea
        Notified areas, drawn beside the regions.
    launch : Launch, optional
        Its reported falls are drawn too.
    notes : iterable of str
        Lines under the legend, after the intervals.
    width : float
        Of the picture.
    """
    flight, paths = falls_of_run(run)
    what = run.failure.kind if run.failure.kind != "none" else "as planned"
    stage = f" of stage {run.failure.stage}" if run.failure.stage else ""
    title = f"{run.vehicle.name}, lift-off {run.lift_off:%d %b %Y %H:%M:%S} UTC: {what}{stage}"
    points = [_pad(run.known.pad.latitude_deg, run.known.pad.longitude_deg), *(_reported(launch) if launch else ())]
    regions = fall_regions(run)
    near, far = _near_and_far(run, areas)
    lines = [
        "Parts may fall, and clear after",
        *(f"{each.label.split(' (')[0]}: {each.times}" for each in regions),
        *notes,
    ]
    lines += [f"Area {each.label}, {away:,.0f} km away, is not drawn." for each, away in far]
    lines += [f"{run.flights:,} flights, fitted to {run.known.name} ({run.known.id})."]
    answer = replace(
        _picture(run.vehicle, title, at),
        points=tuple(points),
        tracks=fall_tracks(run, flight, paths),
        regions=regions,
        areas=tuple(_area(each) for each in near),
    )
    return map_svg(answer, width=width, notes=lines)


def _near_and_far(
    run: FailureRun, areas: Iterable[ComparedArea]
) -> tuple[list[ComparedArea], list[tuple[ComparedArea, float]]]:
    """Areas worth drawing beside the falls, and those further off than the falls reach, with the distance in km."""
    middles = [body.median for body in run.footprints if body.areas]
    pad = (run.known.pad.latitude_deg, run.known.pad.longitude_deg)
    reach = max([_NEAR_KM, *(geodesic_inverse(*pad, *each)[0] / 1e3 for each in middles)])
    near, far = [], []
    for area in areas:
        away = min((area.region.distance_m(*each) / 1e3 for each in middles), default=0.0)
        if away <= reach:
            near.append(area)
        else:
            far.append((area, away))
    return near, far


def ascent_map_svg(run: AscentRun, *, at: datetime, width: float = 1600) -> str:
    """The way of one flight, its events, and where its dropped parts come down on the most likely one.

    Parameters
    ----------
    run : AscentRun
        What was flown.
    at : datetime
        The date in the picture.
    width : float
        Of the picture.
    """
    title = f"{run.vehicle.name}, {run.known.name}, as fitted: {run.lift_off:%d %b %Y %H:%M} UTC"
    flight, paths = track_of_flight(run)
    points = [_pad(run.known.pad.latitude_deg, run.known.pad.longitude_deg)]
    lines = ["Falls of the most likely flight"]
    for label, path in paths.items():
        when = run.lift_off + timedelta(seconds=float(path[-1, 0]))
        points.append(MapPoint(label=f"{label} {when:%H:%M:%S}", kind="drop", latitude_deg=float(path[-1, 1]), longitude_deg=float(path[-1, 2])))  # fmt: skip
        lines.append(f"{label}: {when:%H:%M:%S} UTC")
    lines.append("One flight of many: bongsu ascent fail gives the regions.")
    tracks = [MapTrack(label="flight as fitted", kind="ascent", points=_places(flight))]
    tracks += [MapTrack(label=name, kind="path", points=tuple((float(a), float(b)) for a, b in path[:, 1:3])) for name, path in paths.items() if len(path) > 1]  # fmt: skip
    answer = replace(_picture(run.vehicle, title, at), points=tuple(points), tracks=tuple(tracks))
    return map_svg(answer, width=width, notes=lines)


def _picture(vehicle: Vehicle, title: str, at: datetime) -> Assessment:
    """An empty answer with its title and the vehicle's sources, to be drawn on."""
    sources = [
        {"id": each.id, "publisher": each.publisher, "address": each.address, "grade": each.grade}
        for each in vehicle.sources
    ]
    case = Case.model_validate({"case": {"name": vehicle.id, "title": title}, "source": sources})
    return Assessment(case=case, at=at, version=__version__, sha256="", summary=(), findings=())


def _places(trajectory: Trajectory) -> tuple[tuple[float, float], ...]:
    latitude, longitude, _ = fixed_to_geodetic(trajectory.position_m[::5])
    return tuple(zip(latitude.tolist(), longitude.tolist(), strict=True))


def _pad(latitude_deg: float, longitude_deg: float) -> MapPoint:
    return MapPoint(label="launch site", kind="site", latitude_deg=latitude_deg, longitude_deg=longitude_deg)


def _reported(launch: Launch) -> list[MapPoint]:
    return [
        MapPoint(
            label=f"fall: {fall.label}",
            kind="fall",
            latitude_deg=fall.latitude,
            longitude_deg=fall.longitude,
            radius_km=fall.uncertainty_km or 0.0,
            remark=fall.remark,
        )
        for fall in launch.fall
        if fall.latitude is not None and fall.longitude is not None
    ]


def _area(area: ComparedArea) -> MapArea:
    rough = area.uncertainty_km > 0.0
    return MapArea(
        label=area.label, ring=tuple(area.region.corners), approximate=rough, uncertainty_km=area.uncertainty_km,
        remark="published distances only" if rough else "",
    )  # fmt: skip
