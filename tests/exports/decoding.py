"""Decodes a file as callers of a triage do: the first bytes tell how."""

import codecs

from troubleshooter.export.encoding import sniff


def decode(content: bytes) -> str:
    encoding, complaint = sniff(content[:65_536])
    assert encoding, complaint
    return codecs.decode(content, encoding, "replace")
