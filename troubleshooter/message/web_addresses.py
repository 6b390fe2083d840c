"""Tells which words of a text are no words but parts of an email address or of a page’s address."""

_JOINED = (".", "-", "_", "+", "@")
_ENDS_OF_PAGES = ' \t\n"<>'


def parts_of_addresses(words):
    """Return the indexes of words that belong to an email address or to the address of a page."""
    parts: set[int] = set()
    if "@" not in words.text and "://" not in words.text:
        return parts
    in_page = False
    start = 0
    for index in range(1, len(words.gaps)):
        gap = words.gaps[index]
        if gap == "://":
            in_page = True
        elif in_page and any(letter in gap for letter in _ENDS_OF_PAGES):
            in_page = False
        if in_page:
            parts.add(index)
        if gap not in _JOINED:
            # Words from start to here are written as one.
            if "@" in words.gaps[start + 1 : index]:
                parts.update(range(start, index))
            start = index
    return parts
