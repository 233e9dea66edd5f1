"""Where a body stops being the subject: what is only built, honoured or told aside owns no more.

Input: a `Context`, the clause that names a body, its name. Output: whether what comes later is not
the body's. It finds no bodies: `scope` does.
"""

from __future__ import annotations

import re

from briefgen.extract.clauses import Clause
from briefgen.extract.context import Context

PUBLIC = ("医院", "卫生院", "图书馆", "博物馆", "水库", "车站", "机场", "银行")
_INNER = ("园", "园区", "小镇", "基地", "实验室", "研究院", "研究所", "中心")
_HONOURED = re.compile(
    "入选|获评|荣获|获得|被(?:评|命名|确定|列|授予|认定)为?|获批|入围|上榜|成功创建|通过(?:评审|验收|认定)"
)
_LIVES = re.compile("家住|[居住]住?[在于][^，。；]{2,14}的(?:居民|村民|市民)")
_BUILT = re.compile(
    r"(?:顺利|正式|如期)?(?:建成|投用|投入(?=使用|运营)|开工|竣工|通车|落成|启用|开园|开馆|开诊|开业|揭牌|完工)(?:投用|使用|运营|运行)?$"
)


def stays_in_its_sentence(context: Context, clause: Clause, body: str) -> bool:
    """Return whether a hospital, a school by number or a park told aside owns its sentence alone.

    市人民医院被评为…。建设保障性住房4.5万套; 清河一中上线率提升7%。招引教师158名: the area does.
    """
    if _LIVES.search(context.text, clause.start, clause.end) is not None:
        return True  # 家住柳岸街道的居民张玉说: where somebody lives
    return body.endswith((*PUBLIC, "中")) or _is_inner_park(context, clause, body)


def is_honoured_aside(context: Context, clause: Clause) -> bool:
    """Return whether `clause` tells an honour behind other clauses of its paragraph."""
    inner = clause.index > 0 and context.clauses[clause.index - 1].paragraph == clause.paragraph
    return inner and _HONOURED.search(context.text, clause.start, clause.end) is not None


def was_built(context: Context, clause: Clause) -> bool:
    """Return whether `clause` tells only that something was built: 校区建成投用."""
    return _BUILT.search(context.clause_text(clause)) is not None


def _is_inner_park(context: Context, clause: Clause, body: str) -> bool:
    """Return whether a park or an institute is only one thing told in a paragraph about the area.

    …。青山创业园获评孵化器。高新技术企业由4家增长到24家: the area's.
    """
    if not body.endswith(_INNER):
        return False
    first = context.clause_at(context.paragraph_of(clause).start)
    if first is None or first.sentence == clause.sentence:
        return False
    lead = context.sentences[first.sentence]
    return context.text.find(body[:4], lead.start, lead.end) < 0
