"""Cuts exported files into records, and reads their events."""
