"""Tells people apart by whatever identities their events show: an id, a login, or both."""


class People:
    """Everybody whom events are about, each by a number."""

    def __init__(self):
        self._numbers: dict[str, int] = {}
        # To which number each one leads, where two turn out to be the same person.
        self._same: list[int] = []
        self._names: list[str] = []
        self._arrived: list = []

    def number_of(self, identities, name):
        """Return the number of the person with any of the identities (at least one)."""
        number = None
        for identity in identities:
            known = self._numbers.get(identity)
            if known is None:
                continue
            known = self.find(known)
            if number is None:
                number = known
            elif known != number:
                self._join(known, number)
        if number is None:
            number = len(self._same)
            self._same.append(number)
            self._names.append(name)
            self._arrived.append(None)
        elif "@" in name and "@" not in self._names[number]:
            # Most people are looked up by their login.
            self._names[number] = name
        for identity in identities:
            self._numbers[identity] = number
        return number

    def find(self, number):
        """Return the number that now stands for the person who had this one."""
        while self._same[number] != number:
            number = self._same[number]
        return number

    def name_of(self, number):
        """Return how the person is called."""
        return self._names[self.find(number)]

    def note_success(self, number, time):
        """Remember that the person arrived at `time`, which may be None."""
        if time and (self._arrived[number] is None or time > self._arrived[number]):
            self._arrived[number] = time

    def healed(self, number, failed):
        """Whether the person arrived later than at `failed`, the last time that it failed."""
        arrived = self._arrived[self.find(number)]
        return bool(failed and arrived and arrived > failed)

    def rename(self, identities, name):
        """Give a person who is known by one of the identities the name, where it is a login."""
        for identity in identities:
            if identity in self._numbers:
                self.number_of([identity], name)
                return

    def copy(self):
        """Return people that can be added to without changing these."""
        other = People()
        other._numbers = dict(self._numbers)
        other._same = list(self._same)
        other._names = list(self._names)
        other._arrived = list(self._arrived)
        return other

    def _join(self, number, into):
        self._same[number] = into
        if "@" in self._names[number] and "@" not in self._names[into]:
            self._names[into] = self._names[number]
        self.note_success(into, self._arrived[number])
