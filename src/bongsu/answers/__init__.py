"""One function for each command that answers: the question as plain values, the answer in every form.

The command line and the console's interface for programs both ask here, so that they say the same by the same names.
``COMMANDS`` lists them with their parameters. Names are loaded when first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bongsu.answers.answer import Answer, CaseGiven, Given, Progress, Written, given_text, is_case_text
    from bongsu.answers.ascent_answers import (
        Falls,
        Fitted,
        answer_ascent_fail,
        answer_ascent_fit,
        answer_ascent_list,
        answer_ascent_show,
        answer_ascent_simulate,
        compared_words,
    )
    from bongsu.answers.bounds import SHARED, UNBOUNDED, Bounds
    from bongsu.answers.case_answers import (
        ASSESS_FORMS,
        Assessed,
        Explained,
        answer_assess,
        answer_case_check,
        answer_case_list,
        answer_case_show,
        answer_cite,
        answer_explain,
        assess_files,
    )
    from bongsu.answers.claim_answers import (
        COVERAGE_CAVEAT,
        ClaimChecked,
        Coverage,
        answer_claim_check,
        answer_claim_coverage,
        answer_flight_check,
        answer_flight_range,
        apart_words,
    )
    from bongsu.answers.commands import COMMANDS, NOT_ANSWERED, NOT_ASKED
    from bongsu.answers.notice_answers import (
        Events,
        Implied,
        ReadNotices,
        Revised,
        ShownNotice,
        answer_notice_archive,
        answer_notice_diff,
        answer_notice_imply,
        answer_notice_list,
        answer_notice_map,
        answer_notice_parse,
        answer_notice_show,
    )
    from bongsu.answers.notice_people import WhomTold, answer_notice_draft, answer_notice_whom
    from bongsu.answers.parameters import Command, Parameter
    from bongsu.answers.pass_answers import (
        CatalogueShort,
        Passes,
        answer_passes,
        ask_catalogue,
        pass_rows_csv,
        write_catalogue,
    )
    from bongsu.answers.satellite_answers import answer_sat_show
    from bongsu.answers.table_answers import (
        PROXY_ASSUMES,
        Imager,
        answer_doctor,
        answer_imager_list,
        answer_imager_show,
        answer_record_list,
        answer_record_show,
        answer_sat_proxy,
        record_minutes,
        record_moment,
    )
    from bongsu.answers.times import parse_at, parse_length, parse_moment
    from bongsu.answers.warn_answers import (
        WarnAsked,
        Warned,
        answer_warn_calendar,
        answer_warn_list,
        answer_warn_plan,
    )
    from bongsu.answers.wording import wording_of
    from bongsu.answers.writing import clean, csv_text, dump_json, json_lines, json_text

_MODULES = {
    "answer": ("Answer", "CaseGiven", "Given", "Progress", "Written", "given_text", "is_case_text"),
    "case_answers": (
        "ASSESS_FORMS", "Assessed", "Explained", "answer_assess", "answer_case_check", "answer_case_list",
        "answer_case_show", "answer_cite", "answer_explain", "assess_files",
    ),
    "notice_answers": (
        "Events", "Implied", "ReadNotices", "Revised", "ShownNotice", "answer_notice_archive", "answer_notice_diff",
        "answer_notice_imply", "answer_notice_list", "answer_notice_map", "answer_notice_parse", "answer_notice_show",
    ),
    "notice_people": ("WhomTold", "answer_notice_draft", "answer_notice_whom"),
    "ascent_answers": (
        "Falls", "Fitted", "answer_ascent_fail", "answer_ascent_fit", "answer_ascent_list", "answer_ascent_show",
        "answer_ascent_simulate", "compared_words",
    ),
    "bounds": ("SHARED", "UNBOUNDED", "Bounds"),
    "claim_answers": (
        "COVERAGE_CAVEAT", "ClaimChecked", "Coverage", "answer_claim_check", "answer_claim_coverage",
        "answer_flight_check", "answer_flight_range", "apart_words",
    ),
    "table_answers": (
        "Imager", "PROXY_ASSUMES", "answer_doctor", "answer_imager_list", "answer_imager_show", "answer_record_list",
        "answer_record_show", "answer_sat_proxy", "record_minutes", "record_moment",
    ),
    "commands": ("COMMANDS", "NOT_ANSWERED", "NOT_ASKED"),
    "parameters": ("Command", "Parameter"),
    "pass_answers": ("CatalogueShort", "Passes", "answer_passes", "ask_catalogue", "pass_rows_csv", "write_catalogue"),
    "satellite_answers": ("answer_sat_show",),
    "warn_answers": ("WarnAsked", "Warned", "answer_warn_calendar", "answer_warn_list", "answer_warn_plan"),
    "wording": ("wording_of",),
    "times": ("parse_at", "parse_length", "parse_moment"),
    "writing": ("clean", "csv_text", "dump_json", "json_lines", "json_text"),
}  # fmt: skip
_WHERE = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "ASSESS_FORMS",
    "COMMANDS",
    "COVERAGE_CAVEAT",
    "NOT_ANSWERED",
    "NOT_ASKED",
    "PROXY_ASSUMES",
    "SHARED",
    "UNBOUNDED",
    "Answer",
    "Assessed",
    "Bounds",
    "CaseGiven",
    "CatalogueShort",
    "ClaimChecked",
    "Command",
    "Coverage",
    "Events",
    "Explained",
    "Falls",
    "Fitted",
    "Given",
    "Imager",
    "Implied",
    "Parameter",
    "Passes",
    "Progress",
    "ReadNotices",
    "Revised",
    "ShownNotice",
    "WarnAsked",
    "Warned",
    "WhomTold",
    "Written",
    "answer_ascent_fail",
    "answer_ascent_fit",
    "answer_ascent_list",
    "answer_ascent_show",
    "answer_ascent_simulate",
    "answer_assess",
    "answer_case_check",
    "answer_case_list",
    "answer_case_show",
    "answer_cite",
    "answer_claim_check",
    "answer_claim_coverage",
    "answer_doctor",
    "answer_explain",
    "answer_flight_check",
    "answer_flight_range",
    "answer_imager_list",
    "answer_imager_show",
    "answer_notice_archive",
    "answer_notice_diff",
    "answer_notice_draft",
    "answer_notice_imply",
    "answer_notice_list",
    "answer_notice_map",
    "answer_notice_parse",
    "answer_notice_show",
    "answer_notice_whom",
    "answer_passes",
    "answer_record_list",
    "answer_record_show",
    "answer_sat_proxy",
    "answer_sat_show",
    "answer_warn_calendar",
    "answer_warn_list",
    "answer_warn_plan",
    "apart_words",
    "ask_catalogue",
    "assess_files",
    "clean",
    "compared_words",
    "csv_text",
    "dump_json",
    "given_text",
    "is_case_text",
    "json_lines",
    "json_text",
    "parse_at",
    "parse_length",
    "parse_moment",
    "pass_rows_csv",
    "record_minutes",
    "record_moment",
    "wording_of",
    "write_catalogue",
]


def __getattr__(name: str) -> Any:
    if name in _WHERE:
        return getattr(import_module(f"bongsu.answers.{_WHERE[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
