"""Masks the values behind names of secrets, in whatever notation."""

from ..letters import DIGITS, LETTERS, lower
from .forms import LINE, PASSWORD, SCHEMES, TOKEN, kind_of, looks_secret
from .pieces import BLANKS, QUOTES, Pieces

# These are no values …
_NOTHING = (
    "null none nil true false undefined supported secret hidden redacted filtered masked removed"
).split()
# … and with these a sentence goes on: "password: must have eight letters".
_PROSE = (
    "a an the this that your you it its is are was were has have had does do did must should cannot can may "
    "at on in of for to too not no user invalid required missing expired incorrect wrong failed revoked "
    "denied mismatch please enabled disabled empty blank unset unauthorized forbidden unexpected minimum"
).split()
# In a change (RFC 7644, section 3.5.2) or a list of headers, a name stands beside its value.
_NAMES = ("path", "name", "key", "header", "attribute", "field")
_VALUES = ("value", "newvalue", "oldvalue", "to", "from")
_IS = ("is", "was")
_USER_SWITCHES = ("-u", "--user", "--proxy-user")


class Values(Pieces):
    """Pieces whose values with a name are masked from the name on."""

    def __init__(self, text):
        super().__init__(text)
        # For each open brace: the place of the name "value" in it, and whether it is that of a secret.
        self._braces: list[list] = [[0, False]]
        # The last name of JSON or of an attribute.
        self._name = ""

    def mask_value_at(self, place):
        """Mask the value that the word at the place names; return the place of the next word, or None."""
        before, word, after = self.plain[place - 1], self.plain[place], self.plain[place + 1]
        if "{" in before or "}" in before:
            self._count_braces(before)
        elif "<" in before:
            self._braces[-1] = [0, False]
        rest = after.lstrip(QUOTES + BLANKS)
        end = None
        if rest[:1] in (":", "="):
            end = self._after_name(place, after, rest)
        elif after[:1] == '"' and before[-1:] in ('"', ":") and self._name in _NAMES:
            if kind_of(word):
                self._note_secret()
        elif word[:1] == "-" and not rest:
            end = self._after_switch(place, word, after)
        elif before[-1:] == "<" or (before == ":" and self.plain[place - 3][-1:] == "<"):
            end = self._in_element(place, word)
        elif after and not rest and place + 2 < len(self.plain):
            if after.strip(" ") in ('"', "'") and after[0] == " " and kind_of(word) == PASSWORD:
                end = self.end_of_quotes(place + 1, len(after) - 1)
            elif lower(word) in SCHEMES and looks_secret(self.plain[place + 2]):
                end = self.end_of_word(place + 3)
        if isinstance(end, tuple):
            return self.hide(place + 1, len(after), end)
        return end

    def _count_braces(self, between):
        for sign in between:
            if sign == "{":
                self._braces.append([0, False])
            elif sign == "}" and len(self._braces) > 1:
                self._braces.pop()

    def _note_secret(self):
        """Mask the value beside this name where it came first; else remember that it is secret."""
        place, _ = self._braces[-1]
        self._braces[-1] = [0, not place]
        if place:
            self._mask_value(place, PASSWORD)

    def _after_name(self, place, after, rest):
        """Mask the value behind a name, if it is secret; return the place behind it."""
        word = self.plain[place]
        earlier = self.plain[place - 2] if place > 1 and self.plain[place - 1] == " " else ""
        kind = kind_of(word, earlier)
        if after[:1] == '"' or rest[:2] == '="':
            self._name = lower(word)
            if self._name in _VALUES:
                kind = PASSWORD if self._braces[-1][1] else kind
                self._braces[-1] = [place, False]
        elif word in _IS:
            kind = kind_of(earlier)
        elif word in _USER_SWITCHES:
            return self._after_switch(place, word, after)
        return self._mask_value(place, kind) if kind else None

    def _mask_value(self, place, kind):
        plain = self.plain
        before, after = plain[place - 1], plain[place + 1]
        rest = after.lstrip(QUOTES + BLANKS)
        sign = rest[:1]
        value = rest.lstrip(":=>").lstrip(BLANKS)
        start = len(after) - len(value)
        first = plain[place + 2] if place + 2 < len(plain) else ""
        if value[:1] and value[0] in QUOTES:
            start += 1
            end = self.end_of_quotes(place + 1, start - 1)
        elif value[:1] and value[0] in "[{":
            start += 1
            end = self.end_of_brackets(place + 1, start - 1)
        elif (
            not first
            or (value and value[0] not in "/+|")
            or ("\n" in rest and value[:1] != "|")
            or (sign == ":" and self._is_prose(place, kind, first))
        ):
            return None
        elif kind == LINE:
            around = before[-1:] if before[-1:] in QUOTES else '"'
            end = self.end_of_line(place + 1, start, "\n<" + around + ("&" if sign == "=" else ""))
        else:
            begins_line = not before.strip(BLANKS) and (place == 1 or "\n" in before)
            end = self.end_of_word(place + 3, begins_line)
        inside = [plain[at] for at in range(place + 2, min(end[0], place + 8), 2)]
        if not [word for word in inside if word.strip("*.") and lower(word) not in _NOTHING]:
            return None
        if kind == TOKEN and len(first) < 6 and not first.strip(DIGITS):
            # A count: "max_tokens=4096".
            return None
        if kind == LINE and value[:1] not in ("[", "{") and lower(first) in SCHEMES and len(inside) > 1:
            # What kind of token it is, says nothing.
            return self.hide(place + 3, len(plain[place + 3]) - len(plain[place + 3].lstrip(BLANKS)), end)
        return self.hide(place + 1, start, end)

    def _is_prose(self, place, kind, first):
        """Whether what follows a name and a colon is no value but goes on with the sentence."""
        word, before = self.plain[place], self.plain[place - 1]
        if lower(first) in _PROSE and self.plain[place + 3][:1] not in ("=", ":"):
            return True
        is_sentence = kind == TOKEN or (word[-1] == "s" and word not in _IS)
        in_prose = before == " " and place > 1 and not word.strip(LETTERS) and is_sentence
        return in_prose and not looks_secret(first)

    def _after_switch(self, place, word, after):
        """Return the end of the value behind a switch of a command line such as `--password`."""
        if place + 2 >= len(self.plain) or "\n" in after or self.plain[place + 2][0] == "-":
            return None
        quoted = after[-1] in QUOTES
        if word in _USER_SWITCHES:
            if self.plain[place + 3][:1] != ":":
                return None
        elif not kind_of(word):
            return None
        return self.end_of_quotes(place + 1, len(after) - 1) if quoted else self.end_of_word(place + 3)

    def _in_element(self, place, word):
        """Mask what stands in an element of XML; return the place behind it, or None."""
        if not kind_of(word):
            return None
        for at in range(place + 1, min(len(self.plain), place + 20), 2):
            start = self.plain[at].find(">") + 1
            if start:
                if self.plain[at][: start - 1].endswith("/"):
                    return None
                end = self.end_of_element(at, word)
                return self.hide(at, start, end) if end else None
        return None
