"""Figures: what each quantity of the text measures, clause by clause.

Input: a `Context` and its quantities. Output: `Draft`s in order, and the quantities that no rule
can name, with the reason. Scopes, periods and themes come later.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefgen.document import Role
from briefgen.extract.amounts import read_amount
from briefgen.extract.changes import (
    read_change,
    read_multiple,
    read_rank,
)
from briefgen.extract.clauses import Clause, open_bracket
from briefgen.extract.context import Context
from briefgen.extract.distribution import (
    distributed,
    hands_on,
    listed_before,
    name_over_times,
    paired_changes,
    recovered,
    remember_list,
    shared_out,
    times_listed,
)
from briefgen.extract.drafts import Desk, Draft, Memory, Mention
from briefgen.extract.durations import read_duration
from briefgen.extract.elsewhere import without_place
from briefgen.extract.from_to import read_from_to
from briefgen.extract.handing import OF_NO_AMOUNT, handed_in_turn, newly
from briefgen.extract.listing import (
    DONE_OF_THEM,
    EARN_SO_MUCH,
    LED_BY,
    RATE_OF_THEM,
    STEPS,
    TURNS,
    as_hedged,
    is_attribute,
    is_part_of_those,
    is_size_class,
    packed_until,
    place_beside,
    renamed,
    sized_thing,
    used_behind,
)
from briefgen.extract.manners import is_manner_of_speech
from briefgen.extract.naming import is_change, names_nothing, packed_name, tidy
from briefgen.extract.phrases import RATE_MOVED, Predicate, grammar_of, read_left
from briefgen.extract.quantities import Quantity, bounded
from briefgen.extract.times import TimeSpan
from briefgen.extract.unreal import CAME_OF, COUNTED, why_unreal
from briefgen.fact import Kind, RelationType
from briefgen.numerals import Form

_SKIPPED = {
    Role.CAPTION: "caption",
    Role.CREDIT: "caption",
    Role.BYLINE: "byline",
    Role.FURNITURE: "furniture",
    Role.HEADING: "heading",
}
_AMOUNTS = frozenset({Kind.COUNT, Kind.LEVEL})
_CHANGES = frozenset({Kind.GROWTH, Kind.CHANGE})
_JOINED = re.compile(r"[、和与及\s]*")
_OWN = (
    *(
        "全区",
        "我区",
        "全县",
        "我县",
        "全市",
        "我市",
        "全省",
        "我省",
        "全州",
        "我州",
        "我镇",
        "我乡",
    ),
    *("区里", "县里", "市里", "区内", "辖区", "本区", "本县", "本市", "本省"),
)


_LIST_GOES_ON = re.compile(
    "[^，。；]{0,14}?(?:全部|全面|均|都|已|如期|顺利)(?:实现)?(?:脱贫(?=出列|摘帽))?"
    "(?:出列|脱贫|摘帽|达标|办结|完工|竣工|通车|投产|投用|销号|清零)、"
)
_SAME_BELOW = re.compile("[（(][^（()）]{0,6}下同[)）]")  # 同比（下同）增长9.4%
_ASIDE = re.compile("^（[^（）]*）(?=、)")
_TO_WHOM = re.compile("(?:^|[，的区县市])[对为给向](?:[全我][区县市省])?$")
_DOES_BOTH = re.compile("(?:^|[，：])完成$")  # 完成4247户、6273人次低保清查工作
_SIDE_BY_SIDE = ("", "共")  # 195户500人搬迁协议, 27条共320公里水泥路


@dataclass(slots=True)
class _Edges:
    """Where the words of the next figure begin, and the words that figures side by side share."""

    left: int
    shared: str | None = None
    of_those: str = ""  # 三分之二的: of how many of its things the next figure holds


class FigureReader:
    """Reads the quantities of one document in order; `drafts` and `refused` are its result."""

    def __init__(self, context: Context) -> None:
        own = sorted({*context.area.names, *_OWN}, key=lambda n: (-len(n), n))
        self._context = context
        self._desk = Desk(context, grammar_of(context.lexicon.verbs), tuple(own))
        self.refused: list[tuple[Quantity, str]] = []

    @property
    def drafts(self) -> list[Draft]:
        """Return the drafts so far, in order of place."""
        return self._desk.drafts

    def read(self, quantities: Sequence[Quantity]) -> None:
        """Read all quantities, which stand in order of place."""
        by_clause: dict[int, list[Quantity]] = {}
        for quantity in quantities:
            clause = self._context.clause_at(quantity.numeral.start)
            if clause is None or quantity.numeral.start >= clause.end:
                self.refused.append((quantity, "outside the text"))
            else:
                by_clause.setdefault(clause.index, []).append(quantity)
        paragraphs = self._context.document.paragraphs
        last = {self._context.clauses[index].paragraph: index for index in by_clause}
        before: int | None = None
        for clause in self._context.clauses:
            at = clause.paragraph
            if before != at and before is not None and not self._is_listed(clause):
                self._desk.memory = Memory()
            before = at
            here = by_clause.get(clause.index)
            if here is None:
                if clause.index < last.get(at, -1) or paragraphs[at].role is Role.ITEM:
                    self._remember_words(clause)  # a figure comes that may be of them
            elif (skipped := _SKIPPED.get(paragraphs[at].role)) is not None:
                self.refused.extend((q, skipped) for q in here)
            else:
                self._read_clause(clause, here)

    def _remember_words(self, clause: Clause) -> None:
        """Keep the words of a clause without figures: the next figure may be of them.

        户籍人口，截至2021年末，共68.5万人: a clause that only says when is passed over.
        """
        memory, words = self._desk.memory, self._context.clause_text(clause)
        before = memory.noun_clause
        bare = self._desk.bare(words)
        known = self._context.lexicon.indicator_at_start(bare)
        listed = known is not None and bare[len(known) :][:1] in ("、", "和", "与")
        if known is not None and not listed:  # 居民消费价格指数同比持平，涨幅收窄3.7个百分点
            memory.base, memory.clause, memory.last = known, clause, None
            memory.whole = known
        if before is None or before.sentence != clause.sentence or bare:
            memory.noun, memory.noun_clause = words, clause

    def _remember_subject(self, clause: Clause, end: int) -> None:
        """Keep what passed the steps: 生产总值跨越2万亿元、3万亿元大关，2017年达到3.46万亿元."""
        words = self._context.text[clause.start : end]
        noun = tidy(self._desk.bare(read_left(words, self._desk.grammar).noun))
        if len(noun) >= 2:
            self._desk.memory.base, self._desk.memory.clause = noun, clause

    def _is_listed(self, clause: Clause) -> bool:
        """Return whether `clause` begins a panel's next entry: the subject flows on."""
        paragraphs = self._context.document.paragraphs
        before = paragraphs[clause.paragraph - 1]
        return before.role is Role.ITEM and paragraphs[clause.paragraph].role is Role.ITEM

    # --- a clause -----------------------------------------------------------------------------

    def _read_clause(self, clause: Clause, told: list[Quantity]) -> None:
        text = self._context.text
        here = [q for q in told if not is_attribute(text, q)]
        if len(here) < len(told):
            self.refused.extend((q, "attribute") for q in told if q not in here)
        if not here:
            return
        several = len(here) > 1
        shares = shared_out(self._desk, clause, here)
        if not shares and several:
            shares = recovered(self._desk, clause, here)
        if shares is not None:
            for draft in shares:
                self._keep(draft)
        elif several and (paired := paired_changes(self._desk, clause, here)) is not None:
            self._keep_pairs(clause, paired)
        else:
            self._read_figures(clause, here)

    def _keep_pairs(self, clause: Clause, paired: Sequence[Draft]) -> None:
        """Remember the changes of a list and its nouns: …分别由A、B增长到C、D，是2016年的…."""
        for draft in paired:
            self._keep(draft)
        self._desk.memory.members = tuple(d.base for d in paired)
        self._desk.memory.listed_in = clause.sentence

    def _read_figures(self, clause: Clause, here: list[Quantity]) -> None:
        text = self._context.text
        names, times = self._named_in_list(clause, here)
        hands_out = _GIVES_EACH.search(text, clause.start, here[0].start) is not None or hands_on(
            text, clause, here
        )
        edges = _Edges(clause.start)
        previous: Draft | None = None
        ended: Quantity | None = None
        for number, quantity in enumerate(here):
            later = here[number + 1] if number + 1 < len(here) else None
            if quantity is ended:
                continue
            if (reason := self._left_out(clause, quantity, later, edges)) is not None:
                self.refused.append((quantity, reason))
                continue
            draft = (
                None
                if later is None
                else read_from_to(self._desk, clause, quantity, later, edges.left)
            )
            if draft is not None and later is not None:
                ended, edges.left = later, later.end
                if draft.start is None:
                    self.refused.append((quantity, "start of a ratio"))
            else:
                draft = self._read_one(clause, here, number, edges, previous, bool(names))
            if draft is not None and names:
                draft = renamed(draft, names[number], previous)
                draft = replace(draft, when=times[number])
            elif draft is not None and hands_out:
                draft = handed_in_turn(self._desk, draft, number, len(here))
            if draft is None or names_nothing(draft.indicator):
                self.refused.append((quantity, "no indicator"))
                continue
            if edges.of_those:
                draft = replace(draft, indicator=edges.of_those + draft.indicator)
                edges.of_those = ""
            if previous is not None and (names or hands_out):
                draft = as_hedged(text, draft, previous)
            previous = draft
            self._keep(draft)

    def _named_in_list(
        self, clause: Clause, here: list[Quantity]
    ) -> tuple[list[str], Sequence[TimeSpan | None]]:
        """Return one noun and, where a list of them is told, one time a figure, or no nouns."""
        desk, untold = self._desk, [None] * len(here)
        remember_list(desk, clause, here)
        times = times_listed(desk, clause, here)
        if times and (name := name_over_times(desk, clause, here)):
            return [name] * len(here), times
        names = distributed(desk, clause, here)
        if not names and len(here) > 1:
            names = listed_before(desk, clause, here)
        return names, untold

    def _left_out(
        self, clause: Clause, quantity: Quantity, later: Quantity | None, edges: _Edges
    ) -> str | None:
        """Return why the figure is none of its own, and keep what it says of the next one."""
        text = self._context.text
        since = max(clause.start, quantity.start - 24)
        listed = text.find("、", since, clause.end) >= 0
        if listed and (steps := STEPS.search(text, since, clause.end + 1)) is not None:
            self._remember_subject(clause, steps.start())
            return "steps passed"
        if quantity.dimension == "ratio" and TURNS.match(text, quantity.end) is not None:
            came = max(text.rfind(word, clause.start, quantity.start) for word in "由从")
            self._remember_subject(clause, max(came, clause.start))
            return "start of a ratio"  # 结构由5.7:49.3:45.0，进一步优化为6.6:45.8:47.6
        if (why := why_unreal(self._context, clause, quantity)) is not None:
            if quantity.unit != "%":
                self._remember_subject(clause, quantity.start)
            if why in (COUNTED, CAME_OF):
                edges.left = text.find("中", quantity.end, quantity.end + 10) + 1 or quantity.end
            return why
        if is_size_class(text, quantity, later):
            return "size class"
        if is_manner_of_speech(text, quantity):
            return "manner of speech"
        if is_part_of_those(text, quantity, later):
            edges.of_those = text[quantity.start : quantity.end] + "的"
            return "share of those counted"
        return None

    def _read_one(
        self,
        clause: Clause,
        here: list[Quantity],
        number: int,
        edges: _Edges,
        previous: Draft | None,
        handed: bool,
    ) -> Draft | None:
        """Return the draft of the figure at `number` among those of its clause."""
        text, quantity = self._context.text, here[number]
        later = here[number + 1] if number + 1 < len(here) else None
        right_edge = clause.end if later is None else later.start
        left = text[edges.left : max(edges.left, quantity.start)]
        if left.startswith("（"):
            left = _ASIDE.sub("", left)  # 公办养老机构7家（含公建民营）、床位258张
        right = text[quantity.end : max(right_edge, quantity.end)]
        if "下同" in left:
            left = _SAME_BELOW.sub("", left)
        if later is not None and quantity.dimension == "count":
            of_them = _OF_THEM.get("" if later.unit == quantity.unit else later.unit)
            rated = None if of_them is None else of_them.fullmatch(right)
            right = right if rated is None else rated["who"] + "，"
        together = later is not None and right.strip() in _SIDE_BY_SIDE
        if together and not handed and (last := packed_until(text, here[number:])) is not None:
            after = number + last + 1
            stop = here[after].start if after < len(here) else clause.end
            right = text[here[number + last].end : stop]
        shared = later is not None and right.strip() == "、"
        if later is not None and shared and (_TO_WHOM.search(left) or _DOES_BOTH.search(left)):
            beyond = here[number + 2].start if number + 2 < len(here) else clause.end
            right = text[later.end : beyond]  # 对8.9万户次、13.9万人次低保对象
        sized = None if later is None else sized_thing(text, quantity, later)
        right = right if sized is None else sized  # 3条全长60公里的景观大道
        packed = previous is not None and left.strip() in _SIDE_BY_SIDE
        if packed and edges.shared is not None and not handed:
            left = edges.shared
        elif previous is not None and left.endswith("、") and _LIST_GOES_ON.fullmatch(left):
            left = ""  # 35个贫困村全部出列、1.2万户全部脱贫
        elif left in ("中有", "里有") or LED_BY.fullmatch(left):
            left = ""  # 以青山园区为龙头、15个集中区为支撑
        mention = Mention(clause, quantity, left, right, None if packed else previous)
        draft = self._draft(mention)
        if draft is not None and (packed or together) and draft.kind in _AMOUNTS:
            name = packed_name(draft.indicator, quantity.unit, quantity.dimension)
            draft, edges.shared = replace(draft, indicator=name), left
        whole = sized is not None or right.endswith("，")
        taken = 0 if whole else used_behind(draft, right, self._desk.grammar)
        if taken and later is not None and quantity.end + taken == later.start:
            edges.shared = left  # 覆盖3个乡镇9个村
        edges.left = quantity.end + taken
        return draft

    def _draft(self, mention: Mention) -> Draft | None:
        desk, quantity, previous = self._desk, mention.quantity, mention.previous
        if quantity.dimension == "rank":
            return read_rank(desk, mention)
        if quantity.unit == "个百分点" and "超" in mention.left:
            mention = replace(mention, left=_BEATS.sub("高于", mention.left))
        if quantity.unit == "%" and mention.left.endswith(_TO):
            mention = replace(mention, left=RATE_MOVED.sub(r"\g<rate>", mention.left))
        reading = read_left(mention.left, desk.grammar)
        noun = desk.bare(reading.noun)
        if quantity.numeral.text == "零" and mention.right.startswith("增长"):
            nil = replace(reading, predicate=Predicate.RISE, verb="增长")
            return read_change(desk, mention, nil, noun, None)
        if quantity.unit == "%" and _GROWS_BY.match(mention.right):
            risen = replace(reading, predicate=Predicate.RISE, verb="增长")
            return read_change(desk, mention, risen, noun, None)
        changed = previous is not None and previous.kind in _CHANGES
        if previous is not None and changed and _JOINED.fullmatch(mention.left):
            same = replace(
                reading, predicate=Predicate.RISE, verb=previous.verb, adverb=previous.adverb
            )
            return read_change(desk, mention, same, "", previous.negative)
        if previous is not None and (beside := place_beside(mention, previous)) is not None:
            return beside
        bound = reading.verb in ("低于", "高于") and quantity.unit in ("%", "‰") and noun
        if bound and not reading.against and not noun.endswith("比"):
            held = replace(reading, predicate=Predicate.LEVEL, verb="")
            hedged = replace(mention, quantity=bounded(quantity, reading.verb))
            return read_amount(desk, hedged, held, noun)  # 失业率低于5%
        if is_change(reading):
            return read_change(desk, mention, reading, noun, None)
        if quantity.numeral.form is Form.MULTIPLE:
            return read_multiple(desk, mention, noun)
        if quantity.dimension == "time":
            return read_duration(desk, mention, noun)
        return read_amount(desk, mention, reading, noun)

    def _keep(self, draft: Draft) -> None:
        """Remember `draft` as what later figures may refer to."""
        memory, drafts = self._desk.memory, self._desk.drafts
        if drafts and drafts[-1].indicator == draft.indicator:
            drafts[-1] = newly(self._desk, drafts[-1], draft)
        drafts.append(draft)
        if draft.kind in OF_NO_AMOUNT:
            return
        aside = self._is_aside(draft)
        if not aside:
            memory.base, memory.clause = without_place(self._context, draft), draft.clause
            if not memory.whole or not draft.base.startswith(memory.whole[:2]):
                memory.whole = draft.base
        if not aside and (draft.tie is None or draft.kind not in _CHANGES):
            memory.last = len(drafts) - 1
        if draft.kind in _AMOUNTS and draft.tie is not RelationType.PART_OF:
            memory.total = len(drafts) - 1

    def _is_aside(self, draft: Draft) -> bool:
        """Return whether the figure stands in brackets: 人均35129元（折合5719美元），增长8.1%."""
        start = self._context.sentences[draft.clause.sentence].start
        return open_bracket(self._context.text, start, draft.quantity.start) >= 0


# 3621名考生上线率100%; 17项问题整改完成16项
_OF_THEM = {"%": RATE_OF_THEM, "": DONE_OF_THEM, "元": EARN_SO_MUCH}
_TO = ("至", "到", "为", "约", "近")
_BEATS = re.compile("超过?出?(?=全[国省市州区县](?:平均)?(?:水平)?$)")  # 超全市平均8.4个百分点
_GROWS_BY = re.compile(
    "(?:左右|上下|以上)?的(?:同比|年均)?(?:增长(?!率)|增速|增幅)$"
)  # 实现了20%左右的增长
_GIVES_EACH = re.compile("分别|分[居列](?=全|第)")
