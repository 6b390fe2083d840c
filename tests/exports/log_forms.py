"""Writes events as the logs of programs, the answers of services, and Entra ID's other records."""

import json
from typing import Any

from tests.exports.console_texts import entra_code, entra_reason, plain_reason, scim_body
from tests.exports.entry_forms import detail_line
from tests.exports.formats import iso
from tests.exports.scenario import Event

PATH = "/scim/v2/harbour/Users"


def _status(event: Event) -> int:
    if event.outcome == "succeeded":
        return 201
    return int(event.cause.status or "400") if event.cause else 204


def logged(event: Event) -> dict[str, Any]:
    """Return an entry of a tool that logs with `level` and `msg` (logrus, zap, structlog name them so)."""
    own = {"time": iso(event), "level": "info", "msg": "user created", "user": event.person.login}
    own |= {"method": "POST", "path": PATH, "status": 201}
    if event.outcome == "failed":
        del own["method"], own["path"], own["status"]
        own |= {"level": "error", "msg": "user not created", "error": plain_reason(event)}
    return own


def served(event: Event) -> dict[str, Any]:
    """Return an entry of a server that logs each request with its answer (pino names its fields so)."""
    own: dict[str, Any] = {"time": iso(event), "level": 30, "msg": "request completed"}
    own |= {"req": {"method": "POST", "url": PATH, "user": event.person.login}}
    own["res"] = {"statusCode": _status(event)}
    if event.outcome == "failed":
        own["level"] = 50
        own["res"]["body"] = scim_body(event)
    return own


OTHER_REQUEST = {"level": 50, "msg": "request errored", "req": {"method": "GET", "url": "/health"}}
OTHER_REQUEST |= {"res": {"statusCode": 503}}


def pairs(event: Event) -> str:
    """Return a line of pairs (logfmt)."""
    start = f"time={iso(event)} level={'error' if event.outcome == 'failed' else 'info'} "
    start += f'msg="create person" user={event.person.login} method=POST url=https://harbour.example{PATH} '
    start += f"status={_status(event)}"
    return start + (f" body={json.dumps(scim_body(event))}" if event.outcome == "failed" else "")


def bulk_answers(events: list[Event], size: int = 5) -> str:
    """Return answers to bulk requests (RFC 7644, section 3.7.3), one after the other."""
    shown = []
    for start in range(0, len(events), size):
        operations: list[dict[str, Any]] = []
        for event in events[start : start + size]:
            own: dict[str, Any] = {"method": "POST", "bulkId": event.id, "status": str(_status(event))}
            if event.outcome == "failed":
                own["response"] = json.loads(scim_body(event))
            operations.append(own)
        schemas = ["urn:ietf:params:scim:api:messages:2.0:BulkResponse"]
        shown.append(json.dumps({"schemas": schemas, "Operations": operations}, indent=1))
    return "\n".join(shown)


def states(events: list[Event]) -> str:
    """Return people with the operations that provisioning did for each of them, as objects like SCIM's."""
    shown = []
    for event in events:
        status = {"failed": "FAILED", "succeeded": "SUCCESS", "skipped": "SKIPPED"}[event.outcome]
        operation = {"operation": "CREATE", "target": "Harbour", "status": status, "time": iso(event)}
        if event.outcome == "failed":
            operation["errorMessage"] = plain_reason(event)
        own = {"schemas": ["urn:harbour:state"], "userName": event.person.login, "operations": [operation]}
        shown.append(json.dumps(own) + "\n")
    return "".join(shown)


def on_demand(events: list[Event]) -> str:
    """Return Graph's answers to a provision on demand: the steps are a text in the field `value`."""
    return "\n".join(json.dumps(_on_demand(event)) for event in events)


def _on_demand(event: Event) -> dict[str, Any]:
    status = {"failed": "Failure", "succeeded": "Success", "skipped": "Skipped"}[event.outcome]
    details = {"ReportableIdentifier": event.person.login}
    if event.outcome == "failed":
        details |= {"ErrorCode": entra_code(event), "ErrorMessage": entra_reason(event)}
    steps = [
        {
            "name": "EntryImport",
            "type": "Import",
            "status": "Success",
            "description": "Retrieved",
            "details": {},
        },
        {"name": "EntryExportAdd", "type": "Export", "status": status, "description": "", "details": details},
    ]
    identity = {"id": event.person.id, "userPrincipalName": event.person.login}
    own = {"id": event.id, "provisioningSteps": steps, "modifiedProperties": [], "sourceIdentity": identity}
    return {"key": "StatusInfo", "value": json.dumps([own]), "details": None}


def audit_record(event: Event) -> dict[str, Any]:
    """Return a record of Entra ID's audit log by its provisioning service."""
    login = event.person.login
    error = detail_line(event) if event.cause else ""
    reason = {
        "failed": f"Failed to create User '{login}' in app; Error: {error}",
        "succeeded": f"User '{login}' was created in app",
        "skipped": f"User '{login}' will be skipped. Not in scope.",
    }[event.outcome]
    return {
        "id": event.id,
        "category": "ProvisioningManagement",
        "result": "failure" if event.outcome == "failed" else "success",
        "resultReason": reason,
        "activityDisplayName": "Process escrow" if event.outcome == "failed" else "Export",
        "activityDateTime": iso(event),
        "loggedByService": "Account Provisioning",
        "targetResources": [
            {"id": "app", "displayName": "app", "type": "ServicePrincipal"},
            {"id": event.person.id, "displayName": "", "type": "User", "userPrincipalName": login},
        ],
    }


OTHER_AUDIT = {
    "id": "audit-other",
    "category": "GroupManagement",
    "result": "failure",
    "resultReason": "409 Conflict: ObjectAlreadyExists",
    "activityDisplayName": "Add member to group",
    "activityDateTime": "2026-03-02T08:00:00Z",
    "loggedByService": "Core Directory",
    "targetResources": [],
}
