"""Reads records of Entra ID’s audit log: those of its provisioning service count."""

from ...letters import lower
from ..dates import read_time
from ..event import FAILED, OTHER, SKIPPED, Event, known_as, listed, read_outcome
from ..fields import inner_fields, inner_list, text_of
from .entra_parts import quoted_name, tells_of_group

# https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities
_SERVICE = "account provisioning"
_CATEGORY = "provisioningmanagement"
_SKIPS = ("will be skipped", "was skipped", "not in scope")


def is_entra_audit(record):
    """Whether a record, its names squeezed, is one of the audit log: of the portal, Graph, an event hub."""
    if "loggedbyservice" in record or ("activitydisplayname" in record and "result" in record):
        return True
    if "actoruserprincipalname" in record and "activity" in record:
        return True
    return lower(text_of(record, "category")) == "auditlogs" and "operationname" in record


def read_entra_audit(record, idp):
    """Return the Event of a record of the audit log, its names squeezed."""
    own = inner_fields(record, "properties")
    if own:
        own.setdefault("resultdescription", record.get("resultdescription"))
        record = own
    message = text_of(record, "resultreason", "resultdescription")
    outcome = read_outcome(text_of(record, "result", "resulttype"))
    if not _is_provisioning(record):
        outcome = OTHER
    elif any(words in lower(message) for words in _SKIPS):
        outcome = SKIPPED
    login = quoted_name(message)
    display = ""
    for target in inner_list(record, "targetresources"):
        if lower(text_of(target, "type")) == "user":
            login = text_of(target, "userprincipalname") or login
            display = text_of(target, "displayname")
    login = login or text_of(record, "target2userprincipalname", "target1userprincipalname")
    return Event(
        outcome or OTHER,
        text_of(record, "id"),
        "",
        read_time(text_of(record, "activitydatetime", "dateutc", "date", "timegenerated", "time")),
        [] if tells_of_group(message) else known_as(login, display),
        listed(login, display),
        "",
        message if outcome == FAILED else "",
        idp,
    )


def _is_provisioning(record):
    service = lower(text_of(record, "loggedbyservice", "service"))
    return service == _SERVICE or lower(text_of(record, "category")) == _CATEGORY
