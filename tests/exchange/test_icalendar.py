"""Calendars read back with the library icalendar (BSD), an independent reader of RFC 5545."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import icalendar
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx
from samples import AT, galaxy, open_ended

from bongsu.earth import Window
from bongsu.exchange import notices_to_icalendar


def events(text):
    """Events of a calendar without errors."""
    calendar = icalendar.Calendar.from_ical(text)
    assert not calendar.errors
    return calendar.walk("VEVENT")


def test_one_event_for_each_window():
    """Two areas share seven windows."""
    found = events(notices_to_icalendar(galaxy(), at=AT))
    assert len(found) == 7
    assert found[0].decoded("dtstart") == datetime(2022, 11, 12, 16, 6, tzinfo=UTC)
    assert found[0].decoded("dtend") == datetime(2022, 11, 12, 18, 54, tzinfo=UTC)
    assert found[0].decoded("dtstamp") == AT
    assert str(found[0]["summary"]) == "NAVAREA IV 1177/22: space launch, area A, B"
    assert "28-39.92N 080-38.33W" in str(found[0]["description"])
    assert found[0]["geo"].latitude == approx(28.57, abs=0.05)


def test_uids_are_stable_and_differ():
    """RFC 5545, 3.8.4.7: an event keeps its UID; here whatever time it is made at, and however the text is spaced."""
    first, later = (notices_to_icalendar(galaxy(), at=at) for at in (AT, AT + timedelta(days=30)))
    uids = [str(event["uid"]) for event in events(first)]
    assert uids == [str(event["uid"]) for event in events(later)]
    assert len(set(uids)) == len(uids)
    assert notices_to_icalendar(galaxy(), at=AT) == first


def test_lines_are_folded_and_end_in_crlf():
    """RFC 5545, 3.1: at most 75 octets without the break."""
    text = notices_to_icalendar(open_ended(), at=AT)
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_open_ends_and_escapes():
    (event,) = events(notices_to_icalendar(open_ended(), at=AT))
    assert "dtend" not in event
    assert "no end stated" in event["summary"]
    assert 'SEE AIP; "PART 1"\\N' in str(event["description"])
    (notice,) = open_ended()
    ending = replace(notice, areas=(), windows=(Window(start=None, end=AT),))
    assert "no start stated" in events(notices_to_icalendar([ending], at=AT))[0]["summary"]


def test_an_alarm_before_each_window():
    found = events(notices_to_icalendar(galaxy(), at=AT, alarm=timedelta(hours=2)))
    assert [event.subcomponents[0].decoded("trigger") for event in found] == [timedelta(hours=-2)] * 7


@given(st.text(max_size=300))
def test_any_text_survives(words):
    (notice,) = open_ended()
    (event,) = events(notices_to_icalendar([replace(notice, raw=f"X{words}X")], at=AT))
    assert str(event["uid"]).endswith("@bongsu")
    assert (
        max(len(line.encode()) for line in notices_to_icalendar([replace(notice, raw=words)], at=AT).split("\r\n"))
        <= 75
    )
