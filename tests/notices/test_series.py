"""Headers, cancel lines, lists in force, transmission frames; texts of NGA, Spain, Peru, India and Japan."""

from datetime import UTC, datetime

import pytest

from bongsu.notices import parse_notice

BODY = "GUNNERY 231500Z TO 301500Z AUG IN AREA BOUNDED BY 36-04N 123-00E, 36-04N 124-00E, 35-30N 124-00E."


@pytest.mark.parametrize(
    ("head", "identity", "publisher"),
    [
        ("NAVAREA XI 23-0393", "NAVAREA XI 23-0393", "Japan Coast Guard"),
        ("NAVAREA XI WARNING NR 0393/23", "NAVAREA XI 393/23", "Japan Coast Guard"),
        ("NAVAREA VIII WARNING NO. 512 OF 2022", "NAVAREA VIII 512/22", "National Hydrographic Office (India)"),
        ("NAVAREA VIII - 512/22", "NAVAREA VIII 512/22", "National Hydrographic Office (India)"),
        ("NAVAREA ONE 012/26", "NAVAREA I 12/26", "UK Hydrographic Office"),
        ("NAVAREA XVI 056/26", "NAVAREA XVI 56/26", "Direccion de Hidrografia y Navegacion (Peru)"),
        ("HYDROARC 34/26(43)", "HYDROARC 34/26", "NGA (United States)"),
        ("JAPAN NAVIGATIONAL WARNING NR 23-3124", "Japan Navigational Warning 23-3124", "Japan Coast Guard"),
    ],
)
def test_numbers_as_coordinators_write_them(head, identity, publisher):
    (notice,) = parse_notice(f"{head}\n{BODY}", year=2023)
    assert (notice.id, notice.publisher, len(notice.areas)) == (identity, publisher, 1)


def test_navtex_frame():
    """A frame without any series gives its own four signs."""
    (notice,) = parse_notice(f"ZCZC IA76\n220900 UTC AUG 23\n{BODY}\nNNNN")
    assert (notice.id, notice.issued) == ("NAVTEX IA76", datetime(2023, 8, 22, 9, 0, tzinfo=UTC))
    assert len(notice.windows) == 1


def test_the_authority_line_is_no_warning():
    """NGA's KML pages name the first publisher under the text."""
    (notice,) = parse_notice(
        f"HYDROARC 112/18.\n{BODY}\n2. CANCEL THIS MSG 310200Z AUG 18.//\n\nAuthority: NAVAREA XX 79/18 080530Z JUN 18.\n\n"
        "Date: 080625Z JUN 18\nCancel: 31020000 Aug 18"
    )
    assert notice.authority == "NAVAREA XX 79/18 080530Z JUN 18."
    assert (notice.issued, notice.expires) == (
        datetime(2018, 6, 8, 6, 25, tzinfo=UTC), datetime(2018, 8, 31, 2, 0, tzinfo=UTC),
    )  # fmt: skip
    assert [f"{w.start:%m%d}" for w in notice.windows] == ["0823"]


def test_marks_of_a_page_are_passed_over():
    (notice,) = parse_notice(
        "HYDROARC 1/18.<br><B>IN AREA BOUND BY<br>\n36&deg;04'N 123-00E,<br> 36-04N 124-00E, 35-30N 124-00E.</B>"
    )
    assert notice.areas[0].vertices[0] == (pytest.approx(36 + 4 / 60), 123.0)


@pytest.mark.parametrize(
    ("line", "cancels", "itself", "expires"),
    [
        ("CANCEL THIS MSG 22 AUG 18.//", (), False, datetime(2018, 8, 22, tzinfo=UTC)),  # NGA: "22000000 Aug 18"
        ("CANCEL THIS MSG 310200Z AUG 18.//", (), False, datetime(2018, 8, 31, 2, 0, tzinfo=UTC)),
        ("CANCEL HYDROPAC 5/18 AND THIS MSG.//", ("HYDROPAC 5/18",), True, None),
        ("CANCEL HYDROPAC 1018/18,\n   HYDROPAC 1022/18.", ("HYDROPAC 1018/18", "HYDROPAC 1022/18"), False, None),
        ("CANCEL NAVAREA XI 23-0390.", ("NAVAREA XI 23-0390",), False, None),
        ("CANCELAR ESTE MENSAJE EL 062359 UTC ABR 26.", (), False, datetime(2026, 4, 6, 23, 59, tzinfo=UTC)),
    ],
)
def test_cancel_lines(line, cancels, itself, expires):
    (notice,) = parse_notice(f"HYDROPAC 9/18. BUOY 10-00N 100-00E. 2. {line}")
    assert (notice.cancels, notice.cancels_itself, notice.expires) == (cancels, itself, expires)
    assert notice.windows == ()


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("NAVAREA IV 696/26. 1. NAVAREA IV WARNINGS IN FORCE AS OF 171706 JUL. 695/2026, 694/2026, 58/2025. "
         "3. CANCEL NAVAREA IV 674/26.", ("NAVAREA IV 695/26", "NAVAREA IV 694/26", "NAVAREA IV 58/25")),
        ("NAVAREA III IN FORCE ON 31 MAR 26 AT 0600 UTC. 2022:0092, 0122 2024:0034 4.- CANCEL THIS MESSAGE.",
         ("NAVAREA III 92/22", "NAVAREA III 122/22", "NAVAREA III 34/24")),
    ],
)  # fmt: skip
def test_lists_in_force(text, ids):
    (notice,) = parse_notice(text, year=2026)
    assert notice.in_force == ids and notice.windows == ()


@pytest.mark.reference
def test_peru(reference_data):
    """Frames with a date line each; the one that says NONE has no warning."""
    text = (reference_data / "nga-broadcast-warnings" / "samples_2026" / "peru_dhn_sample.txt").read_text()
    notices = parse_notice(text)
    assert [notice.id for notice in notices] == ["NAVAREA XVI 56/26", "NAVAREA XVI 56/26", "NAVAREA XVI 54/26"]
    assert [notice.issued for notice in notices] == [
        datetime(2026, 7, 12, 17, 0, tzinfo=UTC), datetime(2026, 7, 12, 5, 0, tzinfo=UTC),
        datetime(2026, 7, 8, 5, 0, tzinfo=UTC),
    ]  # fmt: skip
    assert [len(notice.points) for notice in notices] == [1, 1, 1]
    assert notices[2].expires == datetime(2026, 7, 8, 2, 25, tzinfo=UTC)


@pytest.mark.reference
def test_spain(reference_data):
    text = (reference_data / "nga-broadcast-warnings" / "samples_2026" / "spain_sample.txt").read_text()
    (notice,) = parse_notice(text)
    assert len(notice.in_force) == 14 and notice.cancels == ("NAVAREA III 37/26",)
    assert [f"{w.start:%y%m%d}-{w.end:%y%m%d}" for w in notice.windows] == ["260401-260608"]
    assert len(notice.areas[0].vertices) == 4
