"""Cuts text into blocks of labels and values: the details of a console, the lists of PowerShell."""

from ..fields import squeeze_name
from ..records import Lines, Record

# What consoles call the fields of an event, squeezed.
_LABELS = frozenset(
    "date dateutc time timestamp activitydatetime id identity action activity activitydisplayname operation "
    "status result resultreason resultdescription outcome outcomeresult outcomereason reason statusreason "
    "failurereason error errorcode errormessage errordescription errorinformation provisioningstatusinfo "
    "provisioningaction user username userprincipalname upn email login name displayname target targetuser "
    "source sourceidentity targetidentity sourceid targetid sourcesystem targetsystem application app "
    "appname changeid cycleid jobid correlationid recommendedaction additionaldetails statusdetails category "
    "errorcategory type eventtype displaymessage severity actor service loggedbyservice "
    "recommendation logname eventid level description computer taskcategory keywords".split()
)
_TELLING = frozenset(
    "status result resultreason outcome outcomeresult outcomereason reason statusreason failurereason "
    "errorcode errormessage errordescription errorinformation provisioningstatusinfo description".split()
)
# Two of these are enough.
_OF_ERRORS = frozenset("errorcode errormessage statusreason reason failurereason resultreason".split())
# So many labels begin the text of which they are the form.
_LEAST = 3
_SOONEST = 4
_LONGEST_LABEL = 40
# Of a longer block, what follows is left out.
_LONGEST = 100_000
# An empty value, and the label behind it; what is also a value is one.
_ALSO_VALUES = frozenset("user username group error type name application app service source target".split())


class Blocks:
    """Takes slices of text and yields a Record of each block: a dict of its labels, squeezed."""

    def __init__(self):
        self._lines = Lines(blank=True)
        self._values: dict[str, list[str]] = {}
        self._first = None
        self._label = None
        self._blank = False
        self._size = 0

    def feed(self, text):
        """Yield the Record of each block that ends before the end of `text`."""
        for line in self._lines.feed(text):
            yield from self._take(line)

    def close(self):
        """Yield the Record of what is left at the end of the file."""
        for line in self._lines.close():
            for record in self._take(line):
                yield record
        for record in self._end():
            yield record

    def _take(self, record):
        line = record.value
        if line is None:
            return self._end() + [record]
        if not line.strip(" \t"):
            self._blank = True
            return []
        self._size += len(line)
        found = label_of(line)
        if found and self._is_value(found[0]):
            found = None
        if not found:
            if self._label is not None and self._size < _LONGEST:
                self._values[self._label].append(line.strip(" \t"))
            self._blank = False
            return []
        name, value = found
        ended = []
        if name == self._first or (self._blank and name in self._values):
            ended = self._end()
        self._first = self._first or name
        self._label = name
        self._blank = False
        self._values.setdefault(name, [])
        if self._size < _LONGEST:
            self._values[name].append(value)
        return ended

    def _is_value(self, name):
        """Whether what looks like a label is the value of the one before it, which has none yet."""
        return self._label is not None and not any(self._values[self._label]) and name in _ALSO_VALUES

    def _end(self):
        """Return the Record of the block so far as a list."""
        fields, self._values = self._values, {}
        self._first = self._label = None
        self._size = 0
        joined = {name: " ".join([part for part in fields[name] if part]) for name in fields}
        return [Record(joined, None)] if joined else []


def are_blocks(lines):
    """Whether text begins with labels of an event and their values."""
    found: list[str] = []
    for number, line in enumerate([line for line in lines if line.strip(" \t\r")]):
        label = label_of(line.rstrip("\r"))
        if label and label[0] in _LABELS and label[0] not in found:
            found.append(label[0])
        if not found and number >= _SOONEST:
            return False
    if len([name for name in found if name in _OF_ERRORS]) > 1:
        return True
    return len(found) >= _LEAST and any(name in _TELLING for name in found)


def label_of(line):
    """Return (label, squeezed, and its value) of a line that begins with one, or None."""
    if line[:1] in (" ", "\t", '"', "{", "}"):
        return None
    before, colon, value = line.partition(":")
    for mark in ("\t", " |"):
        if mark in before:
            before, _, value = line.partition(mark)
            return _known(before, value.strip(" \t|"))
    if colon and (not value or value[0] in " \t") and len(before) <= _LONGEST_LABEL:
        name = squeeze_name(before)
        # PowerShell sets its colons below each other, whatever the names.
        if name in _LABELS or (before[-1:] == " " and name and " " not in before.strip(" ")):
            return name, value.strip(" \t")
        return None
    before, blanks, value = line.partition("  ")
    return _known(before, value.strip(" ")) if blanks else _known(line, "")


def _known(label, value):
    name = squeeze_name(label) if len(label) <= _LONGEST_LABEL else ""
    return (name, value) if name in _LABELS else None
