"""Names in English: measures, themes, scopes, speakers; what has none stays Chinese and is marked.

Input: Chinese names. Output: English ones, with how each came for the glossary. It tells no figure.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from briefgen.english.grammar import parse
from briefgen.english.heads import is_plural_name, with_article
from briefgen.english.measure_words import DEEDS_OF, HOLIDAYS, LEADS, OF_A_THING, WHOLES, WHOM
from briefgen.english.measured import as_measure, firms_over
from briefgen.english.moves import LOWER, than
from briefgen.english.names import (
    body_name,
    firm_parts,
    is_worded,
    place_name,
)
from briefgen.english.numbers import amount_words
from briefgen.english.phrase import Form, Phrase, listed, noun, told
from briefgen.english.plainness import reads
from briefgen.english.standings import AMONG
from briefgen.english.words import Words
from briefgen.lexicon import Lexicon
from briefgen.lexicon.english import EnglishWords

_RATES = re.compile(
    "(?:同比|年均|环比|比上年|较上年)?(?:实际|名义)?(?:增速|增长率|增长倍数|增幅|降幅|扩大|减少|增加|提高|提升|下降"
    "|上升|回落|降低|缩小|收窄|压缩|压减|缩短|上涨|下跌|(?<=.{2})净增)$"
)
_RANKS = re.compile(
    "(?:(?:主城都市区)?中心城区|全市|全省|全国|全区|全县|全球|西部|[^全]{2}省|(?!县级市|.城市)[^全增速额]{2}[市州])?"
    f"(?:{'|'.join(AMONG)})?(?:排名|位次|名次)(?:上升|前移|提升|提高|跃升|前进|下降|后移|退后|下滑)?$"
)
_LISTED_IN = re.compile("(?:成功)?(?:入选|跻身|荣登|上榜|入围|位列)(.{3,})(?:排名|位次)")
_COUNTED = re.compile("(?:累计|总数|数量|个数|家数|宗数|用时|(?<=.{2})(?<![户人])数)$")
_WHO = {"居民": "residents", "村民": "villagers", "群众": "people", "市民": "citizens",
        "学生": "students", "企业": "enterprises"}  # fmt: skip
_BENEFIT = re.compile(f"(?P<deed>.+?)惠及(?P<who>{'|'.join(_WHO)})(?:户数|人数|数)?")
# 村集体经济收入10万元以上的村占比: a name holds no digits, so the amount is in words
_EARNING = re.compile(
    "(?P<what>(?:村(?:级)?)?(?:集体经济|集体)?(?:年)?(?:经营性?)?(?:总)?收入)?(?P<count>\\d{1,3})万元以上的?"
    "(?P<who>行政村|村|农户|企业|家庭)(?P<share>占比|比例|比重)?"
)
_OVER_A_SUM = re.compile(
    "(?:年|入库)?(?P<what>产值|营业收入|营收|销售收入|销售额|税收|纳税)(?:超过?|过|突破)"
    "(?P<count>\\d*|[十百千])(?P<scale>[万亿])元的?企业"
)
_EARNERS = {"行政村": "villages", "村": "villages", "农户": "households", "企业": "enterprises",
            "家庭": "households"}  # fmt: skip
_PEOPLE = re.compile("(户数|人数)$")
_SPAN = re.compile(
    r"^(?:近[一二三四五六七八九十]年来?|今年以来|一年来|\d{4}年度?|全年|一季度|上半年|下半年|前三季度|日均)"
)
_SPANS = {"一季度": "first-quarter ", "上半年": "first-half ", "日均": "daily "}
_PART = re.compile(
    "(?P<part>.{2,}?)占(?P<whole>.{2,}?)(?:总量|总数|总额)?的?(?:比重|比例|比|份额)?"
)
_OF_SHARE = re.compile("(占[^的]{2,16})的(比重|比例)$")
_SHARE = re.compile("(.{2,})(?:占比|比重|所占比例)")
_FOR_FIRMS = re.compile("(帮助企业|为企业|助力企业)(.{3,})")
_LIST_OF = re.compile(f"、.+等.+(?:{'|'.join(OF_A_THING)})$")
_TAKES = re.compile("(?:产业|行业)(?:全产业链|综合|总|年)?(?:产值|增加值|营业收入|营收)$")
_FIRMS_OWN = tuple(f"企业{ending}" for ending in OF_A_THING)  # 民营企业研发投入
_TOTALS = {"完成": "{}", "累计完成": "total {}"}
_PROJECTS = re.compile("(?P<count>\\d{0,4})(?P<scale>[万亿])元(?:及以上|以上)(?P<kind>工业)?项目")
_UNTOLD = re.compile(" to be |(?:and|of) help ")
# 生产总值增速较上半年加快: the growth itself moved
_RATE_OF_RATE = re.compile(
    "(.{2,}?)(?:同比)?(?:增速|增幅)(?:[较比].{1,8}?)?(?:加快|提高|提升|回升|回落|放缓|下降|上升|收窄|扩大)"
)
_MONEY = re.compile("(?:spending|investment|revenue|income|loans|output|exports|expenditure)$")
_SURE = 4  # characters of a lead that is never the beginning of a name: 新建改造
_KEEPS_CAPITAL = re.compile(r"[A-Z0-9“](?:[A-Z0-9&.-]|$)|China|Internet|Party")


@dataclass
class Names:
    """Names as one brief uses them; `used` fills with every term, for its glossary."""

    lexicon: Lexicon
    words: EnglishWords
    bodies: Collection[str] = ()
    used: dict[str, tuple[str, str]] = field(default_factory=dict)
    _known: dict[str, str | None] = field(default_factory=dict)
    _sounded: set[str] = field(default_factory=set)  # measures that hold a name spelled by sound

    def __post_init__(self) -> None:
        self._speech = Words(self.words, self.bodies)

    @property
    def speech(self) -> Words:
        """Return the words by which clauses are read."""
        return self._speech

    def note(self, terms: Collection[tuple[str, str, str]]) -> None:
        """Enter terms in the glossary."""
        for zh, english, how in terms:
            self.used.setdefault(zh, (english, "spelled" if how == "firm" else how))

    def measure(self, indicator: str) -> str | None:
        """Return a measure's name in lower case as a sentence uses it, None where it has none."""
        if indicator not in self._known:
            name = self._measure(indicator)
            self._known[indicator] = name if name and _is_printable(name) else None
        return self._known[indicator]

    def _measure(self, indicator: str) -> str | None:
        if indicator in self.words.name:
            return self.body(indicator)
        if indicator in self.words.measure:
            return self.words.measure[indicator]
        known = self.lexicon.indicator(indicator)
        if known is not None and known.english:
            return lower(known.english) + _deed(indicator, known.name, known.english)
        if (share := _OF_SHARE.sub(r"\1\2", indicator)) != indicator:
            return self.measure(share)  # 占地区生产总值的比重
        if (of_two := self._of_two(indicator)) is not None:
            return of_two
        if (short := self._shortened(indicator)) is not None:
            return short[0]
        people = _PEOPLE.search(indicator)
        if people and (name := self._people(indicator[: people.start()], people[1])):
            return name
        if indicator.endswith(_FIRMS_OWN) and (attribute := self._attribute(indicator)):
            return attribute
        if indicator.endswith("投资") or _LIST_OF.search(indicator) or _TAKES.search(indicator):
            attribute = self._attribute(indicator)  # of all that stands before it
            if attribute or _LIST_OF.search(indicator):
                return attribute
        return self._led(indicator, given=True) or self._told(indicator) or self._joined(indicator)

    def beyond(self, over: re.Match[str]) -> str | None:
        """Return on which side of what a measure is: above the city's average."""
        whom = WHOM.get(over["whom"]) or self.measure(over["whom"])
        return whom and f"{'below' if over['way'] in LOWER else 'above'} {whom}"

    def _margin(self, over: re.Match[str]) -> str | None:
        """Return how far a measure is from another: the margin of A over the average."""
        name, whom = (
            self.measure(over["what"]),
            WHOM.get(over["whom"]) or self.measure(over["whom"]),
        )
        if not name or not whom:
            return None
        rate = "growth of " if _RATES.search(over["what"]) else ""
        side = "below" if over["way"] in LOWER else "over"
        return f"margin of {rate}{with_article(name)} {side} {whom}"

    def _shortened(self, indicator: str) -> tuple[str | None] | None:
        """Return the name without what a rate, a rank, a count or a span adds to it."""
        if (rate := _RATE_OF_RATE.fullmatch(indicator)) is not None:
            name = self.measure(rate[1])
            return (f"growth of {name}" if name else None,)
        if (back := _RECOVERED.fullmatch(indicator)) is not None:
            name = self.measure(back[1])
            then = "same period of the previous year" if back[2] else "previous year"
            return (f"{name} as a share of the level of the {then}" if name else None,)
        if (whole := _INCLUDING.fullmatch(indicator)) is not None:
            name, part = self.measure(whole[1]), self.measure(whole[2])
            return (f"{name} (including {part})" if name and part else None,)
        for tail in (_RATES, _RANKS, _COUNTED):
            short = tail.sub("", indicator)
            if short and short != indicator:
                name = self.measure(short)
                ranked = tail is _RANKS and _RATES.search(short) is not None
                return (f"growth of {name}" if ranked and name else name,)
        for holiday, english in HOLIDAYS.items():
            if indicator.startswith(holiday) and (base := indicator.removeprefix(holiday)):
                name = self.measure(base)
                return (f"{name} over the {english} holiday" if name else None,)
        if (averaged := indicator.removesuffix("平均")) not in ("", indicator):
            name = self.measure(averaged)
            return (f"average {name}" if name else None,)
        if (span := _SPAN.match(indicator)) is not None and (base := indicator[span.end() :]):
            name = self.measure(base)
            return (f"{_SPANS.get(span[0], '')}{name}" if name else None,)
        return None

    def _of_two(self, indicator: str) -> str | None:
        """Return the name of who benefited, a total, a place in a list, a margin between two."""
        if (who := _BENEFIT.fullmatch(indicator)) is not None:
            base = self.measure(who["deed"])
            that = "that" if _WHO[who["who"]] == "enterprises" else "who"
            return f"{_WHO[who['who']]} {that} benefited from {base}" if base else None
        if (counted := indicator.removesuffix("总量")) not in ("", indicator):
            name = self.measure(counted)
            return f"total {'number of ' if is_plural_name(name) else ''}{name}" if name else None
        if (earning := _EARNING.fullmatch(indicator)) is not None:
            return self._earners(earning)
        if (over_sum := _OVER_A_SUM.fullmatch(indicator)) is not None:
            return firms_over(over_sum["what"], over_sum["count"], over_sum["scale"])
        if (listed_in := _LISTED_IN.fullmatch(indicator)) is not None:
            return self._listed_place(listed_in[1])
        if (sized := _PROJECTS.fullmatch(indicator)) is not None:
            scale = 10_000 if sized["scale"] == "万" else 100_000_000
            amount = amount_words(int(sized["count"] or 1) * scale)
            return f"{'industrial ' * bool(sized['kind'])}projects of at least {amount} yuan"
        if (deed := self._of_somebody(indicator)) is not None:
            return deed
        over = than(indicator)
        return self._margin(over) if over is not None else None

    def _of_somebody(self, indicator: str) -> str | None:
        """Return the name of what people joined, what somebody gave, what a road goes to."""
        for pattern, english in DEEDS_OF:
            if (match := pattern.fullmatch(indicator)) is not None:
                named = [self.measure(part) for part in match.groups()]
                if None not in named:
                    return english.format(*named, whose=self._thing(match[1]) or named[0])
        return None

    @staticmethod
    def _earners(match: re.Match[str]) -> str:
        collective = " for the collective" if "集体" in (match["what"] or "") else ""
        amount = amount_words(int(match["count"]) * 10_000)
        who = f"{_EARNERS[match['who']]} with at least {amount} yuan of income{collective}"
        return f"share of {who}" if match["share"] else who

    def _listed_place(self, honours: str) -> str | None:
        """Return the name of a place in a list: 入选全国百强县排名."""
        phrase = parse(honours, self._speech)
        if phrase is None or phrase.cat != "N" or phrase.kept:
            return None
        self.note(phrase.terms)
        return f"place in {noun(phrase) if phrase.items else phrase.text}"

    def _told(self, indicator: str) -> str | None:
        """Return a measure's name put together by the grammar of clauses."""
        phrase = parse(indicator, self._speech, deed=None)
        name = as_measure(phrase) if phrase is not None else None
        if (
            name
            and phrase is not None
            and _is_only_named(phrase)
            and reads(name)
            and not _UNTOLD.search(name)
            and not (phrase.cat == "VP" and any(t[2] == "spelled" for t in phrase.terms))
        ):  # 建成半山酒店8个 counts none of that name
            self.note(phrase.terms)
            if any(t[2] == "spelled" for t in phrase.terms):
                self._sounded.add(indicator)
            return name
        return None

    def _joined(self, indicator: str) -> str | None:
        """Return a measure's name put together of measures: a part of a whole, what was done."""
        if (part := _PART.fullmatch(indicator)) is not None:
            whole = WHOLES.get(part["whole"]) or self.measure(part["whole"])
            name = self.measure(part["part"])
            return f"{name} as a share of {whole}" if name and whole else None
        if (part := _SHARE.fullmatch(indicator)) is not None:
            name = self.measure(part[1])
            return f"share of {name}" if name else None
        if (helped := _FOR_FIRMS.fullmatch(indicator)) is not None:
            name = self.measure(helped[2])
            return f"{name} for enterprises" if name else None
        return self._attribute(indicator) or self._led(indicator, given=False)

    def _attribute(self, indicator: str) -> str | None:
        """Return the name of what is told of a thing: 甲、乙等产品国内市场占有率."""
        for ending in sorted(OF_A_THING, key=len, reverse=True):
            thing = indicator.removesuffix(ending)
            if len(thing) < _LEAST_THING or thing == indicator:
                continue
            of_all = self._thing(thing) if thing.endswith(("产业", "行业")) else None
            of_all = of_all and re.sub("^(.+) industries$", r"the \1 industry", of_all)
            name = of_all or self.measure(thing) or self._thing(thing)
            return OF_A_THING[ending].format(name) if name else None
        return None

    def _thing(self, zh: str) -> str | None:
        """Return a list with its kind, which is no measure of its own: 甲、乙等高端产品."""
        phrase = parse(zh, self._speech)
        if phrase is None or phrase.cat != "N" or phrase.kept or not reads(noun(phrase)):
            return None
        self.note(phrase.terms)
        return noun(phrase)

    def _led(self, indicator: str, *, given: bool) -> str | None:
        """Return the name of what was done with a measure: 新增小巨人企业 is new little giants.

        With `given` only a measure that the lexicon names is taken.
        """
        for lead in LEADS:
            rest = indicator.removeprefix(lead)
            if rest in ("", indicator):
                continue
            known = self.lexicon.indicator(rest)
            named = rest in self.words.measure or (known is not None and known.english)
            named = named or len(lead) >= _SURE
            if (named or not given) and (name := self.measure(rest)) is not None:
                if rest in self._sounded:
                    return None  # 建成半山酒店8个: eight are nobody's
                if lead in _TOTALS and _MONEY.search(name):
                    return _TOTALS[lead].format(name)
                return name if name.startswith("new ") else LEADS[lead].format(name)
        return None

    def _people(self, deed: str, counted: str) -> str | None:
        phrase = parse(deed, self._speech)
        who, that = ("households", "that") if counted == "户数" else ("people", "who")
        if phrase is None or phrase.cat not in ("VP", "N") or phrase.kept:
            return None
        if phrase.cat == "N":
            self.note(phrase.terms)
            return noun(phrase) if phrase.items else phrase.text
        self.note(phrase.terms)
        return f"{who} {that} {listed([told(p, Form.PAST) for p in phrase.predicates])}"

    def theme(self, name: str) -> str | None:
        """Return the English name of a theme or a sub-topic of the lexicon."""
        for theme in self.lexicon.themes:
            if theme.name == name and theme.english:
                return theme.english
        topics = (t for theme in self.lexicon.themes for t in theme.topics)
        return next((t.english for t in topics if t.name == name and t.english), None)

    def body(self, name: str) -> str:
        """Return a place's or a body's name, spelled by its sound where nothing else is known."""
        for table, how in ((self.words.name, "project"), (self.words.institution, "lexicon")):
            if name in table:
                english = table[name].lstrip("=~^").partition("|")[0]
                self.used.setdefault(name, (english, how))
                return english
        name = _THIS.sub("", name)  # 该村党支部: the village Party branch
        phrase = parse(name, self._speech)
        if phrase is not None and phrase.cat == "N" and not phrase.kept:
            english = phrase.singular
            english = noun(phrase) if phrase.items else english
            self.note(phrase.terms)
            self.used.setdefault(name, (english, "words"))
            return english[:1].upper() + english[1:]
        if is_worded(name, self.words) and name not in self.words.name:
            return (
                f"“{name.translate(_NO_MARKS)}”"  # 县城第二水厂: words, and not all of them known
            )
        english = place_name(name, self.words) or body_name(name, self.words)
        self.used.setdefault(name, (english, "spelled"))
        return english

    def is_body(self, name: str) -> bool:
        """Return whether a name is a place's or a body's: only such a name is spelled by sound."""
        return (
            name in self.words.name
            or name in self.words.institution
            or name in self.bodies
            or place_name(name, self.words) is not None
            or firm_parts(name, self.words) is not None
        )


_NO_MARKS = str.maketrans("", "", "“”‘’")


def _is_only_named(phrase: Phrase) -> bool:
    """Return whether what stays Chinese is a short name in quotation marks: “五星”支部."""
    named = {zh for zh, _, how in phrase.terms if how == "kept"}
    return all(k in named and len(k) <= _SHORT_NAME for k in phrase.kept)


_SHORT_NAME = 16
_LEAST_THING = 2


def bare_measure(indicator: str) -> str:
    """Return a measure's Chinese name without what its change is called: 接待游客同比增速."""
    return _RATES.sub("", indicator) or indicator


_THIS = re.compile("^该(?=[省市区县镇乡村校院局社])")
_RECOVERED = re.compile("(.+)恢复[至到](?:上年|去年)(同期)?比例")
_INCLUDING = re.compile("(.+)[（(](?:含|包括)(.+)[)）]")  # 中小学、幼儿园（含中职）
_DEEDS = {"建成": " completed", "新建": " newly built", "新增": " added", "完成": " completed",
          "改造": " renovated", "新改建": " built or rebuilt"}  # fmt: skip


def _deed(indicator: str, name: str, english: str) -> str:
    """Return what was done with a part, which a total's name does not say: 建成农村路80公里."""
    deed = next((d for d in _DEEDS if indicator.startswith(d) and not name.startswith(d)), "")
    if (
        " share of " in english
        or english.lower().startswith("new ")
        or re.search("(?:ed|built)$", english)
    ):
        return ""  # it says what was done
    said = re.match(" (?:newly )?[a-z]{5}", _DEEDS.get(deed, ""))
    return "" if said and said[0].strip() in english.lower() else _DEEDS.get(deed, "")


def _is_printable(name: str) -> bool:
    """Return whether a name may stand where no figure may: 5G and PM2.5 are no figures."""
    return re.search(r"\d", re.sub(r"\b[A-Z][A-Za-z]*[\d.]+|\b\d[GA]\b", "", name)) is None


def lower(name: str) -> str:
    """Return a name as it stands within a sentence: acronyms and names keep their capital."""
    return name if _KEEPS_CAPITAL.match(name) else name[:1].lower() + name[1:]


def upper(text: str) -> str:
    """Return text as it begins a sentence or a cell."""
    return text[:1].upper() + text[1:]
