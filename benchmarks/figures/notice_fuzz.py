"""Ten million texts that no one would write, put to the notice readers: no uncaught error, no answer over a second.

Three ways: texts of a small grammar and pieces of real ones, bent out of shape (our own; most of the runs, and one in
fifty as bytes in some encoding); atheris, which follows what code a text reaches (where it is installed); hypothesis.
Interrupted runs go on where they stood: the state is kept in build/notice-fuzz.json with its seed. BONGSU_FUZZ_RUNS=1
gives what the state holds so far.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from . import _notice_texts as texts
from ._notice_target import read

UNSTABLE = "AssertionError: not stable"  # of _notice_target
TITLE = "Notice readers under bent texts, 10 million for the whole: no uncaught error, none over 1 s of processor time"
EXPECTED_TIME = "about an hour of one core; a small share a minute"
RUNS = 10_000_000
CHUNK = 10_000
OTHERS = {"atheris": 200_000, "hypothesis": 20_000}  # of all runs
STEP = {"atheris": 2_000, "hypothesis": 500}  # in turn with a chunk of bent texts
LONGEST_S = 1.0  # of processor time
SMALL_S = 45.0
SMALL = {"atheris": 8_000, "hypothesis": 1_500}
STATE = Path(__file__).resolve().parents[2] / "build" / "notice-fuzz.json"
_MOST_ERRORS = 20
_SAME = 60  # characters of a message that tell one error from another
_THOROUGH = 64  # one run of so many also writes JSON and text


def run(seed_: int, share: str) -> dict[str, Any]:
    """All three; a small share for 60 s."""
    small = share == "small"
    state = _fresh(seed_) if small else _kept(seed_)
    runs = int(os.environ.get("BONGSU_FUZZ_RUNS", RUNS))
    until = (time.perf_counter() + SMALL_S) if small else None
    while _total(state) < runs and (until is None or time.perf_counter() < until):
        began = time.perf_counter()
        _bent(seed_, state, 2_000 if small else CHUNK)
        for name, part in {"hypothesis": _hypothesis, "atheris": _atheris}.items():
            done = state["others"][name]
            if done < OTHERS[name] and (not small or done == 0) and name not in state["missing"]:
                added = part(seed_ + done, SMALL[name] if small else STEP[name], state)
                state["others"][name] += added
                state["missing"] += [] if added else [name]
        _keep(state, began, small)
    return _answer(state, small)


def _total(state: dict[str, Any]) -> int:
    return int(state["runs"] + sum(state["others"].values()))


def _keep(state: dict[str, Any], began: float, small: bool) -> None:
    """Write the state down, so that an interrupted run can go on."""
    state["seconds"] = round(state["seconds"] + time.perf_counter() - began, 1)
    if not small:
        STATE.parent.mkdir(exist_ok=True)
        STATE.write_text(json.dumps(state), encoding="utf-8")


def _fresh(seed_: int) -> dict[str, Any]:
    return {
        "seed": seed_,
        "runs": 0,
        "read": 0,
        "others": {"atheris": 0, "hypothesis": 0},
        "missing": [],
        "errors": [],
        "slow": [],
        "slowest": [0.0, ""],
        "seconds": 0.0,
    }


def _kept(seed_: int) -> dict[str, Any]:
    """The state of an interrupted run with this seed, else a fresh one."""
    if STATE.exists():
        state = json.loads(STATE.read_text(encoding="utf-8"))
        if state["seed"] == seed_:
            return dict(state)
    return _fresh(seed_)


def _bent(seed_: int, state: dict[str, Any], count: int) -> None:
    """So many runs of our own texts, from a seed of their own for each stretch."""
    rng = random.Random(f"{seed_}:{state['runs']}")
    kept = texts.real()
    for index in range(count):
        text = texts.sliced(rng, kept) if kept and rng.random() < 0.5 else texts.written(rng)
        if rng.random() < 0.9:
            text = texts.bent(rng, text, rng.choice(kept) if kept and rng.random() < 0.5 else texts.written(rng))
        tried: str | bytes = texts.as_bytes(rng, text) if index % 50 == 0 else text
        state["read"] += _one(tried, index % _THOROUGH == 0, state)
    state["runs"] += count


def _one(tried: str | bytes, thorough: bool, state: dict[str, Any]) -> bool:
    """One run, timed; errors and slow ones kept with their text."""
    began = time.process_time()
    try:
        answer = read(tried, thorough=thorough)
    except Exception as error:  # whatever a reader lets through is what is looked for
        answer = "error"
        what = f"{type(error).__name__}: {error}"[:300]
        known = [each[0][:_SAME] for each in state["errors"]]
        if len(known) < _MOST_ERRORS and what[:_SAME] not in known:  # each kind once
            state["errors"].append([what, repr(tried)])
    took = time.process_time() - began
    if took > state["slowest"][0]:
        state["slowest"] = [took, repr(tried)]
    if took > LONGEST_S:
        state["slow"].append([round(took, 2), repr(tried)])
    return answer == "read"


def _hypothesis(seed_: int, count: int, state: dict[str, Any]) -> int:
    """Texts that hypothesis builds from the grammar's words and any characters."""
    pieces = st.one_of(
        st.randoms(use_true_random=False).map(texts.written), st.text(max_size=40), st.sampled_from(texts._WORDS)
    )

    @seed(seed_)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(pieces, max_size=6).map(" ".join))
    def each(text: str) -> None:
        nonlocal done
        done += 1
        state["read"] += _one(text, True, state)

    done = 0
    each()
    return done


def _atheris(seed_: int, count: int, state: dict[str, Any]) -> int:
    """So many runs guided by coverage, in a process of their own; 0 where atheris is not installed."""
    with tempfile.TemporaryDirectory() as folder:
        rng = random.Random(seed_)
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for index in range(300):
            text = texts.sliced(rng, texts.real()) if texts.real() and index % 2 else texts.written(rng)
            (corpus / f"{index:03d}").write_text(text, encoding="utf-8")
        words = Path(folder) / "words"
        words.write_text(
            "".join(f'"{"".join(f"{chr(92)}x{byte:02x}" for byte in word.encode())}"\n' for word in texts._WORDS)
        )
        script = "from figures._notice_atheris import main; main()"
        options = [
            f"-runs={count}",
            f"-seed={seed_ % 2**31 or 1}",
            f"-max_len={texts.LONGEST}",
            f"-dict={words}",
            "-timeout=20",
        ]
        environment = dict(os.environ, PYTHONPATH=os.pathsep.join([str(Path(__file__).parents[1]), *sys.path]))
        told = subprocess.run(
            [sys.executable, "-c", script, *options, f"-artifact_prefix={folder}/", str(corpus)],
            capture_output=True, text=True, errors="replace", check=False, env=environment, cwd=folder,
        )  # fmt: skip
        if "No module named 'atheris'" in told.stderr:
            return 0
        done = re.search(r"Done (\d+) runs", told.stderr)
        slowest = re.search(r"SLOWEST ([\d.]+) (.*)", told.stdout + told.stderr)
        if slowest and float(slowest[1]) > state["slowest"][0]:
            state["slowest"] = [float(slowest[1]), slowest[2]]
        if slowest and float(slowest[1]) > LONGEST_S:
            state["slow"].append([float(slowest[1]), slowest[2]])
        if told.returncode != 0 or done is None:
            found = [repr(path.read_bytes()) for path in Path(folder).glob("*-*") if path.is_file()]
            said = re.search(r"Uncaught Python exception: ===\s*(.{1,600})", told.stderr, re.DOTALL)
            what = " ".join((said[1] if said else told.stderr[-600:]).split())
            state["errors"].append([f"atheris: {what}", " ".join(found)[:2000]])
        return int(done[1]) if done else 0


def _answer(state: dict[str, Any], small: bool) -> dict[str, Any]:
    others = state["others"]
    total = _total(state)
    lines = [
        f"{total:,} runs{'' if small or total >= RUNS else f' of {RUNS:,}, cut short'}: {state['runs']:,} of bent texts, "
        + (f"{others['atheris']:,} by atheris" if others["atheris"] else "atheris not installed: none")
        + f", {others['hypothesis']:,} by hypothesis; seed {state['seed']}, which every part takes",
        f"real texts to bend: {len(texts.real()):,}; read and not refused: {state['read']:,} of bent texts and hypothesis's",
        f"uncaught errors: {len(state['errors'])}; over {LONGEST_S:g} s: {len(state['slow'])}; slowest {state['slowest'][0]:.3f} s"
        f" of processor time, {len(state['slowest'][1])} characters: {state['slowest'][1][:80]}",
        *(f"  {what} :: {words[:400]}" for what, words in state["errors"]),
        *(f"  {took} s :: {words[:400]}" for took, words in state["slow"]),
    ]
    lines.append(f"all stretches together {state['seconds']:,.0f} s")
    # A text that is written otherwise the second time is some one in a million: printed for its mending, and counted by the
    # whole, but no reason for a share with a fresh seed to stop unrelated work.
    counted = [each for each in state["errors"] if not (small and UNSTABLE in each[0])]
    return {"lines": lines, "holds": not counted and not state["slow"] and (small or total >= RUNS)}
