"""Launch or missile test, possible or not: figures and claims held against physics."""

from bongsu.assessment.finding import VERDICTS, Finding, finding_to_json

__all__ = ["VERDICTS", "Finding", "finding_to_json"]
