"""Reads an event of Entra ID's provisioning logs: of the portal, Graph, a storage account, Log Analytics."""

from ..dates import read_time
from ..event import FAILED, OTHER, SKIPPED, SUCCEEDED, Event, known_as, listed, read_outcome
from ..fields import as_text, inner_fields, inner_list, text_of
from .entra_parts import LOGINS, NUMBERED, TIMES, quoted_name, tells_of_group

# Any of these is found in no other export.
_OWN_NAMES = frozenset(
    "provisioningaction provisioningstatusinfo provisioningsteps provisioningstatusinfostatus "
    "provisioningstatusinforeason provisioningstatusinfoerrorcode "
    "provisioningstatusinfoerrorinformationreason changeid cycleid sourceidentity targetidentity".split()
)
_REASONS = (
    "provisioningstatusinfoerrorinformationreason",
    "provisioningstatusinforeason",
    "statusinforeason",
    "errorinformationreason",
    "resultdescription",
    "statusreason",
    "errorreason",
    "reason",
    "failurereason",
    "errormessage",
    "errordescription",
    "provisioningstatusinfoerrorinformationadditionaldetails",
    "provisioningstatusinfoadditionaldetails",
    "additionaldetails",
    "statusdetails",
)
_CODES = (
    "provisioningstatusinfoerrorinformationerrorcode",
    "provisioningstatusinfoerrorcode",
    "statusinfoerrorcode",
    "errorinformationerrorcode",
    "errorcode",
    "resultsignature",
)
_STATES = (
    "provisioningstatusinfostatus",
    "provisioningstatus",
    "resulttype",
    "statusinfostatus",
    "status",
    "result",
)


def is_entra(record):
    """Whether a record, its names squeezed, is an event of Entra ID's provisioning logs."""
    if any(name in record for name in _OWN_NAMES):
        return True
    if text_of(record, "category").lower() == "provisioninglogs":
        return True
    if "category" in record and "operationname" in record and "resulttype" in record:
        # An event hub has Entra ID's other logs too, whose failures are none of provisioning; the names of
        # other services' operations begin so.
        return not text_of(record, "operationname").startswith("Microsoft.")
    return "errorcode" in record and ("statusreason" in record or "jobid" in record)


def read_entra(record, idp):
    """Return the Event of a record of Entra ID, its names squeezed."""
    category = text_of(record, "category").lower()
    own = inner_fields(record, "properties")
    if own:
        # The envelope of the diagnostic log says what is left out inside.
        for name in ("time", "resulttype", "resultsignature", "resultdescription", "correlationid"):
            own.setdefault(name, record.get(name))
        record = own
    info = inner_fields(record, "provisioningstatusinfo")
    old = {} if info else inner_fields(record, "statusinfo")
    outcome = _outcome(record, info, old)
    if category not in ("", "provisioninglogs"):
        outcome = OTHER
    code = message = ""
    if outcome in (FAILED, None):
        code, message = _error(record, info, old)
        # A warning with an error is one; without a word on it, nothing can be said.
        outcome = FAILED if code or message or outcome else OTHER
        step_code, step_message = _failed_step(record) if not message and outcome == FAILED else ("", "")
        code, message = code or step_code, message or step_message
    change = text_of(record, "changeid", "correlationid")
    names, identities, kind = _person(record, outcome == FAILED)
    return Event(
        outcome,
        text_of(record, "id", "eventid", "logid") or change,
        change,
        read_time(text_of(record, *TIMES)),
        [] if _is_group(record, kind, message) else identities,
        names,
        code,
        message,
        idp,
    )


def _error(record, info, old):
    """Return Entra ID's name of the failure and its reason; each may be empty."""
    error = inner_fields(info, "errorinformation") or inner_fields(record, "errorinformation")
    code = text_of(error, "errorcode") or text_of(info, "errorcode") or text_of(old, "errorcode")
    message = text_of(error, "reason", "additionaldetails") or text_of(info, "reason")
    message = message or text_of(old, "reason", "additionaldetails")
    return code or text_of(record, *_CODES), message or text_of(record, *_REASONS)


def _outcome(record, info, old):
    """Return the outcome that the first field with a known word tells, or None.

    Where no field says anything, as after a provision on demand, the steps do.
    """
    told = False
    for text in (text_of(info, "status"), text_of(record, *_STATES), text_of(old, "status")):
        outcome = read_outcome(text) or NUMBERED.get(text)
        if outcome:
            return outcome
        told = told or bool(text)
    return None if told else _outcome_of_steps(record)


def _person(record, wanted):
    """Return (names, identities, kind of entry); names in the steps are looked up only where wanted."""
    source = inner_fields(record, "sourceidentity")
    details = inner_fields(source, "details")
    login = text_of(details, *LOGINS) or text_of(record, "sourceidentityuserprincipalname", *LOGINS)
    identity = text_of(source, "id") or text_of(record, "sourceidentityid", "sourceid", "objectid")
    kind = text_of(source, "identitytype") or text_of(record, "sourceidentityidentitytype", "identitytype")
    kind = kind if kind else kind + text_of(details, "odatatype")
    display = text_of(source, "displayname", "name") or text_of(details, "displayname")
    display = display or text_of(
        record, "sourceidentitydisplayname", "sourceidentityname", "displayname", "identity"
    )
    if not login and (wanted or not identity):
        login = _login_in_steps(record)
    identities = known_as(identity, login) or known_as(display)
    return listed(login, display, identity), identities, kind.lower()


def _login_in_steps(record):
    login = quoted = ""
    for step in inner_list(record, "provisioningsteps"):
        details = inner_fields(step, "details")
        found = text_of(details, *LOGINS)
        if "@" in found:
            return found
        login = login or found
        quoted = quoted or quoted_name(text_of(step, "description"))
    return login or quoted or quoted_name(text_of(record, "provisioningstepsdescription"))


def _is_group(record, kind, message):
    """Whether the event is about a group; where no field tells, the sentences do."""
    if kind:
        return "group" in kind
    texts = [message, text_of(record, "provisioningstepsdescription")]
    texts += [text_of(step, "description") for step in inner_list(record, "provisioningsteps")]
    return any(tells_of_group(text) for text in texts)


def _failed_step(record):
    """Return Entra ID's name and the words of the step that failed, where the event itself has none."""
    for step in inner_list(record, "provisioningsteps"):
        if _outcome_of_step(step) == FAILED:
            details = inner_fields(step, "details")
            said = text_of(details, *_REASONS)
            description = text_of(step, "description")
            told = said if description in said else ": ".join([part for part in (description, said) if part])
            return text_of(details, *_CODES), told
    return "", text_of(record, "provisioningstepsdescription")


def _outcome_of_steps(record):
    """Return what became of an event that has nothing but its steps; the worst of them counts."""
    outcomes = [_outcome_of_step(step) for step in inner_list(record, "provisioningsteps")]
    for outcome in (FAILED, SKIPPED, SUCCEEDED):
        if outcome in outcomes:
            return outcome
    return None


def _outcome_of_step(step):
    status = text_of(step, "status") or as_text(step.get("status"))
    return read_outcome(status) or NUMBERED.get(status)
