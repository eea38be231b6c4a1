"""Checks what is said about rocket launches and satellites against physics, from public data."""

__version__ = "0.1.0"

__all__ = ["__version__"]
