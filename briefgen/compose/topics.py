"""Messages under the sub-topics of a theme.

Input: messages and the lexicon. Output: messages by sub-topic, the heaviest sub-topic first. What
belongs to none is left out, but for figures and honours of the area, which stand after all.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.compose.messages import Message
from briefgen.fact import Kind, Level
from briefgen.lexicon import Lexicon

_NEIGHBOUR = 160  # characters of the source within which what is told next is of one sub-topic


def by_topic(messages: Sequence[Message], theme: str, lexicon: Lexicon) -> dict[str, list[Message]]:
    """Return the messages under the sub-topics of `theme`, in their own order; the heaviest first.

    Under an empty name, after all, stands what the area has and no sub-topic names; in a theme
    without sub-topics that is everything.
    """
    known = lexicon.theme(theme)
    if known is None or not known.topics:
        return {"": list(messages)}
    found = {id(m): topic_of(m, theme, lexicon) for m in messages}
    placed = [m for m in messages if found[id(m)]]
    topics: dict[str, list[Message]] = {}
    for message in messages:
        topic = found[id(message)] or _neighbours(message, placed, found)
        if topic or _is_of_all(message, theme):
            topics.setdefault(topic or "", []).append(message)
    ranked = sorted(topics, key=lambda t: (t == "", -max(m.weight for m in topics[t])))
    return {topic: topics[topic] for topic in ranked}


def _is_of_all(message: Message, theme: str) -> bool:
    """Return whether the message is a figure or an honour of the area itself, told of `theme` in
    the first place: what other themes tell is no 其他进展."""
    own = message.lead.level is Level.DISTRICT and message.lead.themes[:1] == (theme,)
    return own and (message.has_figure or message.lead.kind is Kind.HONOUR)


def topic_of(message: Message, theme: str, lexicon: Lexicon) -> str | None:
    """Return the message's sub-topic under `theme`, or None.

    That which its article's own title names (民生实事交出“暖心答卷”), else that of its main fact.
    """
    lead = message.lead
    known = lexicon.theme(theme)
    names = [t.name for t in known.topics] if known else []
    own = lead.level is Level.ENTITY and lead.topic in names  # 民生实事: 某中学新校区建成 is 教育
    for name in names:
        if name in lead.article and not own:
            return name
    if lead.themes[:1] == (theme,) and lead.topic in names:
        return lead.topic
    name = "" if lead.is_statement else lead.indicator
    return lexicon.topic_of(theme, lead.clause, name)


def _neighbours(
    message: Message, placed: Sequence[Message], found: dict[int, str | None]
) -> str | None:
    """Return the sub-topic of the message that stands nearest in the same source."""

    def distance(other: Message) -> int:
        return abs(other.lead.start - message.lead.start)

    near = [m for m in placed if m.lead.source == message.lead.source and distance(m) <= _NEIGHBOUR]
    return found[id(min(near, key=distance))] if near else None
