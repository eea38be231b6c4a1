"""Launch or missile test, possible or not: figures and claims held against physics."""

from bongsu.assessment.claim_parts import ClaimQuestion
from bongsu.assessment.claims import judge_claim
from bongsu.assessment.finding import VERDICTS, Finding, finding_to_json
from bongsu.assessment.flight_figures import FlightReport, check_flight, flight_report
from bongsu.assessment.launch_checks import (
    ReportedFall,
    check_falls,
    check_lift_off,
    check_notice_orbit,
)
from bongsu.assessment.orbit_basis import Knowledge, OrbitBasis, mean_axis_m, orbit_basis
from bongsu.assessment.plane_check import check_plane
from bongsu.assessment.stated import (
    FlightFigures,
    StatedFigure,
    looks_like_flight_figures,
    parse_flight_text,
    parse_stated,
)
from bongsu.assessment.words_orbit import orbit_from_words, sample_from_words

__all__ = [
    "VERDICTS",
    "ClaimQuestion",
    "Finding",
    "FlightFigures",
    "FlightReport",
    "Knowledge",
    "OrbitBasis",
    "ReportedFall",
    "StatedFigure",
    "check_falls",
    "check_flight",
    "check_lift_off",
    "check_notice_orbit",
    "check_plane",
    "finding_to_json",
    "flight_report",
    "judge_claim",
    "looks_like_flight_figures",
    "mean_axis_m",
    "orbit_basis",
    "orbit_from_words",
    "parse_flight_text",
    "parse_stated",
    "sample_from_words",
]
