"""Find the answer to a SCIM provisioning failure, on CPython and MicroPython alike."""
