"""What is copied carries no secrets, and addresses only where the reader wants them."""

import pytest

from troubleshooter.redact import redact

TOKEN = "pul-0123456789abcdef0123456789abcdef01234567"
WEB_TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbmEifQ.c2lnbmF0dXJl"


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        (f"Authorization: Bearer {TOKEN}", TOKEN),
        (f"authorization: token {TOKEN}", TOKEN),
        (f'{{"headers": {{"Authorization": "Bearer {WEB_TOKEN}"}}}}', WEB_TOKEN),
        ('{\\"access_token\\": \\"s3cret-value-123\\"}', "s3cret-value-123"),
        ("Authorization: SSWS 00abcDEFghi123", "00abcDEFghi123"),
        ("Basic YW5hOmh1bnRlcjI=", "YW5hOmh1bnRlcjI"),
        ("password=hunter", "hunter"),
        ("password2=hunter", "hunter"),
        ('"password" : "correct-horse"', "correct-horse"),
        ("client_secret=a.b~c-9", "a.b~c-9"),
        ("https://example.com/scim?token=abcd1234efgh", "abcd1234efgh"),
        (f"the token {TOKEN} was refused", TOKEN),
        ("key 0123456789abcdef0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdef"),
    ],
)
def test_secret_is_masked(text: str, secret: str) -> None:
    assert secret not in redact(text)
    assert "[secret]" in redact(text)


@pytest.mark.parametrize(
    "text",
    [
        "Invalid token: Unauthorized",
        "The bearer token is missing or expired.",
        "StatusCode: Conflict",
        "SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering",
        '{"status": "409", "scimType": "uniqueness", "id": "2819c223-7f76-453a-919d-413861904646"}',
        "https://api.pulumi.com/scim/v2/acme/Users/2819c223-7f76-453a-919d-413861904646",
        "2026-11-24T09:20:15.990Z",
    ],
)
def test_what_support_needs_stays(text: str) -> None:
    assert redact(text) == text


def test_addresses_are_masked_and_the_same_one_keeps_its_number() -> None:
    text = "Ana@example.com met ben.okafor@example.com; ana@example.com left."
    assert redact(text) == "[email 1] met [email 2]; [email 1] left."


def test_addresses_stay_where_the_reader_wants_them() -> None:
    text = f"ana@example.com sent Bearer {TOKEN}"
    assert redact(text, mask_addresses=False) == "ana@example.com sent Bearer [secret]"


@pytest.mark.parametrize("text", ["", "\n", "\ud800", "a" * 10_000, "@", "a@b", "é@ü.example", '"' * 1000])
def test_any_text_can_be_redacted(text: str) -> None:
    assert isinstance(redact(text), str)
