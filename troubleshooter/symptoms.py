"""What was seen, under any status, where the standard's keywords do not tell causes apart."""

# Seen in a message or a console, under an error.
REPORTED = (
    "must-be-active version cli-update base-address user-gone rights edition seats page-size malformed-path "
    "missing-values wrong-type not-json timeout tls network features-off pending-approval conflict "
    "filtering ambiguous-match attribute-not-in-app single-value invalid-domain credentials throttled "
    "unprocessable not-implemented bad-request server-fault protocol-error entra-fault "
    "skipped import-skipped quarantine "
    "too-long value-format password read-only unknown-attribute unsupported-filter malformed-request "
    "invalid-members query payload content-type not-offered scim-off domain-not-allowed ip-not-allowed "
    "managed-elsewhere connection-test duplicate"
).split()

# Seen although nothing reports an error.
UNREPORTED = (
    "two-accounts sign-in-not-assigned not-assigned assigned-before not-yet nested-groups sign-in comes-back "
    "team-deleted not-carried-over"
).split()

SYMPTOM = REPORTED + UNREPORTED + ["unknown"]

# Entra ID's own names for a failure, in its provisioning logs, and the symptom for which each may stand in an
# address; what a message with one tells, wordings.yml says.
# https://learn.microsoft.com/en-us/entra/identity/monitoring-health/howto-analyze-provisioning-logs
# The last three are not in that table; admins report them in public.
ENTRA_CODES = [
    ("Conflict", "conflict"),
    ("EntryConflict", "conflict"),
    ("TooManyRequests", "throttled"),
    ("InternalServerError", "server-fault"),
    ("InsufficientRights", "rights"),
    ("MethodNotAllowed", "rights"),
    ("NotPermitted", "rights"),
    ("Unauthorized", "rights"),
    ("UnprocessableEntity", "unprocessable"),
    ("WebExceptionProtocolError", "protocol-error"),
    ("InvalidAnchor", "user-gone"),
    ("NotImplemented", "not-implemented"),
    ("MandatoryFieldsMissing", "missing-values"),
    ("MissingValues", "missing-values"),
    ("SchemaAttributeNotFound", "attribute-not-in-app"),
    ("InternalError", "entra-fault"),
    ("InvalidDomain", "invalid-domain"),
    ("Timeout", "timeout"),
    ("LicenseLimitExceeded", "seats"),
    ("DuplicateTargetEntries", "ambiguous-match"),
    ("DuplicateSourceEntries", "ambiguous-match"),
    ("ImportSkipped", "import-skipped"),
    ("EntrySynchronizationSkipped", "skipped"),
    ("SystemForCrossDomainIdentityManagementMultipleEntriesInResponse", "ambiguous-match"),
    ("SystemForCrossDomainIdentityManagementServiceIncompatible", "not-json"),
    ("SchemaPropertyCanOnlyAcceptValue", "single-value"),
    ("EncounteredQuarantineException", "quarantine"),
    ("EncounteredEscrowProportionThreshold", "quarantine"),
    ("SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering", "filtering"),
    ("SystemForCrossDomainIdentityManagementBadRequest", "bad-request"),
    ("CredentialValidationUnavailable", "connection-test"),
]
