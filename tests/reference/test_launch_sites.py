"""The table of launch sites: complete, sourced, each place once."""

from __future__ import annotations

import csv
import gzip
import tomllib
from importlib import resources

import pytest

from bongsu.earth import geodesic_inverse
from bongsu.reference import launch_site_names, launch_site_sources, launch_sites


def test_every_site_is_on_earth_and_named_once():
    sites = launch_sites()
    assert len({site.id for site in sites}) == len({site.name for site in sites}) == len(sites) >= 27
    assert all(-90 <= site.latitude_deg <= 90 and -180 <= site.longitude_deg < 180 for site in sites)
    assert {"sohae", "naro", "canaveral", "kourou"} <= {site.id for site in sites}


def test_no_two_entries_are_one_place():
    sites = launch_sites()
    for n, site in enumerate(sites):
        for other in sites[n + 1 :]:
            away = geodesic_inverse(site.latitude_deg, site.longitude_deg, other.latitude_deg, other.longitude_deg)[0]
            assert away > 50_000.0, (site.id, other.id)


def test_names_and_sources_belong_to_entries():
    ids = {site.id for site in launch_sites()}
    assert set(launch_site_names()) <= ids
    assert launch_site_names()["vandenberg"] == ("WESTERN RANGE",)
    for site in launch_sites():
        assert site.sources
    assert set(launch_site_sources()) == {"gcat-sites"}


@pytest.mark.reference
def test_places_are_those_of_the_catalogue(reference_data):
    """GCAT launch sites, copy of 27 November 2024."""
    table = tomllib.loads(resources.files("bongsu.reference").joinpath("launch_sites.toml").read_text("utf-8"))
    with gzip.open(reference_data / "gcat/sites_2024-11.tsv.gz", "rt", encoding="utf-8") as file:
        rows = {
            row[0].strip(): row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if len(row) > 12
        }
    for site in table["site"]:
        row = rows[site["gcat"]]
        assert (float(row[11]), float(row[10])) == (site["latitude_deg"], site["longitude_deg"]), site["id"]
