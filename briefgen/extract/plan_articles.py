"""Articles that tell what a plan sets: 《清河区“十四五”规划》印发. What they list is to be done.

Input: a `Context` and a place in its clean text. Output: whether the sentence there tells what is
planned. It looks for no aim in the sentence itself: `targets` does.
"""

from __future__ import annotations

import re

from briefgen.extract.clauses import Clause
from briefgen.extract.context import Context

_PLAN = "(?:规划|方案|行动计划|三年计划|工作计划|纲要|实施意见|若干意见|若干措施|若干政策)"
_GIVEN_OUT = (
    "(?:印发|出台|公布|发布|下发|获批|获批复|正式实施|通过评审|审议通过|解读|公示|亮相|出炉)"
)
_ISSUED = re.compile(
    f"{_PLAN}[》”]?[^，。；]{{0,14}}{_GIVEN_OUT}|{_GIVEN_OUT}[^，。；《]{{0,6}}《[^》]*{_PLAN}"
)
_SAYS = re.compile(
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
