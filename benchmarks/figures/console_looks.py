"""Every look of the console: languages, themes, widths, states and views, each held to what ``tests/console/looks.py`` asks.

That is: no violation that axe-core finds, no scrolling sideways, no text that its box cuts, no error in the browser's
console, no request to another machine, and the state itself reached. CI takes a pairwise choice; here is every combination.
"""

from __future__ import annotations

import itertools
import random
import sys
from collections import Counter
from pathlib import Path

from ._console import chromium, console

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "console"))

TITLE = "Console: no look of it has an accessibility violation, a cut word, a sideways scroll or a foreign request"
EXPECTED_TIME = "about 40 min on an idle machine (2 to 3 s a look)"
SMALL = 12
TOLD = 12  # faults told one by one


def run(seed: int, share: str) -> dict[str, object]:
    from looks import FACTORS, Looker  # noqa: PLC0415

    names = list(FACTORS)
    rows = [dict(zip(names, values, strict=True)) for values in itertools.product(*FACTORS.values())]
    random.Random(seed).shuffle(rows)
    if share == "small":
        rows = rows[:SMALL]
    faults: list[str] = []
    with console() as address, chromium() as browser:
        looker = Looker(browser, address)
        for row in rows:
            faults += [f"{' '.join(str(value) for value in row.values())}: {words}" for words in looker.look(**row)]
    kinds = Counter(fault.split(": ")[1].split(" ")[0] for fault in faults)
    factors = " x ".join(f"{len(FACTORS[name])} {name}s" for name in names)
    lines = [f"{len(rows)} looks ({factors}); {len(faults)} faults" + (f" ({dict(kinds)})" if kinds else "")]
    return {"lines": [*lines, *faults[:TOLD]], "holds": not faults}
