"""Names of places and bodies in English: a spelled name with what its ending means.

Input: Chinese names. Output: `Qinghe Town`, `Qinghe Donghe Industry and Trade Co., Ltd.`
Only a name with an ending that the lexicon knows, or one that a fact gives, is spelled by sound.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from briefgen.lexicon.english import EnglishWords, ordinary_words

_LONGEST_ENDING = 7  # 国际会展中心 and the like
_PART_OF = re.compile("[省市县].")  # 广东省科 is no name
_LONGEST = 4  # characters of a name before its ending
# words that no name holds: a span with one of them is no name
_NOT_IN_NAMES = re.compile(
    "[的了是在和与及、，。；：“”《》（）()为等将把让使其该这那每全各一二三四五六七八九十0-9到至从以对由经占被]"
)
_HAN = re.compile(r"[\u3400-\u9fff]+")


_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖"
    "石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文庞樊殷施洪翟安颜倪温"
    "牛鲁葛毕聂焦柳邢岳齐梅庄辛管祝左涂谷时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单"
    "包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜"
    "晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙伏"
)
_LONG_SURNAMES = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "令狐",
    "夏侯",
    "慕容",
)
_LONGEST_PERSON = 3


def is_person(name: str) -> bool:
    """Return whether a name can be a person's: a surname with one or two characters."""
    style = next((s for s in _STYLES if name.endswith(s)), "")
    if style:
        bare = name.removesuffix(style)
        return bare in _SURNAMES or is_person(bare)
    if name.startswith(_LONG_SURNAMES):
        return len(name) <= _LONGEST_PERSON + 1
    return 1 < len(name) <= _LONGEST_PERSON and name[0] in _SURNAMES


# how a character sounds in most names, where a dictionary of readings gives another first
_IN_NAMES = {"长": "chang", "都": "du", "曾": "zeng", "盛": "sheng", "朝": "chao"}
_SURNAME_SOUNDS = {"曾": "zeng", "单": "shan", "任": "ren", "解": "xie", "仇": "qiu", "查": "zha",
                   "区": "ou", "朴": "piao", "盖": "ge", "翟": "zhai", "覃": "qin", "万": "wan",
                   "尹": "yin", "石": "shi", "乐": "yue", "华": "hua", "缪": "miao"}  # fmt: skip


_STYLES = {"女士": "Ms", "先生": "Mr", "同志": "Comrade", "大姐": "Ms", "大爷": "Mr", "大叔": "Mr"}


def spelled_person(name: str) -> str:
    """Return a person's name spelled by its sound, the surname first: Zeng Qinghe."""
    style = next((s for s in _STYLES if name.endswith(s)), "")
    if style and len(name) > len(style):
        return f"{_STYLES[style]} {spelled_person(name.removesuffix(style)).strip()}"
    size = 2 if name.startswith(_LONG_SURNAMES) else 1
    surname = _SURNAME_SOUNDS.get(name[:size], spelled(name[:size]))
    return f"{surname[:1].upper()}{surname[1:]} {spelled(name[size:])}".rstrip()


@lru_cache(maxsize=4096)
def spelled(name: str) -> str:
    """Return a Chinese name spelled by its sound, as one word: 清河 is Qinghe, 西安 Xi'an."""
    from pypinyin import Style, lazy_pinyin
    from pypinyin.phrases_dict import phrases_dict

    syllables = lazy_pinyin(name, style=Style.NORMAL, v_to_u=True)
    if len(syllables) == len(name):
        for at, char in enumerate(name):
            listed = any(
                w in phrases_dict for w in (name[at : at + 2], name[max(0, at - 1) : at + 1])
            )
            if char in _IN_NAMES and (not listed or char == "朝"):
                syllables[at] = _IN_NAMES[char]
    out = ""
    for syllable in syllables:
        out += "'" if out and syllable[0] in "aeo" and out[-1].isalpha() else ""
        out += syllable
    return out[:1].upper() + out[1:]


@lru_cache(maxsize=4096)
def is_ordinary(name: str) -> bool:
    """Return whether a span holds a word of the language that is nobody's name."""
    words = ordinary_words()
    return any(name[at : at + 2] in words for at in range(len(name) - 1))


def place_name(name: str, words: EnglishWords) -> str | None:
    """Return a place's name with its ending in English, None where the ending is not known."""
    if (known := words.name.get(name) or words.institution.get(name)) is not None:
        return known.lstrip("=~^").partition("|")[0]
    if (within := _WITHIN.fullmatch(name)) is not None:
        part, whole = (place_name(within[at], words) for at in (2, 1))
        return f"{part} of {_short(whole)}" if part and whole else None
    for size in range(_LONGEST_ENDING, 0, -1):
        ending = name[-size:]
        if ending in words.place and len(name) > size and _HAN.fullmatch(name[:-size]):
            return f"{spelled(name[:-size])} {words.place[ending]}"
    return None


# 南江市清河区: a district of a city
_WITHIN = re.compile("(.{2,6}?(?:省|自治区|市|自治州|地区))(.{2,}?(?:区|县|市|镇|乡|街道|村|社区))")


def inner_name(name: str) -> str:
    """Return a place's own name without what it is in: 清河区 of 南江市清河区."""
    within = _WITHIN.fullmatch(name)
    return within[2] if within else name


def _short(whole: str) -> str:
    return whole.removesuffix(" City").removesuffix(" Province")


def name_at(
    text: str, start: int, words: EnglishWords, bodies: Collection[str]
) -> Iterator[tuple[int, str, str, str]]:
    """Yield names that begin at `start`: their end, the Chinese, the English, how it came."""
    for size in range(2, min(len(text) - start, 30) + 1):
        zh = text[start : start + size]
        if zh in bodies or firm_parts(zh, words) is not None:
            yield start + size, zh, body_name(zh, words), "spelled"
    yield from _named_places(text, start, words)
    yield from _listed_names(text, start, words)
    for size in range(1, _LONGEST + 1):
        stem = text[start : start + size]
        if not _HAN.fullmatch(stem) or _NOT_IN_NAMES.search(stem):
            break
        if is_worded(stem, words):
            continue
        if _PART_OF.search(stem):
            continue
        for width in range(_LONGEST_ENDING, 0, -1):
            ending = text[start + size : start + size + width]
            after = text[start + size : start + size + width + 1]
            worded = any(stem[-1] + ending in t for t in (words.noun, words.place)) or (
                len(after) > width and after in words.noun  # 乡村 is no township
            )
            named = ending in _SURE_PLACES or not is_ordinary(stem)
            if ending in words.place and len(stem) > 1 and named and not worded:
                zh = stem + ending
                yield start + len(zh), zh, f"{spelled(stem)} {words.place[ending]}", "spelled"


# what a name of ordinary words may be of: 和平路, 月亮村
_SURE_PLACES = frozenset(("镇", "乡", "村", "街道", "社区", "路", "街", "大道", "大桥", "桥",
                          "广场", "公园", "水库", "中学", "小学", "湾"))  # fmt: skip


def _named_places(
    text: str, start: int, words: EnglishWords
) -> Iterator[tuple[int, str, str, str]]:
    """Yield a known name with a place's ending: 清河 and 大桥 are Qinghe Bridge."""
    for size in range(2, 2 * _LONGEST):
        stem = text[start : start + size]
        place = words.name.get(stem) or words.institution.get(stem, "")
        if not place or (stem not in words.name and "|" not in place):
            continue
        for width in range(_LONGEST_ENDING, 1, -1):
            ending = text[start + size : start + size + width]
            if ending in words.place:
                told = place.lstrip("=~^")
                short = told.partition("|")[2] or told
                if short[:1].islower():
                    continue  # 国家公园 is nobody's park
                english = f"{short} {words.place[ending]}"
                if ending == "地区":  # 京津冀地区 is no prefecture
                    english = f"the {short} region"
                yield start + size + width, stem + ending, english, "words"


_LISTED = re.compile(
    "(?:(?<=^)|(?<=、)|(?<=[进育引户设]))([\u3400-\u9fff]{2,6})(?=(?:、[^、，]{2,12})*等[^、，]{0,14}"
    "(?:企业|公司|集团|品牌|厂商|车企|药企|巨头|电站|水库|景区|机场|港口|铁路|公路|高速|大桥|乡镇|村庄|村|镇|园区|县))"
)


def _listed_names(
    text: str, start: int, words: EnglishWords
) -> Iterator[tuple[int, str, str, str]]:
    """Yield a member of a list of firms that no one lists: 东河、西河等企业."""
    match = _LISTED.match(text, start)
    for end in range(start + 2, match.end(1) + 1) if match else ():
        name = text[start:end]
        if text[end : end + 1] not in ("、", "等"):
            continue
        if (
            name not in words.name
            and name not in words.institution
            and not (_NOT_IN_NAMES.search(name) or is_worded(name, words) or is_ordinary(name))
        ):
            yield end, name, spelled(name), "firm"


def no_name(span: str) -> bool:
    """Return whether a span holds what no name holds, or is no Chinese."""
    if all(c in _MATERIALS for c in span):
        return True  # 钒钛, 镁质
    return _NOT_IN_NAMES.search(span) is not None or _HAN.fullmatch(span) is None


_MATERIALS = frozenset(
    "金银铜铁锡铝镁锌铅锂钴镍钨钼钒钛锰铬稀土硅磷氟氯钾钠钙硫碳氢氧氨石煤油气盐碱酸质基"
)


def is_worded(stem: str, words: EnglishWords) -> bool:
    """Return whether a span holds a word of the language, and so is no name: 生态田+园."""
    tables = (words.noun, words.verb, words.adjective, words.state, words.adverb, words.time,
              words.institution, words.preposition)  # fmt: skip
    pieces = (stem[i:j] for i in range(len(stem)) for j in range(i + 2, len(stem) + 1))
    return any(piece in table for piece in pieces for table in tables)


def firm_parts(zh: str, words: EnglishWords) -> tuple[str, str, str] | None:
    """Return what a firm's name is made of: place, own name with trade, legal form."""
    form = next((f for f in sorted(words.firm, key=len, reverse=True) if zh.endswith(f)), None)
    if form is None:
        return None
    rest = re.sub(r"[（(].*?[)）]", "", zh.removesuffix(form))
    if not 2 <= len(rest) <= 14 or _NOT_IN_NAMES.search(rest):
        return None
    own = _unlisted_part(rest, words)
    plain = form in ("公司", "集团") and is_ordinary(own)
    if re.search("[新增共有设引培]", rest[:1]) or is_worded(own, words) or plain:
        return None  # 跨国公司, 城市医疗集团: words, and nobody's name
    return "", rest, words.firm[form]


def _unlisted_part(rest: str, words: EnglishWords) -> str:
    """Return what of a firm's name no trade and no known name says."""
    known = (*words.business, *words.name, "集团")
    if (seat := _SEATED.match(rest)) is not None:
        rest = f"{seat[1]}，{rest[seat.end() :]}"
    for word in sorted((w for w in known if len(w) > 1 and w in rest), key=len, reverse=True):
        rest = rest.replace(word, "，")
    return rest


def body_name(zh: str, words: EnglishWords) -> str:
    """Return a body's name: known words in English, the rest spelled, its form at the end."""
    if zh in words.name:
        return words.name[zh].lstrip("=~^").partition("|")[0]
    parts = firm_parts(zh, words)
    rest, form = (parts[1], parts[2]) if parts else (zh, "")
    told = place_name(zh, words) if not parts else None
    seat = _SEATED.match(rest)
    if not told and seat is not None and not is_worded(seat[1], words):
        of = f"{spelled(seat[1])} {words.place[seat[2]]}"  # 安泰镇商会
        return " ".join([of, *_pieces(rest[seat.end() :], words), *([form] if form else [])])
    return told or " ".join([*_pieces(rest, words), *([form] if form else [])])


def is_seated_firm(zh: str, words: EnglishWords) -> bool:
    """Return whether a firm's name begins with its place: 清河县文旅集团公司."""
    seat = _SEATED.match(zh)
    return seat is not None and not is_worded(seat[1], words) and firm_parts(zh, words) is not None


_SEATED = re.compile("([\u3400-\u9fff]{2,3}?)(镇|乡|街道|村|县|市|区)(?=.{2}|$)")


def _pieces(rest: str, words: EnglishWords) -> list[str]:
    """Return a name's words in order: what the lexicon of trades and names knows, else spelled."""
    out: list[str] = []
    unknown = ""
    at = 0
    while at < len(rest):
        known = next(
            (
                rest[at : at + size]
                for size in range(min(8, len(rest) - at), 1, -1)
                if rest[at : at + size] in words.business or rest[at : at + size] in words.name
            ),
            "",
        )
        if known:
            out += [spelled(unknown)] if unknown else []
            unknown = ""
            english = words.name.get(known) or words.business[known]
            out.append(english.lstrip("=~^").partition("|")[0])
            at += len(known)
        else:
            unknown += rest[at]
            at += 1
    return out + ([spelled(unknown)] if unknown else [])
