"""Passes as CSV: the fields of the JSON, but a range is two of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

__all__ = ["passes_csv"]

_FIELDS = (
    "norad_id", "site", "rise", "culmination", "closest", "set", "max_elevation_deg", "off_nadir_deg", "incidence_deg",
    "azimuth_deg", "range_m", "sun_elevation_deg", "timing_s", "sunlit", "northbound", "open_start", "open_end",
    "gsd_across_m_low", "gsd_across_m_high", "gsd_along_m_low", "gsd_along_m_high",
)  # fmt: skip


def passes_csv(rows: Sequence[dict[str, Any]]) -> str:
    """Rows of :func:`bongsu.cases.passes_to_json` as CSV with a header."""
    out = io.StringIO()
    flat = [
        {
            **{key: value for key, value in row.items() if not key.startswith("gsd_")},
            **{
                f"{key}_{end}": (row[key] or {}).get(end, "")
                for key in ("gsd_across_m", "gsd_along_m")
                for end in ("low", "high")
            },
        }
        for row in rows
    ]
    writer = csv.DictWriter(out, _FIELDS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(flat)
    return out.getvalue()
