"""Departments of governments by what they are for: 市海洋与渔业局, 县委组织部.

Input: Chinese text and a place in it. Output: their English. It names no place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TIERS = {"省": "provincial", "市": "municipal", "区": "district", "县": "county",
          "州": "prefectural", "盟": "league", "旗": "banner", "自治区": "regional"}  # fmt: skip
_KINDS = {"局": "bureau", "委": "commission", "委员会": "commission", "厅": "department",
          "办": "office", "办公室": "office"}  # fmt: skip
_CONCERNS = {
    "发展改革": "development and reform", "发展和改革": "development and reform",
    "发改": "development and reform", "教育": "education", "教体": "education and sports",
    "教育体育": "education and sports", "科技": "science and technology",
    "科学技术": "science and technology", "工信": "industry and information technology",
    "工业和信息化": "industry and information technology",
    "经信": "economy and information technology",
    "经济和信息化": "economy and information technology",
    "公安": "public security", "民政": "civil affairs", "司法": "justice", "财政": "finance",
    "人社": "human resources and social security",
    "人力资源和社会保障": "human resources and social security",
    "人力资源社会保障": "human resources and social security",
    "自然资源": "natural resources", "自然资源和规划": "natural resources and planning",
    "规划": "planning", "生态环境": "ecology and environment",
    "住建": "housing and construction", "住房和城乡建设": "housing and construction",
    "住房城乡建设": "housing and construction", "交通": "transport", "交通运输": "transport",
    "水利": "water resources", "水务": "water", "农业农村": "agriculture and rural affairs",
    "农牧": "agriculture and animal husbandry", "农业": "agriculture", "畜牧": "animal husbandry",
    "林业": "forestry", "林草": "forestry and grassland", "林业和草原": "forestry and grassland",
    "海洋": "marine", "渔业": "fishery", "商务": "commerce", "投资促进": "investment promotion",
    "招商": "investment promotion", "文旅": "culture and tourism",
    "文化和旅游": "culture and tourism", "文化旅游": "culture and tourism",
    "文化广电旅游": "culture, broadcasting and tourism",
    "文化广电和旅游": "culture, broadcasting and tourism", "文化": "culture", "体育": "sports",
    "卫健": "health", "卫生健康": "health", "退役军人事务": "veterans' affairs",
    "退役军人": "veterans' affairs", "应急": "emergency management",
    "应急管理": "emergency management", "审计": "audit", "国资": "state assets",
    "市场监管": "market regulation", "市场监督管理": "market regulation", "统计": "statistics",
    "医保": "medical insurance", "医疗保障": "medical insurance", "信访": "complaints",
    "乡村振兴": "rural revitalisation", "金融": "finance", "地方金融监管": "local finance",
    "大数据": "big data", "数据": "data", "政务服务": "government service",
    "政务服务和数据": "government service and data", "行政审批": "administrative approval",
    "城管": "city management", "城市管理": "city management",
    "城市管理执法": "city management", "综合执法": "law enforcement", "税务": "tax",
    "气象": "meteorological", "能源": "energy", "口岸": "port of entry", "外事": "foreign affairs",
    "民族宗教": "ethnic and religious affairs", "民宗": "ethnic and religious affairs",
    "供销": "supply and marketing", "港航": "ports and shipping", "人防": "civil air defence",
    "机关事务": "government offices", "民营经济": "private economy",
    "营商环境": "business environment",
}  # fmt: skip
_PARTY = {"组织部": "organisation department", "宣传部": "publicity department",
          "统战部": "united front work department", "政法委": "political and legal commission",
          "社会工作部": "social work department", "编办": "staffing office",
          "党校": "Party school", "政研室": "policy research office",
          "办公室": "office"}  # fmt: skip
_LONGEST_FIRST = sorted(_CONCERNS, key=len, reverse=True)
_ANY = "|".join(_LONGEST_FIRST)
_BODY = re.compile(
    f"(?P<tier>{'|'.join(_TIERS)})(?P<first>{_ANY})(?:[与和](?P<second>{_ANY}))?"
    f"(?P<kind>委员会|办公室|局|委|厅|办)(?![员事])"
)
_PARTY_BODY = re.compile(f"(?P<tier>{'|'.join(_TIERS)})委(?P<body>{'|'.join(_PARTY)})")


def departments_at(text: str, start: int) -> Iterator[tuple[int, str, str]]:
    """Yield departments that begin at `start`: their end, the Chinese, the English."""
    if (match := _BODY.match(text, start)) is not None:
        of = _CONCERNS[match["first"]]
        of += f" and {_CONCERNS[match['second']]}" if match["second"] else ""
        english = f"the {_TIERS[match['tier']]} {of} {_KINDS[match['kind']]}"
        yield match.end(), match[0], english
    if (match := _PARTY_BODY.match(text, start)) is not None:
        body = _PARTY[match["body"]]
        yield match.end(), match[0], f"the {body} of the {_TIERS[match['tier']]} Party committee"
