"""Names that nobody lists, told by where they stand: 弥河 of 弥河修复工程, a firm's in a list.

Input: Chinese text, a place in it, the words of a lexicon. Output: spelled names. An ordinary word
that the lexicon lacks is no name: what the list of ordinary words holds is never spelled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.english.names import is_ordinary, is_worded, no_name, spelled
from briefgen.lexicon.english import EnglishWords

_SIZED = re.compile(r"\d+(?:\.\d+)?万?(?:吨|千瓦|兆瓦|亩|立方米|头|只)")
_LEAST, _MOST = 2, 3  # characters of a name before what it is the name of
_LONGEST_NOUN = 8
_FIRMS = re.compile(
    "科技|生物|医药|药业|股份|电子|汽车|能源|锂能|重工|智能|食品|酒业|乳业|化工|钢铁|轮胎|光电|农业"
    "|石化|炼化|新能源|新材料|材料|电气|电器|电池|铜业|锂业|水泥|建材|陶瓷|服饰|纺织|家纺|茶业|粮油|乳品|环保|航空"
    "|船舶|重机|机床|装备|传动|轴承|模具|仪器|医疗|制药|机电|木业|水产|矿业|电缆|机器人|米业|糖业"
    "|光伏|储能|菌业|海运|造船|种业|牧业|渔业|果业|文旅|传媒|网络|信息|通信|半导体|玻璃"
    "|精密|新材|铝业|家居|控股|软件|纸业|农牧|机械"
)


def unlisted_at(text: str, start: int, words: EnglishWords) -> Iterator[tuple[int, str, str]]:
    """Yield unlisted names that begin at `start`: their end, the Chinese, the English."""
    if not _opens(text, start, words):
        return
    for end in range(start + _LEAST, start + _MOST + 1):
        name = text[start:end]
        if (
            len(name) < end - start
            or name[0] in "省市县区镇乡村国各"
            or no_name(name)
            or is_worded(name, words)
        ):
            continue
        if not is_ordinary(name) and _has_noun(text, end, words):
            yield end, name, spelled(name)


def short_firms_at(text: str, start: int, words: EnglishWords) -> Iterator[tuple[int, str, str]]:
    """Yield firms by their short names: 东石科技 and nothing of a 东石科技园."""
    if not _opens(text, start, words):
        return
    for end in range(start + _LEAST, start + _MOST + 1):
        name, trade = text[start:end], _FIRMS.match(text, end)
        if trade is None or no_name(name) or is_worded(name, words) or is_ordinary(name):
            continue
        longer = any(name[-size:] + trade[0] in words.noun for size in (1, 2))  # 新能源
        if not longer and not _goes_on(text, trade.start(), trade.end(), words):
            known = words.business.get(trade[0]) or words.business.get(trade[0][-2:], "")
            yield trade.end(), name + trade[0], f"{spelled(name)} {known}".strip()


def _opens(text: str, start: int, words: EnglishWords) -> bool:
    """Return whether a name may begin here: at the head, in a list, after a verb."""
    if start == 0 or text[start - 1] in "、，和与及是的":
        return True
    if text[:start].endswith(("企业", "公司", "集团")):
        return True  # 龙头企业东源食品
    return any(text[max(0, start - size) : start] in words.verb for size in (2, 3, 4))


def _has_noun(text: str, at: int, words: EnglishWords) -> bool:
    if _SIZED.match(text, at):
        return True  # 金石60万吨水泥项目
    return any(text[at : at + size] in words.noun for size in range(2, _LONGEST_NOUN))


def _goes_on(text: str, start: int, end: int, words: EnglishWords) -> bool:
    """Return whether a trade is the beginning of a longer word: 科技 of 科技园."""
    longer = (text[start : end + size] for size in range(1, 5) if end + size <= len(text))
    return any(w in words.noun or w in words.place for w in longer)
