"""Coasts of 200 NM bands: whose they are, and how far they lie from real ports."""

import json

import numpy as np
import pytest

from bongsu.earth import ChartShape
from bongsu.notices import AreaToWarn, bands_crossed
from bongsu.notices.coasts import COAST_ERROR_M, coasts_near


def area(latitude, longitude, half=0.1):
    ring = [(latitude - half, longitude - half), (latitude - half, longitude + half),
            (latitude + half, longitude + half), (latitude + half, longitude - half)]  # fmt: skip
    return AreaToWarn(notice="", label="", shape=ChartShape.from_rings([[ring]]))


def test_the_yellow_sea_lies_in_three_bands():
    found = {each.party.name: each.relation for each in bands_crossed(area(36.0, 123.5))}
    assert found == {f"200 NM band of {name}": "inside" for name in ("China", "North Korea", "South Korea")}


def test_the_open_ocean_lies_in_none():
    """Point Nemo is 2,688 km from land (Lukatela 1992)."""
    assert bands_crossed(area(-48.9, -123.4)) == []


def test_on_both_sides_of_180():
    """Fiji, from either side."""
    for longitude in (179.5, -179.5):
        assert "Fiji" in {name for name, _ in coasts_near(-17.0, longitude, 100_000.0)}


@pytest.mark.parametrize(("longitude", "relation"), [(-75.0, "inside"), (-77.2, "partly inside"), (-82.0, None)])
def test_the_outer_edge(longitude, relation):
    """West of Peru at 15 S, where the coast lies near 75.3 W; 200 NM are 3.45 deg of longitude there."""
    found = {each.party.name: each.relation for each in bands_crossed(area(-15.5, longitude - 1.0, 0.9))}
    assert found.get("200 NM band of Peru") == relation


@pytest.mark.reference
def test_ports_lie_at_the_coast(reference_data):
    """The stated error: nine ports in ten of the World Port Index lie nearer to a drawn coast."""
    ports = json.loads((reference_data / "geo" / "wpi_ports_nw_pacific.json").read_text())
    distances = []
    for port in ports:
        place = ChartShape.from_points([(port["lat"], port["lon"])])
        near = [coast.distance_m(place) for _, coast in coasts_near(port["lat"], port["lon"], 50_000.0)]
        distances.append(min(near, default=99_000.0))
    assert len(distances) == 405
    assert np.mean(np.array(distances) <= COAST_ERROR_M) >= 0.9
