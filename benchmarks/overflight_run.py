"""One library on one workload, in a process of its own; :mod:`overflight` starts these.

    python overflight_run.py LIBRARY WORK --seed N --threads N --part N --rows FILE

Prints one line of JSON. The process pins itself to as many processors as threads. CPU seconds are those of the best of
some runs; they hold on a busy machine too, wall times do not.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import importlib.util
import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ASKED = argparse.ArgumentParser()
ASKED.add_argument("library")
ASKED.add_argument("work")
ASKED.add_argument("--seed", type=int)
ASKED.add_argument("--threads", type=int, default=1)
ASKED.add_argument("--part", type=int, default=0)
ASKED.add_argument("--rows")
GIVEN = ASKED.parse_args()
for variable in ("OMP_NUM_THREADS", "RAYON_NUM_THREADS", "NUMBA_NUM_THREADS", "OPENBLAS_NUM_THREADS", "ASTROZ_THREADS"):
    os.environ[variable] = str(GIVEN.threads)
os.sched_setaffinity(0, set(sorted(os.sched_getaffinity(0))[: GIVEN.threads]))

import numpy as np  # noqa: E402 - after the number of threads is set
import overflight_work as ow  # noqa: E402

START = np.datetime64("2024-07-05", "us")


def best(run: Callable[[], Any], times: int, budget_s: float = 60.0) -> tuple[dict[str, float], Any]:
    """Best CPU and wall seconds of some runs."""
    walls, cpus, answer, began = [], [], None, time.perf_counter()
    for _ in range(times):
        wall, cpu = time.perf_counter(), time.process_time()
        answer = run()
        cpus.append(time.process_time() - cpu)
        walls.append(time.perf_counter() - wall)
        if time.perf_counter() - began > budget_s:
            break
    return {"cpu_s": min(cpus), "wall_s": min(walls), "runs": len(cpus), "load": os.getloadavg()[0]}, answer


def bongsu_sets(work: ow.Work) -> list[Any]:
    """Element sets by Bongsu's own reader."""
    from bongsu.orbit import parse_tle  # noqa: PLC0415 - only this library

    return parse_tle("\n".join("\n".join(pair) for pair in work.satellites))[0]


def bongsu_passes(work: ow.Work) -> tuple[dict[str, float], np.ndarray]:
    """The public function, all columns of its table."""
    from datetime import UTC, datetime, timedelta  # noqa: PLC0415

    from bongsu.earth import Window  # noqa: PLC0415
    from bongsu.overflight import Site, find_passes  # noqa: PLC0415

    sets = bongsu_sets(work)
    sites = [Site(latitude_deg=a, longitude_deg=b, height_m=c) for a, b, c in work.places]
    start = datetime(2024, 7, 5, tzinfo=UTC)

    def run(count: int = len(sets)) -> Any:
        window = Window(start=start, end=start + timedelta(days=work.days))
        return find_passes(
            sets[:count], sites, window, min_elevation_deg=ow.LIMIT_DEG, engine="bulk", threads=GIVEN.threads
        )

    began = time.process_time()
    run(1)
    first = time.process_time() - began
    figures, table = best(run, 7)
    second = np.timedelta64(1_000_000, "us")
    rows = [table.satellite, table.site, (table.rise - START) / second, (table.set - START) / second]
    return {**figures, "first_call_cpu_s": first}, np.stack(rows, axis=1).astype(float)


def brahe_passes(work: ow.Work) -> tuple[dict[str, float], np.ndarray]:
    """``location_accesses`` with its default search and, where it is at hand, the IERS table."""
    import brahe as bh  # noqa: PLC0415

    found = importlib.util.find_spec("astropy_iers_data")
    table = Path(found.origin).parent / "data" / "finals2000A.all" if found and found.origin else None
    provider = (
        bh.FileEOPProvider.from_standard_file(str(table), True, "Hold") if table else bh.StaticEOPProvider.from_zero()
    )
    bh.set_global_eop_provider(provider)
    objects = [bh.SGPPropagator.from_tle(*x, 60.0).with_id(i + 1) for i, x in enumerate(work.satellites)]
    places = [bh.PointLocation(lon, lat, h).with_id(j + 1) for j, (lat, lon, h) in enumerate(work.places)]
    start = bh.Epoch.from_datetime(2024, 7, 5, 0, 0, 0.0, 0.0, bh.TimeSystem.UTC)
    config = bh.AccessSearchConfig(parallel=GIVEN.threads > 1, num_threads=GIVEN.threads)
    limit = bh.ElevationConstraint(min_elevation_deg=ow.LIMIT_DEG)
    end = start + work.days * 86400.0
    figures, windows = best(lambda: bh.location_accesses(places, objects, start, end, limit, config=config), 2, 1.0)
    rows = [(w.satellite_id - 1, w.location_id - 1, w.window_open - start, w.window_close - start) for w in windows]
    return figures, np.array(rows, dtype=float)


def skyfield_passes(work: ow.Work) -> tuple[dict[str, float], np.ndarray]:
    """``find_events``, pair by pair; it has no polar motion by default."""
    from skyfield.api import EarthSatellite, load, wgs84  # noqa: PLC0415

    scale = load.timescale(builtin=True)
    start, end = scale.utc(2024, 7, 5), scale.utc(2024, 7, 5 + work.days)

    def run() -> np.ndarray:
        rows = []
        for i, lines in enumerate(work.satellites):
            satellite = EarthSatellite(*lines, None, scale)
            for j, (lat, lon, h) in enumerate(work.places):
                times, kinds = satellite.find_events(
                    wgs84.latlon(lat, lon, h), start, end, altitude_degrees=ow.LIMIT_DEG
                )
                rise = None
                for second, kind in zip((times.tt - start.tt) * 86400 if len(kinds) else [], kinds, strict=True):
                    if kind == 0:
                        rise = second
                    elif kind == 2:
                        rows.append((i, j, 0.0 if rise is None else rise, second))
                        rise = None
                if rise is not None:
                    rows.append((i, j, rise, work.days * 86400.0))
        return np.array(rows, dtype=float)

    return best(run, 1)


def off_from_library(work: ow.Work, position_km: Callable[[int], np.ndarray]) -> dict[str, float]:
    """How far positions are from the ``sgp4`` library's, on every twentieth satellite. [m]"""
    from sgp4.api import Satrec  # noqa: PLC0415

    day = np.arange(1440) / 1440.0
    off = []
    for k in range(0, len(work.satellites), 20):
        error, true, _ = Satrec.twoline2rv(*work.satellites[k]).sgp4_array(np.full(1440, ow.START_JD), day)
        off.append(np.linalg.norm(position_km(k) - true, axis=1)[error == 0] * 1000.0)
    values = np.concatenate(off)
    return {"off_median_m": float(np.median(values)), "off_max_m": float(values.max())}


def bongsu_states(work: ow.Work, velocities: bool) -> dict[str, float]:
    """Prepared sets, a buffer that is used again."""
    from bongsu.orbit import prepare_sets, propagate_prepared  # noqa: PLC0415

    sets = bongsu_sets(work)
    times = START + np.arange(1440) * np.timedelta64(60_000_000, "us")
    began = time.process_time()
    propagate_prepared(prepare_sets(sets[:1]), times[:1])
    first = time.process_time() - began
    began = time.process_time()
    prepared = prepare_sets(sets)
    ready = time.process_time() - began
    out = propagate_prepared(prepared, times, velocities=velocities)
    figures, (position, _, _) = best(
        lambda: propagate_prepared(prepared, times, velocities=velocities, out=out, threads=GIVEN.threads), 7
    )
    return {
        **figures, "first_call_cpu_s": first, "prepare_cpu_s": ready,
        **off_from_library(work, lambda k: position[k] / 1000.0),
    }  # fmt: skip


def astroz_states(work: ow.Work, velocities: bool) -> dict[str, float]:
    """Its own constellation class (positions only), or its SatrecArray with velocities."""
    import astroz  # noqa: PLC0415

    if velocities:
        from astroz.api import Satrec, SatrecArray  # noqa: PLC0415

        array = SatrecArray([Satrec.twoline2rv(*lines) for lines in work.satellites])
        day = np.arange(1440) / 1440.0
        figures, (_, position, _) = best(lambda: array.sgp4(np.full(1440, ow.START_JD), day), 5)
        return {**figures, **off_from_library(work, lambda k: np.asarray(position[k]))}
    import datetime  # noqa: PLC0415

    many = astroz.Constellation("\n".join("\n".join(lines) for lines in work.satellites))
    start = datetime.datetime(2024, 7, 5, tzinfo=datetime.UTC)
    minutes = np.arange(1440.0)
    figures, position = best(lambda: astroz.propagate(many, minutes, start_time=start, output="teme"), 5)
    column = {int(number): k for k, number in enumerate(many.satnums)}
    return {**figures, **off_from_library(work, lambda k: np.asarray(position[:, column[10_000 + k]]))}


def sgp4_states(work: ow.Work, velocities: bool) -> dict[str, float]:
    """The library that is the measure."""
    del velocities  # it always gives both
    from sgp4.api import Satrec, SatrecArray  # noqa: PLC0415

    array = SatrecArray([Satrec.twoline2rv(*lines) for lines in work.satellites])
    day = np.arange(1440) / 1440.0
    figures, _ = best(lambda: array.sgp4(np.full(1440, ow.START_JD), day), 1)
    return figures


def main() -> None:
    """Run what was asked for."""
    work = ow.work_of(GIVEN.work[:2].rstrip("+"), GIVEN.seed if GIVEN.seed is not None else ow.SEED)
    whole = len(work.satellites)
    if GIVEN.part:
        work = ow.part_of(work, GIVEN.part)
    if work.name == "A":
        states = {"bongsu": bongsu_states, "astroz": astroz_states, "sgp4": sgp4_states}[GIVEN.library]
        answer = states(work, GIVEN.work.endswith("+"))
    else:
        passes = {"bongsu": bongsu_passes, "brahe": brahe_passes, "skyfield": skyfield_passes}[GIVEN.library]
        answer, rows = passes(work)
        if GIVEN.rows:
            np.save(GIVEN.rows, rows[np.lexsort((rows[:, 2], rows[:, 1], rows[:, 0]))])
    version = importlib.metadata.version(GIVEN.library)
    print(json.dumps({**answer, "satellites": len(work.satellites), "whole": whole, "version": version}))


if __name__ == "__main__":
    main()
