"""How the Earth stands in space: UT1-UTC and polar motion from a dated table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bongsu.earth.timescale import julian_date, tai_minus_utc_s
from bongsu.errors import InputError

__all__ = ["EarthOrientation", "bundled_orientation", "parse_orientation"]

_MJD_ZERO_JD = 2400000.5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EarthOrientation:
    """A table of Earth orientation, one row a day at 0 h UTC.

    ``mjd``, ``x_arcsec``, ``y_arcsec`` and ``ut1_minus_tai_s`` have shape (n,). ``last_observed_mjd`` is
    the last day that was measured; later rows are predictions. ``name`` says which table this is and
    goes into answers.
    """

    mjd: NDArray[np.float64]
    x_arcsec: NDArray[np.float64]
    y_arcsec: NDArray[np.float64]
    ut1_minus_tai_s: NDArray[np.float64]
    last_observed_mjd: float
    name: str

    def covers(self, time: ArrayLike) -> NDArray[np.bool_]:
        """Whether the table spans each UTC time."""
        day, fraction = julian_date(time)
        mjd = day - _MJD_ZERO_JD + fraction
        return np.asarray((mjd >= self.mjd[0]) & (mjd <= self.mjd[-1]), dtype=bool)

    def at(self, time: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        """Polar motion x, y [rad] and UT1-UTC [s] at UTC times, shape (n,) each, linear between days.

        Outside the table polar motion and UT1-UTC are 0: at most 0.9 s, that is 420 m on the ground at
        the equator (UTC is kept within 0.9 s of UT1). Ask :meth:`covers` and say so.
        """
        day, fraction = julian_date(time)
        mjd = day - _MJD_ZERO_JD + fraction
        inside = (mjd >= self.mjd[0]) & (mjd <= self.mjd[-1])
        arcsec = np.pi / 648000.0
        x = np.where(inside, np.interp(mjd, self.mjd, self.x_arcsec), 0.0) * arcsec
        y = np.where(inside, np.interp(mjd, self.mjd, self.y_arcsec), 0.0) * arcsec
        # UT1-TAI has no leap seconds, so it may be interpolated across one.
        ut1 = np.interp(mjd, self.mjd, self.ut1_minus_tai_s) + tai_minus_utc_s(time)
        return x, y, np.where(inside, ut1, 0.0)


def parse_orientation(text: str, *, name: str = "") -> EarthOrientation:
    """Read a table as ``scripts/make_earth_orientation`` writes it.

    Columns: MJD (UTC), polar motion x and y in 1e-5 arcsec, UT1-UTC in 1e-6 s; lines in front that
    begin with ``#`` are comments.

    Raises
    ------
    InputError
        When the columns do not fit or the days do not rise.
    """
    comments = _comments(text)
    body = text[sum(len(line) + 1 for line in comments) :]
    try:
        numbers = np.array(body.split(), dtype=np.float64)
    except ValueError as error:
        raise InputError(f"Earth orientation table holds something else than numbers: {error}") from None
    if numbers.size == 0 or numbers.size % 4:
        raise InputError(f"Earth orientation table has {numbers.size} numbers, not four to a row")
    if not np.isfinite(numbers).all():
        raise InputError("Earth orientation table holds something else than finite numbers")
    return _from_rows(numbers.reshape(-1, 4), comments, name)


def _comments(text: str) -> list[str]:
    return [line for line in text[:1000].splitlines()[:5] if line.startswith("#")]


def _from_rows(rows: NDArray[np.float64], comments: list[str], name: str) -> EarthOrientation:
    mjd = rows[:, 0]
    if not np.all(np.diff(mjd) > 0):
        raise InputError("Earth orientation table's days do not rise")
    observed = re.search(r"last observed MJD (\d+)", "\n".join(comments))
    day = (mjd - 40587.0).astype("timedelta64[D]") + np.datetime64("1970-01-01")
    return EarthOrientation(
        mjd=mjd,
        x_arcsec=rows[:, 1] * 1e-5,
        y_arcsec=rows[:, 2] * 1e-5,
        ut1_minus_tai_s=rows[:, 3] * 1e-6 - tai_minus_utc_s(day.astype("datetime64[us]")),
        last_observed_mjd=float(observed.group(1)) if observed else float(mjd[-1]),
        name=name or (comments[0].lstrip("# ") if comments else "Earth orientation table"),
    )


@cache
def bundled_orientation() -> EarthOrientation:
    """The dated snapshot that ships with Bongsu (IERS finals2000A from astropy-iers-data, BSD-3)."""
    folder = Path(__file__).parent / "data"
    with (folder / "earth_orientation.txt").open(encoding="ascii") as file:
        comments = _comments(file.read(1000))
    # The same numbers as the text, ready to use: reading the text costs a first answer a tenth of its time.
    return _from_rows(np.load(folder / "earth_orientation.npy").astype(np.float64), comments, "")
