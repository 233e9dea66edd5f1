"""The problems of the area, in words and in figures: a section of their own.

Input: the messages of a theme. Output: one paragraph. A firm's problem stands with its case, and
what somebody only says is no problem of the report's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.brief import Block, Paragraph, ParagraphRole
from briefgen.compose.messages import Message
from briefgen.compose.prose import prose
from briefgen.compose.sentences import Speaker
from briefgen.fact import LACKING, Kind, Level

_MOST = 8
# 收集梳理企业存在的问题118个，已办结73个 is work done
_GATHERED = re.compile(r"(?:收集|梳理|排查|摸排|征集|受理)[^，]*(?:问题|诉求|困难)\d")


def is_problem(message: Message) -> bool:
    """Return whether a lack of the area is told, by a figure too: 亿元以上企业不足30家."""
    lead = message.lead
    around = (f for f in message.facts if f.start <= lead.start and lead.end <= f.end)
    hard = any(f.kind is Kind.PROBLEM and not _GATHERED.search(f.clause) for f in around)
    told = LACKING in lead.flags or hard
    return told and lead.level is Level.DISTRICT


def problems(live: Sequence[Message], speaker: Speaker, newest: str = "") -> list[Block]:
    """Return the problems that the sources name, as they stand there, the heaviest few.

    What was a problem most of a year before the `newest` report of the run is left out: a report
    since then would have told whether it still is one.
    """
    named = [m for m in live if is_problem(m) and not m.lead.speaker]
    told = [m for m in named if not _is_old(m.lead.published or "", newest)][:_MOST]
    return [Paragraph(ParagraphRole.BODY, prose(told, speaker))] if told else []


_LAPSED = 10  # months


def _is_old(published: str, newest: str) -> bool:
    """Return whether a report is so many months older than the newest, by days like 2024-01-20."""
    if not (published and newest):
        return False
    months = [12 * int(day[:4]) + int(day[5:7] or 1) for day in (published, newest)]
    return months[1] - months[0] >= _LAPSED
