"""Growth, differences, rankings and multiples: what they are of.

Input: a `Mention` with the reading of its left side, and the document's `Desk`. Output: a `Draft`,
or None where no rule names the figure. Amounts and durations are read elsewhere.
"""

from __future__ import annotations

import re

from briefgen.extract.clauses import Clause, open_bracket
from briefgen.extract.completing import BEYOND, made_by
from briefgen.extract.drafts import Desk, Draft, Mention
from briefgen.extract.naming import growth_name, rank_name, tidy
from briefgen.extract.phrases import Predicate, Reading
from briefgen.extract.places import place_told
from briefgen.fact import Kind, RelationType
from briefgen.numerals import Form

_COMPARED = frozenset(("高于", "低于", "快于", "慢于", "高出", "高", "低", "领先"))
_RATES = frozenset(("增速", "增幅", "降幅", "涨幅", "占比", "比重"))
_ADJUSTED = re.compile(r"^(?:扣除|剔除|不含|按可比).*(?:后|因素|口径|价格)$")
_DRIVEN = re.compile(r"^(?:拉动|带动|推动)(?:.{2,8})?$")
_CONTRIBUTES = re.compile("(?<=.{2})对.{2,}贡献率$")
# 完成投资12亿元，为年度计划的40%，同比增长6%: it is the amount that grows by a rate
_SHARE_OF_IT = re.compile("(?<=.{2})占[^占]{2,16}比重$")
_SECTOR = re.compile(
    "(?:产|工|农|服务|制造|建筑|采矿|金融|供应)业$|(?:股份制|私营|投资|控股|民营|国有)企业$"
)
_DIVIDES = re.compile("其中|[分从按](?:经济|企业|登记注册)?(?:类型|行业|产业|门类)看")
_VALUE = re.compile("(?:增加值|总产值|产值|投资|用电量)$")
_HALVES = frozenset(("城市", "农村", "城镇", "乡村"))


_COMPARES = re.compile("[比较](?![重例率分萨赛价])[^，]{2,14}$")  # 比老城面积扩大了3倍多


def noun_before(desk: Desk, clause: Clause) -> tuple[str, Clause]:
    """Return the subject of the clause before, which has no figure of its own, and that clause."""
    before = desk.memory.noun_clause
    if before is None or before.paragraph != clause.paragraph or clause.index - before.index > 2:
        return _of_heading(desk, clause), clause
    words = desk.bare(desk.memory.noun)
    known = desk.context.lexicon.indicator_pattern.match(words)
    if known is not None:
        return known.group(), before
    if before.sentence != clause.sentence:
        return "", clause  # ——综合实力跃上新台阶。2017年达到…: a heading's words name nothing
    cut = desk.grammar.predicate.search(words, 2)
    noun = words[: cut.start()] if cut else words
    return (tidy(noun), before) if 2 <= len(noun) <= 24 else ("", clause)


_GOES_ON = ("由", "从", "年均", "同比", "比上年", "较上年")


def _of_heading(desk: Desk, clause: Clause) -> str:
    """Return the subject that a panel's heading names for an entry without one.

    农村居民年人均收入较快增长 / 由8284元增加到1.2万元 / 年均增长11.2%.
    """
    heading = desk.context.paragraph_of(clause).heading
    if not heading or not desk.context.text.startswith(_GOES_ON, clause.start):
        return ""
    risen = _HEADED_SO.fullmatch(desk.bare(heading))
    return tidy(risen["noun"]) if risen is not None else ""


_HEADED_SO = re.compile(
    "(?P<noun>[^，。；：]{3,16}?)(?:较快|稳步|持续|不断|大幅|明显|快速|稳定|连年)*"
    "(?:增长|提高|提升|增加|上升|下降|降低|扩大)"
)


# 在“全国百强区”排名中蝉联全省第一: the list is what is ranked
_IN_LIST = re.compile("^[^，]*在(?P<list>“[^”]+”|《[^》]+》)(?:的?(?:排名|排行|评比|考核|测评))?中")


_ENTERED = re.compile("[^，]{0,10}(?:连续[^，]{1,4}年)?(?:入选|上榜|入围|登榜|榜上有名)")
_CONTEST = re.compile(
    "^(?:在|据|根据)?(?:[^，]{0,24}?(?:发布|公布|通报)了?的?)?(?:20[0-9]{2}年?度?)?(?P<name>[^，]{4,30}?(?:评估|评价|考核|测评|评比|排名|排行榜?|榜单|监测|竞赛|百强[区县市]))"
    "(?:中|里|上)?$"
)


def contest_before(desk: Desk, clause: Clause) -> tuple[str, Clause] | None:
    """Return the contest that the clause before names, with that clause."""
    before = desk.context.clauses[clause.index - 1] if clause.index else None
    if before is None or before.sentence != clause.sentence:
        return None
    if _ENTERED.fullmatch(desk.context.clause_text(before)) and clause.index > 1:
        before = desk.context.clauses[
            clause.index - 2
        ]  # 发布百强市榜单，东江市连续三年入选，列第82位
        if before.sentence != clause.sentence:
            return None
    told = _CONTEST.match(desk.context.clause_text(before))
    return (re.sub("排名$", "", told["name"]), before) if told is not None else None


_FIRST_TIME = re.compile("(?<=量|速|幅|模|入|值)(?:首次|首度|再次|连续)+$")  # 总量首次进入全省前六


_AMONG_PLACES = re.compile("[（(](?:[县区市州旗][、/]?)+[）)]$")  # 居全省88个县（市、区）第12位


def read_rank(desk: Desk, mention: Mention) -> Draft | None:
    """Return a place in a ranking: 综合科技创新指数居全市第一."""
    if (listed := _ranked_with(desk, mention)) is not None:
        return listed
    clause, memory = mention.clause, desk.memory
    words = _IN_LIST.sub(r"\g<list>", mention.left)
    words = re.sub("分(?=[居列](?:全|$))", "分别", words)  # 分居全省第2、第3位
    words = re.sub(r"[，、：:]+$", "", words).strip()
    noun, area = rank_name(words if _AMONG_PLACES.search(words) else words.strip("）) "))
    noun = tidy(desk.bare(noun))
    start = clause
    if _THOSE_MEASURES.fullmatch(noun) is not None:
        noun, start = _measures_told(desk, clause, noun)  # 两项指标均居全省第一
    noun = "" if noun == "分别" else _FIRST_TIME.sub("", noun)
    entered = noun.endswith(("入选", "上榜", "入围"))
    contest = None if len(noun) >= 2 and not entered else contest_before(desk, clause)
    if contest is not None:
        noun, start = contest  # 在全省营商环境评估中，清河列第7位
    before = mention.previous
    if not noun and before is not None and before.kind is Kind.RANK:
        noun = before.base  # 分别居全市第2位、第4位
    last = desk.drafts[-1] if desk.drafts else None
    near = last is not None and last.clause.sentence == clause.sentence
    if not noun and last is not None and near and last.verb in _COMPARED:
        noun = _DIFFERENCE.sub("", last.indicator)  # 增幅高出江州平均0.5个百分点，居第二位
    if len(noun) < 2 or noun in ("增速", "增幅", "总量", "增量", "规模"):
        far = memory.clause is not None and memory.clause.sentence != clause.sentence
        base = (memory.base if not far else "") or tidy(desk.bare(memory.noun))
        base = _WHO_IS_HONOURED.sub("", base)
        start, noun = desk.carried(clause), base + noun
    if not noun:
        return None
    tied = memory.last if memory.base and noun.startswith(memory.base) else None
    tie = RelationType.RANK_OF if tied is not None else None
    name = f"{noun}{area}排名"
    return Draft(mention.quantity, clause, start, Kind.RANK, name, noun, tie=tie, tied=tied)


def _ranked_with(desk: Desk, mention: Mention) -> Draft | None:
    """Return a rank of a list whose first says where: 居全国百强县投资潜力第3、绿色发展第5."""
    before, named = mention.previous, _LISTED_RANK.fullmatch(mention.left)
    if before is None or before.kind is not Kind.RANK or named is None:
        return None
    of = _OF_HUNDRED.match(before.base)
    noun = (of.group() if of is not None else "") + tidy(desk.bare(named["noun"]))
    name = noun + before.indicator[len(before.base) :]
    return Draft(mention.quantity, mention.clause, before.from_clause, Kind.RANK, name, noun)


_LISTED_RANK = re.compile("[、和](?P<noun>[^，。；、0-9居列排全]{3,14})")
_OF_HUNDRED = re.compile("(?:百强[县区市镇]|[^，]{2,8}(?:百强|榜单?))")
_THOSE_MEASURES = re.compile("(?:上述|以上|这|前述)?[两三四](?:项|个|大)(?:主要)?指标均?")


def _measures_told(desk: Desk, clause: Clause, noun: str) -> tuple[str, Clause]:
    """Return the measures that the sentence of `clause` told before, and where they begin.

    `noun` and `clause` where it told fewer than two.
    """
    told = [d for d in desk.drafts[-8:] if d.clause.sentence == clause.sentence]
    bases = list(dict.fromkeys(d.base for d in told))
    return ("、".join(bases), told[0].from_clause) if 1 < len(bases) < 5 else (noun, clause)


# 清河脐橙入选全国名录，位居全省第三
_WHO_IS_HONOURED = re.compile("(?<=.{2})(?:成功)?(?:入选|获评|荣获|获批|上榜|被评为|被认定为).*$")
_PRICES = re.compile("价格(?:总水平|指数)?$")
_IS_BOUGHT = re.compile(
    "(?:食品|烟酒|衣着|居住|生活用品|服务|交通|通信|通讯|教育|文化|娱乐|医疗|保健|其他|用品|[及和、]|类|粮食|猪肉|鲜菜|鲜果|蛋类?|水产品|畜肉)+"
)
_TOGETHER = re.compile("(?:合计|共同|[两三四]者|一起)(?:共同)?(?:拉动|带动|推动)")


def _all_listed(desk: Desk, mention: Mention) -> str:
    """Return all of a list told of together: A、B分别增长5%、6%，合计拉动增长1.5个百分点."""
    memory = desk.memory
    told = memory.listed_in == mention.clause.sentence and _TOGETHER.search(mention.left)
    return "、".join(memory.members) if told else ""


def _base_told(desk: Desk, mention: Mention, noun: str) -> str:
    """Return what the words before a change say that it is of, "" where they name nothing."""
    base = "" if _COMPARES.match(noun) or noun in ("由", "从", "自") else tidy(noun)
    if _ADJUSTED.search(base):
        base = ""
    if not base and mention.quantity.unit in ("%", "倍") and _SHARE_OF_IT.search(desk.memory.base):
        desk.memory.base = _SHARE_OF_IT.sub("", desk.memory.base)
    if mention.quantity.dimension == "rate" and desk.memory.base and _DRIVEN.match(base):
        # 增长9.3%，拉动经济增长4.6个百分点; 对全区工业的贡献率为68%，拉动增长4.3个百分点
        base = (_all_listed(desk, mention) or _CONTRIBUTES.sub("", desk.memory.base)) + base
    if _PRICES.search(desk.memory.base) and _IS_BOUGHT.fullmatch(base) is not None:
        base += "价格" if "其中" in _before(desk, mention) else ""  # 其中食品烟酒上涨3.4%
    if base in _HALVES and desk.memory.base and "其中" in _before(desk, mention):
        base += re.sub("^(?:城市|农村|城镇|乡村)", "", desk.memory.base)  # 其中城市上涨1.7%
    near = desk.memory.clause is not None and desk.memory.clause.sentence == mention.clause.sentence
    return (made_by(desk.memory.base, base) if near else None) or base


def read_change(
    desk: Desk, mention: Mention, reading: Reading, noun: str, negative: bool | None
) -> Draft | None:
    """Return a growth rate or a difference; without a subject it is that of the figure before.

    `negative` is the direction that a list shares (分别下降12.5%、20%), None where the verb tells.
    """
    noun = "" if _THIS_MEASURE.fullmatch(noun) else noun  # 这一比重比全市高9个百分点
    counted_so = noun if noun in _COUNTED_SO and desk.memory.base else ""
    noun = "" if counted_so else noun  # 预算收入3.5亿元，自然增幅2%
    base = _base_told(desk, mention, noun)
    placed = place_told(desk, mention, base)
    if placed is not None:
        base = placed[1]  # 民间投资下降0.2%，其中东区增长9.1%、西湖县增长6.4%
    if _SECTOR.search(base) and _DIVIDES.search(_before(desk, mention)):
        whole = _VALUE.search(desk.memory.base)
        base += whole.group() if whole is not None else ""  # 增加值增长20%，其中服务业增长23%
    against = _against(desk, mention, reading, base)
    if against is not None:
        return against
    start, tied, memory = mention.clause, None, desk.memory
    if (
        reading.verb == "净增"
        and not base
        and memory.base
        and mention.quantity.dimension == "count"
    ):
        return added(desk, mention, "净增")
    if not base or base in ("其", "总量"):
        base, start, tied = _told_last(desk, mention.clause)
        if not base:
            base, start = noun_before(desk, mention.clause)
    if not base:
        return None
    without = _WITHOUT.match(noun)
    words = noun + reading.adverb
    how = _reckoned(desk, mention.clause, base, words) if without is None else without.group()
    how = counted_so or how
    unit = mention.quantity.unit
    if mention.quantity.numeral.form in (Form.FRACTION, Form.HALF):
        unit = unit or "成"  # 增加一半, 减少三分之一: a rate, as 增长三成
    return Draft(
        mention.quantity,
        mention.clause,
        start,
        Kind.GROWTH if unit in ("%", "‰", "倍", "成") else Kind.CHANGE,
        growth_name(base + how, reading, unit),
        base,
        negative=_falls(reading, base) if negative is None else negative,
        tie=RelationType.GROWTH_OF if tied is not None else None,
        tied=tied,
        adverb=reading.adverb,
        verb=reading.verb,
        place=placed[0] if placed is not None else "",
    )


def _falls(reading: Reading, base: str) -> bool:
    """Return whether a change is a fall; PM2.5浓度同比改善7.7% is one, 优良率改善 is none."""
    if reading.verb == "改善" and _BETTER_IF_LESS.search(base) is None:
        return False
    return reading.predicate is Predicate.FALL


_COUNTED_SO = frozenset(("自然", "同口径", "可比", "名义", "实际", "可比口径", "自然口径"))
_BETTER_IF_LESS = re.compile("PM|浓度|综合指数|能耗|臭氧|降尘")
_THIS_MEASURE = re.compile("(?:这一|这个|该)(?:比重|比例|数字|指标|数据|增速|水平)")
# 投资增长2.3%，扣除房地产开发投资后增长6.1%: of less than the whole
_WITHOUT = re.compile("(?:扣除|剔除|不含)(?![^，]*(?:因素|价格|口径))[^，]{2,12}后$")


_REAL = re.compile("实际|(?:价格|物价)因素")
_RECKONED = re.compile("同口径|可比口径|自然口径|[扣剔]除[^，]{2,8}因素后?")


def _reckoned(desk: Desk, clause: Clause, base: str, words: str) -> str:
    """Return how a rate is reckoned that is told beside another: 名义增长5%，实际增长4%; or ""."""
    last = desk.drafts[-1] if desk.drafts else None
    if last is None or last.kind is not Kind.GROWTH or last.base != base:
        return ""
    if last.clause.sentence != clause.sentence:
        return ""
    how = _RECKONED.search(words)
    return "实际" if _REAL.search(words) else how.group() if how is not None else ""


def _told_last(desk: Desk, clause: Clause) -> tuple[str, Clause, int | None]:
    """Return what a bare change is of, where its quote begins, and the figure that it goes with.

    审批时限压减至35个工作日，较法定时限压缩65%: of the time just told.
    """
    last = desk.drafts[-1] if desk.drafts else None
    if last is not None and last.kind is Kind.DURATION:
        near = clause.index - last.clause.index <= 1
        if near and last.clause.sentence == clause.sentence:
            return last.indicator, last.from_clause, None
    if last is not None and _in_same_brackets(desk, last, clause):
        return last.base, last.from_clause, len(desk.drafts) - 1
    return desk.memory.base, desk.carried(clause), desk.memory.last


def _in_same_brackets(desk: Desk, told: Draft, clause: Clause) -> bool:
    """Return whether `clause` goes on in the brackets of the amount `told` before it:
    生产总值2266亿元，增长2.4%（区本级1977亿元，增长2%）."""
    if told.clause.sentence != clause.sentence or told.kind not in (Kind.LEVEL, Kind.COUNT):
        return False
    text, start = desk.context.text, desk.context.sentences[clause.sentence].start
    return (
        open_bracket(text, start, told.quantity.start) >= 0
        and _CLOSES.search(text, told.quantity.end, clause.start) is None
    )


_CLOSES = re.compile("[）)]")
_DIFFERENCE = re.compile(
    r"(?<=.{3})(?:(?:高于|低于|快于|慢于|高出|领先|较全).*|(?:较[^较]{2,8}?)?(?:加快|回落|放缓|收窄))$"
)


_TOTALLED = re.compile("^(?:新增|净增|累计|新登记|新注册|新设立?)|(?:总数|总量|总户数|数量)$")


def added(desk: Desk, mention: Mention, verb: str) -> Draft:
    """Return what was added to what was told before: 市场主体达8万户，新增2万户."""
    base, whole = desk.memory.base, desk.memory.total
    if base.endswith(("比重", "占比")) and whole is not None:
        base = desk.drafts[whole].base  # 市场主体达9.8万户，占96.3%，比年初净增1.07万户
    name, start = verb + _TOTALLED.sub("", base), desk.carried(mention.clause)
    return Draft(mention.quantity, mention.clause, start, Kind.COUNT, name, name)


def _sped_up(desk: Desk, mention: Mention, reading: Reading, base: str) -> bool:
    """Return whether the rate told just before changed: 同比增长2.2%，比上半年提高1.6个百分点."""
    if base or mention.quantity.unit != "个百分点" or not desk.drafts:
        return False
    last = desk.drafts[-1]
    near = last.clause.sentence == mention.clause.sentence
    return near and last.kind is Kind.GROWTH and re.search("[比较]", reading.adverb) is not None


def _before(desk: Desk, mention: Mention) -> str:
    start = desk.context.sentences[mention.clause.sentence].start
    return desk.context.text[start : mention.quantity.start]


def _against(desk: Desk, mention: Mention, reading: Reading, base: str) -> Draft | None:
    """Return a difference from another rate or place: 高于全市0.8个百分点, 较上年前进5位."""
    memory = desk.memory
    if desk.drafts and mention.quantity.unit == "个百分点" and BEYOND.match(base) is not None:
        last = desk.drafts[-1]  # 民间投资增长14.2%，高于全区投资增速5.6个百分点
        name, start = f"{last.indicator}{base}{reading.verb}", desk.carried(mention.clause)
        return Draft(mention.quantity, mention.clause, start, Kind.CHANGE, name, last.base)
    compared = reading.verb in _COMPARED and (not base or base in ("增速", "比", "较"))
    moved = mention.quantity.dimension == "place" and not base
    if (compared or moved) and desk.drafts:
        name, kept = desk.drafts[-1].indicator, desk.drafts[-1].base
        if desk.drafts[-1].kind is Kind.RANK and base in _RATES:
            name = kept + base  # 总值…，居全省第3位，增速比全国高1.7
        still = "仍" in desk.context.text[mention.clause.start : mention.quantity.start]
        name = kept if still else name  # 城镇化率提高9.7个百分点，但仍低于全国14.4个百分点
        name = _DIFFERENCE.sub("", name)  # 高于全国0.9个百分点、高于全市0.4个百分点
    elif _sped_up(desk, mention, reading, base):
        last = desk.drafts[-1]
        kept = last.base
        name = f"{kept}降幅" if last.negative else last.indicator  # 下降12%，较上半年扩大2个百分点
    elif base in _RATES and memory.base:
        kept = memory.base
        name = kept if base in ("占比", "比重") else kept + base
    else:
        return None
    than = _THAN_WHAT.search(mention.left) if compared else None
    if than is not None and not reading.against:
        name = f"{name}比{than['what']}{reading.verb}"
    else:
        name = growth_name(name, reading, mention.quantity.unit)
    fall = reading.predicate is Predicate.FALL
    start = desk.carried(mention.clause)
    return Draft(
        mention.quantity,
        mention.clause,
        start,
        Kind.CHANGE,
        name,
        kept,
        negative=fall,
        verb=reading.verb,
    )


# 比同期全社会固定投资高出1.8个百分点; 比全国平均水平低33.3%
_THAN_WHAT = re.compile("比(?P<what>(?:同期|全[国省市州])[^，。；0-9]{2,14}?)(?:高出?|低|快|慢)$")
# 比2015年翻一番, 比“十二五”翻了一番: what is compared with, and no noun
_THAN = re.compile(
    r"^(?:实现|提前)*[较比](?:[^，]{2,6}年(?:末|底)?|“?十[一二三四五]五”?(?:时期|期间|期?末)?|上年|去年|同期)$"
    "|^[一二两三四五六七八九十]{1,2}(?:年(?:之?内|间|来)?)?$"  # 五年内翻了一番
)


_THAN_BEHIND = re.compile(
    "[比较](?:[0-9]{4}年(?:末|底)?|上年|“?十[一二三四五]五”?(?:期末|末|时期)?)$"
)


def base_or_carried(desk: Desk, clause: Clause, base: str) -> tuple[str, Clause]:
    """Return `base` and where it is told; where it is empty, the measure told before; else ""."""
    if base:
        return base, clause
    if desk.memory.base:
        return desk.memory.base, desk.carried(clause)
    return noun_before(desk, clause)


def read_multiple(desk: Desk, mention: Mention, noun: str) -> Draft | None:
    """Return a doubling: 民营科技型企业数量翻番."""
    told = tidy(_THAN.sub("", _THAN_BEHIND.sub("", noun)))
    base, start = base_or_carried(desk, mention.clause, told)
    if not base:
        return None
    return Draft(mention.quantity, mention.clause, start, Kind.GROWTH, base, base)
