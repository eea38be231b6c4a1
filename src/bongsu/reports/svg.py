"""Writing SVG: clean text, its width, and elements whose colours a page may restyle.

Every element carries its light colours as presentation attributes, so a picture cut out of a page, or
turned into a PNG, is complete by itself, needs no style sheet and passes a strict content security
policy. The class beside them lets :func:`theme_css` give a page's dark or printed colours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

import numpy as np
from numpy.typing import NDArray

__all__ = ["DARK", "LIGHT", "Drawing", "clean", "escaped", "fit", "path_data", "text_width", "theme_css", "wrap"]

LIGHT = {
    "page": "#ffffff",
    "panel": "#f5f7f9",
    "ink": "#16202a",
    "soft": "#4b5966",
    "rule": "#c3ccd4",
    "sea": "#e3edf4",
    "land": "#f6f1e3",
    "coast": "#8b979e",
    "border": "#b3a992",
    "grid": "#bccddb",
    "area": "#a3341a",
    "direct": "#0b4f94",
    "orbit": "#44525f",
    "region": "#6b2a94",
    "fall": "#16202a",
    "claim": "#0a6158",
    "band": "#c9dceb",
    "bar": "#0b4f94",
}
DARK = {
    "page": "#11181f",
    "panel": "#18212a",
    "ink": "#e9eef2",
    "soft": "#a9b6c2",
    "rule": "#3a4753",
    "sea": "#14293b",
    "land": "#2c3a36",
    "coast": "#71838a",
    "border": "#5c6c66",
    "grid": "#27435a",
    "area": "#ff9673",
    "direct": "#7dbcf5",
    "orbit": "#b9c5cf",
    "region": "#d9b0f5",
    "fall": "#e9eef2",
    "claim": "#6fd6c6",
    "band": "#29455c",
    "bar": "#7dbcf5",
}
FONT = "Inter, 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"

_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]"
)
# Advance widths of U+0020 to U+007E in hundredths of the size, DejaVu Sans: the widest of the faces in FONT.
_WIDTHS = (
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84,
    84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63, 61, 73, 68, 99, 69, 61,
    69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59,
    82, 59, 59, 52, 64, 34, 64, 84,
)  # fmt: skip


def clean(text: object) -> str:
    """Text without control characters, marks that turn the writing direction, and lone surrogates."""
    return _UNWANTED.sub("", re.sub(r"[\t\r\n]+", " ", str(text)))


def escaped(text: object) -> str:
    """Clean text for an element or a quoted attribute."""
    return escape(clean(text), quote=True)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """An upper figure for a line's width, in the unit of ``size``, whichever face of the list is found."""
    total = 0
    for letter in text:
        code = ord(letter)
        total += _WIDTHS[code - 32] if 32 <= code < 127 else (100 if code >= 0x1100 else 64)
    return total * size / 100.0 * (1.08 if bold else 1.0)


def fit(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """The text, cut with an ellipsis where it is wider than ``width``."""
    text = clean(text)
    if text_width(text, size, bold=bold) <= width:
        return text
    while text and text_width(text + "…", size, bold=bold) > width:
        text = text[:-1] if len(text) < 400 else text[:399]
    return text.rstrip(" ,;") + "…"


def wrap(text: str, size: float, width: float, *, lines: int = 6) -> list[str]:
    """The text broken between words into lines no wider than ``width``; the last allowed one is cut."""
    out: list[str] = []
    pieces, line = _pieces(clean(text)), ""
    for place, (before, piece) in enumerate(pieces):
        longer = f"{line}{before}{piece}".strip()
        if line and text_width(longer, size) > width:
            if len(out) == lines - 1:
                rest = "".join(f"{gap}{each}" for gap, each in pieces[place:])
                return [*out, fit(line + rest, size, width)]
            out.append(line)
            line = piece
        else:
            line = longer
    return [fit(part, size, width) for part in [*out, line] if part]


def _pieces(text: str) -> list[tuple[str, str]]:
    """What a line may be broken between, each with what stands before it: words, and single letters of Japanese."""
    found = []
    for word in text.split(" "):
        for place, piece in enumerate(_LETTER.findall(word) or [""]):
            found.append((" " if place == 0 else "", piece))
    return found


_WIDE = "\u3040-\u30ff\u3400-\u9fff"  # kana and ideographs
_LETTER = re.compile(
    f"[（「]?[{_WIDE}][、。，．；：）」・～ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]{{0,9}}|[^{_WIDE}]+"
)


def path_data(points: NDArray[np.float64], *, closed: bool = False) -> str:
    """A path through points, in tenths of a unit and relative steps; repeated points are dropped."""
    tenths = np.round(np.asarray(points) * 10.0).astype(int)
    if len(tenths) > 1:
        keep = np.ones(len(tenths), dtype=bool)
        keep[1:] = np.any(np.diff(tenths, axis=0) != 0, axis=1)
        tenths = tenths[keep]
    if len(tenths) < 2:
        return ""
    steps = (np.diff(tenths, axis=0) / 10.0).tolist()
    start = f"M{tenths[0, 0] / 10:g} {tenths[0, 1] / 10:g}"
    return start + "l" + " ".join([f"{x:g} {y:g}" for x, y in steps]) + ("z" if closed else "")


# Class: which palette colour each attribute takes, and what else the element carries.
_COLOURS: dict[str, dict[str, str]] = {
    "page": {"fill": "page"},
    "panel": {"fill": "panel"},
    "sea": {"fill": "sea"},
    "land": {"fill": "land", "stroke": "coast"},
    "border": {"fill": "none", "stroke": "border"},
    "grid": {"fill": "none", "stroke": "grid"},
    "rule": {"fill": "none", "stroke": "rule"},
    "axis": {"fill": "none", "stroke": "soft"},
    "frame": {"fill": "none", "stroke": "soft"},
    "lead": {"fill": "none", "stroke": "soft"},
    "area": {"fill": "area", "stroke": "area"},
    "area-soft": {"stroke": "area"},
    "direct": {"fill": "none", "stroke": "direct"},
    "notified": {"fill": "none", "stroke": "area"},
    "orbit": {"fill": "none", "stroke": "orbit"},
    "ascent": {"fill": "none", "stroke": "region"},
    "path": {"fill": "none", "stroke": "region"},
    "region": {"fill": "region", "stroke": "region"},
    "region-line": {"fill": "none", "stroke": "region"},
    "line": {"fill": "none", "stroke": "area"},
    "pass": {"fill": "none", "stroke": "direct"},
    "track": {"fill": "none", "stroke": "direct"},
    "horizon": {"fill": "none", "stroke": "soft"},
    "casing": {"fill": "none", "stroke": "page"},
    "arrow-direct": {"fill": "direct"},
    "arrow-notified": {"fill": "area"},
    "arrow-orbit": {"fill": "orbit"},
    "arrow-ascent": {"fill": "region"},
    "arrow-pass": {"fill": "direct"},
    "arrow-track": {"fill": "direct"},
    "site": {"fill": "ink", "stroke": "page"},
    "control": {"fill": "page", "stroke": "ink"},
    "fall": {"fill": "none", "stroke": "fall"},
    "drop": {"fill": "none", "stroke": "region"},
    "fall-case": {"fill": "none", "stroke": "page"},
    "claim": {"fill": "claim", "stroke": "page"},
    "place": {"fill": "page", "stroke": "area"},
    "spread": {"fill": "none", "stroke": "soft"},
    "box": {"fill": "page"},
    "ink": {"fill": "ink"},
    "soft": {"fill": "soft"},
    "label": {"fill": "ink", "stroke": "page"},
    "label-soft": {"fill": "soft", "stroke": "page"},
    "label-area": {"fill": "area", "stroke": "page"},
    "label-direct": {"fill": "direct", "stroke": "page"},
    "label-notified": {"fill": "area", "stroke": "page"},
    "label-line": {"fill": "area", "stroke": "page"},
    "label-ascent": {"fill": "region", "stroke": "page"},
    "label-region": {"fill": "region", "stroke": "page"},
    "label-orbit": {"fill": "orbit", "stroke": "page"},
    "label-pass": {"fill": "direct", "stroke": "page"},
    "label-track": {"fill": "direct", "stroke": "page"},
    "label-horizon": {"fill": "soft", "stroke": "page"},
    "label-claim": {"fill": "claim", "stroke": "page"},
    "stop": {"stop-color": "area"},
    "band": {"fill": "band"},
    "bar": {"fill": "bar"},
    "dot": {"fill": "ink", "stroke": "page"},
    "tick-notice": {"fill": "page", "stroke": "area"},
    "tick-window": {"fill": "area"},
    "tick-launch": {"fill": "ink", "stroke": "page"},
    "tick-fall": {"fill": "none", "stroke": "ink"},
    "tick-insertion": {"fill": "direct", "stroke": "page"},
    "tick-claim": {"fill": "claim", "stroke": "page"},
}


def theme_css(selector: str = "svg") -> str:
    """Rules that hand the pictures' colours to a page's ``--name`` variables."""
    rules = []
    for name, colours in _COLOURS.items():
        parts = [f"{key}:{value if value == 'none' else f'var(--{value})'}" for key, value in colours.items()]
        rules.append(f"{selector} .b-{name}{{{';'.join(parts)}}}")
    return "\n".join(rules)


class Drawing:
    """An SVG picture in the making; ``prefix`` keeps its identifiers apart from those of others on a page."""

    def __init__(self, width: float, height: float, *, title: str, description: str, prefix: str) -> None:
        self.width, self.height, self.prefix = width, height, prefix
        self._parts: list[str] = []
        self._title, self._description = title, description

    def raw(self, markup: str) -> None:
        """Append markup whose text is already escaped."""
        self._parts.append(markup)

    def element(self, tag: str, name: str, *, inner: str = "", **attributes: object) -> None:
        """Append one element of class ``name``; underscores in attribute names become hyphens."""
        self.raw(markup(tag, name, inner=inner, **attributes))

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float,
        name: str = "ink",
        bold: bool = False,
        anchor: str = "start",
        halo: float = 0.0,
        tail: str = "",
    ) -> None:
        """Append a line of text, with a grey ``tail``; ``halo`` is the width of the page-coloured edge behind it."""
        self.raw(
            markup(
                "text",
                name,
                inner=escaped(text) + (markup("tspan", "soft", inner=escaped(tail), dx=size * 0.4) if tail else ""),
                x=round(x, 1),
                y=round(y, 1),
                font_size=round(size, 2),
                font_weight=600 if bold else None,
                text_anchor=None if anchor == "start" else anchor,
                stroke_width=round(halo, 1) if halo else None,
                stroke_linejoin="round" if halo else None,
                paint_order="stroke" if halo else None,
            )
        )

    def title(self, text: str) -> str:
        """The markup of a title, for an element's inside."""
        return f"<title>{escaped(text)}</title>"

    def render(self) -> str:
        """The picture."""
        p = self.prefix
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width:g} {self.height:g}"'
            f' width="{self.width:g}" height="{self.height:g}" role="img" aria-labelledby="{p}-title {p}-desc"'
            f' font-family="{FONT}">'
            f'<title id="{p}-title">{escaped(self._title)}</title>'
            f'<desc id="{p}-desc">{escaped(self._description)}</desc>' + "\n".join(self._parts) + "</svg>"
        )


def markup(tag: str, name: str, *, inner: str = "", **attributes: object) -> str:
    """One element of a class, with its light colours."""
    given = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items() if value is not None}
    colours = {key: value if value == "none" else LIGHT[value] for key, value in _COLOURS.get(name, {}).items()}
    text = "".join(f' {key}="{_number(value)}"' for key, value in {**colours, **given}.items())
    head = f'<{tag} class="b-{name}"{text}'
    return f"{head}>{inner}</{tag}>" if inner or tag in ("text", "g") else f"{head}/>"


def _number(value: object) -> str:
    return f"{value:.6g}" if isinstance(value, float) else escaped(value)


def join(parts: Iterable[str]) -> str:
    """Path data put together, empty parts left out."""
    return "".join(part for part in parts if part)
