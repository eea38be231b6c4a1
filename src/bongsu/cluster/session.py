"""A Dask cluster for the length of one question: open it, check it, share the parts out, take the results in order."""

from __future__ import annotations

import logging
import re
import tempfile
import time
import warnings
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

import dask
from dask.system import CPU_COUNT
from distributed import Client, KilledWorker, LocalCluster, wait

from bongsu.cluster.work import Make, compute_part, differences, keep, versions_here
from bongsu.errors import ClusterError, InputError

__all__ = ["Cluster", "NotComputed", "open_cluster"]

TRIES = 3
_REACH_S = 5.0  # how long a scheduler may take to answer
_EMPTY_S = 60.0  # how long a cluster may be without a worker
_GLANCE_S = 0.5
_ADDRESS = re.compile(r"(tcp|tls)://[^\s/@]{1,300}:\d{1,5}")
_SETTINGS = {
    "distributed.scheduler.allowed-failures": 0,  # of a scheduler that we start: a death is told at once, see _alone
    "distributed.scheduler.http.routes": [],  # no pages
    "distributed.worker.http.routes": [],
    "distributed.admin.large-graph-warning-threshold": "1GB",  # the question is sent once
}

Progress = Callable[[int, int], None]


class _Client(Client):
    """A client that is closed by its context; one that never got its connection has nothing to wait for when it goes."""

    def __init__(self, address: Any, **options: Any) -> None:
        super().__init__(address, set_as_default=False, **options)  # type: ignore[no-untyped-call]

    def __del__(self) -> None:
        pass


@dataclass(frozen=True, slots=True, kw_only=True)
class NotComputed:
    """A part that failed three times, and why."""

    reason: str


class Cluster:
    """Workers that were checked; see :func:`open_cluster`."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._empty_since: float | None = None
        self.workers = len(self._threads())

    def _threads(self) -> dict[str, int]:
        """Threads by worker, as the scheduler reports them now.

        Raises
        ------
        ClusterError
            When the scheduler does not answer any more, or all workers have been gone for a minute.
        """
        try:
            found: dict[str, int] = self._client.nthreads()
        except (OSError, RuntimeError, CancelledError) as lost:
            raise ClusterError(
                f"the scheduler does not answer any more ({type(lost).__name__})",
                advice="start it again and ask again, or leave --on out",
            ) from None
        now = time.monotonic()
        self._empty_since = None if found else self._empty_since or now
        if self._empty_since is not None and now - self._empty_since > _EMPTY_S:
            raise ClusterError(
                f"all workers have been gone for {_EMPTY_S:.0f} s",
                advice="start workers and ask again, or leave --on out",
            )
        self.workers = len(found)
        return found

    def in_order(
        self, make: Make, shared: Any, parts: Sequence[Any], *, progress: Progress | None = None
    ) -> Iterator[tuple[Any, Any]]:
        """Each part with ``make(shared)(part)``, in the order of the parts, whatever the workers' order was.

        Parameters
        ----------
        make : function of a module
            Lays out ``shared`` once on each worker, and returns a pure function of a part.
        parts : sequence of sized values
            One a thread is being computed and one stands ready; a few results a thread wait on the workers for their turn.
        progress : function of (sum of the lengths of the parts done, workers), optional

        Yields
        ------
        (part, result)
            ``NotComputed`` as the result of a part that failed three times.

        Raises
        ------
        ClusterError
            When the scheduler or all workers are lost, or a worker came with other versions.
        """
        here = versions_here()
        asked = self._client.submit(keep, shared, pure=False, retries=TRIES - 1)

        def submit(part: Any) -> Any:
            words = (asked, asked.key, here, make, part)
            return self._client.submit(compute_part, *words, pure=False, retries=TRIES - 1)

        rest = iter(parts)
        queue: deque[tuple[Any, Any]] = deque()
        left, told = 0, -1  # length of what was yielded, and of what was last told to be done
        more = True
        try:
            while True:
                threads = max(sum(self._threads().values()), 1)
                running = sum(not future.done() for _, future in queue)
                while more and running < 2 * threads and len(queue) < 4 * threads + 4:
                    part = next(rest, None)
                    more = part is not None
                    if more:
                        queue.append((part, submit(part)))
                        running += 1
                if not queue:
                    return
                self._wait([future for _, future in queue])
                told = self._tell(progress, left, queue, told)
                while queue and queue[0][1].done():
                    part, future = queue.popleft()
                    left += len(part)
                    told = self._tell(progress, left, queue, told)
                    result = self._outcome(future)
                    if isinstance(result, KilledWorker):
                        result = self._alone(result, partial(submit, part), queue)
                    yield part, result
        finally:
            with suppress(Exception):  # the scheduler may be gone
                self._client.cancel([asked, *(future for _, future in queue)], force=True)

    def _alone(self, death: KilledWorker, submit: Callable[[], Any], queue: deque[tuple[Any, Any]]) -> Any:
        """A part whose worker died, computed with nothing beside it: was it this part, or a neighbour on the same worker?"""
        deaths = _deaths(death)
        while True:
            while busy := [future for _, future in queue if not future.done()]:
                self._wait(busy)
                self._threads()
            result = self._outcome(submit())
            if not isinstance(result, KilledWorker):
                return result
            deaths += _deaths(result)
            if deaths >= TRIES:
                return NotComputed(reason=f"its worker died each time, {deaths} times")

    def _tell(self, progress: Progress | None, left: int, queue: deque[tuple[Any, Any]], told: int) -> int:
        done = left + sum(len(part) for part, future in queue if future.done())
        if progress and done > told:
            progress(done, self.workers)
        return max(done, told)

    def _wait(self, futures: list[Any]) -> None:
        """Until the first is done or another comes free, but not long: workers come and go."""
        open_ones = [future for future in futures if not future.done()]
        if not futures[0].done() and open_ones:
            with suppress(TimeoutError, CancelledError), self._client.as_current():
                wait(open_ones, timeout=_GLANCE_S, return_when="FIRST_COMPLETED")

    def _outcome(self, future: Any) -> Any:
        """Its result, NotComputed, or the KilledWorker that says that workers died over it."""
        while True:
            try:
                return future.result(timeout=_GLANCE_S)
            except TimeoutError:  # on its way, or being computed again as its worker is lost
                fault = future.exception() if future.status == "error" else None
                if isinstance(fault, TimeoutError):  # the part's own
                    return NotComputed(reason=f"TimeoutError three times: {fault}")
                if fault is None:  # else it failed as this glance ended, and the next one tells of what
                    self._threads()
            except CancelledError:
                self._threads()
                raise ClusterError(
                    "the scheduler lost the question or was told to drop it", advice="ask again, or leave --on out"
                ) from None
            except KilledWorker as death:
                return death
            except ClusterError as wrong:
                raise ClusterError(str(wrong), advice="install the same versions on every worker") from None
            except Exception as error:
                return NotComputed(reason=f"{type(error).__name__} in each of {TRIES} tries: {error}")


def _deaths(death: KilledWorker) -> int:
    """How many workers died before the scheduler gave a part up; its own setting, 3 failures allowed unless it says else."""
    return int(getattr(death, "allowed_failures", 3)) + 1


@contextmanager
def open_cluster(where: str, *, workers: int | None = None) -> Iterator[Cluster]:
    """Start processes on this machine, or connect to a scheduler; leaving it drops whatever is still being computed.

    Parameters
    ----------
    where : str
        ``local``, or the address of a Dask scheduler: ``tcp://host:8786``, ``tls://host:8786``.
    workers : int, optional
        Processes to start for ``local``; one a core unless given.

    Raises
    ------
    InputError
        ``where`` is neither.
    ClusterError
        The scheduler does not answer within 5 s, has no workers, or they have other versions.
    """
    if where != "local" and not _ADDRESS.fullmatch(where):
        raise InputError(
            f"--on {where[:80]!r} is neither local nor an address", advice="write --on local or --on tcp://host:8786"
        )
    with ExitStack() as stack:
        stack.enter_context(_quiet())
        stack.enter_context(dask.config.set(_SETTINGS))
        if where == "local":
            client = stack.enter_context(_local(stack, workers or CPU_COUNT))
        else:
            client = stack.enter_context(_connected(where))
        cluster = Cluster(client)
        _refuse_unfit(client, where)
        yield cluster


@contextmanager
def _quiet() -> Iterator[None]:
    """Dask's own log lines stay off the terminal: what matters is said in our words."""
    names = ["distributed", *(name for name in logging.root.manager.loggerDict if name.startswith("distributed."))]
    before = {name: logging.getLogger(name).level for name in names}
    for name in names:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)


def _local(stack: ExitStack, workers: int) -> Client:
    """Processes on the loopback address; connections encrypted, so that no other user of the machine can send code."""
    scratch = stack.enter_context(tempfile.TemporaryDirectory(prefix="bongsu-", ignore_cleanup_errors=True))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a port is taken: another is
        local = LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address=None,
            security=True,
            silence_logs=logging.CRITICAL + 1,
            local_directory=scratch,
            preload=["bongsu.cluster.interrupt"],
        )
    stack.enter_context(local)
    return _Client(local)


def _connected(where: str) -> Client:
    try:
        return _Client(where, timeout=_REACH_S)
    except Exception as error:
        raise ClusterError(
            f"no Dask scheduler answers at {where} within {_REACH_S:.0f} s ({type(error).__name__})",
            advice="start one with `dask scheduler` and workers with `dask worker ADDRESS`, or use --on local",
        ) from None


def _refuse_unfit(client: Client, where: str) -> None:
    """Refuse a cluster without workers, or with one that would not give the answer of this process."""
    with suppress(TimeoutError):
        client.wait_for_workers(1, timeout=_REACH_S)
    answers: dict[str, Any] = client.run(versions_here, on_error="return")
    if not answers:
        raise ClusterError(f"the scheduler at {where} has no workers", advice=f"start some: dask worker {where}")
    for worker, there in answers.items():
        if isinstance(there, Exception):
            raise ClusterError(
                f"worker {worker} cannot load Bongsu: {there}", advice="install the same Bongsu on every worker"
            )
        wrong = differences(versions_here(), there)
        if wrong:
            raise ClusterError(
                f"worker {worker} has other versions: {'; '.join(wrong)}",
                advice="install the same versions on every worker: answers are then the same to the byte",
            )
