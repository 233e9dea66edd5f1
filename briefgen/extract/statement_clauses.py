"""A paragraph as clauses that know what surrounds them: sentence, speaker, plan or not.

Input: a document's paragraph, its speech and the verb lexicon. Output: `Clause`, in order; offsets
index the clean text. It does not decide whether a clause is a statement.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefgen.document import Document, Paragraph
from briefgen.extract.quick import compiled, firsts
from briefgen.extract.speakers import Speech, quoted_spans
from briefgen.extract.statement_calls import Calls, calls_on, may_call, nation_may_say, nation_says
from briefgen.extract.statement_lexicon import VerbLexicon
from briefgen.extract.statement_problems import turns_short
from briefgen.values import value_class

# 将 before an adverb or a verb is "will"; before a noun that is then 转化为, 融入 … it is 把
# (what may not stand before a mark is looked at behind it: a search for its character is quick)
_WILL = re.compile(r"将(?<!通过将)(?![近军士领心就功“《]|难求)")
_AS_OBJECT = re.compile(
    r"将(?:该|这|此|其|上述|相关|有关)|将[^，。]{1,40}?(?:“[^”]{1,20}?成|转化[为成]|转换[为成]|转变[为成]|做成|制成|加工成|摆在|摆上|放在|变为|变成|作为|融入|纳入|列为|列入|打造成|建设成|改造成"
    r"|延伸[至到]|拓展[至到]|拆除$|清理$|搬走$|移走$|清空$|下沉[至到]|搬[到进]|组织在|组织起来|串起来|串成|聚在|拧成|提交|递交|反馈|报送|转交|转为|连成|用于|应用于|带到|送到|送上|送进|交给|写入|推向|引向|与[^，。]{1,12}相?结合)"
)
# 将把恢复消费摆在优先位置: what 把 puts first, 将 cannot
_SURE = re.compile(
    r"必将|将要|即将(?<![和及、]即将)|将(?<![名大干战主骁闯]将)(?:把|会|对(?![口外接岸])|向(?!阳))"
)
# 要推进…, 就是要…; but 主要, 重要, 需要 (a need is no plan), 要素, 要求
_MUST = re.compile(
    r"要(?<![主重需只想必首次紧简摘纲纪提险扼概索之不]要)"
    r"(?![求素点闻害务件道塞么是冲领地员目义]|不(?![断忘改变失懈折遗])|看到|清醒|指出|认识|知道)"
)
_TO_DO = re.compile(
    "(?:抓好|做好|抓实|办好|推进|实施|完成)(?:以下|如下|下列)[^，]{0,8}(?:工作|任务|方面|项目|事项|实事)$"
)
_GOAL = re.compile(
    r"未来[\d一二三四五六七八九十几两]+个?[年月]|今后[\d一二三四五六七八九十几两]+个?[年月]|计划(?:于|在|到|用|今|明|年|\d)"
    r"|到20\d\d年|到“十[四五六七]五”末|到本世纪|到\d+年底?"
)
# 预计2011年达到316亿元 tells nothing of the sentences after it
_EXPECTED = re.compile("预计|有望|可望|即将|必将|计划投[资入]")
# 停车项目，计划投入30万元，完成…: what the money is for is planned too
_FUNDED = re.compile(r"(?:项目|工程)?(?:总?计划|拟)(?:总)?投[资入](?=[\d约近超])(?!.*的)")
_SURE_PLAN = compiled("(?<!即)将|下一步|下一阶段|接下来|今后|力争|明年")
_IS_FIGURE = compiled(r"(?<!第)\d[\d.,]*[万亿千百]*[余多]?(?![年月日\d.])")
# 年底前开通三条公交线; not 去年底前, 年底前已开通
_BY_THEN = compiled(
    "(?:(?:力争|确保|并|还|将|争取)?(?:今年|明年)?(?:年底|年末|月底|[0-9]{1,2}月底?|春节|国庆|汛期|入冬|开学|年内)前)(?![^，]*(?:已|了(?!解)|完毕))"
)
# 年内挂牌设立新的街道: while the year runs
_WITHIN_YEAR = re.compile(
    "(?:确保|力争)?(?:今年)?年内(?![前外]|[^，]*(?:已|了(?!解)|完毕|累计|先后|共[0-9]|新增|同比|增长))[^，]{4}"
)
# 开工和即将投产项目 are a kind of projects
# 有力促进, 希望小学: words that hold a mark of what is to come
_NO_MARK = re.compile(".?(?:力促进|希望(?:小学|学校|工程|之))|[有大合全努着奋主]力促")
# 正在积极谋划文峰塔下一阶段整体打造 is at work now
_AT_WORK = re.compile("正[在积极]*(?:谋划|筹划|筹备)")
# 原创歌曲《花开》获全市大奖、非遗节目《云河谣》入围全省展演
_AWARDED = re.compile("[^、]{3,}?(?:荣?获(?!得感)|入选|入围)[^、]{4,}")
_NOWHERE = -1  # no sentence
_WITH = ("和", "及", "、")
_INTENDS = re.compile(
    "计划(?<![动资度年大项作]计划)|拟(?<![动资度年大项作]拟)|打算(?<![动资度年大项作]打算)"
)
_TROUBLES = re.compile(
    "清醒[地的]?(?:看到|认识到|意识到)|^(?:但|同时|但是)?(?:我们)?(?:也|还|更)(?:要|应|应当|必须|需)(?:看到|认识到)$|我们也(?:看到|认识到)$|(?:差距|不足|短板|隐忧)(?:也|仍|依然|同样)?(?:不容(?:忽视|小觑|回避)|客观存在|不小)$|(?:存在(?!.{0,30}的问题)|面临|看到|认识到|意识到|还有|主要表现).{0,30}(?:困难|问题|不足|短板|差距|挑战|矛盾|弱项)"
    "|(?:[也仍还]有|[也仍还]?存在|暗藏|潜藏)[^，]{0,6}(?:隐忧|烦恼|烦心事|难处|苦恼|软肋|隐患|尴尬)$|带来(?:了|很大|较大|不小|严峻)*的?(?:挑战|压力|困难|影响)$|(?:矛盾|问题)(?:较为?|比较|十分|日益)*突出$"
    "|(?:困难|问题|不足|短板|差距)(?:和[^，]{2,4})?(?:主要)?(?:是|有|表现|如下)"
)
# 仍有3个断面水质不稳定，农业面源污染治理难度大: the rest of the sentence tells problems too
_STILL_SO = compiled("(?:仍|依然|仍然)(?:有|存在)[^，]{2,24}(?:不[稳达高足强]|滞后|薄弱|缓慢|老化)")
# each of them holds one of these: a paragraph without tells no trouble
_MAY_TROUBLE = re.compile(
    "清醒|困难|问题|不足|短板|差距|挑战|矛盾|弱项|压力|影响|隐忧|烦恼|烦心事|难处|苦恼|软肋|隐患|尴尬|我们也"
)
# 2017年怎么走？ 面向“十五五”，漪湖亮出了清单：年内签约…；与上游两县建立…
_ASKS_AHEAD = compiled(
    "(?:怎么|如何|怎样|往哪儿?|向何处)[走干办去]$|路在何方$|从何[处起]?[着发入]手$"
)
_SETS_OUT = compiled(
    "(?:[亮列开晒拿排定订绘描擘画勾划制谋提][出下就好定划勒绘]了?|已?[绘定]了)[^，]{0,12}"
    "(?:清单|单子|路线图|时间表|任务书|施工图|作战图|蓝图|调子|账本|目标|坐标|方向|思路)$"
)
_MAY_SET_OUT = re.compile(  # a quick look
    "怎么|如何|怎样|往哪|何处|路在何方|从何|清单|单子|路线图|时间表|任务书|施工图|作战图|蓝图|调子|账本|目标|坐标|方向|思路"
)
_COMING = re.compile(
    "面向|面对未来|下一步|下一程|未来|今后|明年|来年|新征程|新的一年|新一年|新起点|征途|展望|开局之年"
)
_HINDERS = re.compile("制约|拖累|影响|考验")  # 还将制约后续发展 is no plan
_AMENDS = compiled(
    "对此|下阶段|接下来|建议|(?:对|针对|解决)(?:于|好)?(?:这些|上述|存在)|这些(?:问题|都|困难)|下一步|必须高度重视|(?:一定|直面|正视)|引起.{0,6}重视|我们将|将采取|今后"
)
_DONE_MARK = compiled(r"(?<![为除到])了(?![解然])|已|完毕")
_A_TIME = (
    r"(?:自|从|到|在|截至|截止|早在)?(?:20\d\d年|\d{1,2}月|去年|前年|今年|明年|今后|未来|过去|近年|近几年|近日|日前|近期"
    r"|最近|目前|当前|如今|现在|当天|同年|同月|同日|[一二三四五六七八九十两\d]+年来|“?十[三四五]五|接下来|下一步|下一阶段"
    r"|下阶段|期间|此前|新的一年|这一年|上半年|下半年|上月|本月|年初|年底|年内|以来)"
)
_TIME_ONLY = re.compile(
    f"(?:{_A_TIME})"
    r"(?:以来|开始|期间|初|底|末|起|度|全年|[上中下]旬|[上下]午|晚|至|到|年|月|日|的|间|里|内|这|来|第.季度|规划|时期|”"
    r"|[\d一二三四五六七八九十几两]|、|去年|今年|一段时间|一个时期)*"
)
_TIME_BEGINS = firsts(_A_TIME)
# what a further predicate begins with: …、清理核实…、指导…完成…
_ACT = compiled(
    r"(?:成功|全面|顺利|累计|已)?(?:解决|清理|完成|指导|协助|帮助|推动|建成|出台|开展|启动|建立|举办|引进|签约|打造|获评"
    r"|入选|荣获|组建|成立|开通|投用|修建|改造|整治|处置|办结|化解|破解|督促)"
)
# 五个薄弱村全部“摘帽”: no name
_QUOTED_VERBS = frozenset(
    (
        "摘帽",
        "清零",
        "出列",
        "上云",
        "触网",
        "破冰",
        "上岸",
        "落地",
        "上线",
        "销号",
        "归零",
        "瘦身",
        "搬家",
    )
)
# in which names stand; “” may hold each other, these do not
_PAIRS = (("《", "》"), ("（", "）"), ("(", ")"), ("‘", "’"))
# between digits a comma or a colon is part of a number: 1,600家; 2.6：48.8：48.6
# (what a mark is to have around it stands behind the mark: a search for one of so many is quick)
_BREAK = re.compile(
    r"[，,。！？!?；;：:●•■◆▲★\n—…>](?:(?<=[。！？!?；;●•■◆▲★\n])|(?<=[，,：:])(?!(?<=\d.)\d)"
    r"|(?<=—)(?:—+|(?<![\u4e00-\u9fffA-Za-z].)|(?![\u4e00-\u9fffA-Za-z]))|(?<=…)…*|(?<=>)>>)"
)
_SENTENCE_ENDS = ("。", "！", "？", "!", "?", "；", ";", "——")
_BEFORE_CLAUSE, _BEHIND_CLAUSE = " \u3000\n—…>”●•", " \u3000\n—…"
_NO_LIST_OF_ACTS = re.compile(r"包含|包括|涉及|按照|围绕|聚焦")


@value_class(frozen=True, slots=True)
class Clause:
    """A stretch between commas, `start` to `end` in the clean text.

    `masked` is `text` with quoted names and brackets blanked, so that a verb found in it is the
    clause's own. `future`: it tells a plan. `modal`: it says so itself. `time`: it is only a time.
    `troubled`: problems are being told, as after 我们也清醒地看到，还存在不少困难和问题; `short`:
    and nothing else, as under their heading. `ahead`: so are tasks, as in a report's part on them.
    """

    start: int
    end: int
    text: str
    masked: str
    sentence: int
    future: bool
    modal: bool
    time: bool
    speaker: str | None
    panel: bool
    troubled: bool
    short: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a paragraph's place says of its clauses: `ahead` in a report's part on what is to be
    done, `panel` under a short heading of plans (六个上台阶), where even 达到一流 is one, `past` in
    a part on a year that is over, where one sentence's plan (二期将于6月开工) is not the next's,
    `troubles` in one on problems (五、存在问题). `running`: the year of its date is not at its end.
    """

    ahead: bool
    panel: bool
    past: bool = False
    troubles: bool = False
    running: bool = False


class _Speakers:
    """Who speaks where in a paragraph's reported speech, of which no two stretches overlap."""

    def __init__(self, speech: tuple[Speech, ...]) -> None:
        self._speech = [said for said in speech if not said.direct]
        self._starts = [said.start for said in self._speech]

    def at(self, position: int) -> str | None:
        """Return the speaker at a clean position, or None."""
        before = bisect_right(self._starts, position) - 1
        said = self._speech[before] if before >= 0 else None
        return said.speaker if said is not None and position < said.end else None


def split_clauses(
    document: Document,
    paragraph: Paragraph,
    speech: tuple[Speech, ...],
    verbs: VerbLexicon,
    outlook: Outlook,
) -> tuple[Clause, ...]:
    """Return the clauses of `paragraph` outside direct speech.

    `outlook` says whether they are plans where they do not say so themselves.
    """
    text = document.text[paragraph.start : paragraph.end]
    direct = [(s.start - paragraph.start, s.end - paragraph.start) for s in speech if s.direct]
    closed = mask(text)
    speakers = _Speakers(speech)
    tense = _Tense(outlook, verbs, closed)
    nation = nation_may_say(closed)
    clauses = []
    above = _NOWHERE  # the sentence in which the nation's party or government speaks
    for start, words, sentence in _stretches(text, closed, direct):
        at, end = paragraph.start + start, start + len(words)
        masked = closed[start:end]
        if nation and nation_says(masked):
            above = sentence
        if sentence == above:
            continue
        speaker = speakers.at(at) if speech else None
        short = outlook.troubles or tense.falls_short(start)
        modal = tense.read(words, masked, speaker, sentence)
        clauses.append(
            Clause(
                at,
                paragraph.start + end,
                words,
                masked,
                sentence,
                tense.future,
                modal,
                words[0] in _TIME_BEGINS and _TIME_ONLY.fullmatch(words) is not None,
                speaker,
                outlook.panel,
                tense.troubled,
                short and tense.troubled,
                tense.ahead,
            )
        )
    return tuple(clauses)


class _Tense:
    """Whether the clauses of a paragraph, read in order, tell plans or problems.

    `closed` is its text with what stands in quotes and brackets blanked.
    """

    def __init__(self, outlook: Outlook, verbs: VerbLexicon, closed: str) -> None:
        self.ahead = outlook.panel or outlook.ahead  # the place tells what is to be done
        self._past = outlook.past and not self.ahead
        self._running = outlook.running
        self._verbs = verbs
        self._calls = Calls(verbs) if may_call(closed) else None
        self._may_trouble = _MAY_TROUBLE.search(closed) is not None
        self._may_be_still_so = _STILL_SO.search(closed) is not None
        self._may_set_out = _MAY_SET_OUT.search(closed) is not None
        self._called = False  # the last clause was a plan only because somebody called for it
        self.future = self.ahead
        self.troubled = outlook.troubles
        self._short = turns_short(closed)  # where it tells what falls short
        self._hard: int | None = None  # the sentence that began to tell of problems
        self._speaker: str | None = None
        self._coming = _NOWHERE * 2  # the last sentence that names what is to come
        self._until: int | None = None  # the sentence that a passing expectation lasts for

    def falls_short(self, at: int) -> bool:
        """Return whether what falls short is told at `at`, from where on there is trouble."""
        inside = self._short is not None and self._short[0] <= at < self._short[1]
        self.troubled = self.troubled or inside
        return inside

    def read(self, words: str, masked: str, speaker: str | None, sentence: int) -> bool:
        """Go on to the next clause; return whether it says itself that it is yet to come."""
        anew = speaker != self._speaker or self._until not in {None, sentence}
        if anew or self._called:
            self.future, self._until = self.ahead, None  # whoever begins to speak begins anew
        self._speaker = speaker
        if self.troubled and self._hard not in {None, sentence}:
            self.troubled, self._hard = False, None
        told = self.troubled or (self._may_trouble and _TROUBLES.search(masked) is not None)
        if self._may_be_still_so and not told and _STILL_SO.search(masked) is not None:
            told, self._hard = True, sentence
        self.troubled = told and _AMENDS.search(masked) is None
        within = self._running and _WITHIN_YEAR.match(masked) is not None
        modal = within or is_plan(words, masked, self._verbs)
        modal = modal or (self._calls is not None and calls_on(masked))
        modal = modal and not (self.troubled and _HINDERS.search(masked))
        self.future = modal or (self.future and not _is_reached(masked, self._verbs))
        if self._may_set_out and self._sets_out(masked, sentence):
            self.ahead, self.future, self._until = True, False, _NOWHERE
            return False
        if modal and _EXPECTED.search(masked) and not _firmly(words, masked):
            passing = "即将" in masked or masked == "预计"
            passing = passing or _IS_FIGURE.search(masked) is not None
            passing = passing and not _FUNDED.match(masked)
            self._until = _NOWHERE if passing else sentence
        elif modal:
            dated = _DATED_ONCE.search(words) or _BY_THEN.match(masked)
            once = self._past or dated or within or _is_maxim(words, masked, self._verbs)
            once = once or _EFFECT.search(masked) is not None
            self._until = sentence if once else None
        called = self._calls is not None and self._calls.read(masked)
        self._called = called and not self.future
        self.future = self.future or called
        return modal

    def _sets_out(self, masked: str, sentence: int) -> bool:
        """Return whether the paragraph goes on with what is to come: 下一步怎么走？"""
        asked = _ASKS_AHEAD.search(masked) is not None
        if asked or _COMING.search(masked) is not None:
            self._coming = sentence
        near = sentence - self._coming <= 1
        return asked or (near and _SETS_OUT.search(masked) is not None)


# 龙头企业顺利落地，将有力助推育繁推一体化。入选全国试点县: what comes of a work is no plan for
# the sentences behind
_EFFECT = re.compile(
    "(?:建成|投产|投用|达产|完工|竣工|通车|投入使用)[以之]?后，?[^，]{0,6}(?:必|也)?将"
    "|^[^，]{0,8}(?:必|也)?将(?:会)?(?:有[力效]|极大|大大|显著|大幅)*(?:助[力推]|带动|填补|补齐|缓解|惠及|满足|方便|有助于|为[^，]*(?:提供|奠定|注入|创造))"
)
# 高铁东站主体封顶，明年6月投用。新增绿地120公顷: that is done
_DATED_ONCE = re.compile(
    "(?:明年|今年|年内|20[0-9]{2}年)?[0-9]{1,2}月(?:份|底|末)?(?:前)?[^，。；]{0,8}(?:投用|投产|开工|完工|竣工|建成|通车|启用|开放|开业|投入使用)"
)


def _firmly(text: str, masked: str) -> bool:
    """Return whether a clause says what will be or must be, not only what is expected."""
    return bool(_MUST.search(masked) or _SURE_PLAN.search(masked) or _aims(text, masked))


def _is_maxim(text: str, masked: str, verbs: VerbLexicon) -> bool:
    """Return whether a clause only says what must be, and nothing to be done: 苗多了，要成林."""
    if _SURE_PLAN.search(masked) or _waits(masked, verbs) or _aims(text, masked):
        return False
    acts = (verbs.adverb, verbs.anchor, verbs.lead, verbs.tail)
    must = tuple(_MUST.finditer(masked))
    return bool(must) and not any(act.match(masked, m.end()) for m in must for act in acts)


def is_plan(text: str, masked: str, verbs: VerbLexicon) -> bool:
    """Return whether a clause says of itself that it is yet to come: 将, 要, 下一步, 力争 …."""
    if verbs.hint.search(text) is None or _AT_WORK.search(masked):
        return False
    if _BY_THEN.match(masked) is not None:
        return True
    return (
        bool(_MUST.search(masked) or _waits(masked, verbs) or _aims(text, masked))
        or _FUNDED.match(masked) is not None
        or _TO_DO.search(masked) is not None
        or after_modal(text, masked, verbs) > 0
    )


def _aims(text: str, masked: str) -> bool:
    """Return whether a clause names the time of an aim: 到“十五五”末, not “人才计划2.0版”."""
    goal = _GOAL.search(text)
    return goal is not None and masked[goal.start()] != "□"


def _waits(masked: str, verbs: VerbLexicon) -> bool:
    """Return whether a clause holds a word for what is to come: 力争…; 计划整合…, not 行动计划."""
    for mark in verbs.future.finditer(masked):
        if _NO_MARK.match(masked, max(0, mark.start() - 1)):
            continue
        if mark[0] != "即将" or masked[: mark.start()][-1:] not in _WITH:
            return True
    ends = (mark.end() for mark in _INTENDS.finditer(masked))
    return any(verbs.anchor.match(masked, end) or masked.startswith("把", end) for end in ends)


def after_modal(text: str, masked: str, verbs: VerbLexicon) -> int:
    """Return where the predicate begins behind the last 将 or 要 of a clause, 0 without one.

    清河将深化改革 is "will"; 将十几口小水塘“连片成湖”, 将难题转化为机遇 are objects put first.
    """
    return _behind_modal(text, masked, verbs) if "将" in masked or "要" in masked else 0


@lru_cache(maxsize=1024)  # several rules ask for it in one clause
def _behind_modal(text: str, masked: str, verbs: VerbLexicon) -> int:
    ends = [m.end() for m in _MUST.finditer(masked)] + [m.end() for m in _SURE.finditer(masked)]
    head = len(masked) - len(masked.lstrip("，"))
    for match in reversed(tuple(_WILL.finditer(masked))):  # the last that says so is enough
        first = match.start() <= head
        verb = (verbs.adverb, verbs.anchor, verbs.lead, verbs.tail)
        if first and not any(p.match(masked, match.end()) for p in verb):
            continue
        acts = any(p.match(masked, match.end()) for p in (verbs.adverb, verbs.anchor))
        if acts or not _AS_OBJECT.match(text, match.start()):
            ends.append(match.end())
            break
    return max(ends, default=0)


def _is_reached(masked: str, verbs: VerbLexicon) -> bool:
    """Return whether a clause ends a plan that the clauses before it tell: 已完成…."""
    return (verbs.past.search(masked) or _DONE_MARK.search(masked)) is not None


def mask(text: str) -> str:
    """Return `text` of the same length with what stands in “”, 《》 and brackets blanked."""
    spans = [span for span in quoted_spans(text) if text[slice(*span)] not in _QUOTED_VERBS]
    for opening, closing in _PAIRS:
        at = text.find(opening)
        while at >= 0 and (end := text.find(closing, at + 1)) >= 0:
            spans.append((at, end + 1))
            at = text.find(opening, end + 1)
    if not spans:
        return text
    parts: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end > at:  # some stand in others
            parts += (text[at:start], "□" * (end - max(start, at)))
            at = end
    return "".join((*parts, text[at:]))


def _stretches(
    text: str, closed: str, direct: list[tuple[int, int]]
) -> Iterator[tuple[int, str, int]]:
    """Yield the words between commas and stops that lie outside quotes and brackets.

    Each with where it begins and the number of its sentence; a direct quote ends one too. `closed`
    is `text` with what stands in quotes and brackets blanked.
    """
    cuts = [(at := mark.start(), at + 1) for mark in _BREAK.finditer(closed)]
    if direct:
        cuts = sorted([*cuts, *((start - 1, end + 1) for start, end in direct)])
    cuts.append((len(text), len(text)))
    at = sentence = 0
    for cut, after in cuts:
        stops: tuple[int, ...] = (cut,)
        if closed.find("、", at, cut) >= 0:
            stops = (*_between_predicates(closed[at:cut], at), cut)
        for stop in stops:
            words = text[at:stop].lstrip(_BEFORE_CLAUSE)
            start = stop - len(words)
            if words := words.rstrip(_BEHIND_CLAUSE):
                yield start, words, sentence
            at = stop + 1
        if after > cut + 1 or closed.startswith(_SENTENCE_ENDS, cut):
            sentence += 1
        at = after


def _between_predicates(clause: str, at: int) -> Iterator[int]:
    """Yield the 、 between predicates: 解决原材料受阻问题、清理核实闲置土地、指导基金完成估值.

    `at` is where the clause begins.
    """
    if _NO_LIST_OF_ACTS.match(clause):
        return
    parts = clause.split("、")
    acts = all(_ACT.match(part) and len(part) >= 8 for part in parts[1:])
    if (acts and _ACT.search(parts[0])) or all(map(_AWARDED.fullmatch, parts)):
        for part in parts[:-1]:
            at += len(part)
            yield at
            at += 1
