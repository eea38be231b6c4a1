"""Sites: places on the ground that a satellite may see."""

from __future__ import annotations

import csv
import math
import re
from dataclasses import dataclass

from bongsu.errors import Problem, SiteError
from bongsu.wording import phrase

__all__ = ["Site", "parse_site", "parse_sites"]

_PAIR = re.compile(r"^\s*([+-]?\d+(?:\.\d+)?)\s*[, ]\s*([+-]?\d+(?:\.\d+)?)(?:\s*[, ]\s*([+-]?\d+(?:\.\d+)?))?\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place on the WGS 84 ellipsoid; longitude is kept in [-180, 180), height is above the ellipsoid."""

    latitude_deg: float
    longitude_deg: float
    height_m: float = 0.0
    name: str = ""

    def __post_init__(self) -> None:
        if not (math.isfinite(self.latitude_deg) and -90.0 <= self.latitude_deg <= 90.0):
            raise SiteError(
                phrase("latitude {latitude_deg!r} is outside -90 to 90", latitude_deg=self.latitude_deg),
                advice="latitude comes first",
            )
        if not (math.isfinite(self.longitude_deg) and -360.0 <= self.longitude_deg <= 360.0):
            raise SiteError(
                phrase("longitude {longitude_deg!r} is outside -180 to 180", longitude_deg=self.longitude_deg)
            )
        if not -1_000.0 <= self.height_m <= 100_000.0:
            raise SiteError(phrase("height {height_m!r} m is outside -1000 to 100000", height_m=self.height_m))
        if not -180.0 <= self.longitude_deg < 180.0:  # inside it is kept to its last digit
            wrapped = (self.longitude_deg + 180.0) % 360.0 - 180.0
            object.__setattr__(self, "longitude_deg", wrapped if wrapped < 180.0 else -180.0)

    @property
    def label(self) -> str:
        """The name, or latitude and longitude."""
        return self.name or f"{self.latitude_deg:.3f},{self.longitude_deg:.3f}"


def parse_site(text: str, *, name: str = "") -> Site:
    """Read ``latitude,longitude[,height in metres]`` in decimal degrees, north and east positive.

    Raises
    ------
    SiteError
        When the text is no such pair or triple, or not on Earth.
    """
    found = _PAIR.match(text)
    if not found:
        raise SiteError(
            phrase("{text!r} is not a place", text=text[:60]),
            advice="write latitude,longitude in decimal degrees, as 35.10,129.10",
        )
    latitude, longitude, height = found.groups()
    return Site(latitude_deg=float(latitude), longitude_deg=float(longitude), height_m=float(height or 0.0), name=name)


def parse_sites(text: str, *, origin: str = "") -> tuple[list[Site], tuple[Problem, ...]]:
    """Read a table of places: CSV with the columns ``latitude`` and ``longitude`` [deg], and if there ``name``, ``height_m``.

    Returns
    -------
    (sites, problems)
        A bad line is left out and listed with its number; so is one that repeats a place.

    Raises
    ------
    SiteError
        When a column is missing, or no line holds a place.
    """
    where = origin or "the table of places"
    reader = csv.DictReader(text.lstrip("\ufeff").splitlines(), skipinitialspace=True)
    names = {(name or "").strip().lower(): name for name in reader.fieldnames or ()}
    missing = [name for name in ("latitude", "longitude") if name not in names]
    if missing:
        raise SiteError(
            phrase(
                "{where} has no column {missing}; its first line has {list}",
                where=where,
                missing=" and ".join(missing),
                list=", ".join(list(names)[:8]) or "nothing",
            ),
            advice="begin it with the line name,latitude,longitude",
        )
    sites: list[Site] = []
    problems: list[Problem] = []
    seen: dict[tuple[float, float, float], int] = {}
    for row in reader:
        line = reader.line_num
        cells = {key: (row.get(name) or "").strip() for key, name in names.items()}
        try:
            height = float(cells.get("height_m") or 0.0)
            site = Site(
                latitude_deg=float(cells["latitude"]),
                longitude_deg=float(cells["longitude"]),
                height_m=height,
                name=cells.get("name", ""),
            )
        except SiteError as error:
            problems.append(
                Problem(
                    where=phrase("{where}, line {line}", where=where, line=line), what=str(error), advice=error.advice
                )
            )
            continue
        except ValueError:
            found = f"{cells['latitude'][:30]!r}, {cells['longitude'][:30]!r}, {cells.get('height_m', '')[:30]!r}"
            problems.append(
                Problem(
                    where=phrase("{where}, line {line}", where=where, line=line),
                    what=phrase("{found} are not numbers", found=found),
                    advice="degrees and metres",
                )
            )
            continue
        place = (site.latitude_deg, site.longitude_deg, site.height_m)
        if place in seen:
            problems.append(
                Problem(
                    where=phrase("{where}, line {line}", where=where, line=line),
                    what=phrase("the same place as line {seen}", seen=seen[place]),
                )
            )
            continue
        seen[place] = line
        sites.append(site)
    if not sites:
        raise SiteError(phrase("{where} holds no place that can be read", where=where), problems=tuple(problems))
    return sites, tuple(problems)
