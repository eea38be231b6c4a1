"""Wordings of the coordinators of all NAVAREAs and of the coast guards, in texts written for these tests in their manner."""

import pytest
from pytest import approx

from bongsu.notices import format_notice, parse_notice, read_notices

RING = "38-50S 061-50W\n38-50S 061-00W\n39-20S 061-00W\n39-20S 061-50W"


def spans(windows):
    return [f"{w.start:%m%d.%H%M}-{w.end:%m%d.%H%M}" for w in windows]


def daily(first, last, month, hours):
    """Windows of the same hours on each day."""
    start, end = hours.split("-")
    later = end < start
    return [f"{month:02d}{day:02d}.{start}-{month:02d}{day + later:02d}.{end}" for day in range(first, last + 1)]


CASES = {
    "I, United Kingdom": (
        "NAVAREA I 123/24\nSCOTLAND, NORTH-WEST COAST.\nROCKET FIRINGS 0800 UTC TO 1600 UTC DAILY 06 TO 10 MAY 24 IN AREA "
        "BOUNDED BY:\n57-24.0N 007-26.0W, 57-40.0N 008-30.0W, 57-10.0N 008-40.0W AND 57-05.0N 007-40.0W.\n"
        "CANCEL THIS MESSAGE 101700 UTC MAY 24.",
        "NAVAREA I 123/24", daily(6, 10, 5, "0800-1600"), 4,
    ),
    "I, no year in the number": (
        "051230 UTC MAY 24\nNAVAREA I 317\nNORTH SEA. FIRING 061200 UTC TO 061800 UTC MAY WITHIN 5 NAUTICAL MILES OF "
        "58-10.2N 000-33.1E. CANCEL NAVAREA I 301.",
        "NAVAREA I 317", ["0506.1200-0506.1800"], 1,
    ),
    "II, France": (
        "NAVAREA II 156/24\nFRANCE - BISCAY BAY. MISSILE FIRING FROM 10 TO 14 JUN BETWEEN 0600 AND 1800 UTC.\nDANGEROUS AREA "
        "BOUNDED BY:\n44-25N 001-15W\n44-40N 002-30W\n43-50N 002-30W\n43-45N 001-30W\nCANCEL THIS MESSAGE 141830 UTC JUN 24",
        "NAVAREA II 156/24", daily(10, 14, 6, "0600-1800"), 4,
    ),
    "II, France, in French": (
        "AVURNAV BREST 1234/24\nTIRS DE MISSILES DU 10 AU 14 JUIN 2024 DE 06H00 A 18H00 UTC DANS LA ZONE DELIMITEE PAR LES "
        "POINTS :\n44-25N 001-15W\n44-40N 002-30W\n43-50N 002-30W\n43-45N 001-30W",
        "Avurnav Brest 1234/24", daily(10, 14, 6, "0600-1800"), 4,
    ),
    "III, Spain": (
        "NAVAREA III - 0312/2024\nGULF OF LION. MISSILE FIRING EXERCISE\nFROM 17 JUN 24 TO 21 JUN 24 FROM 0700 TO 1600 UTC IN "
        "AREA BOUNDED BY:\n43-01.0N 006-05.0E\n42-20.0N 006-05.0E\n42-20.0N 006-50.0E\n43-01.0N 006-50.0E",
        "NAVAREA III 312/24", daily(17, 21, 6, "0700-1600"), 4,
    ),
    "III, Israel": (
        "11 NOV 2024 02.31 UTC\nNAVAREA III 000329\nON 11TH NOVEMBER 2024 BETWEEN 0700 AND 1000 UTC FIRING IN AREA BOUNDED BY "
        "32-10N 034-30E, 32-10N 034-40E, 32-00N 034-40E, 32-00N 034-30E.",
        "NAVAREA III 329", ["1111.0700-1111.1000"], 4,
    ),
    "V, Brazil": (
        "NAVAREA V 0345/24\nROCKET LAUNCHING FROM 121200 TO 121800 UTC NOV 24, IN AREA BOUNDED BY\n05-50.0S 035-10.0W, "
        "05-40.0S 034-20.0W, 06-20.0S 034-10.0W, 06-10.0S 035-05.0W.",
        "NAVAREA V 345/24", ["1112.1200-1112.1800"], 4,
    ),
    "VI, Argentina": (
        "NAVAREA VI 123/2024\nEJERCICIOS DE TIRO DESDE EL 10 HASTA EL 14 DE JUNIO DE 2024 ENTRE 0900 Y 1800 UTC EN AREA "
        f"DELIMITADA POR:\n{RING}",
        "NAVAREA VI 123/24", daily(10, 14, 6, "0900-1800"), 4,
    ),
    "VII, South Africa": (
        "NAVAREA VII 12/24\nGUNNERY EXERCISE 12 AND 13 MARCH 2024, 0600Z TO 1500Z WITHIN AN AREA BOUNDED BY\nA. 33-10S 017-40E\n"
        "B. 33-10S 018-00E\nC. 33-30S 018-00E\nD. 33-30S 017-40E.",
        "NAVAREA VII 12/24", daily(12, 13, 3, "0600-1500"), 4,
    ),
    "VIII, India": (
        "NAVAREA VIII 123/24\nMISSILE FIRING SCHEDULED FROM 0230 TO 1030 UTC ON 12, 13 AND 14 MAY 24 IN DANGER ZONE BOUNDED BY\n"
        "(A) 17-01.00N 083-19.00E\n(B) 16-30.00N 084-10.00E\n(C) 15-50.00N 084-00.00E\n(D) 16-20.00N 083-00.00E\n"
        "WIDE BERTH REQUESTED.\nCANCEL THIS MESSAGE 141130 UTC MAY 24.",
        "NAVAREA VIII 123/24", daily(12, 14, 5, "0230-1030"), 4,
    ),
    "IX, Pakistan": (
        "NAVAREA IX 213/24\nLIVE WEAPON FIRING ON 20 AND 21 OCT 2024 FROM 0400 TO 1100 UTC IN AREA BOUNDED BY LINES JOINING "
        "24-10N 065-30E, 24-10N 066-10E, 23-20N 066-10E AND 23-20N 065-30E.",
        "NAVAREA IX 213/24", daily(20, 21, 10, "0400-1100"), 4,
    ),
    "X, Australia": (
        "SECURITE\nFM RCC AUSTRALIA 200215 UTC MAY 24\nNAVAREA X 023/24\nROCKET LAUNCH. HAZARDOUS AREA BOUNDED BY:\n"
        "1. 31 50.5S 133 26.2E\n2. 32 10.0S 133 10.0E\n3. 33 00.0S 133 40.0E\n4. 32 40.0S 134 00.0E\n"
        "BETWEEN 2300 UTC 22 MAY AND 0530 UTC 23 MAY 24.\nNNNN",
        "NAVAREA X 23/24", ["0522.2300-0523.0530"], 4,
    ),
    "XI, Japan": (
        "NAVAREA XI 24-0345. TANEGASHIMA. ROCKET LAUNCHING.\n2200Z 05 TO 0100Z 06 JUL, ALTERNATE 2200Z TO 0100Z COMMENCING "
        "DAILY 06 TO 09 JUL. AREA BOUNDED BY\n30-23N 130-59E, 30-23N 131-20E, 30-10N 131-20E, 30-10N 130-59E.",
        "NAVAREA XI 24-0345", daily(5, 9, 7, "2200-0100"), 4,
    ),
    "XIII, Russia": (
        "NAVAREA XIII 45/24\nKURIL ISLANDS.\nROCKET FIRINGS 2100 UTC TO 0900 UTC, 10 THRU 14 OCT. NAVIGATION PROHIBITED IN AREA "
        "BOUNDED BY\n47-10.0N 153-20.0E\n47-30.0N 154-10.0E\n46-50.0N 154-40.0E\n46-30.0N 153-50.0E",
        "NAVAREA XIII 45/24", daily(10, 14, 10, "2100-0900"), 4,
    ),
    "XIV, New Zealand": (
        "NAVAREA XIV WARNING 189/24\n1. ROCKET LAUNCH FROM 142100 UTC TO 232100 UTC JUL 2024.\n2. HAZARD AREA BOUNDED BY:\n"
        "39-15.0S 177-51.5E\n39-30.0S 178-10.0E\n40-10.0S 178-00.0E\n39-40.0S 177-40.0E\n"
        "3. CANCEL THIS MESSAGE 232200 UTC JUL 2024.\nNNNN",
        "NAVAREA XIV 189/24", ["0714.2100-0723.2100"], 4,
    ),
    "XV, Chile": (
        "NAVAREA XV 0345/2024\nEJERCICIOS DE TIRO EL 12 JUN 2024 DESDE LAS 1200 HASTA LAS 1800 UTC EN AREA LIMITADA POR LOS "
        "SIGUIENTES PUNTOS:\nA) 32-50.0S 072-10.0W\nB) 32-50.0S 072-30.0W\nC) 33-10.0S 072-30.0W\nD) 33-10.0S 072-10.0W",
        "NAVAREA XV 345/24", ["0612.1200-0612.1800"], 4,
    ),
    "XVII, Canada": (
        "NAVAREA XVII 012/24\nBEAUFORT SEA. MILITARY EXERCISE 010000 UTC AUG TO 052359 UTC AUG WITHIN 25 NAUTICAL MILES OF "
        "POSITION 72 30.5N 134 20.0W. CANCEL NAVAREA XVII 009/24.",
        "NAVAREA XVII 12/24", ["0801.0000-0805.2359"], 1,
    ),
    "XIX, Norway": (
        "NAVAREA XIX 034/24\nANDOYA. ROCKET LAUNCHING DURING PERIOD 100600 UTC MAY 24 TO 121800 UTC MAY 24 IN AREA BOUNDED BY: "
        "69-30N 015-40E, 69-50N 014-00E, 70-30N 013-30E, 70-20N 016-00E.",
        "NAVAREA XIX 34/24", ["0510.0600-0512.1800"], 4,
    ),
    "Norway, coastal": (
        "271242 UTC OCT 24\nNORWEGIAN NAV. WARNING 669/2024\nCHART 4\nFIRING EXERCISE 28 OCT 0700-1500 UTC IN AREA "
        "59-53.3N 010-33.1E, 59-50.0N 010-33.0E, 59-50.0N 010-20.0E.",
        "Norwegian Navigational Warning 669/24", ["1028.0700-1028.1500"], 3,
    ),
    "XX, Russia": (
        "NAVAREA XX 27/24 BARENTS SEA\n1. SPECIAL ACTIVITIES 20 21 22 AUG 0400 TO 1800 UTC IN AREA 72-30.0N 036-20.0E "
        "72-30.0N 040-00.0E 71-40.0N 040-00.0E 71-40.0N 036-20.0E\n2. CANCEL THIS MESSAGE 221900 UTC AUG 24",
        "NAVAREA XX 27/24", daily(20, 22, 8, "0400-1800"), 4,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_one_area_with_its_windows(name):
    text, identity, windows, corners = CASES[name]
    (notice,) = read_notices(text, year=2024)
    (area,) = notice.areas
    assert (notice.id, len(area.vertices), notice.points, notice.lines) == (identity, corners, (), ())
    assert spans(area.windows) == windows == spans(notice.windows)
    assert len(area.window_spans) == len(area.windows)
    assert [problem for problem in notice.problems if "not" in problem.what] == []
    for (first, last), (latitude, longitude) in zip(area.vertex_spans, area.vertices, strict=True):
        (place,) = parse_notice(notice.raw[first:last])[0].points
        assert (place.latitude_deg, place.longitude_deg) == (latitude, longitude)
    again = format_notice(notice)
    assert format_notice(parse_notice(again, year=2024)[0]) == again


def test_a_chinese_page_is_eight_hours_ahead():
    """Simplified characters and clocks of four figures; read as Korean or Japanese it would be an hour out."""
    (notice,) = parse_notice(
        "黄海北部,10月23日0700时至1300时,在以下各点连线所围海域执行军事任务:\nA: 38°42′46″N 121°14′49″E\n"
        "B: 38°41′44″N 121°16′43″E\nC: 38°09′02″N 121°27′20″E\nD: 38°16′57″N 121°17′07″E",
        year=2024,
    )
    assert spans(notice.areas[0].windows) == ["1022.2300-1023.0500"]
    assert any("eight hours ahead" in problem.what for problem in notice.problems)


def test_russian_words_are_not_read_and_that_is_said():
    """Cyrillic hemispheres are; the dates are not, so the area stands without windows and says so."""
    (notice,) = parse_notice(
        "РАКЕТНЫЕ СТРЕЛЬБЫ С 10 ПО 14 ОКТЯБРЯ 21.00-09.00 UTC РАЙОН ЗАПРЕТЕН ДЛЯ ПЛАВАНИЯ\n"
        "47-10.0С 153-20.0В\n47-30.0С 154-10.0В\n46-50.0С 154-40.0В\n46-30.0С 153-50.0В",
        year=2024,
    )
    assert notice.areas[0].vertices[0] == approx((47 + 10 / 60, 153 + 20 / 60)) and notice.windows == ()
    assert any("14 ОКТЯБРЯ" in problem.where + problem.what for problem in notice.problems)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0800 TO 1600 LOCAL TIME 06 MAY", ["0506.0000-0507.0000"]),  # hours without UTC are not taken for UTC
        ("FROM 0600 TO 0730 UTC 03 MAR", ["0303.0600-0303.0730"]),
        ("0930Z TO 1530 DAILY 06 AND 07 MAY", ["0506.0930-0506.1530", "0507.0930-0507.1530"]),
        (  # HYDROPAC 3517/18, its later hours without Z
            "0330Z TO 1030Z AND 1330 TO 1630 DAILY 04 AND 05 MAY",
            ["0504.0330-0504.1030", "0504.1330-0504.1630", "0505.0330-0505.1030", "0505.1330-0505.1630"],
        ),
        ("BETWEEN 05 AND 07 MAY", ["0505.0000-0508.0000"]),
        ("10, 12 MAY 0400-0600 UTC", ["0510.0400-0510.0600", "0512.0400-0512.0600"]),
    ],
)
def test_times_by_themselves(text, expected):
    (notice,) = parse_notice(f"NAVAREA X 9/24\nFIRING {text} WITHIN 5 MILES OF 34-00S 151-00E.")
    assert spans(notice.windows) == expected


def test_a_second_hour_without_its_zone_is_repaired_and_said():
    (notice,) = parse_notice("NAVAREA X 9/24\n0930Z TO 1530 DAILY 06 AND 07 MAY IN 34-00S 151-00E.")
    assert any("zone of these hours is missing" in problem.what for problem in notice.problems)
