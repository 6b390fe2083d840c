"""Masks what nobody else needs in anything that leaves the page: tokens, passwords, and email addresses."""

from .letters import DIGITS, lower
from .mask.forms import find_known
from .mask.pieces import SECRET
from .mask.values import Values

# So much behind a cut is looked at, to tell whether what it would cut is secret.
_MARGIN = 300


def redact(text, mask_addresses=True, numbers=None):
    """Return `text` with secrets as `[secret]` and, unless told not to, addresses as `[email 1]` and so on.

    The same address gets the same number, so that a reader still sees who is who: in several texts with the
    same dict of `numbers`. The time it takes is in proportion to the length of the text.
    """
    return _Mask(text, mask_addresses, {} if numbers is None else numbers).masked()


def redact_beginning(text, length, mask_addresses=True, numbers=None):
    """Return the beginning of `text`, masked before it is cut to the length."""
    return redact(text[: length + _MARGIN], mask_addresses, numbers)[:length]


class _Mask(Values):
    def __init__(self, text, mask_addresses, numbers):
        super().__init__(text)
        self._mask_addresses = mask_addresses
        self._numbers = numbers

    def masked(self):
        """Return the text with all that is secret masked."""
        place = 1
        while place < len(self.plain):
            place = self.mask_value_at(place) or self._mask_word(place)
        return self.text()

    def _mask_word(self, place):
        """Mask a word for its own form; return the place of the next one."""
        before, word = self.plain[place - 1], self.plain[place]
        if before[-2:] == "//":
            end = self._end_of_user(place)
            if end:
                # Up to the last @ in the word.
                last = self.plain[end].rfind("@")
                self.raw[end] = self.raw[end][last:]
                self.plain[end] = "-" * last + self.plain[end][last:]
                for at in range(place, end):
                    self.raw[at] = ""
                self.raw[place - 1] += SECRET
                return end + 2
        if "-----BEGIN" in word:
            return self._mask_key(place)
        if len(word) > 19:
            known = find_known(word)
            if known:
                self.raw[place] = self.raw[place][: known[0]] + SECRET + self.raw[place][known[1] :]
                self.plain[place] = word[: known[0]] + SECRET + word[known[1] :]
                # There may be another.
                return self._mask_word(place)
        if self._mask_addresses and "@" in word:
            self._mask_address(place, before, word)
        return place + 2

    def _mask_key(self, place):
        """Mask what a private key (RFC 7468) holds, up to its last line; return the place behind it."""
        label = place + 2
        while label < min(place + 10, len(self.plain)) and "-----" not in self.plain[label]:
            label += 2
        if "PRIVATE" not in self.plain[place:label] or label >= len(self.plain):
            return place + 2
        self.raw[label] = self.raw[label][: self.plain[label].find("-----") + 5]
        last = len(self.plain) - 1
        end = None
        for at in range(label + 1, last, 2):
            if at > label + 1 and "-----END" in self.plain[at - 1]:
                return self.hide(label + 1, 0, (at - 2, len(self.plain[at - 2])))
            cut = self.plain[at].partition('"')[0].partition("\n\n")[0]
            if not end and cut != self.plain[at]:
                # Where it is cut off.
                end = (at, len(cut))
        return self.hide(label + 1, 0, end or (last, len(self.plain[last])))

    def _end_of_user(self, place):
        """Return the place of the word with the last @ behind `user:password`, or None."""
        end = None
        for at in range(place, len(self.plain), 2):
            if at > place and "@" in self.plain[at]:
                end = at
            if self.plain[at + 1].strip(":" if end else ":=,;&+") or not self.plain[at + 1]:
                break
        return end

    def _mask_address(self, place, before, word):
        local, _, domain = word.rpartition("@")
        start = len(local) - len(local.lstrip("._-!*~#|^$%@\\"))
        domain = domain.rstrip("._-!*~#|^$%\\+")
        top = domain.rpartition(".")
        if not local[start:] or not top[0] or not top[2].strip(DIGITS):
            return
        address = local[start:] + "@" + domain
        if before in ("'", "\u2019") and place > 2:
            # O'Brien.
            address = self.plain[place - 2] + before + address
            self.raw[place - 2] = self.raw[place - 1] = ""
            start = 0
        number = self._numbers.setdefault(lower(address), len(self._numbers) + 1)
        end = len(local) + 1 + len(domain)
        self.raw[place] = self.raw[place][:start] + "[email " + str(number) + "]" + self.raw[place][end:]
