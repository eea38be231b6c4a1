"""Documents for people: the one-page report, its map as SVG and PNG, its timeline and plots."""

from bongsu.reports.document import report_html
from bongsu.reports.raster import map_png
from bongsu.reports.svg_map import has_map, map_svg

__all__ = ["has_map", "map_png", "map_svg", "report_html"]
