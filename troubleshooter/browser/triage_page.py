"""Runs the triage in its page: takes files, reads them, and shows the report of their causes."""

from js import chosenFiles, document

from ..tree import read_tree
from ..triage import Triage
from .elements import element
from .memory import SeenIds
from .report.files import read_files
from .report.numbers import counted
from .report.progress import Progress, remove_progress
from .report.report import Report
from .starting import app, fetch_tree, fetch_wordings, run, take_over
from .turns import Turns

FAULT = "Reading stopped, by a fault of this page or for want of memory"

box = document.getElementById("triage-box")
choice = document.getElementById("triage-files")
alerts = document.getElementById("triage-alert")
status = document.getElementById("triage-status")


class TriagePage:
    """Holds the tree, the reading that is under way, and how the files of the report are called."""

    def __init__(self, data, wordings):
        self.tree = read_tree(data)
        self.answers = data["answers"]
        self.wordings = wordings
        self.progress: Progress | None = None
        self.reported = ""
        box.addEventListener("chosen", lambda event: self.take())

    def take(self):
        """Begin to read what was chosen; while something is read, nothing else is taken."""
        files = list(chosenFiles.take())
        if self.progress:
            say("These files are still read. Cancel that first, then choose others.")
        elif files:
            run(self.read(files))

    async def read(self, files):
        """Read the files, and show the report; the last report stays until there is another."""
        progress = self.progress = Progress(files, say, self.cancel)
        alerts.hidden = True
        choice.hidden = True
        app.hidden = True
        triage = Triage(self.tree, self.answers, self.wordings, seen=SeenIds())
        summary = None
        try:
            complaints = await read_files(triage, files, progress)
            if not progress.cancelled:
                await progress.last()
                summary = await summed_up(triage)
        except Exception as error:
            # Its kind only: what it says may hold words of the file.
            complaints = [(names_of(files), FAULT + " (" + type(error).__name__ + ").")]
        if progress.cancelled:
            return
        self.finish()
        self.complain(complaints)
        if summary is None or not [file for file in summary["files"] if not file["complaint"]]:
            self.show_last("No report could be made.")
            return
        report = Report(summary, self.answers, self.wordings)
        app.replaceChildren(report.section)
        app.hidden = False
        self.reported = names_of(files)
        say("Done: " + counted(summary["rows"], "row") + " read. Other files begin a new report.")
        report.title.focus()
        await report.fill()

    def complain(self, complaints):
        """Say of each file with something wrong what it is."""
        lines = [
            element("p", element("strong", name, translate="no"), ": ", text) for name, text in complaints
        ]
        alerts.replaceChildren(*lines)
        alerts.hidden = not lines

    def cancel(self):
        """Drop what was read; the reading itself ends when it next looks."""
        self.finish()
        self.show_last("Cancelled. Nothing of these files was kept.")
        choice.focus()

    def finish(self):
        """Make the box ready for other files."""
        remove_progress()
        self.progress = None
        choice.hidden = False

    def show_last(self, text):
        """Say why there is no other report, and show the last one again."""
        if self.reported:
            app.hidden = False
            text += " The report below is still that of " + self.reported + "."
        say(text)


async def summed_up(triage):
    """Return the summary, made in parts so that the page has its turn between them."""
    turns = Turns()
    for summary in triage.summing_up():
        if summary is None and turns.is_due():
            await turns.give()
    return summary


def say(text):
    """Show and speak one line below the box."""
    status.textContent = text
    status.hidden = False


def names_of(files):
    """Return what to call the files."""
    return files[0].name if len(files) == 1 else files[0].name + " and " + str(len(files) - 1) + " more"


async def start():
    """Take over, and read what was chosen while Python loaded."""
    page = TriagePage(await fetch_tree(), await fetch_wordings())
    await take_over()
    page.take()


run(start())
