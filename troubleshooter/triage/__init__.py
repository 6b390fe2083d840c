"""Sorts the events of exports into their few causes."""

from .triage import SLICE, FileReport, Triage

__all__ = ["SLICE", "FileReport", "Triage"]
