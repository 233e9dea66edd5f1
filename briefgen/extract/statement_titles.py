"""The title of a statement, as a reader would head it: the honour's, the project's name.

Input: the clean text and a draft. Output: a short name. It does not change what is claimed.
"""

from __future__ import annotations

import re

from briefgen.extract.statement_clauses import after_modal, mask
from briefgen.extract.statement_joins import COMPARES, Draft
from briefgen.extract.statement_lexicon import VerbLexicon
from briefgen.fact import Kind, Status

_LONGEST = 30
_SHORTEST = 3
_LEADING = re.compile(
    r"(?:(?:其中|例如|比如|同时|此外|目前|如今|近日|日前|随后|还有|其次|[一二三四五六七八九]是|首先|最后)[，,]?)+"
)
_TIME = re.compile(
    r"(?:自|从|到)?(?:20\d\d年|去年|今年|明年|过去|未来|今后|近年来?|\d{1,2}月|\d{1,2}日"
    r"|[一二三四五六七八九十\d]+年(?!一贯)|以来|开始|全年|(?<=[年月])[底末初]前?|，|,)+"
)


_AWARD = re.compile(
    r"(?:成功|先后|已|被|拟)*(?:列为|列入|纳入|入列|获批为?|获得|获评|荣获|喜获|获认定为?|获|通过|受到|得到|登上|荣登|拿下"
    r"|成为|创建为|创建成为|创建|创成|升级为|升格为|晋升为|评定为|评选为|评为|授予|命名为|认定为|入选|入围|跻身)"
)


_ADVERBS_LAST = re.compile(r"(?:成功|先后|正式|顺利|分别|连续\d+年|被)+$")
_ALREADY = re.compile(r"已经?|也是|也|还|是|位于[^，]{1,20}?的")
_STOP = re.compile(r"[。！？!?；;]")
_BEHIND_MARK = re.compile(r"(?<=[，、])")
_DOCUMENT = re.compile(r"《[^》]{2,40}》")
_QUOTED = re.compile("“[^”]{2,30}”")
_TEST = re.compile(
    r"(?:国家|全国|全?省级?|全?市级?)?(?:验收|评估验收|复查|复审|评审|认定|激励|表彰)?"
)


def title_of(text: str, draft: Draft, verbs: VerbLexicon) -> str:
    """Return the title of `draft`: at most 30 characters, cut at a mark where it is longer."""
    compares = draft.kind is Kind.STANDING and COMPARES.match(draft.main.masked)
    led = compares and draft.end - draft.start <= _LONGEST
    clause = text[draft.start if led else draft.main.start : min(draft.main.end, draft.end)]
    at = draft.verb[0] - draft.main.start
    after = text[draft.verb[1] : min(draft.main.end, draft.end)]
    if draft.kind is Kind.HONOUR:
        subject = _ADVERBS_LAST.sub("", _without_time(clause[:at]).strip("，, "))
        verb = _AWARD.match(clause, at)
        won = clause[verb.end() :] if verb else after
        won = won.lstrip("了为过成的")
        listed = _QUOTED.search(text, draft.start, draft.main.start)
        if at == 0 and listed is not None and not won:
            return listed[0]  # “最美农村路”名单出炉，…榜上有名
        return _short(subject + clause[at:] if _TEST.fullmatch(won) else won or subject or clause)
    if draft.kind in {Kind.MILESTONE, Kind.PROBLEM, Kind.STANDING}:
        return _short(_from_behind(_ALREADY, _without_time(clause)))
    named = _DOCUMENT.search(clause) if draft.kind is Kind.MEASURE else None
    if named is not None:
        return named.group()
    if draft.status is Status.PLANNED:
        behind = clause[after_modal(clause, mask(clause), verbs) :]
        clause = behind if len(behind) > _SHORTEST else clause  # 共享仓即将启用
    return _short(_bare(_without_time(clause), verbs) or clause)


def _without_time(words: str) -> str:
    """Return `words` from behind a time and what leads in to it: 此外，今年5月建成… is 建成…."""
    return _from_behind(_TIME, _from_behind(_LEADING, words))


def _from_behind(pattern: re.Pattern[str], words: str) -> str:
    """Return `words` without what of `pattern` they begin with."""
    head = pattern.match(words)
    return words if head is None else words[head.end() :]


def short_title(text: str) -> str:
    """Return the beginning of `text` as a title: whole clauses, at most 30 characters."""
    return _short(_STOP.split(text, maxsplit=1)[0])


def _bare(words: str, verbs: VerbLexicon) -> str:
    """Return `words` from its verb on: 加快推进公园建设 is 推进公园建设, 加快农村现代化 stays."""
    while (adverb := verbs.adverb.match(words)) is not None:
        rest = words[adverb.end() :]
        acts = (verbs.anchor, verbs.lead, verbs.tail, verbs.adverb, verbs.verb)
        if not any(p.match(rest) for p in acts):
            break
        words = rest
    return words


def _short(title: str) -> str:
    title = title.strip("，,、。：: ")
    if len(title) <= _LONGEST:
        return title
    parts = _BEHIND_MARK.split(title)
    kept = parts[0]
    for part in parts[1:]:
        if len(kept) + len(part) > _LONGEST:
            break
        kept += part
    return kept.strip("，、")[:_LONGEST]
