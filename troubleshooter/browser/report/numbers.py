"""Writes numbers, shares and times as the report shows them."""


def grouped(number):
    """Return a whole number with commas between its thousands."""
    digits = str(number)
    parts: list[str] = []
    while len(digits) > 3:
        parts.insert(0, digits[-3:])
        digits = digits[:-3]
    return ",".join([digits] + parts)


def counted(number, one, many=None):
    """Return a number with what is counted: `1 row`, `1,200 rows`."""
    return grouped(number) + " " + (one if number == 1 else many or one + "s")


def share(part, whole):
    """Return how much of the whole a part is, in per cent."""
    if not whole:
        return "0%"
    percent = (part * 100 + whole // 2) // whole
    if percent == 0 and part:
        return "under 1%"
    if percent == 100 and part < whole:
        return "over 99%"
    return str(percent) + "%"


def moment(iso):
    """Return a time such as `2026-03-02T08:14:05Z` as `2026-03-02 08:14 UTC`."""
    return iso[:10] + " " + iso[11:16] + " UTC"


def period(first, last):
    """Return from when to when, or an empty text where no time is known."""
    if not first:
        return ""
    if first[:16] == last[:16]:
        return moment(first)
    if first[:10] == last[:10]:
        return iso_day(first) + " " + first[11:16] + " to " + last[11:16] + " UTC"
    return iso_day(first) + " " + first[11:16] + " to " + moment(last)


def iso_day(iso):
    """Return the day of a time."""
    return iso[:10]
