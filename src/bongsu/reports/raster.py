"""From an SVG picture to a PNG, with a font of our own and without system libraries."""

from __future__ import annotations

from importlib.resources import as_file, files

__all__ = ["map_png"]

_FACES = ("Inter-Regular.subset.otf", "Inter-SemiBold.subset.otf")


def map_png(svg: str, *, width: int = 1600) -> bytes:
    """The picture as PNG bytes, ``width`` pixels wide, in its light colours.

    Text is set in the shipped subset of Inter (Latin and the signs the pictures use). Only where the
    picture holds other letters, such as Korean, are the system's fonts looked at as well; without
    one that has them, they show as boxes.
    """
    import resvg_py  # noqa: PLC0415 - a compiled library that only this needs

    data = files("bongsu.reports") / "data"
    with as_file(data / _FACES[0]) as regular, as_file(data / _FACES[1]) as bold:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg,
                width=width,
                font_files=[str(regular), str(bold)],
                font_family="Inter",
                sans_serif_family="Inter",
                skip_system_fonts=_is_covered(svg),
                background="#ffffff",
            )
        )


def _is_covered(svg: str) -> bool:
    """Whether the shipped subset holds every letter."""
    return all(
        ord(letter) <= 0x17F or 0x2010 <= ord(letter) <= 0x2033 or letter in "←↑→↓−≈≠≤≥■▲●�" for letter in set(svg)
    )
