"""Things told by their kind alone: 初中1.1万人, 省级22处, 3个百亿级, 参保; and what they are of.

Input: the document's `Desk`, a `Mention` and the name that its clause gives. Output: the words
that the name lacks, or the name with them. It decides no kind and no period.
"""

from __future__ import annotations

import re

from briefgen.extract.drafts import Desk, Mention

LEVEL = re.compile("(?:国家|世界|省|市|区|县|州|厅|部)级(?:以上)?")


# 在校生4.5万人，其中小学在校生2.1万人，初中1.1万人
_STAGES = frozenset(
    (
        *(
            "小学",
            "初中",
            "高中",
            "普通高中",
            "普通初中",
            "普通小学",
            "中职",
            "职高",
            "技校",
            "幼儿园",
        ),
        *(
            "中等职业学校",
            "特殊教育学校",
            "高等学校",
            "普通高校",
            "大专院校",
            "本科院校",
            "普通中学",
        ),
    )
)
_OF_SCHOOLS = re.compile("(?:在校学?生|在园幼儿|毕业生|招生|专任教师|教职工)(?:数|人数)?$")
_HOUSED = {
    "藏书": ("图书馆",),
    "藏书量": ("图书馆",),
    "演出": ("表演团体", "院团", "剧团", "剧场"),
    "馆藏文物": ("博物馆", "纪念馆"),
}


_RESIDENTS = frozenset(("城镇人口", "乡村人口", "农村人口"))


def part_of_kind(name: str, base: str, alike: bool) -> str | None:
    """Return the name of a part told by its kind alone: 初中1.1万人, 藏书85万册; else None.

    `alike`: it is counted as the figure before is. 普通高中在校生7862人；小学32所 are schools.
    """
    if alike and name in _STAGES and (what := _OF_SCHOOLS.search(base)) is not None:
        return name + what.group()
    if name in _RESIDENTS and base.startswith("户籍"):
        return "户籍" + name  # 户籍总人口134.9万人，其中城镇人口25万人
    if name in _HOUSED and base.endswith(_HOUSED[name]):
        return base + name
    return None


_CLASSES = frozenset(
    ("其他", "其余", "主板", "创业板", "科创板", "北交所", "新三板", "境内", "境外", "省外")
)


def of_whole(desk: Desk, mention: Mention, name: str) -> str:
    """Return a bare class of what 其中 divides with it: 古迹254处，其中国家级8处、省级22处."""
    bare = name in _CLASSES or LEVEL.fullmatch(name) is not None
    total = desk.memory.total
    if not bare or total is None:
        return name
    whole = desk.drafts[total]
    near = whole.clause.sentence == mention.clause.sentence
    start = desk.context.sentences[mention.clause.sentence].start
    if not near or whole.quantity.unit != mention.quantity.unit:
        return name
    divided = "其中" in desk.context.text[start : mention.quantity.start]
    return name + whole.base if divided and not LEVEL.search(whole.base) else name


_BEGUN = re.compile(
    "(?:启动|开展|实施|推行|推出)(?P<what>[^，。；0-9]{4,24}?)(?:试点|工作|活动|行动)?以来$"
)


def tried(desk: Desk, mention: Mention) -> str:
    """Return what the clause before says was begun (启动…试点以来), "" where it says nothing so."""
    index = mention.clause.index
    before = desk.context.clauses[index - 1] if index else None
    if before is None or before.sentence != mention.clause.sentence:
        return ""
    begun = _BEGUN.search(desk.context.clause_text(before))
    return "" if begun is None else begun["what"]


_CLASS_ALONE = re.compile("[一二三五十百千万]*亿(?:元)?级(?:以上)?")
_CLASSED = re.compile("项目|企业|产业集群|集群|园区|产业")  # 3个百亿级、78个十亿级以上项目
_LEVELS_BESIDE = re.compile(
    "(?P<level>[国省市区县州]家?级)[、和][0-9]+[个家项][国省市区县州]家?级(?P<thing>[\u4e00-\u9fff]{2,6}?)(?=分别|[，。；、和]|$)"
)


def class_of(desk: Desk, mention: Mention, name: str) -> str:
    """Return what a bare class is of, told behind: 3个百亿级、78个十亿级以上项目."""
    if "级" not in name:
        return ""
    beside = _LEVELS_BESIDE.match(desk.context.text, mention.quantity.end)
    if beside is not None and beside["level"] == name:
        return beside["thing"]  # 1个省级、18个市级重点项目
    if _CLASS_ALONE.fullmatch(name) is None:
        return ""
    kind = _CLASSED.search(desk.context.text, mention.quantity.end, mention.clause.end)
    return "" if kind is None else kind.group()


_OF_LOANS = re.compile(
    "(?:贷款|授信|在贷)?余额|(?:累计)?(?:授信|放款|发放|投放|支持企业|惠及企业|服务企业|贷款)(?:额|金额|总额)?|不良率|(?:平均)?利率|企业(?:授信|放款|发放贷款)|累计企业授信"
)
_PRODUCT = re.compile("“[\u4e00-\u9fffA-Za-z]{1,8}(?:贷|保|险|券|融)”")


def loan_of(desk: Desk, mention: Mention, name: str) -> str:
    """Return the loan that the sentence names before a sum lent, with its marks, or nothing."""
    if _OF_LOANS.fullmatch(name) is None:
        return ""
    start = desk.context.sentences[mention.clause.sentence].start
    told = _PRODUCT.findall(desk.context.text[start : mention.quantity.start])
    return told[-1] if told else ""
