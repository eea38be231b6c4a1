"""The finding ``fall:<launch>``: what flew, what failed, and where and until when its parts fall."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bongsu.ascent import Flight, Footprint
from bongsu.assessment import Finding
from bongsu.cases.answer import MapRegion, MapTrack
from bongsu.cases.ascents import ASCENT_LIMITS, FailureRun, fall_items
from bongsu.cases.case import Case, Launch
from bongsu.cases.fall_comparison import compare_falls
from bongsu.cases.launch_falls import FittedFlights, LaunchFalls, fly_launch
from bongsu.earth import Estimate, fixed_to_geodetic, geodesic_inverse
from bongsu.errors import BongsuError
from bongsu.provenance import Evidence
from bongsu.wording import joined, phrase

__all__ = ["fall_finding", "fall_regions", "fall_tracks", "falls_of_launches", "unflown_finding"]

_QUESTION = "What flew, what failed, and where and until when do its parts fall?"
_LEAST_SHARE = 0.005  # of the falls of a part inside an area, for the area to be named with it
_FAR = 3.0  # 99 % semi-axes from the middle: a fall beyond cannot be of that flight
_TAILS = (0.05, 0.5, 0.95)


def falls_of_launches(
    case: Case,
    launches: Sequence[Launch],
    primary: Launch | None,
    *,
    flights: int,
    seed: int,
    read_file: Callable[[str], bytes] | None,
    step: Callable[[str], None],
) -> tuple[list[Finding], dict[str, Any]]:
    """A finding for each launch, and ``regions`` and ``tracks`` of the primary one for the map.

    One fit serves all launches of a vehicle. A launch that cannot be flown has a finding that says why.
    """
    fits, findings = FittedFlights(), []
    drawn: dict[str, Any] = {"regions": (), "tracks": ()}
    for launch in launches:
        step(phrase("falls of {id}", id=launch.id))
        try:
            flown = fly_launch(case, launch, flights=flights, seed=seed, fits=fits, read_file=read_file)
        except BongsuError as error:
            findings.append(replace(unflown_finding(launch, error), label=_label(launch, primary)))
            continue
        findings.append(replace(fall_finding(flown), label=_label(launch, primary)))
        if launch is primary:
            drawn = {
                "regions": fall_regions(flown.run, lift_off_s=flown.lift_off_s),
                "tracks": fall_tracks(flown.run, flown.flight, flown.paths),
            }
    return findings, drawn


def _label(launch: Launch, primary: Launch | None) -> str:
    if launch is primary or not launch.lift_off:
        return "falls, modelled" if launch is primary else phrase("falls of {id}", id=launch.id)
    moment = launch.lift_off[0].time
    return phrase("falls of {day} {moment:%b %Y}", day=moment.day, moment=moment)


def fall_finding(falls: LaunchFalls) -> Finding:
    """A launch as flown: bodies with their regions and times, each notified area with its interval, reports compared.

    ``agree`` where every report that did not go into the fit lies among the modelled falls, ``cannot both be right``
    where one lies far beyond all of them, ``undetermined`` where one lies just outside, ``computed`` where there is none.
    """
    run, launch = falls.run, falls.launch
    rows = compare_falls(run, falls.areas, launch.fall)
    verdict, against = _verdict(falls, rows)
    areas = _area_intervals(falls, rows)
    bodies = joined("; ", (_body_words(falls, each) for each in run.footprints if each.areas))
    sign, mark = {
        "agree": ("=", "as modelled"),
        "cannot both be right": ("≠", "cannot fit"),
        "undetermined": ("?", "just outside"),
        "computed": ("=", "modelled"),
    }[verdict]
    what = _what_failed(falls)
    first = next((each for each in run.footprints if each.areas), None)
    near = (
        phrase(
            "{label} {span} about {place}",
            label=first.label,
            span=_span(run, first, falls.lift_off_s),
            place=_place(first.median),
        )
        if first
        else "nothing comes down"
    )
    return Finding(
        id=f"fall:{launch.id}",
        topic="fall",
        question=_QUESTION,
        verdict=verdict,
        statement=phrase(
            "{name}, flown as on {day} {lift_off:%b %Y}, {what}: {bodies}.",
            name=run.vehicle.name,
            day=run.known.lift_off.day,
            lift_off=run.known.lift_off,
            what=what,
            bodies=bodies,
        )
        + joined("", (phrase(" {words}.", words=each["words"]) for each in areas))
        + joined("", (phrase(" {each}.", each=each) for each in against)),
        label="falls, modelled",
        brief=joined("; ", [what, *(each["words"] for each in areas if each["start"])] if areas else [what, near]),
        sign=sign,
        mark=mark,
        estimates=_estimates(falls),
        sources=_sources(launch),
        evidence=(
            Evidence(
                what=phrase("vehicle file {id}, flight {id_2}", id=run.vehicle.id, id_2=run.known.id),
                sources=run.known.stated.sources,
            ),
            Evidence(what="lift-off", sources=tuple(dict.fromkeys(s for each in launch.lift_off for s in each.source))),
            *((Evidence(what="what failed", sources=tuple(launch.cause.source)),) if launch.cause else ()),
        ),
        method=(
            phrase(
                "{flights:,} flights of {sets} whole sets fitted to the flight {id}, each with its own"
                " deviations and wind, flown forwards until the failure; seed {seed}. Regions are bent"
                " ellipses that hold 50, 90, 97 and 99 % of the falls; intervals run from flight level"
                " 600 to the surface, lift-off as open as the parties leave it.",
                flights=run.flights,
                sets=run.sets,
                id=run.known.id,
                seed=run.seed,
            )
        ),
        reference="docs/methods/ascent.md; Kitanidis 1995; US Standard Atmosphere 1976",
        caveats=_caveats(falls),
        would_change=("The vehicle's own figures; the coordinates of the notified areas; a surveyed fall.",),
        check_by_hand=_by_hand(falls),
        say="by public figures, parts fall there and then",
        do_not_say="that they did, or that the vehicle is as its figures",
        details={
            "vehicle": run.vehicle.id,
            "flown_as": run.known.id,
            "failure": {"kind": run.failure.kind, "stage": run.failure.stage, "at_s": list(run.failure.at_s)},
            "nothing_said_from_stage": falls.only_below or None,
            "areas": [{key: value for key, value in each.items() if key != "words"} for each in areas],
            "falls": fall_items(run, lift_off_s=falls.lift_off_s),
            "compared": rows,
        },
    )


def unflown_finding(launch: Launch, error: BongsuError) -> Finding:
    """Why a launch is not flown, as a finding, with what would help."""
    advice = str(getattr(error, "advice", ""))
    return Finding(
        id=f"fall:{launch.id}",
        topic="fall",
        question=_QUESTION,
        verdict="undetermined",
        statement=phrase("Not flown: {error}.", error=error),
        label="falls, modelled",
        brief=phrase("not flown: {error}", error=error),
        sign="?",
        mark="not flown",
        sources=tuple(launch.source),
        method="None: a launcher is flown by public figures only.",
        would_change=(advice,) if advice else (),
        say="no figures are known by which it could be flown",
        do_not_say="where its parts fell",
    )


def fall_regions(run: FailureRun, *, lift_off_s: tuple[float, float] = (0.0, 0.0)) -> tuple[MapRegion, ...]:
    """Impact regions for a map: one for each body, its outlines from the least containment to the greatest.

    ``lift_off_s`` is how much earlier (0 or less) and later lift-off may have been. [s]
    """
    return tuple(
        MapRegion(
            label=body.label,
            outlines=tuple((area.probability, tuple(area.region.corners)) for area in body.areas),
            times=phrase("{span} UTC", span=_span(run, body, lift_off_s)),
        )
        for body in run.footprints
        if body.areas
    )


def fall_tracks(run: FailureRun, flight: Flight, paths: Mapping[str, NDArray[np.float64]]) -> tuple[MapTrack, ...]:
    """The modelled way over the ground, and that of each part to the surface."""
    latitude, longitude, _ = fixed_to_geodetic(flight.trajectory(run.lift_off, step_s=5.0).position_m)
    way = tuple(zip(latitude.tolist(), longitude.tolist(), strict=True))
    tracks = [MapTrack(label="flight as modelled", kind="ascent", points=way)]
    for label, path in paths.items():
        if len(path) > 1:
            tracks.append(
                MapTrack(label=label, kind="path", points=tuple((float(a), float(b)) for a, b in path[:, 1:3]))
            )
    return tuple(tracks)


def _sources(launch: Launch) -> tuple[str, ...]:
    parts = [launch.source, *(each.source for each in launch.lift_off), *(each.source for each in launch.fall)]
    return tuple(dict.fromkeys(s for part in parts for s in part))


def _what_failed(falls: LaunchFalls) -> str:
    failure = falls.run.failure
    if falls.only_below:
        return phrase(
            "as planned until stage {only_below}, which failed at a time not known", only_below=falls.only_below
        )
    first, last = failure.at_s
    times = (
        phrase("{first:g} s", first=first)
        if first == last
        else phrase("{first:g} to {last:g} s", first=first, last=last)
    )
    return {
        "none": "as planned",
        "no ignition": phrase("stage {stage} not lit", stage=failure.stage),
        "early cut": phrase("stage {stage} cut {times} early", stage=failure.stage, times=times),
        "thrust loss": phrase(
            "stage {stage} with {share:.0%} thrust from {times} after ignition",
            stage=failure.stage,
            share=failure.share,
            times=times,
        ),
        "burst": phrase("burst {times} after lift-off", times=times),
        "no separation": phrase("stage {stage} not separated", stage=failure.stage),
    }[failure.kind]


def _clock(moment: datetime, up: bool) -> str:
    """Hours and minutes: down to the minute at the start of an interval, up to it at the end."""
    whole = moment.astimezone(UTC).replace(second=0, microsecond=0)
    late = up and moment.astimezone(UTC) > whole
    return f"{whole + timedelta(minutes=late):%H:%M}"


def _span(run: FailureRun, body: Footprint, lift_off_s: tuple[float, float]) -> str:
    """The 99 % interval of a body, lift-off as open as it is, rounded outwards."""
    start, end = _ends(run, body, lift_off_s)
    return f"{_clock(start, False)}-{_clock(end, True)}"


def _ends(run: FailureRun, body: Footprint, lift_off_s: tuple[float, float]) -> tuple[datetime, datetime]:
    whole, base = body.areas[-1], run.lift_off
    return (
        base + timedelta(seconds=whole.start_s + lift_off_s[0]),
        base + timedelta(seconds=whole.end_s + lift_off_s[1]),
    )


def _place(place: tuple[float, float]) -> str:
    latitude, longitude = place
    return phrase(
        "{latitude:.1f} {latitude_2} {longitude:.1f} {longitude_2}",
        latitude=abs(latitude),
        latitude_2="N" if latitude >= 0 else "S",
        longitude=abs(longitude),
        longitude_2="E" if longitude >= 0 else "W",
    )


def _body_words(falls: LaunchFalls, body: Footprint) -> str:
    wide = next(each for each in body.areas if each.probability == 0.9)
    share = "" if body.share > 0.995 else phrase(", in {share:.0%} of the flights", share=body.share)
    return phrase(
        "{label} about {place}, 90 % within {major_m:.0f} x {minor_m:.0f} km, {span} UTC{share}",
        label=body.label,
        place=_place(body.median),
        major_m=wide.major_m / 1000.0,
        minor_m=wide.minor_m / 1000.0,
        span=_span(falls.run, body, falls.lift_off_s),
        share=share,
    )


def _area_intervals(falls: LaunchFalls, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """For each notified area: from when until when a part may fall in it, and which."""
    found: list[dict[str, Any]] = []
    bodies = {each.label: each for each in falls.run.footprints}
    for area in falls.areas:
        inside = [
            (row["body"], row["share_inside"])
            for row in rows
            if row.get("area") == area.label and "share_inside" in row and row["share_inside"] >= _LEAST_SHARE
        ]
        name = phrase("area {label}", label=area.label) if area.label else "the area"
        if not inside:
            found.append(
                {
                    "label": area.label,
                    "start": None,
                    "end": None,
                    "parts": {},
                    "words": phrase("No part in {name}", name=name),
                }
            )
            continue
        spans = [_ends(falls.run, bodies[label], falls.lift_off_s) for label, _ in inside]
        start, end = min(each[0] for each in spans), max(each[1] for each in spans)
        listed = joined(", ", (phrase("{share:.0%} of {label}", share=share, label=label) for label, share in inside))
        where = (
            phrase("within {uncertainty_km:g} km of its centre", uncertainty_km=area.uncertainty_km)
            if area.uncertainty_km
            else "inside"
        )
        found.append(
            {
                "label": area.label,
                "start": _json_time(start),
                "end": _json_time(end),
                "parts": dict(inside),
                "words": phrase(
                    "{name} from {clock} to {clock_2}, clear after ({listed} {where})",
                    name=name,
                    clock=_clock(start, False),
                    clock_2=_clock(end, True),
                    listed=listed,
                    where=where,
                ),
            }
        )
    return found


def _json_time(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _verdict(falls: LaunchFalls, rows: list[dict[str, Any]]) -> tuple[str, list[str]]:
    """How the reports meet the model, and one sentence for each report."""
    said, verdicts = [], []
    for fall in falls.launch.fall:
        mine = [row for row in rows if row["with"] == phrase("reported fall: {label}", label=fall.label)]
        placed = [row for row in mine if "containment" in row]
        timed = [row for row in mine if "early_s" in row]
        if placed:
            best = min(placed, key=lambda row: (row["containment"], row["away_km"]))
            body = next(each for each in falls.run.footprints if each.label == best["body"])
            beyond = best["away_km"] - (best["within_km"] or 0.0)
            if best["containment"] < 0.99:
                where = phrase(
                    "lies inside the {containment:.0%} region of {body}",
                    containment=best["containment"],
                    body=best["body"],
                )
                verdict = "agree"
            else:
                where = phrase(
                    "lies outside all modelled falls, {away_km:.0f} km from the middle of the nearest",
                    away_km=best["away_km"],
                )
                far = _FAR * body.areas[-1].major_m / 1e3
                verdict = "cannot both be right" if beyond > far else "undetermined"
                if verdict == "cannot both be right":
                    where += ": what is said of the failure and of this fall cannot both be right"
            said.append(
                phrase("The reported fall of {label} {where}", label=fall.label, where=where) + _fitted_words(best)
            )
            verdicts += [] if best["fitted"] else [verdict]
        elif timed:
            fits = [row for row in timed if row["in_time"]]
            best = min(fits or timed, key=lambda row: abs(row["early_s"]))
            when = phrase(
                "{early_s} s {early_s_2} the middle time of {body}",
                early_s=abs(best["early_s"]),
                early_s_2="after" if best["early_s"] >= 0 else "before",
                body=best["body"],
            )
            said.append(
                phrase("The reported time of {label} is {when}", label=fall.label, when=when) + _fitted_words(best)
            )
            verdicts += [] if best["fitted"] else ["agree" if fits else "undetermined"]
    order = ("cannot both be right", "undetermined", "agree")
    return next((word for word in order if word in verdicts), "computed"), said


def _fitted_words(row: dict[str, Any]) -> str:
    return " (fitted, so no check)" if row["fitted"] else ""


def _estimates(falls: LaunchFalls) -> dict[str, Estimate]:
    """For each body: time of its fall from lift-off and distance from the pad, median and 90 %."""
    found = {}
    pad = falls.run.known.pad
    for body in falls.run.footprints:
        if not body.areas:
            continue
        key = body.label.split(" (")[0].replace(" ", "_").replace(",", "")
        distance = geodesic_inverse(
            np.full(body.count, pad.latitude_deg), np.full(body.count, pad.longitude_deg), body.fall.latitude_deg,
            body.fall.longitude_deg,
        )[0]  # fmt: skip
        found[f"{key}_fall_s"] = _estimate(body.fall.time_s, "s")
        found[f"{key}_distance_km"] = _estimate(np.asarray(distance) / 1e3, "km")
    return found


def _estimate(values: NDArray[np.float64], unit: str) -> Estimate:
    low, middle, high = (float(each) for each in np.quantile(values, _TAILS))
    return Estimate(value=middle, low=low, high=high, level=0.9, unit=unit)


def _caveats(falls: LaunchFalls) -> tuple[str, ...]:
    run = falls.run
    stated = [each.name for each in run.known.stated.figures if each.what.startswith("fall")]
    found = [*ASCENT_LIMITS]
    if stated:
        found.append(phrase("Fitted, so no check: {stated}.", stated=joined(", ", stated)))
    if abs((run.lift_off - run.known.lift_off).days) > 1:
        found.append(
            phrase("Flown as on {lift_off:%Y-%m-%d}: its programme that day is not known.", lift_off=run.known.lift_off)
        )
    if any(area.uncertainty_km for area in falls.areas):
        found.append("The areas are known only by published distances.")
    if falls.only_below:
        found.append(
            phrase(
                "Nothing is said of stage {only_below} and what stood above it: the time is not known.",
                only_below=falls.only_below,
            )
        )
    return tuple(found)


def _by_hand(falls: LaunchFalls) -> str:
    """Time of the first part's fall from where it starts, without air, over a flat ground."""
    body = next((each for each in falls.run.footprints if each.areas and each.label in falls.paths), None)
    if body is None:
        return ""
    path = falls.paths[body.label]
    if len(path) < 3:
        return ""
    start, height = float(path[0, 0]), float(path[0, 3])
    rise = (path[1, 3] - height) / max(path[1, 0] - start, 1e-9) + 0.5 * 9.5 * (path[1, 0] - start)
    rise = max(float(rise), 0.0)
    whole = (rise + np.sqrt(rise**2 + 2.0 * 9.5 * height)) / 9.5
    return phrase(
        "{label}: left at T+{start:.0f} s, {height:.0f} km high, rising {rise:.0f} m/s; without"
        " air and with g = 9.5 m/s2 it is down after ({rise:.0f} + sqrt({rise:.0f}^2 + 2 x 9.5 x"
        " {height_2:.0f})) / 9.5 = {whole:.0f} s, T+{start_2:.0f} s; air holds it up to some"
        " minutes longer",
        label=body.label,
        start=start,
        height=height / 1000.0,
        rise=rise,
        height_2=height,
        whole=whole,
        start_2=start + whole,
    )
