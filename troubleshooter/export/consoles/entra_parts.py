"""Reads what Entra ID's portal exports beside the events: their steps and the changed attributes."""

from ..dates import read_time
from ..event import FAILED, SKIPPED, SUCCEEDED, Event, known_as, listed, read_outcome
from ..fields import inner_fields, squeeze_names, text_of

TIMES = ("activitydatetime", "time", "timegenerated", "timegeneratedutc", "dateutc", "date", "datetime")
LOGINS = ("userprincipalname", "reportableidentifier", "upn")
# Entra ID's numbers for what became of a step.
NUMBERED = {"0": SUCCEEDED, "1": FAILED, "2": SKIPPED}
# The table of events has one of these, and those of their steps and changes have one of the others.
_OF_EVENTS = (
    "provisioningaction activitydatetime cycleid jobid dateutc errorcode provisioningstatusinfo identity "
    "statusreason sourceidentity resulttype"
).split()
_OF_PARTS = (
    "description provisioningsteptype steptype stepname stepdescription stepdetails oldvalue newvalue"
).split()


def quoted_name(text):
    """Return the first name in single quotes, as in `Failed to create User 'x' in …`, or an empty text."""
    _, _, after = text.partition(" '")
    name, closed, _ = after.partition("' ")
    return name if closed else ""


def tells_of_group(text):
    """Whether a sentence is about a group, as `Failed to create Group 'x'` is; of two the first counts."""
    before, found, _ = text.partition(" Group '")
    return bool(found) and " User '" not in before


def is_entra_part(names):
    """Whether a table, its names squeezed, holds the steps (or the changes) of events by their change ID."""
    if "changeid" not in names:
        return False
    if any(name in names for name in _OF_EVENTS):
        return False
    return any(name in names for name in _OF_PARTS)


def read_entra_part(record, idp):
    """Return the Event that a step, or a changed attribute, tells of; its outcome is None for the latter."""
    change = text_of(record, "changeid")
    if "newvalue" in record or "oldvalue" in record:
        attribute = text_of(record, "displayname", "name", "propertyname", "attribute").lower()
        login = (
            text_of(record, "newvalue", "oldvalue") if attribute in ("username", "userprincipalname") else ""
        )
        return Event(None, "", change, None, known_as(login), listed(login), "", "", idp)
    status = text_of(record, "status", "stepstatus", "result", "stepresult")
    outcome = read_outcome(status) or NUMBERED.get(status) or SUCCEEDED
    message = text_of(record, "description", "stepdescription", "stepdetails")
    details = inner_fields(record, "details") or squeeze_names(record)
    login = text_of(details, *LOGINS) or text_of(details, "detailsreportableidentifier")
    login = login or quoted_name(message)
    code = text_of(record, "errorcode")
    when = read_time(text_of(record, *TIMES))
    identities = [] if tells_of_group(message) else known_as(login)
    return Event(outcome, "", change, when, identities, listed(login), code, message, idp)
