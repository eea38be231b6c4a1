"""Kept answers to the bundled cases: what they are, how they are compared, and how they are made anew.

    python tests/golden/update.py            write all of them again; look at the difference before you commit it

Each case is asked with a fixed ``--at`` at 100 columns. Kept are the screen as it stands and the JSON without what
changes with every edit of a case file (hashes, the version) and with floats at six figures.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
AT = "2026-11-25T00:00Z"
CASES = ("malligyong-1", "kwangmyongsong-3", "hwasong-2022-03-24", "nuri-2021")
LEFT_OUT = {"sha256", "version"}

# The same numbers are drawn everywhere; what differs between machines is the last bits of numpy's linear algebra, which
# six turns of Gauss-Newton and a secant carry to 1e-6 of a figure at most. Ten times that is allowed.
RELATIVE, ABSOLUTE = 1e-5, 1e-5
TIME_S = 1.0  # such a difference may carry a time printed to the second into the next

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def answer(name: str, form: str) -> str:
    """What ``bongsu assess NAME --at AT -f FORM`` prints."""
    from bongsu.cli import main  # noqa: PLC0415 - this file is also run by itself

    before = {key: os.environ.pop(key, None) for key in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "BONGSU_FORMAT")}
    os.environ["COLUMNS"] = "100"
    shown = io.StringIO()
    try:
        with contextlib.redirect_stdout(shown):
            main(["assess", name, "--at", AT, "-f", form, "-q"])
    finally:
        del os.environ["COLUMNS"]
        os.environ.update({key: value for key, value in before.items() if value is not None})
    return shown.getvalue()


def normalised(value: Any) -> Any:
    """JSON values without hashes and version, floats at six figures."""
    if isinstance(value, dict):
        return {key: normalised(item) for key, item in value.items() if key not in LEFT_OUT}
    if isinstance(value, list):
        return [normalised(item) for item in value]
    return float(f"{value:.6g}") if isinstance(value, float) else value


def differences(kept: Any, now: Any, where: str = "") -> Iterator[str]:
    """Where two JSON values differ by more than machines do."""
    if isinstance(kept, dict) and isinstance(now, dict):
        for key in [*kept, *(key for key in now if key not in kept)]:
            if key in kept and key in now:
                yield from differences(kept[key], now[key], f"{where}.{key}")
            else:
                yield f"{where}.{key}: {'gone' if key in kept else 'new'}"
    elif isinstance(kept, list) and isinstance(now, list):
        if len(kept) != len(now):
            yield f"{where}: {len(kept)} items kept, {len(now)} now"
        for n, (one, other) in enumerate(zip(kept, now, strict=False)):
            name = one.get("id", n) if isinstance(one, dict) else n
            yield from differences(one, other, f"{where}[{name}]")
    elif isinstance(kept, str) and isinstance(now, str):
        if not same_text(kept, now):
            yield f"{where}: {kept!r} kept, {now!r} now"
    elif isinstance(kept, bool) or isinstance(now, bool) or kept is None or now is None:
        if kept is not now:
            yield f"{where}: {kept!r} kept, {now!r} now"
    elif isinstance(kept, int | float) and isinstance(now, int | float):
        if abs(kept - now) > max(ABSOLUTE, RELATIVE * abs(kept)) * 1.1:
            yield f"{where}: {kept!r} kept, {now!r} now"
    else:
        yield f"{where}: {kept!r} kept, {now!r} now"


def same_text(kept: str, now: str) -> bool:
    """Equal but for numbers that differ by one in their last figure, and times that differ by a second."""
    if kept == now:
        return True
    if _skeleton(kept) != _skeleton(now):
        return False
    times = zip(_TIME.findall(kept), _TIME.findall(now), strict=True)
    numbers = zip(_NUMBER.findall(_TIME.sub("", kept)), _NUMBER.findall(_TIME.sub("", now)), strict=True)
    return all(_close_times(*pair) for pair in times) and all(_close_numbers(*pair) for pair in numbers)


def _skeleton(text: str) -> list[str]:
    """Words and signs; a number that is one digit longer moves what stands beside it."""
    return _NUMBER.sub("#", _TIME.sub("@", text)).split()


def _close_times(kept: str, now: str) -> bool:
    gap = datetime.fromisoformat(kept) - datetime.fromisoformat(now)
    return abs(gap.total_seconds()) <= TIME_S


def _close_numbers(kept: str, now: str) -> bool:
    return abs(_value(kept) - _value(now)) <= min(_last_place(kept), _last_place(now)) * 1.001


def _value(text: str) -> float:
    return float(text.replace(",", ""))


def _last_place(text: str) -> float:
    """The step of a number's last figure; that of the last figure before the noughts where it is a round thousand."""
    digits = text.replace(",", "")
    if "." in digits:
        return 10.0 ** -len(digits.split(".")[1])
    noughts = len(digits) - len(digits.rstrip("0"))
    return 10.0**noughts if noughts >= 3 else 1.0


def main() -> None:
    """Write every kept answer."""
    for name in CASES:
        (HERE / f"{name}.txt").write_text(answer(name, "table"), encoding="utf-8")
        body = json.dumps(normalised(json.loads(answer(name, "json"))), indent=1, ensure_ascii=False)
        (HERE / f"{name}.json").write_text(body + "\n", encoding="utf-8")
        print(f"wrote {name}.txt and {name}.json")


if __name__ == "__main__":
    sys.exit(main())
