"""Launch or missile test, possible or not: figures and claims held against physics."""

from bongsu.assessment.ascent_areas import areas_of_ascent
from bongsu.assessment.attempt import (
    AttemptAnswer,
    AttemptFacts,
    BurnOut,
    Contribution,
    attempt_answer,
    read_attempt,
)
from bongsu.assessment.attempt_finding import factor_words, judge_attempt, share_words
from bongsu.assessment.claim_parts import ClaimQuestion
from bongsu.assessment.claims import judge_claim
from bongsu.assessment.fall_checks import ReportedFall, check_falls
from bongsu.assessment.finding import VERDICTS, Finding, finding_to_json
from bongsu.assessment.flight_distance import PublishedDistance, estimate_distance
from bongsu.assessment.flight_figures import FlightReport, check_flight, flight_report
from bongsu.assessment.implied_finding import LaunchSpan, add_ways, drift_finding, implied_finding, launch_span
from bongsu.assessment.implied_orbit import ImpliedOrbits, OrbitHypothesis, implied_distribution
from bongsu.assessment.inclination_prior import history_at
from bongsu.assessment.launch_checks import check_lift_off, check_notice_orbit
from bongsu.assessment.legal import OTHER_STATE, legal_finding, state_of
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
    "OTHER_STATE",
    "VERDICTS",
    "AttemptAnswer",
    "AttemptFacts",
    "BurnOut",
    "ClaimQuestion",
    "Contribution",
    "Finding",
    "FlightFigures",
    "FlightReport",
    "ImpliedOrbits",
    "Knowledge",
    "LaunchSpan",
    "OrbitBasis",
    "OrbitHypothesis",
    "PublishedDistance",
    "ReportedFall",
    "StatedFigure",
    "add_ways",
    "areas_of_ascent",
    "attempt_answer",
    "check_falls",
    "check_flight",
    "check_lift_off",
    "check_notice_orbit",
    "check_plane",
    "drift_finding",
    "estimate_distance",
    "factor_words",
    "finding_to_json",
    "flight_report",
    "history_at",
    "implied_distribution",
    "implied_finding",
    "judge_attempt",
    "judge_claim",
    "launch_span",
    "legal_finding",
    "looks_like_flight_figures",
    "mean_axis_m",
    "orbit_basis",
    "orbit_from_words",
    "parse_flight_text",
    "parse_stated",
    "read_attempt",
    "sample_from_words",
    "share_words",
    "state_of",
]
