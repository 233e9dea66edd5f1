"""Articles that tell what a plan sets: 《清河区“十四五”规划》印发. What they list is to be done.

Input: a `Context` and a place in its clean text. Output: whether the sentence there tells what is
planned. It looks for no aim in the sentence itself: `targets` does.
"""

from __future__ import annotations

import re

from briefgen.extract.clauses import Clause, Sentence
from briefgen.extract.context import Context
from briefgen.extract.quick import compiled

_PLAN = "(?:规划|方案|行动计划|三年计划|工作计划|纲要|实施意见|若干意见|若干措施|若干政策)"
_GIVEN_OUT = (
    "(?:印发|出台|公布|发布|下发|获批|获批复|正式实施|通过评审|审议通过|解读|公示|亮相|出炉)"
)
_ISSUED = compiled(
    f"{_PLAN}[》”]?[^，。；]{{0,14}}{_GIVEN_OUT}|{_GIVEN_OUT}[^，。；《]{{0,6}}《[^》]*{_PLAN}"
)
_SAYS = compiled(
    "(?:《[^》]*》|规划|方案|计划|纲要|意见|措施)[》”]?(?:中)?(?:明确|提出|指出|要求|确定)|《[^》]*》从[^。]{2,40}提出"
)
# what tells of the time before: 目前, 2021年, 已开工
_LOOKS_BACK = re.compile(
    "去年|上年|同比|以来|过去|已经?(?![知成])|目前|现有|截至|累计|共有|拥有|荣获|获评|近年|当前|回顾|历史|曾"
    "|增长了|实现了|完成了|建成了|连续[0-9一二三四五六七八九十]+年|居全[国省市州]|今年(?:[0-9前上]|以来)|记者|介绍"
)
_DOES = re.compile(
    "新建|改扩?建|建设|打造|推进|实施|新增|提高|提升|达到|支持|推动|构建|培育|完善|优化|建成|改造|引进|发展|加快|力争|创建|布局|建立|"
    "健全|开展|形成|突破|降至|控制|覆盖|增加|扩大|缩小|申报|争创|设立|给予|保持|超过"
)
_YEAR = re.compile("(20[0-9]{2})年")
_OPENING = 4  # paragraphs within which the plan is named


def is_of_plan(context: Context, clause: Clause) -> bool:
    """Return whether the sentence of `clause` tells what the article's plan sets.

    在公共服务方面，新建学校3所: to be built; 2021年，常住人口17.8万人 is as it was.
    """
    year = _published(context)
    if year is None or context.paragraph_of(clause).article not in plan_articles(context):
        return False
    sentence = context.sentences[clause.sentence]
    words = context.text[sentence.start : sentence.end]
    told = [int(y) for y in _YEAR.findall(words)]
    ahead = any(y > year for y in told)
    if told and not ahead:
        return False
    own = context.text[clause.start : clause.end]
    if _LOOKS_BACK.search(own if ahead else words) is not None:
        return False
    return ahead or _DOES.search(words) is not None


def _published(context: Context) -> int | None:
    published = context.document.source.published
    return int(published[:4]) if published else None


def plan_articles(context: Context) -> frozenset[int]:
    """Return the indexes of the articles that give out a plan."""
    known: dict[int, frozenset[int]] = context.remembered[plan_articles]
    if 0 not in known:
        known[0] = frozenset(
            number
            for number, opening in enumerate(context.openings)
            if _gives_out_plan(context, number, [(p.start, p.end) for p in opening])
        )
    return known[0]


def _gives_out_plan(context: Context, number: int, opening: list[tuple[int, int]]) -> bool:
    articles = context.document.articles
    title = articles[number].title if number < len(articles) else ""
    first = "\n".join(context.text[s:e] for s, e in opening[:_OPENING])
    issued = _ISSUED.search(title) or _ISSUED.search(first)
    return issued is not None and _SAYS.search(first) is not None


AIMED = compiled(
    r"力争|预期目标|主要目标|目标是|目标为|奋斗目标|争取(?!$|到|上[一二两三各]?级|中央|各类|市级|国家|资金|专项|政策)|(?<!为)(?<!为了)确保|预算(?=投入)|拟(?!任)|(?<![升动兴育养])计划(?=再|改|整治|修复|开工|启动|招|发展|扩|新|完成|建|投|到|实施|引|培|用|于|在|年|交付|生产|出栏|出口|销售|种植|招收|接待|举办|开展|组织|培训|采购|上市)|(?<![年度])计划(?=[0-9])"
    r"|(?<![即不])将(?=建|新|达|实|完|突|超|培|引|改|打|开|投|形|增|推|带|创|有|提|再|出台|印发|制定|发放|举办|安排|组织|设立|成立|组建|建立|增设|招聘|选派)|要(?=实现|完成|达到|新增|建成|力争|确保)"
    r"|将为[^，。；0-9]{1,10}(?:新增|建|提供|引|投|增)|努力(?=实现|达到|突破|完成|建成|使|让)|剑指|瞄准(?=[0-9])|冲刺(?=[0-9])"
    r"|(?<!高标准)(?<!高起点)规划(?=建|总|布局)|设计(?=产能|日处理|藏书|容纳|年处理|日均)|届时|达产后|投产后|项目(?:全部)?实施后|建成后|全部建成后|达效后"
    r"|原(?:本)?(?:计划|定|拟)(?![编额员])|原[来先](?:承诺|计划|打算|定)|(?:按照?|根据)《[^》]*(?:计划|规划|方案|纲要)》[^，。；0-9]{0,6}，(?=到20)|规划(?=人口|床位|容纳)|要(?=引进|招引|开工|突破|培育)|提出(?=新增|引进|完成|实现|建成|改造)|(?:任务|要求)[是为](?!由)|(?<!刚)(?<!刚刚)还?将(?=合作|共同|联合)"
)
SETS_OUT = re.compile(
    "(?:将|要)(?=主动|着力|全力|坚持|继续|进一步|加快|大力|深入|全面|重点|努力)|预期目标|主要目标|总体要求|力争|确保"
    "|^(?:今年|20[0-9]{2}年)，?[^，。；0-9]{0,8}将(?![于在近军来])"
)
LOOKED_BACK = compiled(
    "去年|上年|同比|以来|一年来|五年来|[三五]年间|过去|已|目前|现有|截至|累计|共有|拥有|达到了|荣获|获评|回顾|成效|成就"
    "|增长了|实现了|完成了|建成了|20[0-9]{2}年[，,]?(?:[0-9]|底|末|全)"
    "|全年(?:共|累计)?(?:实现|完成)|连续[0-9一二三四五六七八九十]+(?:年|个季度)|居全[国省市州]"
)


# what a project is to cost or to hold once it stands sets out no year's works
_OF_ONE_WORK = re.compile(
    "原|计划(?=投|总)|建成后|投产后|达产后|届时|设计|实施后|规划(?=建|总|布局)|达效后"
)


def tasks_alone(context: Context, closed: int | None) -> frozenset[int]:
    """Return the articles that only tell what is to be done: no word of theirs looks back.

    A page of January on the year's tasks: 新改扩建幼儿园28所。力争城镇新增就业12.5万人. A year
    up to `closed`, the last that is over, looks back too: 2025年，21所学校….
    """
    ahead: set[int] = set()
    back: set[int] = set()
    for paragraph in context.document.paragraphs:
        if paragraph.article in back:
            continue
        start, end = paragraph.start, paragraph.end
        over = any(_is_over_by(t.value, closed) for t in context.stated_in(start, end))
        if over or LOOKED_BACK.search(context.text, start, end) is not None:
            back.add(paragraph.article)
        elif SETS_OUT.search(context.text, start, end) is not None or any(
            _OF_ONE_WORK.match(m.group()) is None for m in AIMED.finditer(context.text, start, end)
        ):
            ahead.add(paragraph.article)
    return frozenset(ahead - back)


def _is_over_by(value: str | None, closed: int | None) -> bool:
    """Return whether a time has ended by the end of the year `closed`: 2025, 2021/2025."""
    return value is not None and closed is not None and int(value.rpartition("/")[2][:4]) <= closed


# 为民办十件实事：一是改造老旧小区24个: a list that says nowhere that it is done
_WORKS_LISTED = re.compile(
    "(?<!已)(?:为民)?办(?:好|实)?[0-9一二三四五六七八九十]+[件项]"
    "[^，。；：0-9]{0,8}实事[^，。；：0-9]{0,6}[：:，]"
)


def lists_works(text: str, sentence: Sentence, clause: Clause) -> bool:
    """Return whether `clause` stands in a list of works for the people that looks not back."""
    if _WORKS_LISTED.match(text, sentence.start, clause.start) is None:
        return False
    return LOOKED_BACK.search(text, sentence.start, sentence.end) is None
