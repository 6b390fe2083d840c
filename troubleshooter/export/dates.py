"""Reads the dates that exports write, as texts in UTC that sort by time."""

from ..letters import BLANKS, DIGITS

_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def read_time(text):
    """Return `2026-03-02T09:20:15` or with a fraction, in UTC, or None where no time can be read.

    Known are ISO 8601, `M/D/YYYY, h:mm:ss AM`, `dd.mm.yyyy hh:mm`, `yyyy/mm/dd hh:mm:ss -0700`;
    without a zone it is UTC. Texts without their fraction's zeros compare like the times they stand for.
    """
    text = text.strip(BLANKS)
    if len(text) >= 19 and text[10] == "T" and text[-1] == "Z" and _is_clock(text):
        # What nearly all exports write.
        return text[:19] if text[19] == "Z" else text[:-1].rstrip("0").rstrip(".")
    if len(text) > 40:
        return None
    day, clock = _halves(text)
    date = _read_date(day)
    if date is None:
        return None
    seconds, fraction, minutes = _read_clock(clock)
    if seconds is None:
        return None
    if not minutes and seconds < 86400:
        return _format(date[0], date[1], date[2], seconds, fraction)
    shifted = (_day_number(date[0], date[1], date[2]) * 1440 - minutes) * 60 + seconds
    number, rest = divmod(shifted, 86400)
    year, month, day = _date_of(number)
    return _format(year, month, day, rest, fraction)


def _is_clock(text):
    marks = text[4] + text[7] + text[13] + text[16]
    digits = text[:4] + text[5:7] + text[8:10] + text[11:13] + text[14:16] + text[17:19] + text[20:-1]
    if marks != "--::" or not _is_number(digits):
        return False
    if text[11:13] > "24" or text[14:16] > "59" or text[17:19] > "60":
        return False
    return "01" <= text[5:7] <= "12" and "01" <= text[8:10] <= "31" and text[19] in ".Z"


def _is_number(text):
    return bool(text) and not text.strip(DIGITS)


def _halves(text):
    for mark in ("T", ", ", " "):
        if mark in text:
            day, _, clock = text.partition(mark)
            return day, clock
    return text, ""


def _read_date(text):
    """Return (year, month, day), or None."""
    for mark in ("-", "/", "."):
        parts = text.split(mark)
        if len(parts) != 3:
            continue
        if not all(_is_number(part) and len(part) <= 4 for part in parts):
            return None
        first, second, third = [int(part) for part in parts]
        if len(parts[0]) == 4:
            date = (first, second, third)
        elif mark == "." or first > 12:
            date = (third, second, first)
        else:
            # With slashes it is the American order, which Microsoft's consoles write.
            date = (third, first, second)
        year, month, day = date
        return date if 1900 <= year <= 2999 and 1 <= month <= 12 and 1 <= day <= 31 else None
    return None


def _read_clock(text):
    """Return (seconds, fraction, minutes east of UTC); seconds is None where it is no time of day."""
    text = text.strip(BLANKS).replace("\u202f", " ")
    clock, minutes = _without_zone(text)
    half = clock[-2:].upper()
    if half in ("AM", "PM"):
        clock = clock[:-2].strip(BLANKS)
    clock, _, fraction = clock.replace(",", ".").partition(".")
    parts = clock.split(":") if clock else ["0"]
    if not all(_is_number(part) and len(part) <= 2 for part in parts) or len(parts) > 3:
        return None, "", 0
    if fraction and not _is_number(fraction):
        return None, "", 0
    hour, minute, second = ([int(part) for part in parts] + [0, 0])[:3]
    if half in ("AM", "PM"):
        hour = hour % 12 + (12 if half == "PM" else 0)
    if hour > 24 or minute > 59 or second > 60:
        return None, "", 0
    return hour * 3600 + minute * 60 + second, fraction.rstrip("0"), minutes


def _without_zone(text):
    """Return the time of day without its zone, and the zone's minutes east of UTC."""
    for name in ("Z", " UTC", " GMT"):
        if text.endswith(name):
            return text[: -len(name)].strip(BLANKS), 0
    for sign in "+-":
        clock, found, zone = text.partition(sign)
        digits = zone.replace(":", "")
        if found and _is_number(digits) and len(digits) in (2, 4):
            minutes = int(digits[:2]) * 60 + int(digits[2:] or "0")
            return clock.strip(BLANKS), minutes if sign == "+" else -minutes
    return text, 0


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _day_number(year, month, day):
    before = year - 1
    number = before * 365 + before // 4 - before // 100 + before // 400
    return number + _DAYS_BEFORE[month - 1] + day - 1 + (month > 2 and _is_leap(year))


def _date_of(number):
    """Return the (year, month, day) that _day_number() gives the number."""
    year = number // 366 + 1
    while _day_number(year + 1, 1, 1) <= number:
        year += 1
    month = 12
    while _day_number(year, month, 1) > number:
        month -= 1
    return year, month, number - _day_number(year, month, 1) + 1


def _format(year, month, day, seconds, fraction):
    clock = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    text = f"{year:04d}-{month:02d}-{day:02d}T" + clock
    return text + "." + fraction if fraction else text
