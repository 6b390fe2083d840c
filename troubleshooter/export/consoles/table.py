"""Reads events of tables whose columns speak for themselves."""

from ..dates import read_time
from ..event import FAILED, OTHER, Event, known_as, listed, read_outcome
from ..fields import as_text, inner_fields, text_of
from ..text_lines import is_sign_in, outcome_of_text

# The names under which any export may hold these, spelled without case and marks.
MESSAGES = (
    "errormessage errordescription error reason failurereason errorreason statusreason message detail "
    "details description resultdescription statusmessage outcomereason notes failure cause errordetails "
    "displaymessage"
).split()
OUTCOMES = "outcome outcomeresult result status success issuccess resulttype state eventresult".split()
LOGINS = (
    "userprincipalname upn login username email useremail emailaddress primaryemail useremailaddress mail "
    "usersemail account"
).split()
PEOPLE = "user person name fullname displayname identity targetuser target member userid".split()
TIMES = (
    "time timestamp date datetime dateutc timeutc createdat recordedat eventtime occurredat published "
    "timegenerated timegeneratedutc activitydatetime"
).split()
IDS = "id eventid uuid logid".split()
DONE = "operation action activity method".split()
CODES = "errorcode code statuscode httpstatus".split()
# Under these stands nothing but errors.
_OF_ERRORS = frozenset(
    "errormessage errordescription error reason failurereason errorreason failure cause errordetails".split()
)
# Names of columns that were not seen before are told by how they begin or end.
_BEGINNINGS = ("error", "reason", "failure")
_ENDS = ("error", "reason", "errormessage")
_LONGEST_NAME = 30
_OF_USER = "email username name displayname firstname id".split()
# What happened, in a word or two.
_DEEDS = "eventinfo event eventname eventtype action activity operation type".split()


def is_table(names):
    """Whether a record, its names squeezed, tells of errors: what was said or became of it, and of whom."""
    said = any(name in names for name in MESSAGES) or any(_tells_of_errors(name) for name in names)
    told = any(name in names for name in OUTCOMES)
    if said and (told or any(name in names for name in LOGINS + PEOPLE + TIMES + CODES)):
        return True
    # A row of what succeeded has no message.
    about = any(name in names for name in LOGINS + PEOPLE + TIMES + DONE)
    return about and any(read_outcome(as_text(names[name])) for name in OUTCOMES if names.get(name))


def _tells_of_errors(name):
    if len(name) > _LONGEST_NAME or name in CODES:
        return False
    return any(name.startswith(word) for word in _BEGINNINGS) or any(name.endswith(word) for word in _ENDS)


def read_table(record, idp):
    """Return the Event of a row whose columns speak for themselves; without an outcome the text decides."""
    message = text_of(record, *MESSAGES)
    of_errors = text_of(record, *_OF_ERRORS)
    if not message:
        of_errors = message = text_of(record, *[name for name in record if _tells_of_errors(name)])
    outcome = None
    for name in OUTCOMES:
        outcome = outcome or read_outcome(as_text(record.get(name)))
    if outcome is None:
        told = any(name in record for name in OUTCOMES)
        # A list of errors without outcomes is one of failures.
        failed = of_errors and not told
        outcome = outcome_of_text(message) or (FAILED if failed else OTHER)
    if is_sign_in(text_of(record, *_DEEDS)):
        outcome = OTHER
    user = inner_fields(record, "user")
    login = text_of(record, *LOGINS) or text_of(user, *_OF_USER)
    display = "" if user else text_of(record, *PEOPLE)
    return Event(
        outcome,
        text_of(record, *IDS),
        "",
        read_time(text_of(record, *TIMES)),
        known_as(login or display),
        listed(login, display),
        text_of(record, *CODES),
        message,
        idp,
    )
