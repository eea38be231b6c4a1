"""Documents for people: the one-page report, its map as SVG and PNG, its timeline and plots; notices in words."""

from bongsu.reports.document import report_html
from bongsu.reports.fall_map import ascent_map_svg, fall_map_svg
from bongsu.reports.notice_map import notice_map_svg, with_notice_shapes
from bongsu.reports.notice_words import AUDIENCES, LANGUAGES, Wording, notice_rows, notice_sentence, windows_in_words
from bongsu.reports.overflight_tables import with_pass_tables, with_plan_tables, with_satellite_tables
from bongsu.reports.pdf import MARKING, report_pdf
from bongsu.reports.pixel_grid import pixel_grid_svg
from bongsu.reports.raster import map_png
from bongsu.reports.svg_map import has_map, map_svg
from bongsu.reports.tables import figure_name
from bongsu.reports.telemetry_plot import telemetry_svg
from bongsu.reports.whom_words import told_rows, told_sentence

__all__ = [
    "AUDIENCES",
    "LANGUAGES",
    "MARKING",
    "Wording",
    "ascent_map_svg",
    "fall_map_svg",
    "figure_name",
    "has_map",
    "map_png",
    "map_svg",
    "notice_map_svg",
    "notice_rows",
    "notice_sentence",
    "pixel_grid_svg",
    "report_html",
    "report_pdf",
    "telemetry_svg",
    "told_rows",
    "told_sentence",
    "windows_in_words",
    "with_notice_shapes",
    "with_pass_tables",
    "with_plan_tables",
    "with_satellite_tables",
]
