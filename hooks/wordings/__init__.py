"""Wordings: by which words a message tells its cause, read, checked and made ready for the reader."""
