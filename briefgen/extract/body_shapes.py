"""Shapes of bodies' names (公司, 镇, 高新区), as patterns for one area and one lexicon.

Input: an `Area` and the lexicon's verbs. Output: `Names`. What only ends like a name is told from
it in `body_names`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from briefgen.document import Area
from briefgen.extract.quick import compiled
from briefgen.lexicon import Verbs

_NUMBERED_SCHOOL = "(?<![第其之集])[一二三四五六七八九]中(?![学心央医等])"  # 清河一中
_SESSION_ENDS = "政协|人大常委会|纪委监委|人代会"
SESSION = re.compile(f"[区县市省州]?(?:{_SESSION_ENDS})")
_SELF = (
    "全区",
    "我区",
    "全县",
    "我县",
    "全市",
    "我市",
    "全省",
    "我省",
    "全域",
    "全州",
    "县域内",
    "区域内",
    "区委",
    "区政府",
)


@dataclass(frozen=True, slots=True)
class Names:
    """Patterns of names: the area's own, bodies (listed or by shape), and what may follow one.

    `ends` finds what every body's name holds: a quick look before `body` tries every character.
    """

    own: re.Pattern[str]
    body: re.Pattern[str]
    shape: re.Pattern[str]
    ends: re.Pattern[str]
    core: re.Pattern[str]
    act: re.Pattern[str]
    verb: re.Pattern[str]


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w)))


@lru_cache(maxsize=8)
def names_for(area: Area, verbs: Verbs) -> Names:
    """Return the patterns of names for articles about `area`, compiled once."""
    ends = f"{_any(verbs.entity_suffix)}|{_NUMBERED_SCHOOL}"
    shape = (
        rf"[\u4e00-\u9fa5A-Za-z（）()]{{2,16}}?(?:{ends})(?:[\u4e00-\u7683\u7685-\u9fff]{{0,5}}?(?:{ends}))?"
        r"(?<!乡(?=[村镇亲土愁]))(?<!村(?=[民庄级委落居镇企干财]|村(?![集民委党支])))(?<!村村)(?<!镇(?=[级村街]))"
    )
    listed = rf"(?P<listed>{_any(area.entities)})|" if area.entities else ""
    acts = [w for w in (*verbs.predicate, *verbs.acquire) if len(w) > 1]
    more = (
        r"|是|被|位于|地处|有|已|共|现|自|年|今|去|全年|累计|目前|先后|因|也|再|又|每|平均|党员|营业|发布|签"
        r"|投资|总|把|将|以|通过|坚持|聚焦|围绕|立足|依托|按照|积极|大力|着力|全力|持续|不断|充分|初步|成功|启动|覆盖"
    )
    return Names(
        own=re.compile(_any((area.place, *area.aliases, *_SELF))),
        body=re.compile(f"{listed}(?P<shape>{SESSION.pattern}|{shape})"),
        shape=re.compile(shape),
        ends=compiled(
            f"{_any((*area.entities, *verbs.entity_suffix))}|{_NUMBERED_SCHOOL}|{_SESSION_ENDS}"
        ),
        core=re.compile(r"[\u4e00-\u9fa5]{2,8}?(?:村|社区|镇|街道)(?=距离|毗邻|相距|紧邻)"),
        act=re.compile(f"{_any(acts)}{more}"),
        verb=re.compile(_any(w for w in acts if w not in ("发展", "服务", "建设", "科技", "生产"))),
    )
