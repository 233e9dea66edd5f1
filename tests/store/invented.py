"""Invented facts about 清河区 for tests of the store; nothing here happened."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from briefgen.document import Source
from briefgen.fact import Fact, Kind, Level


def fact(value: str | None = "100", published: str | None = "2022-01", **changes: Any) -> Fact:
    """Return a plain figure of 清河区, with what a test changes about it."""
    source = changes.pop("source", f"{published}.txt")
    text = changes.pop("number_text", value)
    quote = changes.pop("quote", f"森林覆盖率{text}")
    start = changes.pop("start", 10)
    has_number = text is not None
    given: dict[str, Any] = {
        "id": f"{source}:{start}:{text}",
        "source": source,
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "kind": Kind.LEVEL,
        "indicator": "森林覆盖率",
        "scope": "清河区",
        "level": Level.DISTRICT,
        "themes": ("生态人文",),
        "article": "一篇虚构的文章",
        "published": published,
        "values": (Decimal(value),) if value is not None else (),
        "number_text": text,
        "number_start": start + len(quote) - len(text or "") if has_number else None,
        "number_end": start + len(quote) if has_number else None,
        "unit": "%" if has_number else None,
        "clause": quote,
    }
    return Fact(**(given | changes))


def source(name: str = "a.txt", sha256: str = "aa", **changes: Any) -> Source:
    """Return an invented source."""
    return Source(name=name, raw="清河区森林覆盖率100", sha256=sha256, **changes)
