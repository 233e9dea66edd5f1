"""The words of a Chinese clause, each wherever it may stand, as English phrases.

Input: a clause and a lexicon. Output: phrases over spans of the clause: dictionary words, figures,
dates, quoted names, and names that nobody lists, spelled by their sound. It builds no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from briefgen.english.departments import departments_at
from briefgen.english.names import is_seated_firm, name_at
from briefgen.english.numbers import count_word, ordinal_word, write_english
from briefgen.english.phrase import Phrase, Predicate, Sort
from briefgen.english.standings import standings_at
from briefgen.english.times import time_words
from briefgen.english.unlisted import short_firms_at, unlisted_at
from briefgen.lexicon.english import EnglishWords
from briefgen.numerals import Form, find_numerals, read_number

Span = tuple[int, int]
_SORTS = {"~": Sort.MASS, "^": Sort.SINGLE, "=": Sort.NAME}
# words of grammar: each is its own category
LITERALS = (
    "的", "、", "和", "与", "及", "以及", "暨", "或", "等", "为", "把", "将", "让", "使", "了",
    "以", "并", "段", "被", "等地", "推动", "促进", "带动", "引导", "支持", "鼓励", "助力", "成为",
    "引导支持", "鼓励引导", "加快推动", "协助", "指导", "帮助", "位于", "下", "中", "上", "过程中",
    "期间", "方面", "旁", "是", "制", "至", "之称", "美誉", "的美誉", "美称",
)  # fmt: skip
_LINE = re.compile(r"([A-Z]?\d{1,2})号?线")
_HIGHWAY = re.compile(r"([GS]?\d{2,4})(国道|省道|高速)")
_HIGHWAYS = {"国道": "National Highway", "省道": "Provincial Highway", "高速": "Expressway"}
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9.&+-]*|\d+\+\d[\d+A-Za-z]*")
_NTH = re.compile(r"第?([一二三四五六七八九十]{1,3}|\d{1,3})(?:次|届|期)")
_YEARS = re.compile("([一二三四五六七八九十])年(?=行动|计划|规划)")
_NTH_BODIES = {
    "小学": "Primary School", "中学": "Middle School", "初级中学": "Junior Middle School",
    "高级中学": "Senior Middle School", "实验小学": "Experimental Primary School",
    "实验中学": "Experimental Middle School", "幼儿园": "Kindergarten",
    "人民医院": "People's Hospital", "医院": "Hospital", "水厂": "Waterworks",
    "自来水厂": "Waterworks", "污水处理厂": "Sewage Treatment Plant",
}  # fmt: skip
_NTH_BODY = re.compile(
    f"第([一二三四五六七八九十]{{1,2}})({'|'.join(sorted(_NTH_BODIES, key=len))})"
)
# 20万吨级码头: what a size is called before what has it
_SIZE = re.compile(r"(\d+)(万|百万|千|百|亿)?(吨|千瓦|兆瓦|亩|立方米|元)级")
_SIZES = {"吨": "tonne", "千瓦": "kW", "兆瓦": "MW", "亩": "mu", "立方米": "m³", "元": "yuan"}
# 50万千瓦项目, 千头牧场: the size itself before what has it
_SIZED = re.compile(
    r"(?P<count>\d+(?:\.\d+)?[万亿]?|[百千]万|万|千|百)(?P<unit>吨|千瓦时|千瓦|兆瓦时|兆瓦|亩|立方米|平方米|头|只|公里|千伏)(?![级的以，、])"
)
_SIZED_IN = {**_SIZES, "千瓦时": "kWh", "兆瓦时": "MWh", "平方米": "m²", "头": "head", "只": "head",
             "公里": "km", "千伏": "kV"}  # fmt: skip
_ROUND = {"百": "hundred", "千": "thousand", "万": "ten-thousand", "百万": "million",
          "千万": "ten-million"}  # fmt: skip
_PERCENT = re.compile(r"(\d+(?:\.\d+)?%)(?:以上)?的")
# whose English name only the university can tell: 东北某某大学
_UNIVERSITY = re.compile(
    "(?:东北|西北|西南|东南|华东|华南|华中|华北|中南|北方|南方|江南)[\u3400-\u9fff]{1,8}?(?:大学|学院)"
)
_SIDES = {"东": "east", "南": "south", "西": "west", "北": "north"}
_SIDE = re.compile("[东南西北](?=校区|院区|厂区|港区|作业区|片区|岸|城区|段|站房|站|大门|线工程)")
# 市一中, 县第二小学: a school by its number
_SCHOOL = re.compile(
    "(?P<tier>[市县区州旗镇])第?(?P<nth>[一二三四五六七八九十])(?P<kind>中|小)"
    "(?=[学校新老分教、，集]|$)(?:学)?"
)
_SCHOOLS = {"中": "Middle School", "小": "Primary School"}
_SCHOOL_OF = {"市": "municipal", "县": "county", "区": "district", "州": "prefectural",
              "旗": "banner", "镇": "town"}  # fmt: skip
_PART = re.compile("([一二三四五六七八])期")
_ROMAN = {"一": "I", "二": "II", "三": "III", "四": "IV", "五": "V", "六": "VI", "七": "VII",
          "八": "VIII"}  # fmt: skip
_HEDGES = {"余": "more than ", "多": "more than ", "约": "about ", "近": "nearly ",
           "超过": "more than ", "逾": "more than "}  # fmt: skip

_HEAD = re.compile(
    r"^(.*?)((?: (?:(?:started|completed|finished|signed|held|built|put into)\b.*"
    r"|(?:of|for|in|to|that|with|at|on|as|from|by|under|without|lifted|living|who|whose"
    r"|relying|serving|posted|near|along) .*))?)$"
)


def plural(phrase: str) -> str:
    """Return the plural of an English noun: of its head in `level of service`."""
    quoted, mark, last = phrase.rpartition("”")
    if mark and last.strip():
        return quoted + mark + plural(last)  # “Plan for All” project
    match = _HEAD.match(phrase)
    word, rest = (match[1], match[2]) if match else (phrase, "")
    if word.endswith("s") and not word.endswith(("ss", "us")):
        return phrase
    if word.endswith(("x", "ch", "sh", "ss", "us")):
        return f"{word}es{rest}"
    if word.endswith("y") and word[-2:-1] not in "aeou":
        return f"{word[:-1]}ies{rest}"
    return f"{word[:-3]}men{rest}" if word.endswith("man") else f"{word}s{rest}"


def noun_phrase(entry: str, zh: str = "", how: str = "", cost: float = 1.0) -> Phrase:
    """Return the noun that an entry describes: `~growth`, `^system`, `firm|corporate`."""
    shown, _, attr = entry.partition("|")
    shown, _, link = shown.partition("@")
    sort = _SORTS.get(shown[:1], Sort.MANY)
    text = shown if sort is Sort.MANY else shown[1:]
    terms = ((zh, text, how),) if how else ()
    if sort is Sort.MANY:
        many, attr = plural(text), attr or text
        return Phrase("N", many, cost, sort, attr, single=text, link=link, terms=terms)
    attr = attr or text.removeprefix("the ")
    return Phrase("N", text, cost, sort, attr, link=link, terms=terms)


def verb_phrases(entry: str) -> Iterator[Phrase]:
    """Yield what a verb's entry gives: `build+; ~construction` is a verb and a noun."""
    verb, _, nominal = entry.partition(";")
    text = verb.strip().rstrip("+*")
    marks = verb.strip()[len(text) :]
    if text:
        named = bool(nominal.strip())
        yield Phrase("V", text, predicates=(Predicate(text),), creates="+" in marks, event=named)
        if "*" in marks:
            yield Phrase("VP", text, 1.2, predicates=(Predicate(text),))
    if nominal.strip():
        yield replace(noun_phrase(nominal.strip()), cat="N", cost=1.6, event=True)
        yield replace(noun_phrase(nominal.strip()), cat="E", cost=1.1)  # an event: … of


class Words:
    """The words that a lexicon and an occasion know; `bodies` are names that the occasion gives."""

    def __init__(self, lexicon: EnglishWords, bodies: Collection[str] = ()) -> None:
        self._lexicon = lexicon
        self._bodies = frozenset(bodies)

    def __contains__(self, zh: str) -> bool:
        """Return whether the lexicon has a name or a slogan as it is."""
        return zh in self._lexicon.slogan or zh in self._lexicon.name

    def plain(self, zh: str) -> Phrase | None:
        """Return a word of the dictionary that is no slogan: in quotation marks it is still one."""
        slogan = zh in self or zh in self._lexicon.institution
        return (
            None if slogan or zh not in self._lexicon.noun else noun_phrase(self._lexicon.noun[zh])
        )

    def at(self, text: str, start: int) -> Iterator[tuple[int, Phrase]]:
        """Yield every word that begins at `start`, with its end."""
        for end in range(start + 1, min(len(text), start + self._lexicon.longest) + 1):
            for phrase in self._entries(text[start:end]):
                yield end, phrase
        for literal in LITERALS:
            if text.startswith(literal, start):
                yield start + len(literal), Phrase(literal, literal, 0.3)
        yield from self._figures(text, start)
        yield from standings_at(text, start)
        yield from self._names(text, start)

    def _entries(self, zh: str) -> Iterator[Phrase]:
        words = self._lexicon
        if zh in words.name:
            yield noun_phrase(words.name[zh], zh, "project", 0.6)
        if zh in words.institution:
            entry = words.institution[zh]
            entry = entry if entry[0] in _SORTS else f"^{entry}"
            yield noun_phrase(entry, zh, "place" if "|" in entry else "lexicon", 0.9)
        if zh in words.slogan:
            yield noun_phrase(words.slogan[zh], zh, "lexicon", 0.9)
        if zh in words.noun:
            yield noun_phrase(words.noun[zh])
        if zh in words.adjective:
            entry = words.adjective[zh]
            cost = 1.8 if len(zh) == 1 else 1.0  # 重 is more often of 重庆 than heavy
            yield Phrase("Q" if entry.startswith("#") else "A", entry.lstrip("#"), cost)
        if zh in words.adverb:
            entry = words.adverb[zh]
            after = entry[1:] if entry[:1] == "<" else ""
            predicate = Predicate("", after=after, planned=entry[:1] == "!")
            before = "" if entry[:1] in ("<", "!") else entry
            yield Phrase("ADV", before, predicates=(predicate,))
        if zh in words.preposition:
            yield Phrase("P", words.preposition[zh])
        if zh in words.time:
            yield Phrase("TIME", words.time[zh])
        if zh in words.state:
            state = words.state[zh]
            yield Phrase("VP", state, predicates=(Predicate(state),))
        if zh in words.verb:
            yield from verb_phrases(words.verb[zh])

    # --- figures ------------------------------------------------------------------------------

    def _figures(self, text: str, start: int) -> Iterator[tuple[int, Phrase]]:
        if (line := _LINE.match(text, start)) is not None:
            yield line.end(), Phrase("N", f"Line {line[1]}", sort=Sort.NAME)
        if (road := _HIGHWAY.match(text, start)) is not None:
            yield road.end(), Phrase("N", f"{_HIGHWAYS[road[2]]} {road[1]}", sort=Sort.NAME)
        if (nth := _NTH_BODY.match(text, start)) is not None:
            name = f"{ordinal_word(read_number(nth[1])[0]).capitalize()} {_NTH_BODIES[nth[2]]}"
            yield nth.end(), Phrase("N", name, 0.8, Sort.SINGLE, attr=name)
        if (years := _YEARS.match(text, start)) is not None:
            yield years.end(), Phrase("A", f"{count_word(int(read_number(years[1])[0]))}-year")
        if (part := _PART.match(text, start)) is not None:
            yield part.end(), Phrase("PART", f"Phase {_ROMAN[part[1]]}", 0.5)
        if (code := _CODE.match(text, start)) is not None:
            yield code.end(), Phrase("N", code[0], sort=Sort.NAME)
        if (nth := _NTH.match(text, start)) is not None:
            yield nth.end(), Phrase("A", ordinal_word(read_number(nth[1])[0]))
        for end, words in time_words(text, start):
            yield end, Phrase("TIME", words)
            if text[end : end + 1] == "度":
                yield end + 1, Phrase("A", words.removeprefix("in "))
            if text[start:end].endswith("年") and end - start == len("2023年"):
                yield end, Phrase("A", words.removeprefix("in "))
        yield from _sides_and_sizes(text, start)
        yield from self._counts(text, start)

    def _counts(self, text: str, start: int) -> Iterator[tuple[int, Phrase]]:
        for numeral in find_numerals(text[start : start + 16])[:1]:
            before = text[start : start + numeral.start]
            if before not in ("", "约", "近", "超过", "逾") or len(numeral.values) != 1:
                continue
            if numeral.form is not Form.PLAIN or numeral.text[0] in "几数上一百千万":
                continue
            at = start + numeral.end
            hedge = next((_HEDGES[h] for h in numeral.hedges if h in _HEDGES), "")
            at += 1 if text[at : at + 1] in ("余", "多") else 0
            words = hedge + (
                write_english(numeral.value) if numeral.arabic else count_word(int(numeral.value))
            )
            for size in (4, 3, 2, 1, 0):
                counter = text[at : at + size]
                if counter in self._lexicon.counter:
                    unit = self._lexicon.counter[counter]
                    yield at + size, Phrase("Q", f"{words} {unit}".strip(), 0.8)
            if numeral.arabic and re.fullmatch(r"\d{3,}", numeral.text) and not hedge:
                if text[at : at + 1] not in "年月日" and before == "":
                    yield at, Phrase("A", numeral.text, 1.5)  # 1958文创园 is called so
            elif numeral.arabic and text[at : at + 1] != "年":
                yield at, Phrase("Q", words, 1.5)

    # --- names --------------------------------------------------------------------------------

    def _names(self, text: str, start: int) -> Iterator[tuple[int, Phrase]]:
        for end, zh, english in departments_at(text, start):
            attr = english.removeprefix("the ")
            terms = ((zh, english, "lexicon"),)
            yield end, Phrase("N", english, 0.7, Sort.NAME, attr=attr, terms=terms)
        for end, zh, english, how in name_at(text, start, self._lexicon, self._bodies):
            cost = 2.0 + 0.4 * (end - start) if how in ("spelled", "firm") else 0.9
            given = zh in self._bodies  # a fact is of it: 渔港街道
            cost = (
                1.2 if given or (how == "spelled" and is_seated_firm(zh, self._lexicon)) else cost
            )
            yield end, Phrase("N", english, cost, Sort.NAME, terms=((zh, english, how),))
        if (school := _UNIVERSITY.match(text, start)) is not None:
            shown, terms = f"“{school[0]}”", ((school[0], "", "kept"),)
            yield school.end(), Phrase("N", shown, 1.1, Sort.NAME, kept=(school[0],), terms=terms)
        for end, zh, english in unlisted_at(text, start, self._lexicon):
            terms = ((zh, english, "spelled"),)
            yield end, Phrase("X", english, 2.5 + 0.4 * (end - start), terms=terms)
        for end, zh, english in short_firms_at(text, start, self._lexicon):
            terms = ((zh, english, "firm"),)
            yield end, Phrase("N", english, 3.5, Sort.NAME, terms=terms)


def _sides_and_sizes(text: str, start: int) -> Iterator[tuple[int, Phrase]]:
    """Yield what tells a thing by its side or its size: 北港区, 20万吨级码头."""
    if (side := _SIDE.match(text, start)) is not None:
        yield side.end(), Phrase("A", _SIDES[side[0]], 1.2)
    if (school := _SCHOOL.match(text, start)) is not None:
        nth = int(read_number(school["nth"])[0])
        name = f"{_SCHOOL_OF[school['tier']]} No. {nth} {_SCHOOLS[school['kind']]}"
        yield school.end(), Phrase("N", name, 0.8, Sort.SINGLE, attr=name)
    if (part := _PERCENT.match(text, start)) is not None:
        least = "at least " if "以上" in part[0] else ""
        yield part.end(), Phrase("Q", f"{least}{part[1]} of", 0.8)
    if (sized := _SIZED.match(text, start)) is not None:
        count = _ROUND.get(sized["count"]) or write_english(read_number(sized["count"])[0])
        size_of = f"{count}-{_SIZED_IN[sized['unit']]}".replace(" ", "-")
        yield sized.end(), Phrase("SZ", size_of, 0.8)
    if (size := _SIZE.match(text, start)) is not None:
        count = write_english(read_number(size[1] + (size[2] or ""))[0]).replace(" ", "-")
        yield size.end(), Phrase("A", f"{count}-{_SIZES[size[3]]}", 0.8)
