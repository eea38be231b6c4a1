"""An element set from a case's timed claims, for asking when that orbit comes over a place."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import numpy as np

from bongsu.assessment import orbit_basis
from bongsu.cases import questions
from bongsu.cases.case_file import bundled_case, bundled_text
from bongsu.earth import bundled_orientation, estimate_from_samples
from bongsu.errors import NoDataError
from bongsu.orbit import ElementSet
from bongsu.overflight import Site
from bongsu.wording import phrase

__all__ = ["ClaimOrbit", "orbit_from_claims"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimOrbit:
    """The middle of an orbit sample as one element set, and the half width of its times. [s]"""

    element_set: ElementSet
    half_width_s: float
    words: str
    sha256: str


def orbit_from_claims(case_name: str, norad_id: int, site: Site, near: datetime, *, seed: int = 20231121) -> ClaimOrbit:
    """Fit a bundled case's timed claims, all of them, with the plane from its element sets.

    Raises
    ------
    NoDataError
        When the case has no claims of that satellite, or they do not reach the time.
    """
    case = bundled_case(case_name)
    satellite = next((item for item in case.satellite if item.norad_id == norad_id), None)
    if satellite is None:
        raise NoDataError(
            phrase("case {case_name} says nothing of object {norad_id}", case_name=case_name, norad_id=norad_id)
        )
    elements = questions.read_elements(case, near, None)
    known = questions.knowledge_of(case, satellite, elements)
    table = bundled_orientation()
    # The element sets that are near in time would answer by themselves; here the claims are asked for.
    reach = [item for item in known.element_sets if abs(item.age_days(near)) > 30.0]
    basis = orbit_basis(
        replace(known, element_sets=tuple(reach)), near, orientation=table, rng=np.random.default_rng(seed)
    )
    sample = basis.sample
    order = np.argsort(sample.mean_motion_rev_day)
    middle = sample.members[int(order[order.size // 2])]
    # The middle member by period need not be in the middle of the phase: take the one nearest the median time.
    spread = 3.0
    for hours in range(-12, 13, 3):
        offset, _ = sample.closest(site.latitude_deg, site.longitude_deg, near + timedelta(hours=hours), table)
        if np.isfinite(offset).all():
            gap = estimate_from_samples(offset, unit="s")
            middle = sample.members[int(np.argmin(np.abs(offset - (gap.value or 0.0))))]
            spread = gap.half_width
            break
    return ClaimOrbit(
        element_set=replace(middle, name=satellite.name, designator=satellite.designator),
        half_width_s=spread,
        words=phrase("orbit: {words}", words=basis.words),
        sha256=hashlib.sha256(bundled_text(case_name).encode()).hexdigest(),
    )
