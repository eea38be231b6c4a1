"""Errors by whose fault they are.

::

    BongsuError
    ├── InputError (ValueError)     the caller's: text, file or argument that cannot be understood
    │   ├── ElementSetError         a TLE or OMM
    │   ├── NoticeError             a warning's text
    │   ├── CaseError               a case file; carries every problem found
    │   ├── SiteError               a place
    │   └── UseError                parts of the question that do not go together
    ├── NoDataError                 the answer needs data that is absent, too old or past decay
    ├── ClusterError                the machines asked to help cannot: unreachable, none there, another version
    └── ModelError                  the physics': outside the model's range, or not converged

Every message says where, what was found and what to do. ``Problem`` is the same thing for one bad
item of a batch, which never stops the batch.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "BongsuError",
    "CaseError",
    "ClusterError",
    "ElementSetError",
    "InputError",
    "ModelError",
    "NoDataError",
    "NoticeError",
    "Problem",
    "SiteError",
    "UseError",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong with an input: where it stands, what was found, what to do about it."""

    where: str
    what: str
    advice: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f" ({self.advice})" if self.advice else "")


class BongsuError(Exception):
    """Anything Bongsu raises on purpose."""


class InputError(BongsuError, ValueError):
    """The input cannot be understood.

    Parameters
    ----------
    message : str
        Where, what was found, and what was expected.
    advice : str
        What to do about it, one sentence.
    problems : tuple of Problem
        Every problem, where one input has several.
    """

    def __init__(self, message: str, *, advice: str = "", problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.advice = advice
        self.problems = problems


class ElementSetError(InputError):
    """A TLE or OMM cannot be read."""


class NoticeError(InputError):
    """A warning's text cannot be read."""


class CaseError(InputError):
    """A case file is wrong; ``problems`` lists every fault with its line."""


class SiteError(InputError):
    """A place cannot be read or is not on Earth."""


class UseError(InputError):
    """Parts of the question do not go together, or one is missing: wrong use, whatever each of them holds."""


class NoDataError(BongsuError):
    """The question cannot be answered from the data at hand: none, too old, or past decay."""

    def __init__(self, message: str, *, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice


class ClusterError(BongsuError):
    """The machines asked to help cannot: unreachable, without workers, or with another version."""

    def __init__(self, message: str, *, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice


class ModelError(BongsuError):
    """The model does not hold here, or did not converge."""
