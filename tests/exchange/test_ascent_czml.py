"""A flight, the ways down of its parts and the regions where they come down, as CZML."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

import pytest

from bongsu.cases import (
    ascent_paths,
    ascent_to_json,
    failure_from_words,
    failure_way,
    fall_items,
    find_flight,
    load_vehicle,
    run_ascent,
    run_failure,
)
from bongsu.exchange import ascent_to_czml


@pytest.fixture(scope="module")
def nuri():
    vehicle, flights = load_vehicle("nuri")
    known = find_flight(vehicle, flights, "")
    return vehicle, known, run_ascent(vehicle, known)


@pytest.fixture(scope="module")
def flown(nuri):
    item = ascent_to_json(nuri[2])
    return item, ascent_to_czml(item, [], lift_off=item["lift_off"], paths=ascent_paths(nuri[2]))


@pytest.fixture(scope="module")
def failed(nuri):
    vehicle, known, _ = nuri
    run = run_failure(vehicle, known, failure_from_words("no-ignition", "2", (0.0, 0.0), 0.5), flights=200, seed=1)
    way = failure_way(run)
    return run, way, ascent_to_czml(way, fall_items(run), lift_off=way["lift_off"], paths=way["paths"])


def by_id(packets):
    assert len({packet["id"] for packet in packets}) == len(packets)
    return {packet["id"]: packet for packet in packets}


def rows(position):
    numbers = position["cartographicDegrees"]
    return [numbers[n : n + 4] for n in range(0, len(numbers), 4)]


def interval(packet):
    return [datetime.fromisoformat(text) for text in packet["availability"].split("/")]


def test_the_vehicle_flies_the_table_of_the_ascent(flown):
    item, packets = flown
    samples = rows(by_id(packets)["vehicle"]["position"])
    assert [[row[key] for key in ("t_s", "longitude", "latitude", "height_m")] for row in item["trajectory"]] == samples


def test_its_label_tells_t_plus_and_height(flown):
    """At every second the height of the table's rows about it."""
    item, packets = flown
    told = by_id(packets)["vehicle"]["label"]["text"]
    at = next(each for each in told if each["string"].startswith("T+02:07 "))
    zero = datetime.fromisoformat(item["lift_off"])
    assert datetime.fromisoformat(at["interval"].split("/")[0]) == zero + timedelta(seconds=127)
    around = [row["height_m"] / 1e3 for row in item["trajectory"] if row["t_s"] in (125.0, 130.0)]
    assert around[0] - 0.5 <= int(at["string"].split()[1]) <= around[1] + 0.5
    assert len(told) == math.ceil(item["trajectory"][-1]["t_s"])


def test_every_part_falls_from_the_way_to_the_ground(flown):
    item, packets = flown
    packets = by_id(packets)
    parts = {row["label"]: row for row in item["falls"]}
    assert set(parts) == {"stage 1", "stage 2", "fairing"}
    for name, row in parts.items():
        samples = rows(packets[f"body {name}"]["position"])
        assert samples[-1][3] == 0.0 and max(sample[3] for sample in samples) >= samples[0][3] > 5e4
        assert samples[-1][0] == pytest.approx(row["t_s"], abs=0.5)
        assert samples[-1][1:3] == pytest.approx([row["longitude"], row["latitude"]], abs=0.01)
        start, end = interval(packets[f"body {name}"])
        assert end - start == pytest.approx(
            timedelta(seconds=samples[-1][0] - samples[0][0]), abs=timedelta(seconds=0.01)
        )
        assert packets[f"planned {name}"]["position"]["cartographicDegrees"] == [row["longitude"], row["latitude"], 0.0]


def test_the_clock_spans_the_flight_and_everything_is_within_it(flown, failed):
    for packets in (flown[1], failed[2]):
        first, last = (datetime.fromisoformat(text) for text in packets[0]["clock"]["interval"].split("/"))
        assert all(first <= interval(packet)[0] < interval(packet)[1] <= last for packet in packets[1:])


def test_events_near_each_other_have_one_label(flown):
    item, packets = flown
    events = [packet for packet in packets if packet["id"].startswith("event ")]
    assert len(events) == len(item["events"])
    labelled = [packet["label"]["text"] for packet in events if "label" in packet]
    assert any("stage 1 separation" in words for words in labelled)
    assert not any("stage 2 ignition" in words for words in labelled)


def test_a_failure_has_its_own_flight_its_regions_and_their_times(failed):
    run, way, packets = failed
    items = fall_items(run)
    assert way["events"][-1]["label"] == "stopped"
    assert {path["label"] for path in way["paths"]} == {item["label"] for item in items}
    regions = [packet for packet in packets if packet["id"].startswith("fall ")]
    assert len(regions) >= len(items)
    for number, item in enumerate(items, start=1):
        packet = by_id(packets)[f"fall {number}.1"]
        assert packet["availability"] == f"{item['start']}/{item['end']}"
        assert ("material" in packet["polygon"]) == (item["probability"] == 0.9)


def test_falls_alone_have_a_document(failed):
    items = fall_items(failed[0])
    packets = ascent_to_czml(None, items, lift_off=failed[1]["lift_off"])
    assert packets[0]["id"] == "document" and all(packet["id"].startswith("fall ") for packet in packets[1:])
