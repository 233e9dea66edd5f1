"""Who says what: the spans of quoted and of reported speech in a paragraph, with their speakers.

Input: a document and one of its paragraphs. Output: `Speech`, in the order of the text; offsets
index the clean text. It does not judge what is said.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefgen.document import Document, Paragraph

_VERB = (
    r"(?:感慨道|感叹道|坦言道|回忆道|解释道|补充道|总结道|告诉记者|告诉笔者|对记者说|向记者介绍|介绍说|介绍道|说道|谈到|坦言|直言|感慨万千|感慨|感叹|透露|表示|介绍|认为|"
    r"说得(?:直白|实在|明白|干脆)|并不讳言|毫不讳言|直言不讳|打趣道?|笑言|笑道|指出|强调|回应道?|回答|答道|解释|说|道)"
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
    r"(?:书记|主任|会长|董事长|理事长|总经理|经理|厂长|区长|县长|市长|镇长|乡长|村长|局长|处长|科长|院长|校长|园长|馆长|所长|"
    r"站长|队长|主席|委员|代表|负责人|教授|研究员|工程师|老师|教师|村民|居民|市民|带头人|种植户|养殖户|摊主|家长|员工|工人|职工|店主|老板|业主|"
    r"创始人|专家|医生|学生|游客|商户|农户|大户|馆员|讲解员|指导员|相关人士|秘书长|总监|主管|校友)"
)
_TELLS = re.compile(
    rf"(?:{_VERB}|点赞|称赞|赞叹|呼吁|[说道]出了?[^，。]{{0,6}}(?:心里话|心声|担[心忧]|感受|期[待盼]|顾虑))(?=[，,：:。]|$)"
)
_AFTER = re.compile(rf"(?P<who>[^，,。；：:！？!?“”]{{2,40}}?){_MANNER}{_TELLS.pattern}")
_BEFORE = re.compile(rf"(?P<who>[^，,。；：:！？!?“”]{{1,40}}?){_MANNER}{_VERB}[：:，,]?$")
# a broadcaster's: 宏远公司董事长李某：“……”
_NAME_ONLY = re.compile(
    rf"(?P<who>[^，,。；：:！？!?“”]{{2,40}}?{TITLE}[\u4e00-\u9fff·]{{2,4}})[：:]$"
)
_LOOKING_AT = re.compile("(?:看|指|望|拉|捧|抚摸)着")  # 村民李某看着自家庭院说
# 一说起变化，云台村党支部书记吴某喜形于色。
# 黎某脸上露出了笑容。
_SMILED = re.compile(
    r"(?:[^，,。“”]{2,12}的)?(?P<who>[\u4e00-\u9fff·]{2,4}?)(?:脸上|满脸|笑得|笑着|笑容|喜形于色|喜笑颜开|乐开了花|难掩|信心满满|竖起)"
)
_FACE = re.compile(
    rf"(?:^|[，,])(?P<who>[^，,。；：！？!?“”]{{2,24}}?{TITLE}[\u4e00-\u9fff]{{2,3}})"
    r"(?:喜形于色|笑容满面|满脸笑容|乐开了花|喜笑颜开|笑着|难掩|兴奋不已|高兴不已|赞不绝口|信心满满|满怀信心|感触|记忆犹新|如数家珍|竖起)"
)
# “……。”合作社理事长胡某算了一笔账: who stands right behind the quote
_BEHIND = re.compile(
    rf"(?P<who>[^，,。；：！？!?“”]{{0,24}}?{TITLE}[\u4e00-\u9fff]{{2,3}}?)(?=(?:[\u4e00-\u9fff]{{1,4}}地|也|还|由衷|边|一边)*"
    r"(?:掰着|扳着|指着|望着|看着|拉着|捧着|抹着|翻着|算了|算起|算账|聊起|谈起|说起|提起|回忆|建议|提议|提出|深有感|感触|感受|满怀|满心|满意|满脸"
    r"|高兴|激动|兴奋|欣喜|欣慰|自豪|骄傲|感激|感谢|信心|憧憬|期待|笑|乐|喜|如数家珍|竖起|给记者|向记者|对记者|对未来|对此))"
)
_REPORTED = re.compile(
    rf"(?<![^\n，,。；！？!?”])(?P<who>[^\s，,。；：:！？!?“”]{{1,40}}?){_MANNER}{_VERB}[：:，,]"
)
# no 某某说， goes beyond these marks
_STRETCH = re.compile(r"[^\s，,。；“”]+[，,]?")
_VERB_MARKED = re.compile(rf"{_VERB}[：:，,]")
_PRONOUN = re.compile(r"^(?:他|她|他们|她们|该负责人|该相关负责人|这位负责人)$")
_PERSON = re.compile(rf"{TITLE}|^[\u4e00-\u9fff·]{{2,4}}$|们$")
_BACK_TO_REPORT = re.compile(r"(?:据了解|据悉|记者了解到|记者看到|当天|当日|目前|截至)[，,]?")
_NEAR = 2000  # characters back in which a name or an office is looked for
_LEAD = 160  # characters before a quote in which its speaker is looked for
_MARK = re.compile("[“”]")
_STOP_AFTER = re.compile(r"[。！？!?；;“]")
_STOP_BEFORE = re.compile(r"[。！？!?；;”]")
_COMMA = re.compile("[，,]")
_VERB_LAST = re.compile(rf"{_VERB}[：:，,]?$")
_LIVES = re.compile("^(?:家住|住在)(?P<where>[^，的]{2,14})的(?=.{2})")  # 家住沿河社区的居民
_ASIDE = re.compile(r"^(?:在[^，,]{1,20}?后|对此|同时|当天|据)")
_TITLED = re.compile(TITLE)
_TITLES = tuple(TITLE[3:-1].split("|"))
_OFFICE = re.compile(rf"[\u4e00-\u9fff]{{0,14}}{TITLE}\Z")
_LONGEST_OFFICE = 24  # characters: 14 and the longest title
_OFFICE_CUT = re.compile(r"[的了]|(?<!信)访|对话|会见|主持|召开")
_Head = tuple[int, int, str]  # who, up to the verb's comma: clean start and end, the name


@dataclass(frozen=True, slots=True)
class Speech:
    """The clean span of what somebody says: without its quotation marks where it is `direct`."""

    start: int
    end: int
    speaker: str
    direct: bool


def find_speech(document: Document, paragraph: Paragraph) -> tuple[Speech, ...]:
    """Return the direct and the reported speech of `paragraph` that has a speaker, in order."""
    return SpeechReader(document).speech_of(paragraph)


@lru_cache(maxsize=4)  # asked for by who looks for speech and by who looks for clauses
def quoted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans inside the outermost “…” of `text`; one left open runs to the end."""
    if "“" not in text:
        return ()
    spans: list[tuple[int, int]] = []
    depth = 0
    start = 0
    for mark in _MARK.finditer(text):
        if mark[0] == "“":
            start = mark.end() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                spans.append((start, mark.start()))
    if depth:
        spans.append((start, len(text)))
    return tuple(spans)


class SpeechReader:
    """Reads the speech of one document, paragraph by paragraph.

    It remembers who spoke before, so that a thousand 他说 do not each read the page again.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [paragraph.start for paragraph in document.paragraphs]
        self._read = 0  # paragraphs whose heads are in `_named`
        self._named: list[tuple[int, str]] = []  # people by name, with their clean places

    def speech_of(self, paragraph: Paragraph) -> tuple[Speech, ...]:
        """Return the direct and the reported speech of `paragraph` with a speaker, in order."""
        text = self._document.text[paragraph.start : paragraph.end]
        if "“" not in text and _VERB_MARKED.search(text) is None:
            return ()
        quotes = _quoted_sentences(text)
        direct: list[Speech] = []
        for start, end in quotes:
            who = _after(text, end + 1) or _before(text, start - 1)
            who = who or self._in_next_paragraph(paragraph, end + 1)
            if who is not None:
                name = self._full_name(paragraph, who, paragraph.start + end)
                direct.append(Speech(paragraph.start + start, paragraph.start + end, name, True))
        reported = self._reported(paragraph, text, quotes)
        return tuple(sorted((*direct, *reported), key=lambda speech: speech.start))

    def _in_next_paragraph(self, paragraph: Paragraph, at: int) -> str | None:
        """Return who speaks on in the next paragraph, where a quote fills its own to the end."""
        if paragraph.start + at < paragraph.end - 1:
            return None
        paragraphs = self._document.paragraphs
        below = bisect_left(self._starts, paragraph.end)
        if below == len(paragraphs) or paragraphs[below].article != paragraph.article:
            return None
        following = paragraphs[below]
        match = _REPORTED.match(self._document.text[following.start : following.end])
        return None if match is None or not _is_person(match["who"]) else match["who"]

    def _reported(
        self, paragraph: Paragraph, text: str, quotes: list[tuple[int, int]]
    ) -> list[Speech]:
        """Return the stretches of reported speech, each up to the next speaker or the end."""
        opens = [start for start, _ in quotes]
        heads = [
            head for head in _heads(text) if _is_person(head[2]) and not _within(quotes, head[0])
        ]
        found = []
        for index, (start, begin, who) in enumerate(heads):
            end = heads[index + 1][0] if index + 1 < len(heads) else len(text)
            quote = bisect_right(opens, begin)
            if quote < len(opens):
                end = min(end, opens[quote] - 1)
            end = _back_to_report(text, begin, end)
            if end > begin:
                name = self._full_name(paragraph, who, paragraph.start + start)
                span = (paragraph.start + begin, paragraph.start + end)
                found.append(Speech(*span, name, False))
        return found

    def _full_name(self, paragraph: Paragraph, who: str, at: int) -> str:
        """Return `who` with the office that the article gives before `at`.

        A pronoun is the last speaker's, if one is named.
        """
        document = self._document
        who = _ASIDE.sub("", who).strip("，, ") or who
        who = _LIVES.sub(r"\g<where>", who) if "住" in who else who
        article = document.articles[paragraph.article] if document.articles else None
        since = max(article.start if article else 0, at - _NEAR)
        if _PRONOUN.match(who):
            who = self._named_before(since, at) or who
            who = _ASIDE.sub("", who).strip("，, ") or who
        if _PRONOUN.match(who) or _TITLED.search(who) or len(who) > 4:
            return who
        return self._office(who, since, at) + who

    def _named_before(self, since: int, at: int) -> str | None:
        """Return the last speaker by name in clean `[since, at)`, or None."""
        paragraphs, text = self._document.paragraphs, self._document.text
        while self._read < len(paragraphs) and paragraphs[self._read].start < at:
            paragraph = paragraphs[self._read]
            for start, _, who in _heads(text[paragraph.start : paragraph.end]):
                if not _PRONOUN.match(who) and _is_person(who):
                    self._named.append((paragraph.start + start, who))
            self._read += 1
        last = bisect_left(self._named, (at, "")) - 1
        return self._named[last][1] if last >= 0 and self._named[last][0] >= since else None

    def _office(self, who: str, since: int, at: int) -> str:
        """Return the office that stands right before the name in clean `[since, at)`, or ""."""
        end = self._document.text.find(who, since + 1, at)
        while end >= 0 and not self._document.text.endswith(_TITLES, 0, end):
            end = self._document.text.find(who, end + 1, at)
        if end < 0:
            return ""
        office = _OFFICE.search(self._document.text[max(since, end - _LONGEST_OFFICE) : end])
        return _OFFICE_CUT.split(office[0])[-1] if office else ""


def _heads(text: str) -> Iterator[_Head]:
    """Yield every 某某说，of `text`: where it begins, where the speech begins, who it is."""
    if _VERB_MARKED.search(text) is None:
        return
    for stretch in _STRETCH.finditer(text):
        start, end = stretch.span()
        if _VERB_MARKED.search(text, start, end) is not None:  # a quick look
            for match in _REPORTED.finditer(text, start, end):
                yield match.start(), match.end(), _told_by(match["who"])


def _within(spans: list[tuple[int, int]], at: int) -> bool:
    """Return whether `at` lies in one of `spans`, which are in order and do not overlap."""
    before = bisect_right(spans, (at, at + 1)) - 1
    return before >= 0 and spans[before][0] <= at < spans[before][1]


def _back_to_report(text: str, begin: int, end: int) -> int:
    """Return where reported speech of `[begin, end)` ends: where the paper's own report goes on."""
    stop = text.find("。", begin, end)
    back = _BACK_TO_REPORT.search(text, stop + 1, end + 6) if stop >= 0 else None
    return min(end, back.start()) if back else end


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
    stop = _STOP_AFTER.search(text, at)
    rest = text[at : stop.start() if stop else len(text)]
    end = text.find("。", at, at + _LEAD)
    face = _FACE.search(text, at, at + _LEAD if end < 0 else end)
    if face is not None:
        return face["who"]
    smiled = _SMILED.match(rest)
    if smiled is not None:
        return smiled["who"]
    if _TELLS.search(rest) is None:
        behind = _BEHIND.match(rest)
        return None if behind is None or _NO_PERSON.search(behind["who"]) else behind["who"]
    for match in _AFTER.finditer(rest.lstrip("，,")):
        who = match["who"]
        who = _told_by(who)
        if not _NO_PERSON.search(who):
            return who
    return None


def _before(text: str, at: int) -> str | None:
    """Return who is named before a quote: 李某说：“……”."""
    lead = _STOP_BEFORE.split(text[max(0, at - _LEAD) : max(0, at)])[-1]
    match = _BEFORE.search(lead) if _VERB_LAST.search(lead[-8:]) else _NAME_ONLY.search(lead)
    if match is None or _NO_PERSON.search(_told_by(match["who"])):
        return None
    return _COMMA.split(_told_by(match["who"]))[-1]


def _told_by(who: str) -> str:
    """Return the officer of 据园区负责人介绍; `who` itself where it names none (据了解)."""
    who = _LOOKING_AT.split(who)[0] or who
    return who[1:] if who.startswith("据") and _TITLED.search(who) else who


def _is_person(who: str) -> bool:
    if _NO_PERSON.search(who):
        return False
    return bool(_PRONOUN.match(who) or _PERSON.search(who))
