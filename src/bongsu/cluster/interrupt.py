"""What a worker of ``--on local`` loads first: Ctrl-C in a terminal reaches every process, and only ours shall answer it."""

from __future__ import annotations

import signal
from typing import Any

__all__ = ["dask_setup"]


def dask_setup(_worker: Any) -> None:
    """Called by Dask as the worker starts."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
