"""Figures that take longer than a test may: one module each, run by ``scripts/figures NAME``."""
