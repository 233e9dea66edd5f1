"""Whether a clause is about one person or a household, whose figures are nobody else's.

Input: the text and the clause's span. Output: yes or no. It finds no name.
"""

from __future__ import annotations

import re

PERSON = "个人"  # whose name the clause leaves out
# 他的小店去年收入20多万元, 他承包了150亩地
# 我家承包了30亩; not 我区, 我市, 我们区, 我国, 我们的城市
_PERSON = re.compile(
    '(?![“"][^”"]{2,10}[”"])[“"]?(?:(?:(?:他|她|我|俺|咱)(?:们)?(?:自己)?(?:的|家)|自家|家里)'
    "(?![^，。；]{0,6}(?:区|县|市|省|国|镇|乡|村|公司|企业|集团|团队|学校|医院|单位|部门|城市))"
    "|[他她](?=承包|流转|接下|租[了种下]|种了|养了|贷款|借款|赚|挣)"
    "|(?:游客|村民|市民|农户|养殖户|种植户|[果茶菜花棉蔗]农|贫困户|店主|摊主|居民|家长|顾客|老人)"
    "(?:[\u4e00-\u9fff]{1,3}?(?:先生|女士|大[姐爷妈叔]|师傅|某)|老[\u4e00-\u9fff](?![\u4e00-\u9fff]?[人年])"
    "|[\u4e00-\u9fff]{2,3}(?=说|告诉|一家|家的?[0-9]|今年[0-9]|种了|养了|承包))"
    "|有(?:商户|居民|村民|市民|网友|群众|家长|业主|读者|农户|顾客)(?=抱怨|反映|说|称|表示|投诉|告诉)"
    "|我(?=卖|种[了过]|养[了过]|买|花|赚|挣|租|贷)"
    "|[1-9][0-9]岁的[\u4e00-\u9fff]{2,9}(?:揣着|拿出|凑[了齐出]|借[了来]|带着|背着|回到|从|在|放弃|辞去))"
)
# most clauses begin otherwise
_BEGINS = frozenset('“"他她我俺咱自家游村市农养种果茶菜花棉蔗贫店摊居顾老有123456789')


def is_person(text: str, start: int, end: int) -> bool:
    """Return whether the clause at `[start, end)` begins with a person: 他家, 游客张女士."""
    return text[start : start + 1] in _BEGINS and _PERSON.match(text, start, end) is not None
