"""The figure on NGA's own geometry of 2018, and NGA's own cancel times."""

import importlib
import re
import sys
from datetime import UTC, datetime

import pytest

from bongsu.notices import parse_notice


@pytest.fixture(scope="module")
def figure(checkout):
    folder = str(checkout / "benchmarks")
    sys.path.insert(0, folder)
    try:
        yield importlib.import_module("figures.notice_geometry")
    finally:
        sys.path.remove(folder)


@pytest.mark.reference
def test_lines_and_areas_are_those_nga_drew(figure, reference_data):
    """1,352 LineStrings in 1,347 shapes: 1,343 found; the seven that differ are slips of the drawing, each explained."""
    result = figure.compare(figure.messages(reference_data / figure.DATA))
    assert (result["messages"], result["strings"], result["total"], result["without"]) == (1915, 1352, 1347, 1062)
    assert dict(result["found"]) == {"area": 887, "line": 340, "circle": 67, "sector": 34, "band": 15}
    assert sorted({name.partition(" [")[0] for name, _ in result["missed"]}) == [
        "HYDROLANT 2381/18", "NAVAREA IV 468/18", "NAVAREA XII 337/18",
    ]  # fmt: skip
    assert len(result["missed"]) == 4 and len(result["closed"]) == 3 and len(result["extra"]) == 5
    assert [each.split(":")[0] for each in result["invented"]] == ["HYDROPAC 1048/18"]  # the text states that circle
    assert all(name in figure.EXPLAINED for name, _ in result["extra"])


@pytest.mark.reference
def test_cancel_times_are_those_of_nga(figure, reference_data):
    """1,014 messages with NGA's field "Cancel: DDHHMMSS Mon YY"; the one left is a test message of a wrong form."""
    wrong, compared = [], 0
    for record in figure.messages(reference_data / figure.DATA):
        page = record["features"][-1]["text_html"]
        found = re.search(r"Cancel: (\d{8} [A-Z][a-z]{2} \d{2})", page)
        if found:
            compared += 1
            text = f"{figure.issued_of(page)}\n{record['id']}.\n{figure.text_of(page)}"
            expected = datetime.strptime(found[1], "%d%H%M%S %b %y").replace(tzinfo=UTC)
            if parse_notice(text, year=2018)[0].expires != expected:
                wrong.append(record["id"])
    assert (compared, wrong) == (1014, ["HYDROARC 9999/61"])
