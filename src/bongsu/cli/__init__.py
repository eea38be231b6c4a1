"""The terminal: ask and show, never compute. One module per command group, loaded when it is called."""

from bongsu.cli.app import main

__all__ = ["main"]
