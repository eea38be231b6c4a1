"""No pattern of the readers may backtrack: four times the text costs about four times the work, whatever the text."""

import importlib
import pkgutil
import re
import time

import pytest

import bongsu.notices
import bongsu.rawtext

UNITS = (
    *("A", "1", " ", "\n", "-", ".", ",", "(", ")", "/", "'", "°", "<", "&", "0", "N", "Z", "#", "\t", "時", "月"),
    *("1-", "1 ", "A ", "1.", "1.1 ", "1/", "1,", " ,", "\n ", "\n\n ", "- ", "((", "AND ", "TO ", " TO", "A.", "(1)", "1. "),
    *("10-00N ", "10-00N", "1000N", "10 00 00", "10°00'", "N 10 ", "3543N12430E ", "1-1-1-", "12/12 ", "0000Z ", "0000-"),
    *("NAVAREA ", "CANCEL ", "CANCEL NAVAREA IV 1/23, ", "THIS MSG ", "IN FORCE ", "WITHIN 5 ", "ONE HUNDRED AND "),
    *("SR MINUS", "SR-SS ", "0500-SR", "ARC CENTRED ", "RADIUS OF ", "LAST KNOWN ", "OVERDUE ", "11月22日", "20"),
    *("<!---->", "<!--", "<title>", "<a ", "&amp", "MONDAY ", "EITHER SIDE OF ", "12 JAN ", "000000Z JAN 23 ", "POSITION "),
)  # fmt: skip
SHORT, TIMES = 1_000, 4
RATIO = 3.0  # of what growth by length allows; squares would give TIMES
LEAST_S = 0.01  # below this a clock says nothing
FEW = 22  # repeats: what doubles with each takes seconds then
FEW_S = 0.2


def patterns():
    """Every compiled pattern of the room and of rawtext, by where it stands."""
    modules = [
        importlib.import_module(f"bongsu.notices.{each.name}") for each in pkgutil.iter_modules(bongsu.notices.__path__)
    ]
    found = {}
    for module in [*modules, bongsu.rawtext]:
        for name, value in vars(module).items():
            many = value if isinstance(value, tuple) else (value,)
            for index, each in enumerate(each[-1] if isinstance(each, tuple) and each else each for each in many):
                if isinstance(each, re.Pattern) and isinstance(each.pattern, str):
                    found[f"{module.__name__.rpartition('.')[2]}.{name}.{index}"] = each
    return found


def work_s(pattern, text, times=1):
    """Processor time of finding every match, the best of some."""
    best = float("inf")
    for _ in range(times):
        began = time.process_time()
        for _ in pattern.finditer(text):
            pass
        best = min(best, time.process_time() - began)
    return best


def too_much(pattern, unit, ending):
    """What is wrong with a pattern's work on a unit again and again, "" where nothing is."""
    for count in (FEW - 4, FEW):
        if work_s(pattern, unit * count + ending) > FEW_S:
            return f"over {FEW_S} s for {count} times {unit!r}"
    short, long = ((unit * size)[:size] + ending for size in (SHORT, SHORT * TIMES))
    one = other = 0.0
    for attempt in range(4):  # a busy machine may spoil one
        other = work_s(pattern, long, 1 + attempt)
        if other < LEAST_S:
            return ""
        one = work_s(pattern, short, 3)
        if other <= RATIO * TIMES * one:
            return ""
    return f"{one * 1e3:.1f} ms, then {other * 1e3:.1f} ms for {TIMES} times as much of {unit!r}"


@pytest.mark.parametrize("name", patterns())
def test_the_work_grows_with_the_length(name):
    pattern = patterns()[name]
    faults = [fault for unit in UNITS if (fault := too_much(pattern, unit, "!"))]
    assert faults == []


def test_the_patterns_are_found():
    names = patterns()
    assert {"phrases._PHRASE.0", "position_text._TRAILING.0", "rawtext._HTML.0", "notam_parts._PAIR.0"} <= names.keys()
    assert len(names) > 80
