"""The answer in place: its own page's title and sections, for the chosen identity provider."""

from js import URL, DOMParser, document, fetch, location
from jsffi import JsException

from .elements import element, heading

# Parts of the page that make no sense inside another: links to its own headings, the ways to it, its foot.
LEFT_OUT = ".headerlink, .reached, .foot, hr"


async def show_answer(answer, idp):
    """Return a section with the answer's title, its page's sections, and a link to that page."""
    parts = await answer_parts(answer, idp)
    section = element("section", heading(answer["title"]), *parts, class_="result")
    if not idp and section.querySelector(".tabbed-set"):
        line = "Choose your identity provider above, and only its steps are shown."
        section.firstChild.after(element("p", line))
    return section


async def answer_parts(answer, idp, level=3, suffix=""):
    """Return the sections of the answer's page, with headings of that level, and a link to the page.

    Where the page cannot be had, a line says so; a later visit to the same address tries again.
    The ids in its tabs get the suffix, where several answers stand on one page.
    """
    address = URL.new("../answers/" + answer["id"] + "/", location.href)
    # The whole address, which paper shows.
    own_page = element("a", "Open this answer as a page", href=address.href + ("?idp=" + idp if idp else ""))
    article = await _fetch_article(address)
    if article:
        _prepare(article, address, idp, level)
        _rename_tabs(article, suffix)
        parts = list(article.childNodes)
    else:
        line = "The steps could not be loaded. Check your connection, then open the page below."
        parts = [element("p", line, role="alert")]
    return parts + [element("p", own_page, class_="own-page")]


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
        share.dataset.replies = URL.new(share.dataset.replies, address.href).href
        share.hidden = not document.documentElement.classList.contains("can-copy")
    for tabs in _all(article, ".tabbed-set"):
        _keep_tab(tabs, idp)
    article.querySelector("h1").remove()
    # Lower than on the page: what they stand in has a heading of its own.
    for old in _all(article, "h2"):
        new = element("h" + str(level))
        new.replaceChildren(*old.childNodes)
        old.replaceWith(new)
    for named in _all(article, "[id]"):
        if named.closest(".tabbed-set") is None:
            named.removeAttribute("id")


def _rename_tabs(article, suffix):
    for tab in _all(article, ".tabbed-set > input"):
        tab.id += suffix
        tab.name += suffix
    for label in _all(article, ".tabbed-labels label"):
        label.htmlFor += suffix


def _keep_tab(tabs, idp):
    """Put the chosen provider's tab in place of all; without a choice they stay tabs."""
    if not idp:
        return
    inputs = _all(tabs, ":scope > input")
    blocks = _all(tabs, ":scope > .tabbed-content > .tabbed-block")
    own = [block for tab, block in zip(inputs, blocks) if tab.id.split("_")[0] == idp]
    tabs.replaceWith(*(own or blocks[-1:])[0].childNodes)


def _all(parent, selector):
    return list(parent.querySelectorAll(selector))
