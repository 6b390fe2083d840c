"""The answer in place: its own page's title and sections, for the chosen identity provider."""

from js import URL, DOMParser, fetch, location

from .elements import element, heading

# Parts of the page that make no sense inside another: links to its own headings, and its foot.
LEFT_OUT = ".headerlink, .foot, hr"


async def show_answer(answer_id, idp, query, into):
    """Fill `into` with the answer's title, sections and address; raises OSError if its page is not there."""
    address = URL.new("../answers/" + answer_id + "/", location.href)
    reply = await fetch(address.href)
    if not reply.ok:
        raise OSError("the answer's page answered " + str(reply.status))
    page = DOMParser.new().parseFromString(await reply.text(), "text/html")
    article = page.querySelector("article")
    for part in _all(article, LEFT_OUT):
        part.remove()
    for link in _all(article, "a[href]"):
        link.href = URL.new(link.getAttribute("href"), address.href).href
    for tabs in _all(article, ".tabbed-set"):
        _keep_tab(tabs, idp)
    title = article.querySelector("h1")
    into.replaceChildren(heading(title.textContent))
    title.remove()
    if not idp and article.querySelector(".tabbed-set"):
        into.append(element("p", "Choose your identity provider above, and only its steps are shown."))
    # One level down: the troubleshooter's own heading is the page's first.
    for old in _all(article, "h2"):
        new = element("h3")
        new.replaceChildren(*old.childNodes)
        old.replaceWith(new)
    for named in _all(article, "[id]"):
        if named.closest(".tabbed-set") is None:
            named.removeAttribute("id")
    into.append(*article.childNodes)
    own_page = element("a", "Open this answer as a page", href=address.pathname + query, class_="own-page")
    into.append(element("p", own_page))


def _keep_tab(tabs, idp):
    """Put the chosen provider's tab in place of all; without a choice they stay tabs."""
    if not idp:
        return
    inputs = _all(tabs, ":scope > input")
    blocks = _all(tabs, ":scope > .tabbed-content > .tabbed-block")
    own = [block for tab, block in zip(inputs, blocks) if tab.id.startswith(idp)]
    tabs.replaceWith(*(own or blocks[-1:])[0].childNodes)


def _all(parent, selector):
    return list(parent.querySelectorAll(selector))
