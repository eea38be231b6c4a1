"""``bongsu notice draft``: outgoing texts from the command line."""

import pytest
from cli_samples import NAVAREA

AT = ("--at", "2023-12-10T00:00Z")


def draft(bongsu, write, *args, text=NAVAREA):
    return bongsu("notice", "draft", write("w.txt", text), *AT, *args)


def test_a_draft_reads_back(bongsu, write):
    ran = draft(bongsu, write, "--series", "NAVAREA XI", "--number", "123/23", "--cancels", "120/23", "-o", "d.txt")
    assert (ran.code, ran.out) == (0, "")
    again = bongsu("notice", "parse", "d.txt", "-f", "json").json["items"]
    first = bongsu("notice", "parse", "w.txt", "-f", "json").json["items"]
    assert [item["id"] for item in again] == ["NAVAREA XI 123/23"]
    assert again[0]["cancels"] == ["NAVAREA XI 120/23"]
    assert again[0]["expires"] == "2023-12-16T18:30:00Z" == first[0]["expires"]
    places = [
        [[v["latitude_deg"], v["longitude_deg"]] for v in a["vertices"]] for i in (again, first) for a in i[0]["areas"]
    ]
    assert places[:2] == places[2:]
    assert again[0]["windows"] == first[0]["windows"]


def test_json_is_a_draft(bongsu, write):
    body = draft(bongsu, write, "-f", "json").json
    (item,) = body["items"]
    assert (body["schema"], item["status"]) == ("bongsu/draft/1", "draft")
    assert "[NUMBER NOT YET ASSIGNED]" in item["message"] and "no number yet" in item["checks"][0]


def test_a_notam(bongsu, write):
    ran = draft(bongsu, write, "--notam", "--fir", "KZAK", "--number", "A0123/23", "--kind", "missile test")
    assert ran.code == 0
    assert "(A0123/23 NOTAMN" in ran.out and "D) DAILY 1430-1730" in ran.out and "Released by" in ran.out


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("--at", "2026-01-01T00:00Z"), 3, "every window is over"),
        (("--number", "12"), 3, "number '12' is not one"),
        (("--area", "Z"), 3, "there is no area Z"),
        (("--notam",), 3, "add --fir RKRR"),
        (("--notam", "--series", "HYDROPAC"), 2, "--notam has no --series"),
        (("--fir", "RKRR"), 2, "--fir belongs to --notam"),
    ],
)
def test_mistakes(bongsu, write, args, code, words):
    ran = draft(bongsu, write, *args)
    assert ran.code == code
    assert words in ran.err


def test_roughly_known_areas_are_refused(bongsu):
    ran = bongsu("notice", "draft", "malligyong-1", "--series", "NAVAREA XI")
    assert ran.code == 3
    assert "known only to ±150 km" in ran.err and "needs coordinates" in ran.err


def test_an_existing_file_is_kept(bongsu, write):
    write("d.txt", "mine")
    assert draft(bongsu, write, "-o", "d.txt").code == 3
