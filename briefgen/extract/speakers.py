"""Who says what: the spans of quoted and of reported speech in a paragraph, with their speakers.

Input: a document and one of its paragraphs. Output: `Speech`, in the order of the text; offsets
index the clean text. It does not judge what is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefgen.document import Document, Paragraph

_VERB = (
    r"(?:告诉记者|告诉笔者|对记者说|向记者介绍|介绍说|介绍道|说道|谈到|坦言|直言|感慨万千|感慨|感叹|透露|表示|介绍|认为|"
    r"指出|强调|说|道)"
)
# 高兴地, 乐呵呵地
_MANNER = (
    r"(?:(?:纷纷|均|都|还|也|随后|一致|接着|则|最后|在[^\s，,。；“”]{1,10}[时中后]|[\u4e00-\u9fff]着)"
    r"|(?:[^\s，,。；：“”]{2}|[^\s，,。；：“”](?P<twice>[^\s，,。；：“”])(?P=twice))地)*"
)
# 会议指出 and 据了解 have no person behind them: what follows is the paper's own report
_NO_PERSON = re.compile(
    r"会议|大会|全会|党代会|常委会|报告|据|记者|《|文件|方案|通知|规划|如果|可以|听|常言|俗话|换句话|大家|总的来|"
    r"不得不"
)
TITLE = (
    r"(?:书记|主任|会长|董事长|总经理|经理|厂长|区长|县长|市长|镇长|乡长|村长|局长|处长|科长|院长|校长|园长|馆长|所长|"
    r"站长|队长|主席|委员|代表|负责人|教授|研究员|工程师|老师|教师|村民|居民|市民|家长|员工|工人|职工|店主|老板|业主|"
    r"创始人|专家|医生|学生|游客|商户|农户|大户|馆员|讲解员|指导员|相关人士|秘书长|总监|主管|校友)"
)
_AFTER = re.compile(rf"(?P<who>[^，,。；：:！？!?“”]{{2,40}}?){_MANNER}{_VERB}(?=[，,：:。]|$)")
_BEFORE = re.compile(rf"(?P<who>[^，,。；：:！？!?“”]{{1,40}}?){_MANNER}{_VERB}[：:，,]?$")
_REPORTED = re.compile(
    rf"(?<![^\n，,。；！？!?”])(?P<who>[^\s，,。；：:！？!?“”]{{1,40}}?){_MANNER}{_VERB}[：:，,]"
)
_PRONOUN = re.compile(r"^(?:他|她|他们|她们|该负责人|该相关负责人|这位负责人)$")
_PERSON = re.compile(rf"{TITLE}|^[\u4e00-\u9fff·]{{2,4}}$|们$")
_BACK_TO_REPORT = re.compile(r"(?:据了解|据悉|记者了解到|记者看到|当天|当日|目前|截至)[，,]?")
_NEAR = 2000  # characters back in which a name or an office is looked for


@dataclass(frozen=True, slots=True)
class Speech:
    """The clean span of what somebody says: without its quotation marks where it is `direct`."""

    start: int
    end: int
    speaker: str
    direct: bool


def find_speech(document: Document, paragraph: Paragraph) -> tuple[Speech, ...]:
    """Return the direct and the reported speech of `paragraph` that has a speaker, in order."""
    text = document.text[paragraph.start : paragraph.end]
    quotes = _quoted_sentences(text)
    direct: list[Speech] = []
    for start, end in quotes:
        who = _after(text, end + 1) or _before(text, start - 1)
        who = who or _in_next_paragraph(document, paragraph, end + 1)
        if who is not None:
            name = _full_name(document, paragraph, who, paragraph.start + end)
            direct.append(Speech(paragraph.start + start, paragraph.start + end, name, True))
    reported = _reported(document, paragraph, text, quotes)
    return tuple(sorted((*direct, *reported), key=lambda speech: speech.start))


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans inside the outermost “…” of `text`; one left open runs to the end."""
    spans: list[tuple[int, int]] = []
    depth = 0
    start = 0
    for at, mark in enumerate(text):
        if mark == "“":
            start = at + 1 if depth == 0 else start
            depth += 1
        elif mark == "”" and depth:
            depth -= 1
            if depth == 0:
                spans.append((start, at))
    if depth:
        spans.append((start, len(text)))
    return spans


def _quoted_sentences(text: str) -> list[tuple[int, int]]:
    """Return the quoted spans that are sentences, not names: “感觉很好。”, not “四好农村路”."""
    spans = []
    for start, end in quoted_spans(text):
        inner = text[start:end]
        opened = text[max(0, start - 2) : start - 1]
        ends = inner.endswith(("。", "！", "？", "!", "?", "…", "，", ","))
        if ends or (opened in {"：", ":"} and len(inner) > 12):
            spans.append((start, end))
    return spans


def _after(text: str, at: int) -> str | None:
    """Return who is named after a quote: “……。”区政协委员李某告诉记者."""
    if text[at : at + 1] == "":
        return None
    rest = re.split(r"[。！？!?；;“]", text[at:], maxsplit=1)[0]
    for match in _AFTER.finditer(rest.lstrip("，,")):
        who = match["who"]
        if not _NO_PERSON.search(who):
            return who
    return None


def _before(text: str, at: int) -> str | None:
    """Return who is named before a quote: 李某说：“……”."""
    lead = re.split(r"[。！？!?；;”]", text[:at])[-1]
    match = _BEFORE.search(lead)
    if match is None or _NO_PERSON.search(match["who"]):
        return None
    return re.split(r"[，,]", match["who"])[-1]


def _in_next_paragraph(document: Document, paragraph: Paragraph, at: int) -> str | None:
    """Return who speaks on in the next paragraph, where a quote fills its own to the end."""
    if paragraph.start + at < paragraph.end - 1:
        return None
    following = [p for p in document.paragraphs if p.start >= paragraph.end]
    if not following or following[0].article != paragraph.article:
        return None
    match = _REPORTED.match(document.text[following[0].start : following[0].end])
    return None if match is None or not _is_person(match["who"]) else match["who"]


def _reported(
    document: Document, paragraph: Paragraph, text: str, quotes: list[tuple[int, int]]
) -> list[Speech]:
    """Return the stretches of reported speech, each up to the next speaker or the end."""
    heads = [
        match
        for match in _REPORTED.finditer(text)
        if _is_person(match["who"]) and not any(s <= match.start() < e for s, e in quotes)
    ]
    found = []
    for index, match in enumerate(heads):
        start = match.end()
        end = heads[index + 1].start() if index + 1 < len(heads) else len(text)
        back = _BACK_TO_REPORT.search(text, text.find("。", start) + 1 or len(text))
        stops = [back.start()] if back else []
        stops += [quote - 1 for quote, _ in quotes if quote > start]
        end = min([end, *stops])
        if end > start:
            name = _full_name(document, paragraph, match["who"], paragraph.start + match.start())
            found.append(Speech(paragraph.start + start, paragraph.start + end, name, False))
    return found


def _is_person(who: str) -> bool:
    if _NO_PERSON.search(who):
        return False
    return bool(_PRONOUN.match(who) or _PERSON.search(who))


def _full_name(document: Document, paragraph: Paragraph, who: str, at: int) -> str:
    """Return `who` with the office that the article gives before `at`; a pronoun's last speaker."""
    who = re.sub(r"^(?:在[^，,]{1,20}?后|对此|同时|当天|据)", "", who).strip("，, ") or who
    article = document.articles[paragraph.article] if document.articles else None
    before = document.text[max(article.start if article else 0, at - _NEAR) : at]
    if _PRONOUN.match(who):
        earlier = [m["who"] for m in _REPORTED.finditer(before) if not _PRONOUN.match(m["who"])]
        named = [name for name in earlier if _is_person(name)]
        return _full_name(document, paragraph, named[-1], at) if named else who
    if re.search(TITLE, who) or len(who) > 4:
        return who
    office = re.search(rf"(?P<office>[\u4e00-\u9fff]{{0,14}}{TITLE}){re.escape(who)}", before)
    if office is None:
        return who
    return re.split(r"[的了]|会见|主持|召开", office["office"])[-1] + who
