"""Tells the cause of a failed event: its message is read like a pasted one, and the facts are followed."""

from collections import namedtuple

from ..export.words import ELSEWHERE, UNKNOWN
from ..message import Reading, read_message, walk_facts
from ..vocabulary import CAUSE_FACTS
from ..walk import resolve
from .masks import alike, hide_names, template_of, unescape

# Of a longer message the beginning is read: a console's sentence and the service's own.
LONGEST_MESSAGE = 4_000
# Readings that are kept, each by its text with names masked, and by that with numbers masked too.
_MOST_KEPT = 500
_TELLING = ("status", "scimType", "attribute", "symptom")
NO_MESSAGE = "(no message)"


class Told(namedtuple("Told", "key answer question facts")):
    """What the message of an event tells: the answer's id, or the question's, or neither; and the facts.

    Events of one cause have one `key`.
    """


class CauseReader:
    """Reads messages, and remembers those that are alike."""

    def __init__(self, tree, answers, wordings):
        self._tree = tree
        self._answers = answers
        self._wordings = wordings
        self._by_text: dict[tuple, Told] = {}
        self._by_template: dict[tuple, Told] = {}

    def read(self, event):
        """Return what the Event's message and code tell.

        The names of the person are masked before: they may be called like an error.
        """
        names = _names_of(event)
        text = event.message
        if len(text) > LONGEST_MESSAGE:
            # A name may be longer than all that is read.
            text = hide_names(text, names)[:LONGEST_MESSAGE]
        text = hide_names(unescape(text), names)
        place = (event.idp, event.code, text)
        told = self._by_text.get(place)
        if told is None:
            template = template_of(text)
            masked = (event.idp, event.code, template)
            told = self._by_template.get(masked)
            if told is None:
                told = self._read(event, template)
                _keep(self._by_template, masked, told)
            _keep(self._by_text, place, told)
        return told

    def _read(self, event, template):
        text = "errorCode: " + event.code + ". " + template if event.code else template
        reading = read_message(text, self._wordings)
        if event.idp is not None and reading.scim is False and not _of_cli(reading):
            # The console's own file says that it is provisioning.
            reading = Reading(reading.findings, True, reading.undecided, None, reading.told)
        facts = walk_facts(reading)
        causes = {fact: facts[fact] for fact in CAUSE_FACTS if fact in facts}
        if reading.scim is False and not causes:
            return Told((ELSEWHERE, event.code + " " + alike(template)), None, None, _with_idp({}, event))
        if not any(causes.get(fact, "unknown") != "unknown" for fact in _TELLING):
            # Anything is about a user or a group; the code and the sentence are all that is known.
            return Told((UNKNOWN, event.code + " " + alike(template)), None, None, _with_idp({}, event))
        resolution = resolve(self._tree, self._answers, causes)
        causes = {fact: causes[fact] for fact in causes if fact not in reading.undecided}
        # Of what is undecided nothing can stand in an address.
        facts = _with_idp({fact: facts[fact] for fact in facts if fact not in reading.undecided}, event)
        if resolution.answer:
            return Told(("answer", resolution.state.answer), resolution.state.answer, None, facts)
        listed = [(fact, causes[fact]) for fact in CAUSE_FACTS if fact in causes]
        question = None if resolution.rule else resolution.state.question
        return Told(("facts", tuple(listed)), None, question and question.id, facts)


def _names_of(event):
    """Return the names that the message may repeat: the login, what stands before its @, and the ids."""
    logins = [name.partition("@")[0] for name in event.names if "@" in name]
    return event.names + logins + event.identities


def _of_cli(reading):
    return any(finding.value == "cli-update" for finding in reading.findings)


def _with_idp(facts, event):
    facts = dict(facts)
    if event.idp:
        facts["idp"] = event.idp
    return facts


def _keep(readings, place, told):
    if len(readings) >= _MOST_KEPT:
        readings.clear()
    readings[place] = told
