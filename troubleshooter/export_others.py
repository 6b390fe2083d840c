"""Reads events of OneLogin, JumpCloud and PingOne, and of tables whose columns speak for themselves."""

from .export_dates import read_time
from .export_event import FAILED, OTHER, SUCCEEDED, Event, known_as, listed, read_outcome
from .export_fields import as_text, inner_fields, inner_list, text_of
from .export_text import outcome_of_text, person_in_text

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


def is_onelogin(record):
    """Whether a record is an event of OneLogin, or one of its older failed provisionings."""
    return "eventtypeid" in record or (
        "errordescription" in record and ("user" in record or "loginid" in record)
    )


def read_onelogin(record):
    """Return the Event of a record of OneLogin; a description of an error means that it failed."""
    error = text_of(record, "errordescription")
    older = "eventtypeid" not in record
    notes = text_of(record, "description") if older else text_of(record, "notes", "custommessage")
    user = inner_fields(record, "user")
    login = text_of(user, "email", "username")
    display = text_of(record, "username") or " ".join(
        [name for name in (text_of(user, "firstname"), text_of(user, "lastname")) if name]
    )
    failed = bool(error or older)
    outcome = FAILED if failed else outcome_of_text(notes) or OTHER
    identity = text_of(record, "userid") or text_of(user, "id")
    return Event(
        outcome,
        text_of(record, "id"),
        "",
        read_time(text_of(record, "createdat")),
        known_as(identity, login) or known_as(display),
        listed(login, display, identity),
        "",
        error or notes,
        "onelogin",
    )


def is_jumpcloud(record):
    """Whether a record is an event of JumpCloud's Directory Insights."""
    return "eventtype" in record and "success" in record


def read_jumpcloud(record):
    """Return the Event of a record of JumpCloud; only its provisioning types count."""
    outcome = read_outcome(text_of(record, "success"))
    kind = text_of(record, "eventtype")
    if not kind.endswith("provision"):
        outcome = OTHER
    name = ""
    identities: list[str] = []
    for field in ("resource", "user", "targetresource", "target"):
        inner = inner_fields(record, field)
        if inner:
            name = name or text_of(inner, "email", "username", "name", "displayname")
            identities = identities or known_as(text_of(inner, "id"), name)
    login = text_of(record, "username", "useremail", "email")
    identities = identities or known_as(login)
    return Event(
        outcome or OTHER,
        text_of(record, "id"),
        "",
        read_time(text_of(record, "timestamp")),
        [] if kind.startswith("group_") else identities,
        listed(name, login),
        "",
        text_of(record, *MESSAGES),
        "jumpcloud",
    )


def is_pingone(record):
    """Whether a record is an activity of PingOne's audit log."""
    return "action" in record and "result" in record and ("recordedat" in record or "resources" in record)


def read_pingone(record):
    """Return the Event of an activity of PingOne."""
    result = inner_fields(record, "result")
    name, identities = "", []
    for entry in inner_list(record, "resources"):
        if text_of(entry, "type").upper() == "USER":
            name = text_of(entry, "name")
            identities = known_as(text_of(entry, "id"), name)
            break
        name = name or text_of(entry, "name")
    action = inner_fields(record, "action")
    return Event(
        read_outcome(text_of(result, "status")) or OTHER,
        text_of(record, "id"),
        "",
        read_time(text_of(record, "recordedat", "createdat")),
        identities,
        listed(name),
        "",
        text_of(result, "description") or text_of(action, "description"),
        "pingone",
    )


def is_message(record):
    """Whether a record is the body of a SCIM error itself (RFC 7644, section 3.12)."""
    return "detail" in record and ("status" in record or "schemas" in record or "scimtype" in record)


def read_body(record):
    """Return the Event of the body of a SCIM error; it is a failure by itself."""
    message = [
        '"' + label + '": "' + text_of(record, name) + '"'
        for label, name in (("status", "status"), ("scimType", "scimtype"), ("detail", "detail"))
        if text_of(record, name)
    ]
    if "schemas" in record:
        message.insert(0, '"schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"]')
    text = "{" + ", ".join(message) + "}"
    status = text_of(record, "status")
    name = person_in_text(text)
    failed = not status.startswith("2")
    return Event(FAILED if failed else SUCCEEDED, "", "", None, known_as(name), listed(name), "", text, None)


def is_table(names):
    """Whether the squeezed names of columns tell of errors: what was said, or what became of it, and whom."""
    said = any(name in names for name in MESSAGES) or any(_tells_of_errors(name) for name in names)
    told = any(name in names for name in OUTCOMES)
    return said and (told or any(name in names for name in LOGINS + PEOPLE + TIMES + CODES))


def _tells_of_errors(name):
    if len(name) > _LONGEST_NAME or name in CODES:
        return False
    return any(name.startswith(word) for word in _BEGINNINGS) or any(name.endswith(word) for word in _ENDS)


def read_table(record):
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
        None,
    )
