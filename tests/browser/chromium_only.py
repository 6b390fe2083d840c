"""What Playwright cannot do in Firefox: the tests that need it are left to Chromium."""

import pytest

scripts_off = pytest.mark.chromium_only("scripts stay on in Firefox, whatever the context says")
on_paper = pytest.mark.chromium_only("Firefox is not asked for its printed form")
in_dark = pytest.mark.chromium_only("this Firefox cannot be asked for the dark scheme")
double_click = pytest.mark.chromium_only("no second click is counted in Firefox on what the first put there")
downloads = pytest.mark.chromium_only("Playwright hears of no download of Firefox's")
