"""Writes events as each console does, from what its exports are known to look like."""

import csv
import io
import json
from random import Random
from typing import Any

from tests.exports.console_texts import entra_code, entra_reason, okta_reason, plain_reason
from tests.exports.scenario import Event

Rows = list[list[str]]
ENTRA_STATUS = {"failed": "failure", "succeeded": "success", "skipped": "skipped"}
NUMBERED = {"succeeded": 0, "failed": 1, "skipped": 2}


def table(rows: Rows, delimiter: str = ",", end: str = "\n") -> str:
    """Return rows as CSV."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    return out.getvalue()


def compact(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def iso(event: Event) -> str:
    return f"{event.time:%Y-%m-%dT%H:%M:%S}Z"


def graph_event(event: Event) -> dict[str, Any]:
    """Return a provisioningObjectSummary of Microsoft Graph."""
    failed = event.outcome == "failed"
    error = failed and {
        "errorCode": entra_code(event) or None,
        "reason": entra_reason(event),
        "additionalDetails": None,
        "errorCategory": "failure",
        "recommendedAction": "Check that no timeout, 404 or conflict occurs.",
    }
    skip = "The attribute 'emails' is missing or invalid; status 409 already exists."
    person = event.person
    kind = "Group" if person.is_group else "User"
    return {
        "id": event.id,
        "activityDateTime": iso(event),
        "jobId": "scim.harbour",
        "cycleId": "cycle",
        "changeId": "change-" + event.id,
        "provisioningAction": "create",
        "durationInMilliseconds": 409,
        "initiatedBy": {"id": "", "displayName": "Azure AD Provisioning Service", "initiatorType": "system"},
        "sourceIdentity": {"id": person.id, "displayName": person.name, "identityType": kind, "details": {}},
        "targetIdentity": {"id": "", "displayName": "", "identityType": kind, "details": {}},
        "provisioningStatusInfo": {
            "status": ENTRA_STATUS[event.outcome],
            "errorInformation": error or None,
        },
        "provisioningSteps": [
            {
                "name": "EntryImport",
                "provisioningStepType": "import",
                "status": "success",
                "description": f"Received {kind} '{person.login}' change of type (Add) from {{directory}}",
                "details": {"userPrincipalName": person.login, "displayName": person.name},
            },
            {
                "name": "EntryExport",
                "provisioningStepType": "export",
                "status": ENTRA_STATUS[event.outcome],
                "description": skip if event.outcome == "skipped" else "",
                "details": {"ReportableIdentifier": person.login},
            },
        ],
        "modifiedProperties": [{"displayName": "active", "oldValue": None, "newValue": "True"}],
    }


def diagnostic_event(event: Event) -> dict[str, Any]:
    """Return a record of the diagnostic log: other cases of keys, numbers for words."""
    summary = graph_event(event)
    person = event.person
    error = summary["provisioningStatusInfo"]["errorInformation"]
    record: dict[str, Any] = {
        "time": f"{event.time:%Y-%m-%dT%H:%M:%S}.1234567Z",
        "operationName": "Provisioning activity",
        "category": "ProvisioningLogs",
        "resultType": ENTRA_STATUS[event.outcome].title(),
        "durationMs": "409",
        "correlationId": "change-" + event.id,
        "identity": event.id,
        "properties": {
            "id": event.id,
            "changeId": "change-" + event.id,
            "action": "Create",
            "statusInfo": {"Status": NUMBERED[event.outcome]},
            "provisioningStatusInfo": {"Status": ENTRA_STATUS[event.outcome], "errorInformation": error},
            "sourceIdentity": {
                "identityType": "urn:ietf:params:scim:schemas:core:2.0:"
                + ("Group" if person.is_group else "User"),
                "details": {"UserPrincipalName": person.login, "DisplayName": person.name},
                "Id": person.id,
                "Name": person.name,
            },
            "provisioningSteps": [{"name": "EntryImport", "provisioningStepType": 0, "status": 0}],
        },
    }
    if error:
        record["resultDescription"] = error["reason"]
    return record


def log_analytics_rows(events: list[Event]) -> Rows:
    """Return header and rows of the table AADProvisioningLogs, with JSON as text in its cells."""
    rows = [
        "TimeGenerated [UTC],Category,ChangeId,Id,ProvisioningAction,ProvisioningStatusInfo,"
        "ProvisioningSteps,ResultDescription,ResultSignature,ResultType,SourceIdentity,Type".split(",")
    ]
    for event in events:
        own = diagnostic_event(event)["properties"]
        error = own["provisioningStatusInfo"]["errorInformation"] or {}
        rows.append(
            [
                f"{event.time.month}/{event.time.day}/{event.time.year}, {event.time:%I:%M:%S}.391 "
                f"{event.time:%p}",
                "ProvisioningLogs",
                "change-" + event.id,
                event.id,
                "create",
                # JSON text that holds JSON text.
                json.dumps(json.dumps(own["provisioningStatusInfo"])),
                json.dumps(own["provisioningSteps"]),
                error.get("reason") or "",
                error.get("errorCode") or "",
                ENTRA_STATUS[event.outcome].title(),
                json.dumps(own["sourceIdentity"]),
                "AADProvisioningLogs",
            ]
        )
    return rows


def entra_rows(events: list[Event]) -> Rows:
    """Return header and rows of the portal's main table, in flattened names."""
    rows = [
        "id,activityDateTime,changeId,provisioningAction,sourceIdentity.id,sourceIdentity.displayName,"
        "sourceIdentity.identityType,provisioningStatusInfo.status,"
        "provisioningStatusInfo.errorInformation.errorCode,"
        "provisioningStatusInfo.errorInformation.reason".split(",")
    ]
    for event in events:
        failed = event.outcome == "failed"
        person = event.person
        rows.append(
            [
                event.id,
                iso(event),
                "change-" + event.id,
                "create",
                person.id,
                person.name,
                "Group" if person.is_group else "User",
                ENTRA_STATUS[event.outcome],
                entra_code(event) if failed else "",
                entra_reason(event) if failed else "",
            ]
        )
    return rows


def split_entra(events: list[Event]) -> list[str]:
    """Return the portal's three tables; the reason of a failure stands in the steps only."""
    main = [[*row[:8], row[8], ""] for row in entra_rows(events)]
    main[0][9] = "provisioningStatusInfo.errorInformation.reason"
    steps = ["changeId,name,provisioningStepType,status,description,reportableIdentifier".split(",")]
    properties = ["changeId,displayName,oldValue,newValue".split(",")]
    for event in {event.id: event for event in events}.values():
        change = "change-" + event.id
        login = event.person.login
        description = entra_reason(event) if event.outcome == "failed" else "done"
        steps.append([change, "EntryImport", "import", "success", "Received it", login])
        steps.append([change, "EntryExport", "export", ENTRA_STATUS[event.outcome], description, login])
        properties.append([change, "active", "", "True"])
    return [table(main), table(steps), table(properties)]


def okta_event(event: Event) -> dict[str, Any]:
    """Return a LogEvent of Okta's API; the targets come in any order."""
    person = event.person
    reason = {
        "failed": lambda: okta_reason(event),
        "succeeded": lambda: None,
        "skipped": lambda: "skipped: 409",
    }
    targets = [
        {"id": "0oa1", "type": "AppInstance", "alternateId": "Harbour", "displayName": "Harbour"},
        {"id": "app-" + person.id, "type": "AppUser", "alternateId": "unknown", "displayName": person.name},
        {"id": person.id, "type": "User", "alternateId": person.login, "displayName": person.name},
    ]
    if person.is_group:
        targets = [{"id": person.id, "type": "UserGroup", "alternateId": None, "displayName": person.name}]
    Random(event.id).shuffle(targets)
    return {
        "actor": {"id": "sys", "type": "SystemPrincipal", "alternateId": "system@okta.com"},
        "client": {"zone": "null"},
        "displayMessage": "Push new user to external application",
        "eventType": "application.provision.user.push",
        "outcome": {
            "result": {"failed": "FAILURE", "succeeded": "SUCCESS", "skipped": "SKIPPED"}[event.outcome],
            "reason": reason[event.outcome](),
        },
        "published": f"{event.time:%Y-%m-%dT%H:%M:%S}.409Z",
        "severity": "ERROR",
        "uuid": event.id,
        "target": targets,
    }


def okta_rows(events: list[Event]) -> Rows:
    """Return header and rows of Okta's CSV."""
    rows = [
        "severity,event_type,display_message,uuid,version,timestamp,outcome.result,outcome.reason,actor.id,"
        "actor.type,actor.display_name,actor.alternate_id,client.ip_address,"
        "debug_context.debug_data.request_uri,legacy_event_type".split(",")
        + [
            f"target{number}.{name}"
            for number in range(4)
            for name in ("id", "type", "alternate_id", "display_name")
        ]
    ]
    for event in events:
        own = okta_event(event)
        row = [own["severity"], own["eventType"], own["displayMessage"], own["uuid"], "0", own["published"]]
        row += [own["outcome"]["result"], own["outcome"]["reason"] or ""]
        row += ["sys", "SystemPrincipal", "Okta System", "system@okta.com", "", "/api/409", "app.push"]
        for target in own["target"]:
            row += [target["id"], target["type"], target["alternateId"] or "", target["displayName"]]
        rows.append(row + [""] * (len(rows[0]) - len(row)))
    return rows


def onelogin_event(event: Event) -> dict[str, Any]:
    failed = event.outcome == "failed"
    return {
        "id": event.id,
        "created_at": f"{event.time:%Y-%m-%dT%H:%M:%S}.990Z",
        "user_id": event.person.id,
        "user_name": event.person.name,
        "event_type_id": 72,
        "notes": "" if failed else f"{event.outcome} by 409",
        "error_description": plain_reason(event) if failed else None,
        "actor_system": "Mapping",
    }


def older_onelogin_event(event: Event) -> dict[str, Any]:
    first, _, last = event.person.name.partition(" ")
    return {
        "login_id": 7,
        "id": event.id,
        "created_at": f"{event.time:%Y/%m/%d %H:%M:%S} +0000",
        "error_description": None,
        "description": plain_reason(event),
        "user": {
            "email": event.person.login,
            "username": event.person.login,
            "id": event.person.id,
            "firstname": first,
            "lastname": last,
        },
    }


def jumpcloud_event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "event_type": "group_update_provision" if event.person.is_group else "user_create_provision",
        "service": "directory",
        "timestamp": f"{event.time:%Y-%m-%dT%H:%M:%S}.001Z",
        "success": event.outcome == "succeeded",
        "initiated_by": {"type": "admin", "id": "x", "email": "admin@example.com"},
        "resource": {"id": event.person.id, "email": event.person.login, "name": event.person.name},
        "error_message": plain_reason(event) if event.outcome == "failed" else "",
        "@version": "1",
    }


def pingone_event(event: Event) -> dict[str, Any]:
    return {
        "_links": {},
        "id": event.id,
        "recordedAt": f"{event.time:%Y-%m-%dT%H:%M:%S}.5Z",
        "action": {"type": "USER.UPDATED", "description": "User Updated"},
        "resources": [
            {
                "type": "GROUP" if event.person.is_group else "USER",
                "id": event.person.id,
                "name": event.person.login or event.person.name,
            }
        ],
        "result": {
            "status": {"failed": "FAILED", "succeeded": "SUCCESS", "skipped": "SKIPPED"}[event.outcome],
            "description": plain_reason(event) if event.outcome == "failed" else "Updated",
        },
    }


def google_rows(events: list[Event]) -> Rows:
    return [["User email", "Reason"], *[[event.person.login, plain_reason(event)] for event in events]]


def portal_rows(events: list[Event]) -> Rows:
    """Return header and rows with the labels of Entra ID's portal."""
    rows = [["Date (UTC)", "Log ID", "Identity", "Source ID", "Status", "Error code", "Status reason"]]
    for event in events:
        failed = event.outcome == "failed"
        row = [f"{event.time:%d.%m.%Y %H:%M:%S}", event.id, event.person.login, event.person.id]
        reason = [entra_code(event), entra_reason(event)] if failed else ["", ""]
        rows.append([*row, ENTRA_STATUS[event.outcome].title(), *reason])
    return rows


def lines(values: list[Any]) -> str:
    return "".join(compact(value) + "\n" for value in values)


def text_line(event: Event) -> str:
    if event.outcome != "failed":
        return f"{iso(event)} userName={event.person.login} {event.outcome}: 409 already exists"
    return f"{iso(event)} userName={event.person.login} {plain_reason(event)}"


def wrapped_lines(events: list[Event]) -> str:
    return lines([{"message": json.dumps(jumpcloud_event(event))} for event in events])


def tables(rows: Rows) -> str:
    columns = [{"name": name, "type": "string"} for name in rows[0]]
    return compact({"tables": [{"name": "PrimaryResult", "columns": columns, "rows": rows[1:]}]})


def pages(values: list[Any], size: int = 7) -> str:
    return "\n".join(json.dumps(values[start : start + size]) for start in range(0, len(values), size))
