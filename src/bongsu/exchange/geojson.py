"""Notices as GeoJSON (RFC 7946): longitude first, WGS 84, cut at 180 degrees, outer rings counter-clockwise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bongsu.earth import format_utc
from bongsu.exchange.named_shapes import CREDIT, NamedShape, limit_words, named_shapes
from bongsu.notices import Notice

__all__ = ["notices_to_geojson"]


def notices_to_geojson(notices: Sequence[Notice], *, at: datetime) -> dict[str, Any]:
    """A FeatureCollection with one feature for each area, line and point.

    Parameters
    ----------
    notices : sequence of Notice
        As read.
    at : datetime
        When it is made; stands in ``generated``.

    Returns
    -------
    dict
        Features carry ``name, notice, label, kind, shape, issued, publisher, windows, approximate, repaired`` and, of
        NOTAMs, ``limits``. A shape that cannot be drawn has geometry null. ``generated`` and ``credit`` are
        foreign members (RFC 7946, section 6.1).
    """
    return {
        "type": "FeatureCollection",
        "generated": format_utc(at),
        "credit": CREDIT,
        "features": [_feature(shape) for shape in named_shapes(notices)],
    }


def _feature(shape: NamedShape) -> dict[str, Any]:
    notice, item = shape.notice, shape.item
    kind = item.get("shape") or ("line" if "note" in item else "point")
    return {
        "type": "Feature",
        "id": shape.key,
        "geometry": shape.geometry,
        "properties": {
            "name": shape.name,
            "notice": notice.id,
            "label": shape.shape.label,
            "kind": notice.kind,
            "shape": kind,
            "issued": format_utc(notice.issued) if notice.issued else None,
            "publisher": notice.publisher,
            "windows": [
                {
                    "start": format_utc(window.start) if window.start else None,
                    "end": format_utc(window.end) if window.end else None,
                }
                for window in shape.windows
            ],
            "approximate": shape.approximate,
            "repaired": shape.shape.repaired,
            **({"limits": limit_words(notice)} if limit_words(notice) else {}),
        },
    }
