"""Each trap that the last paragraph of facts.md section 2b lists, one test each."""

import pytest
from pytest import approx

from bongsu.notices import parse_notice

BOX = "29-01.00N 075-00.00W, 29-21.00N 073-51.00W, 29-20.00N 072-05.00W, 28-29.00N 072-05.00W"


def spans(windows):
    return [f"{w.start:%m%d.%H%M}-{w.end:%m%d.%H%M}" for w in windows]


def test_warnings_concatenated_in_one_record():
    """HYDROLANT 237/26 and NAVAREA IV 207/26 in one record: two notices, each with its own area and cancel time."""
    first, second = parse_notice(
        "HYDROLANT 237/26(24).\nEASTERN NORTH ATLANTIC.\nDERELICT ADRIFT IN 30-10N 040-20W AT 031200Z MAR.\n"
        f"CANCEL THIS MSG 060000Z MAR 26.\n040658Z MAR 26\nNAVAREA IV 207/26(11,26).\n1. HAZARDOUS OPERATIONS 100304Z TO 100636Z "
        f"MAR IN AREA BOUND BY\n{BOX}.\n2. CANCEL THIS MSG 160736Z MAR 26.//"
    )
    assert (first.id, len(first.points), first.areas) == ("HYDROLANT 237/26", 1, ())
    assert (second.id, len(second.areas)) == ("NAVAREA IV 207/26", 1)
    assert (f"{first.expires:%d%H%M}", f"{second.expires:%d%H%M}") == ("060000", "160736")
    assert second.raw.startswith("040658Z MAR 26")


@pytest.mark.parametrize(
    ("said", "meant"), [("16 SEB", "0916"), ("16 SPE", "0916"), ("16 SEPT", "0916"), ("16 OCTT", "1016")]
)
def test_misspelt_months_are_repaired_with_a_reason(said, meant):
    (notice,) = parse_notice(
        f"010000Z {'SEP' if meant[:2] == '09' else 'OCT'} 26\nHYDROPAC 3/26.\nFIRING 0100Z TO 0200Z DAILY 14 THRU {said} IN {BOX}."
    )
    assert spans(notice.windows)[-1] == f"{meant}.0100-{meant}.0200" and len(notice.windows) == 3
    if said != "16 SEPT":
        assert any(repr(said[3:]) in problem.what and "read as" in problem.what for problem in notice.problems)


def test_thru_is_a_span_of_days():
    (notice,) = parse_notice(
        f"NAVAREA IV 1/26.\nROCKET LAUNCHING 0304Z TO 0636Z DAILY 29 MAR THRU 02 APR IN AREA BOUND BY {BOX}."
    )
    assert [each[:4] for each in spans(notice.windows)] == ["0329", "0330", "0331", "0401", "0402"]


def test_daily_and_alternate_windows_stand_beside_one_another():
    (notice,) = parse_notice(
        "NAVAREA IV 1177/22.\nROCKET LAUNCHING 121606Z TO 121854Z NOV, ALTERNATE 131606Z TO 131854Z AND 1607Z TO 1854Z DAILY 14 "
        f"THRU 15 NOV IN AREA BOUND BY {BOX}."
    )
    assert spans(notice.areas[0].windows) == [
        "1112.1606-1112.1854", "1113.1606-1113.1854", "1114.1607-1114.1854", "1115.1607-1115.1854",
    ]  # fmt: skip


def test_cancel_lines_are_no_windows():
    (notice,) = parse_notice(
        f"NAVAREA IV 1177/22.\nROCKET LAUNCHING 121606Z TO 121854Z NOV IN AREA BOUND BY {BOX}.\nCANCEL NAVAREA IV 1165/22.\n"
        "CANCEL THIS MSG 181954Z NOV 22."
    )
    assert (
        notice.cancels == ("NAVAREA IV 1165/22",)
        and f"{notice.expires:%d%H%M}" == "181954"
        and len(notice.windows) == 1
    )


def test_dnc_lines_are_no_figures_of_places():
    (notice,) = parse_notice(
        f"HYDROLANT 237/26(24).\nDNC 01, DNC 16.\nCHART 26300.\nFIRING 100304Z TO 100636Z MAR IN AREA BOUND BY {BOX}."
    )
    assert len(notice.areas[0].vertices) == 4 and notice.points == () and notice.problems == ()


@pytest.mark.parametrize(
    ("words", "latitude"),
    [("28-39-43N 080-38-20W", 28 + 39 / 60 + 43 / 3600), ("28-39.92N 080-38.33W", 28 + 39.92 / 60)],
)
def test_seconds_and_decimal_minutes_are_told_apart(words, latitude):
    (notice,) = parse_notice(f"NAVAREA IV 1/20.\nBUOY ADRIFT IN {words}.")
    assert notice.points[0].latitude_deg == approx(latitude, abs=1e-9)


def test_a_range_alone_gives_no_area():
    """Notices known by a range only (1,680 km, 3,550 km) have no coordinates: nothing is drawn."""
    (notice,) = parse_notice(
        "NAVAREA VIII 99/24\nMISSILE FIRING OVER A RANGE OF 3550 KM 150000Z TO 170000Z OCT IN BAY OF BENGAL."
    )
    assert notice.areas == () and notice.points == () and len(notice.windows) == 1


def test_crossing_corner_order_of_december_2012():
    """Published so that its edges cross: put in order with the reason, and trusted less."""
    (notice,) = parse_notice(
        "AREA BOUNDED BY 35-44-06N 124-30-30E; 35-44-07N 124-54-23E; 34-58-36N 124-32-32E; 34-58-43N 124-56-11E",
        year=2012,
    )
    (area,) = notice.areas
    assert "re-ordered" in area.repaired and area.confidence == 0.8 and len(area.vertices) == 4


def test_decimals_behind_the_letter():
    (notice,) = parse_notice(
        "AREA BOUNDED BY 35-01.00N 121-13.00W, 35-01.00N 120-29.00W, 34-45.00N 120-29W.00, 34-44.00N 121-13.00W.",
        year=2023,
    )
    (area,) = notice.areas
    assert (
        area.vertices[2] == approx((34.75, -120 - 29 / 60))
        and "behind the letter" in area.repaired
        and area.confidence == 0.8
    )
