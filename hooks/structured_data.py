"""What an answer's page says of itself to search engines, in the words of https://schema.org/."""

from typing import Any

from hooks.feed import Entry


def structured_data(entry: Entry) -> dict[str, Any]:
    """Return an answer as a TechArticle; only what its page and the feed say too."""
    return {
        "@context": "https://schema.org",
        "@type": "TechArticle",
        "headline": entry.answer.title,
        "description": entry.answer.description,
        "url": entry.url,
        "datePublished": entry.published,
        "dateModified": entry.updated,
    }
