"""The answer in place: its own page's title and sections, for the chosen identity provider."""

from js import URL, DOMParser, fetch, location
from jsffi import JsException

from ..vocabulary import value_label
from .elements import element, heading
from .provider_choice import take_choice
from .starting import ROOT

# Parts of the page that make no sense inside another: links to its own headings, the ways to it, its foot.
LEFT_OUT = ".headerlink, .foot, hr"
# The heading of the steps, to which a button leads.
STEPS = "fix-it"


async def show_answer(answer, idp, on_choose, on_look, level, *below_cure):
    """Return a section with the answer's title, its page's sections, and a link to that page.

    `on_choose` takes the provider that the reader chooses, `on_look` one whose steps the reader only looks
    at; `below_cure` are elements that follow the cure.
    """
    parts = await answer_parts(answer, idp, level + 1)
    section = element("section", heading(answer["title"], level), *parts, class_="result")
    select = section.querySelector(".provider select")
    if select:
        take_choice(select, idp, on_choose)
    other_console = section.querySelector(".elsewhere button")
    if other_console:
        other_console.addEventListener("click", lambda event: on_look(other_console.dataset.idp))
    cure = section.querySelector(".cure") or section.firstChild
    cure.after(*below_cure)
    return section


async def cure_of(answer):
    """Return the cure of an answer, as elements, and its page’s address; none where that cannot be had."""
    address = _page_of(answer)
    article = await _fetch_article(address)
    return _all(article, ".cure") if article else [], address.href


def to_steps(address):
    """Return the one button from the cure to the steps."""
    return element("p", element("a", "Show the steps", href=address, class_="filled"))


async def answer_parts(answer, idp, level):
    """Return the sections of the answer's page, with headings of that level, and a link to the page.

    Where the page cannot be had, a line says so; a later visit to the same address tries again.
    """
    address = _page_of(answer)
    # The whole address, which paper shows.
    own_page = element("a", "Open this answer as a page", href=address.href + ("?idp=" + idp if idp else ""))
    article = await _fetch_article(address)
    if article:
        _prepare(article, address, idp, level)
        parts = list(article.childNodes)
    else:
        line = "The steps could not be loaded. Check your connection, then open the page below."
        parts = [element("p", line, role="alert")]
    return parts + [element("p", own_page, class_="own-page")]


def _page_of(answer):
    return URL.new(ROOT + "answers/" + answer["id"] + "/", location.href)


async def _fetch_article(address):
    try:
        reply = await fetch(address.href)
        text = await reply.text()
    except (JsException, OSError):
        return None
    if not reply.ok:
        return None
    article = DOMParser.new().parseFromString(text, "text/html").querySelector("article")
    # A page that was cut off lacks its foot, and perhaps the steps before it.
    return article if article and article.querySelector(".foot") else None


def _prepare(article, address, idp, level):
    for part in _all(article, LEFT_OUT):
        part.remove()
    for link in _all(article, "a[href]"):
        link.href = URL.new(link.getAttribute("href"), address.href).href
    for share in _all(article, "[data-replies]"):
        for name in ("link", "replies"):
            share.dataset[name] = URL.new(share.dataset[name], address.href).href
    for tabs in _all(article, ".tabbed-set"):
        _keep_tab(tabs, idp)
    for line in _all(article, ".elsewhere"):
        if idp and idp != line.querySelector("button").dataset.idp:
            line.querySelector("span").textContent = value_label("idp", idp)
            line.hidden = False
    article.querySelector("h1").remove()
    # Lower than on the page: what they stand in has a heading of its own.
    for old in _all(article, "h2"):
        new = element("h" + str(level))
        if old.id == STEPS:
            new.id = STEPS
        new.replaceChildren(*old.childNodes)
        old.replaceWith(new)
    for named in _all(article, "[id]"):
        if named.id != STEPS:
            named.removeAttribute("id")


def _keep_tab(tabs, idp):
    """Put the chosen provider's tab in place of all, else the one for consoles in general."""
    inputs = _all(tabs, ":scope > input")
    blocks = _all(tabs, ":scope > .tabbed-content > .tabbed-block")
    own = [block for tab, block in zip(inputs, blocks) if tab.id.split("_")[0] == idp]
    tabs.replaceWith(*(own or blocks)[0].childNodes)


def _all(parent, selector):
    return list(parent.querySelectorAll(selector))
