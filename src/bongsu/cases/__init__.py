"""One episode, the spine of the product: what is known of it, and everything that follows.

Names are loaded when first used: the fast path of ``bongsu passes`` needs no schema.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bongsu.cases.answer import Assessment, InputRecord, MapArea, MapPoint, MapTrack, TimelineMark
    from bongsu.cases.answering import (
        ask_claim,
        ask_flight,
        ask_pasted,
        assessment_to_json,
        bundled_name_of,
        case_from_text,
        finding_json,
        parse_notices,
        table_ages,
    )
    from bongsu.cases.assessor import assess
    from bongsu.cases.bundled_elements import bundled_elements, bundled_places, bundled_satellites
    from bongsu.cases.case import Case
    from bongsu.cases.case_file import (
        append_notice,
        bundled_case,
        bundled_case_names,
        bundled_text,
        case_template,
        parse_case,
        read_case,
    )
    from bongsu.cases.catalogue import (
        CATALOGUE_COLUMNS,
        bulk_installed,
        catalogue_question,
        catalogue_rows,
        catalogue_tables,
        compile_bulk,
    )
    from bongsu.cases.drafts import draft_text, notices_of_case
    from bongsu.cases.imply import implied_by_case, implied_by_text, implied_by_times
    from bongsu.cases.json_envelope import envelope
    from bongsu.cases.notice_archive import FiledText, archive_items, archived_notice, check_filed
    from bongsu.cases.notice_events import event_items, join_texts, notice_called
    from bongsu.cases.notice_texts import (
        NoticeText,
        compare_notice_texts,
        read_notice_text,
        revision_item,
        revision_of_texts,
    )
    from bongsu.cases.overhead import find_norad_id, ground_track, passes_over, passes_to_json, site_from_text, span_of
    from bongsu.cases.record import RECORD_KINDS, record_entry, record_rows
    from bongsu.cases.search import find_search_elements, search_to_json, search_to_omm, search_to_tle
    from bongsu.cases.whom import (
        Subject,
        Told,
        shipped_parties,
        subject_of_case,
        subject_of_text,
        who_is_told,
        whom_to_json,
    )

_WHERE = {
    "CATALOGUE_COLUMNS": "catalogue",
    "bulk_installed": "catalogue",
    "catalogue_question": "catalogue",
    "catalogue_rows": "catalogue",
    "catalogue_tables": "catalogue",
    "compile_bulk": "catalogue",
    "FiledText": "notice_archive",
    "archive_items": "notice_archive",
    "archived_notice": "notice_archive",
    "check_filed": "notice_archive",
    "event_items": "notice_events",
    "join_texts": "notice_events",
    "notice_called": "notice_events",
    "draft_text": "drafts",
    "notices_of_case": "drafts",
    "Subject": "whom",
    "Told": "whom",
    "shipped_parties": "whom",
    "subject_of_case": "whom",
    "subject_of_text": "whom",
    "who_is_told": "whom",
    "whom_to_json": "whom",
    "NoticeText": "notice_texts",
    "compare_notice_texts": "notice_texts",
    "read_notice_text": "notice_texts",
    "revision_item": "notice_texts",
    "revision_of_texts": "notice_texts",
    "Assessment": "answer",
    "Case": "case",
    "InputRecord": "answer",
    "MapArea": "answer",
    "MapPoint": "answer",
    "MapTrack": "answer",
    "TimelineMark": "answer",
    "append_notice": "case_file",
    "assess": "assessor",
    "bundled_case": "case_file",
    "bundled_case_names": "case_file",
    "bundled_elements": "bundled_elements",
    "bundled_places": "bundled_elements",
    "bundled_satellites": "bundled_elements",
    "bundled_text": "case_file",
    "implied_by_case": "imply",
    "implied_by_text": "imply",
    "implied_by_times": "imply",
    "case_template": "case_file",
    "ask_claim": "answering",
    "ask_pasted": "answering",
    "ask_flight": "answering",
    "assessment_to_json": "answering",
    "envelope": "json_envelope",
    "bundled_name_of": "answering",
    "case_from_text": "answering",
    "finding_json": "answering",
    "find_norad_id": "overhead",
    "ground_track": "overhead",
    "parse_case": "case_file",
    "parse_notices": "answering",
    "passes_over": "overhead",
    "passes_to_json": "overhead",
    "read_case": "case_file",
    "RECORD_KINDS": "record",
    "record_entry": "record",
    "record_rows": "record",
    "find_search_elements": "search",
    "search_to_json": "search",
    "search_to_omm": "search",
    "search_to_tle": "search",
    "site_from_text": "overhead",
    "span_of": "overhead",
    "table_ages": "answering",
}

__all__ = [
    "CATALOGUE_COLUMNS",
    "RECORD_KINDS",
    "Assessment",
    "Case",
    "FiledText",
    "InputRecord",
    "MapArea",
    "MapPoint",
    "MapTrack",
    "NoticeText",
    "Subject",
    "TimelineMark",
    "Told",
    "append_notice",
    "archive_items",
    "archived_notice",
    "ask_claim",
    "ask_flight",
    "ask_pasted",
    "assess",
    "assessment_to_json",
    "bulk_installed",
    "bundled_case",
    "bundled_case_names",
    "bundled_elements",
    "bundled_name_of",
    "bundled_places",
    "bundled_satellites",
    "bundled_text",
    "case_from_text",
    "case_template",
    "catalogue_question",
    "catalogue_rows",
    "catalogue_tables",
    "check_filed",
    "compare_notice_texts",
    "compile_bulk",
    "draft_text",
    "envelope",
    "event_items",
    "find_norad_id",
    "find_search_elements",
    "finding_json",
    "ground_track",
    "implied_by_case",
    "implied_by_text",
    "implied_by_times",
    "join_texts",
    "notice_called",
    "notices_of_case",
    "parse_case",
    "parse_notices",
    "passes_over",
    "passes_to_json",
    "read_case",
    "read_notice_text",
    "record_entry",
    "record_rows",
    "revision_item",
    "revision_of_texts",
    "search_to_json",
    "search_to_omm",
    "search_to_tle",
    "shipped_parties",
    "site_from_text",
    "span_of",
    "subject_of_case",
    "subject_of_text",
    "table_ages",
    "who_is_told",
    "whom_to_json",
]


def __getattr__(name: str) -> Any:
    if name in _WHERE:
        return getattr(import_module(f"bongsu.cases.{_WHERE[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
