"""Tells from the first bytes of a file how to decode it, or why it is no text."""

from collections import namedtuple

EXPECTED = "Expected an export of provisioning events: CSV, JSON, or text (messages, details, a log)"

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16le"), (b"\xfe\xff", "utf-16be"))
_UNPACK = "; unpack it, and choose the files in it"
_IMAGE = "a picture; export the events as CSV or JSON, or copy the message as text"
_KINDS = (
    (b"PK\x03\x04", "a zip archive (an Excel workbook is one too); unpack it, or save the sheet as CSV"),
    (b"PK\x05\x06", "an empty zip archive; export the events again"),
    (b"\x1f\x8b", "a gzip archive" + _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive" + _UNPACK),
    (b"BZh", "a bzip2 archive" + _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive" + _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a zstd archive" + _UNPACK),
    (b"Rar!\x1a", "a RAR archive" + _UNPACK),
    (b"%PDF-", "a PDF; export the events as CSV or JSON instead"),
    (b"{\\rtf", "a formatted document; save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; save the sheet as CSV"),
    (b"ElfFile\x00", "a Windows event log; save it as text or CSV in the Event Viewer"),
    (b"\x89PNG", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"RIFF", _IMAGE),
    (b"SQLite format 3\x00", "a database; export the events as CSV"),
    (b"\x7fELF", "a program; choose the export that it wrote"),
)
# The only one of these files that tells what it is further on.
_TAR, _TAR_AT = b"ustar", 257
EMPTY = "an empty file; export the events again, over days on which something failed"
# What no text has: control characters other than blanks, line ends and the escape of terminals.
_CONTROLS = [code for code in range(32) if code not in (9, 10, 12, 13, 27, 30)]
_LONGEST_LETTER = 4


class Sniffed(namedtuple("Sniffed", "encoding complaint")):
    """The encoding to decode the file with, or the sentence why it is no text; the other is None.

    The labels are known to Python's codecs and to the browser's TextDecoder; decode with replacement.
    """


def sniff(first_bytes):
    """Return how to decode the file that begins with `first_bytes`; 64 KB of it are enough."""
    if not first_bytes:
        return _complaint(EMPTY)
    for mark, encoding in _MARKS:
        if first_bytes.startswith(mark):
            return Sniffed(encoding, None)
    for magic, kind in _KINDS:
        if first_bytes.startswith(magic):
            return _complaint(kind)
    if first_bytes[_TAR_AT:].startswith(_TAR):
        return _complaint("a tar archive" + _UNPACK)
    encoding = _of_zeros(first_bytes)
    if encoding:
        return Sniffed(encoding, None)
    if not first_bytes.strip(b"\x00"):
        return _complaint("a file of nothing but zeros; export the events again")
    controls = sum([first_bytes.count(bytes([code])) for code in _CONTROLS])
    if first_bytes.count(b"\x00") or controls * 50 > len(first_bytes):
        return _complaint("binary data; export the events as CSV, JSON or text")
    return Sniffed("utf-8" if _is_utf8(first_bytes) else "windows-1252", None)


def _of_zeros(first_bytes):
    """Return the kind of UTF-16 that zeros at every other place tell of, without a mark."""
    sample = first_bytes[:200]
    even = [code for place, code in enumerate(sample) if place % 2 == 0]
    odd = [code for place, code in enumerate(sample) if place % 2]
    if len(odd) < 2:
        return None
    if odd.count(0) * 10 > len(odd) * 7 and 0 not in even:
        return "utf-16le"
    if even.count(0) * 10 > len(even) * 7 and 0 not in odd:
        return "utf-16be"
    return None


def _is_utf8(first_bytes):
    """Whether the bytes are UTF-8; the last letter may be cut."""
    for cut in range(_LONGEST_LETTER):
        try:
            first_bytes[: len(first_bytes) - cut].decode("utf-8")
            return True
        except UnicodeError:
            continue
    return False


def _complaint(kind):
    return Sniffed(None, "This is " + kind + ". " + EXPECTED + ".")
