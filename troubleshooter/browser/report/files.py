"""Reads chosen files in slices, and lets the page have its turn between them."""

from js import TextDecoder, Uint8Array
from jsffi import JsException, to_js

from ...export.encoding import sniff
from ...triage import SLICE
from ..turns import Turns

# Bytes that are fetched from a file at once; the first of them also tell how it is written.
CHUNK = 262_144
SNIFFED = 65_536
UNREADABLE = (
    "This file cannot be read: it was moved, changed or locked since you chose it, or is a folder. "
    "Choose the file again, or the files in the folder."
)


async def read_files(triage, files, progress):
    """Feed the files to the triage; return pairs of a file's name and what is wrong or to be said."""
    complaints = []
    for file in files:
        progress.open(file)
        complaint = await _read_file(triage, file, progress)
        if progress.cancelled:
            break
        if complaint:
            complaints.append((file.name, complaint))
    return complaints


async def _read_file(triage, file, progress):
    """Return what is wrong with the file, or that it holds something else, or None."""
    buffer = await _fetch(file, 0)
    if buffer is None:
        return UNREADABLE
    encoding, complaint = sniff(_bytes_of(Uint8Array.new(buffer, 0, min(SNIFFED, buffer.byteLength))))
    if complaint:
        return complaint
    decoder = TextDecoder.new(encoding)
    triage.open(file.name)
    done = 0
    while True:
        await _feed(triage, decoder, buffer, progress)
        done += buffer.byteLength
        if progress.cancelled:
            return None
        if done >= file.size:
            break
        buffer = await _fetch(file, done)
        if buffer is None:
            rows = triage.rows
            return triage.close().complaint or UNREADABLE + " Its first " + str(rows) + " rows are counted."
    triage.feed(decoder.decode())
    progress.show(triage)
    report = triage.close()
    return report.complaint or report.notice


async def _fetch(file, start):
    """Return a buffer with the next bytes, or None where the browser cannot have them."""
    try:
        return await file.slice(start, start + CHUNK).arrayBuffer()
    except (JsException, OSError):
        return None


async def _feed(triage, decoder, buffer, progress):
    """Feed the bytes of the buffer until all are read or the reader cancels."""
    more = to_js({"stream": True})
    turns = Turns()
    start = 0
    size = buffer.byteLength
    while start < size and not progress.cancelled:
        length = min(SLICE, size - start)
        triage.feed(decoder.decode(Uint8Array.new(buffer, start, length), more))
        start += length
        progress.read(length)
        if turns.is_due():
            progress.show(triage)
            await turns.give()


def _bytes_of(array):
    return bytes(array)
