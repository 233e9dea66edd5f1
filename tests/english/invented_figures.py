"""Figures of 清河区, which is invented, and what tells them in English."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from briefgen.english.figures import Figures
from briefgen.fact import Fact, Kind, Level
from briefgen.lexicon import load_lexicon
from briefgen.lexicon.english import load_english

FIGURES = Figures(load_lexicon(), load_english())


def a_figure(number: str, value: str, unit: str, **given: Any) -> Fact:
    """Return a fact of 清河区, which is invented."""
    plain: dict[str, Any] = {
        "id": "f", "source": "a.txt", "start": 0, "end": 9, "quote": f"达{number}", "clause": "",
        "kind": Kind.LEVEL, "indicator": "甲", "scope": "清河区", "level": Level.DISTRICT,
        "themes": (), "article": "a", "published": "2024-01", "number_text": number,
        "values": (Decimal(value),), "unit": unit,
    }  # fmt: skip
    return Fact(**{**plain, **given})
