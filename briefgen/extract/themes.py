"""Themes and sub-topics of a piece of text, by the lexicon's keywords.

Input: a clause, its heading, its indicator. Output: at most two theme names, the heaviest first,
and the sub-topic of the first. It does not know what a figure is.
"""

from __future__ import annotations

from briefgen.lexicon import Lexicon, Theme

_INDICATOR, _TEXT, _HEADING, _DECLARED = 2.0, 1.0, 0.6, 12.0


def themes_of(
    text: str, heading: str | None, indicator: str, lexicon: Lexicon
) -> tuple[tuple[str, ...], str | None]:
    """Return the themes of `text` (at most two, heaviest first) and the first one's sub-topic.

    Words of the indicator weigh double, words of the heading little; what the lexicon declares for
    the indicator outweighs all. Ties are kept in the order of the themes.
    """
    weights = dict.fromkeys((t.name for t in lexicon.themes), 0.0)
    for theme in lexicon.themes:
        for keyword in theme.keywords:
            word = keyword.text
            if word in indicator:
                weights[theme.name] += _INDICATOR * keyword.weight
            elif word in text:
                weights[theme.name] += _TEXT * keyword.weight
            if heading and word in heading:
                weights[theme.name] += _HEADING * keyword.weight
    known = lexicon.indicator(indicator)
    for rank, name in enumerate(known.themes if known else ()):
        weights[name] = weights.get(name, 0.0) + _DECLARED / (rank + 1)
    ordered = sorted((n for n in weights if weights[n] > 0), key=lambda n: -weights[n])
    kept = tuple(n for n in ordered[:2] if weights[n] * 4 >= weights[ordered[0]])
    return kept, topic_of(kept[0], text, indicator, lexicon) if kept else None


def topic_of(theme: str, text: str, indicator: str, lexicon: Lexicon) -> str | None:
    """Return the sub-topic of `theme` whose words speak loudest, or None where none does."""
    found: Theme | None = next((t for t in lexicon.themes if t.name == theme), None)
    best: tuple[float, str] | None = None
    for topic in found.topics if found else ():
        score = sum(len(k) * (2.0 * (k in indicator) + (k in text)) for k in topic.keywords)
        if score and (best is None or score > best[0]):
            best = (score, topic.name)
    return best[1] if best else None
