"""The statements that are found in paragraphs of an invented paper, for the tests of them."""

from __future__ import annotations

from functools import cache

from briefgen.clean import clean_source
from briefgen.document import Area, Source
from briefgen.extract.context import make_context
from briefgen.extract.statements import find_statements
from briefgen.fact import Fact
from briefgen.lexicon import load_lexicon

DISTRICT = Area("清河区", ("清河",), "江州市", ("柳岸镇", "云台村"))


@cache
def statements(
    *paragraphs: str, area: Area = DISTRICT, published: str = "2023-01"
) -> tuple[Fact, ...]:
    raw = f"{area.place}新闻\n\n" + "\n\n".join(paragraphs) + "\n"
    source = Source(name="invented.txt", raw=raw, sha256="0", published=published)
    return find_statements(make_context(clean_source(source), load_lexicon(), area))


def told(*paragraphs: str, area: Area = DISTRICT, published: str = "2023-01") -> list[str]:
    """Return "kind status" of each statement, in order."""
    return [
        f"{f.kind} {f.status or ''}".strip()
        for f in statements(*paragraphs, area=area, published=published)
    ]


def scopes(*paragraphs: str) -> list[str]:
    return [f.scope for f in statements(*paragraphs)]


def quotes(*paragraphs: str) -> list[str]:
    return [f.quote for f in statements(*paragraphs)]
