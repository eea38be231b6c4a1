"""``bongsu serve`` says what is wrong with its files before it listens."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "mine.txt cannot be read: No such file"),
        ("dear diary", "mine.txt is no case, no element sets, no notices, no places and no map"),
        ("[case]\n#" + "x" * 4_000_000, "mine.txt has 4,000,008 characters; the console takes 4,000,000"),
    ],
)
def test_a_file_it_cannot_show_is_refused(bongsu, write, content, words):
    if content is not None:
        write("mine.txt", content)
    done = bongsu("serve", "mine.txt")
    assert done.code == 3 and words in done.err
