"""A real cluster of two processes: order, failures, deaths, bounded waiting; and clusters that are refused."""

from __future__ import annotations

import part_hooks
import pytest
from distributed import LocalCluster

from bongsu.cluster import NotComputed, open_cluster, session, work
from bongsu.errors import ClusterError, InputError

PARTS = [range(begin, begin + 2) for begin in range(0, 12, 2)]


@pytest.fixture(scope="module")
def cluster():
    with open_cluster("local", workers=2) as opened:
        yield opened


def test_results_come_in_order_and_progress_ends_at_all(cluster, tmp_path):
    seen = []
    got = list(cluster.in_order(part_hooks.squares, str(tmp_path), PARTS, progress=lambda *at: seen.append(at)))
    assert got == [(part, [n * n for n in part]) for part in PARTS]
    assert seen[-1] == (12, 2)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_a_part_that_fails_three_times_is_reported_and_the_rest_answered(cluster, tmp_path):
    got = dict(cluster.in_order(part_hooks.fails_at_4, str(tmp_path), PARTS))
    assert got.pop(range(4, 6)) == NotComputed(reason="ValueError in each of 3 tries: four is no good")
    assert got == {part: [n * n for n in part] for part in PARTS if part.start != 4}
    assert part_hooks.tries(tmp_path)[4] == 3


def test_a_part_that_kills_three_workers_is_reported_and_the_rest_answered(cluster, tmp_path):
    got = dict(cluster.in_order(part_hooks.dies_at_4, str(tmp_path), PARTS))
    assert got.pop(range(4, 6)) == NotComputed(reason="its worker died each time, 3 times")
    assert got == {part: [n * n for n in part] for part in PARTS if part.start != 4}
    assert part_hooks.tries(tmp_path)[4] == 3


def test_few_results_wait_for_their_turn(cluster, tmp_path):
    """Two threads: at most 4 x 2 + 4 parts are in hand while the first is being waited for."""
    parts = [range(n, n + 1) for n in range(40)]
    got = list(cluster.in_order(part_hooks.first_waits, str(tmp_path), parts))
    assert got[0] == (range(1), [12])
    assert [part for part, _ in got] == parts


def test_leaving_early_drops_the_rest(cluster, tmp_path):
    parts = [range(n, n + 1) for n in range(200)]
    results = cluster.in_order(part_hooks.squares, str(tmp_path), parts)
    assert next(results) == (range(1), [0])
    results.close()
    assert len(part_hooks.tries(tmp_path)) < 30
    assert list(cluster.in_order(part_hooks.squares, str(tmp_path), PARTS[:1])) == [(range(2), [0, 1])]


def test_an_address_must_be_one():
    for wrong in ("", "somewhere", "http://host:80", "tcp://host", "tcp://user@host:1", "tcp://" + "h" * 400 + ":1"):
        with pytest.raises(InputError, match="neither local nor an address"), open_cluster(wrong):
            pass


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch):
    monkeypatch.setattr(session, "_REACH_S", 1.0)
    with (
        pytest.raises(ClusterError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:1 within 1 s"),
        open_cluster("tcp://127.0.0.1:1"),
    ):
        pass


def test_a_scheduler_without_workers_is_refused(monkeypatch):
    monkeypatch.setattr(session, "_REACH_S", 1.0)
    with (
        LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address=":0") as empty,
        pytest.raises(ClusterError, match="has no workers"),
        open_cluster(empty.scheduler_address),
    ):
        pass


def test_a_worker_that_comes_late_with_another_version_is_refused():
    here = dict(work.versions_here())
    assert set(here) == {"bongsu", "numpy", "sgp4", "numba"}
    assert work.differences(here, here) == []
    with pytest.raises(ClusterError, match=r"other versions: numpy .* there, 0\.1 here"):
        work.compute_part("", "run", {**here, "numpy": "0.1"}, part_hooks.squares, range(1))


def test_workers_that_all_leave_end_the_run(monkeypatch, tmp_path):
    monkeypatch.setattr(session, "_EMPTY_S", 1.0)
    with (
        LocalCluster(n_workers=1, threads_per_worker=1, host="127.0.0.1", dashboard_address=":0") as local,
        open_cluster(local.scheduler_address) as opened,
        pytest.raises(ClusterError, match=r"all workers have been gone for 1 s"),
    ):
        for part, _ in opened.in_order(part_hooks.squares, str(tmp_path), [range(n, n + 1) for n in range(200)]):
            if part.start == 0:
                local.scale(0)
