"""The report of a triage, in the page."""
