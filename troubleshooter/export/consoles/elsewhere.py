"""Knows by its fields what people export by mistake, and where what is wanted stands."""

from collections import namedtuple

from ...letters import lower
from ..dates import read_time
from ..event import OTHER, Event
from ..fields import text_of
from .table import MESSAGES, OUTCOMES, TIMES


class Elsewhere(namedtuple("Elsewhere", "idp log needed one_of none_of")):
    """Records of no provisioning: those that have all fields `needed`, one of `one_of`, none of `none_of`."""

    def fits(self, names):
        """Whether a record, its names squeezed, is one of these."""
        if not all(name in names for name in self.needed):
            return False
        if self.one_of and not any(name in names for name in self.one_of):
            return False
        return not any(name in names for name in self.none_of)


_ROWS = (
    ("entra", "sign-in logs", "signinerrorcode", "", ""),
    (
        "entra",
        "sign-in logs",
        "createddatetime userprincipalname",
        "clientappused conditionalaccessstatus isinteractive signineventtypes",
        "",
    ),
    ("entra", "state of a provisioning job", "templateid schedule", "", ""),
    ("entra", "list of users", "userprincipalname", "accountenabled usertype creationtype", "result status"),
    ("keycloak", "sign-in events", "type realmid", "ipaddress clientid userid sessionid", ""),
    ("keycloak", "admin events", "operationtype resourcepath", "resourcetype realmid authdetails", ""),
    ("google", "audit log", "kind actor events", "", ""),
    ("okta", "list of assignments", "assigneeoktausername", "", ""),
    ("okta", "list of assignments", "assigneeappusername", "", ""),
    ("okta", "list of assignments", "assigneeoktaid", "", ""),
    ("okta", "list of users", "userlogin useremail", "", ""),
    ("okta", "list of users", "profile credentials status", "", ""),
    (
        "onelogin",
        "list of users",
        "firstname lastname",
        "activatedat invitationsentat lastlogin",
        "errordescription",
    ),
    (None, "list of users", "username active", "emails meta schemas", "detail status"),
    (None, "list of groups", "displayname members", "schemas meta", "detail status"),
    (None, "list of users", "firstname lastname", "email emailaddress login username", " ".join(MESSAGES)),
    (
        None,
        "list of event types",
        "eventtype description",
        "",
        " ".join(TIMES + OUTCOMES + ["uuid", "id", "actor", "displaymessage"]),
    ),
)
ELSEWHERE = [
    Elsewhere(idp, log, needed.split(), one_of.split(), none_of.split())
    for idp, log, needed, one_of, none_of in _ROWS
]
# Words that are in each line of a log of no provisioning, in lower case.
_MARKS = (
    ("keycloak", "sign-in events", ("[org.keycloak.events]",)),
    (None, "PingFederate sign-ins", ("| sso|", "| authn_attempt|", "| oauth|", "| slo|", "| authn_session_")),
    (None, "RADIUS sign-ins", ("radiusd[", "access-reject", "login incorrect:", "login ok:")),
)
_INSTEAD = {
    "okta": "Export Okta’s System Log with the events of provisioning: Reports > System Log > Download CSV",
    "entra": "Export Entra ID’s provisioning logs: Monitoring & health > Provisioning logs > Download",
    "onelogin": "Export OneLogin’s events of the app: Activity > Events",
    "jumpcloud": "Export the events of JumpCloud’s Directory Insights whose type ends in “_provision”",
    "google": "Download the list of the app’s failures: Autoprovisioning > Download list",
    "pingone": "Export the audit log of PingOne’s provisioning: Provisioning > the rule > Sync summary",
    "keycloak": "Take the server’s log with the lines of the SCIM extension",
}
_ANYWHERE = "Export the provisioning log of your identity provider, or the log of what sends SCIM"


def read_elsewhere(record, idp):
    """Return the Event of a record of no provisioning."""
    identity = text_of(record, "id", "uuid", "requestid")
    return Event(OTHER, identity, "", read_time(text_of(record, *TIMES)), [], [], "", "", idp)


def log_of_line(line):
    """Return (provider or None, log) of a line of a log of no provisioning, or None."""
    words = lower(line[:2_000])
    for idp, log, marks in _MARKS:
        if any(mark in words for mark in marks):
            return idp, log
    return None


def instead_of(idp):
    """Return the sentence that says what to export."""
    return _INSTEAD.get(idp, _ANYWHERE) + "."
