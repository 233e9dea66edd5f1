"""A fact's figure in English, and the plain sentence that it makes with its measure.

Input: facts and the English names of their measures. Output: `more than 5,000`, `428 billion yuan`
only where the source has it; sentences of name, verb and figure. Hedge, expectation and direction
go with the figure wherever it goes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefgen.english import moves
from briefgen.english.aims import to_be_done
from briefgen.english.heads import head_of, is_plural_name, with_article
from briefgen.english.moves import own_words, pace
from briefgen.english.numbers import (
    count_word,
    fraction_words,
    ordinal_word,
    write_english,
)
from briefgen.english.phrase import Form, verb_form
from briefgen.english.ranks import STILL, is_kept, place, running
from briefgen.fact import Fact, Kind
from briefgen.lexicon import Lexicon
from briefgen.lexicon.english import EnglishWords
from briefgen.numerals import plain_digits, read_number

HEDGES = {
    "超过": "more than", "突破": "more than", "超": "more than", "逾": "more than",
    "破": "more than", "余": "more than", "多": "more than", "上": "upwards of",
    "近": "nearly", "接近": "nearly", "将近": "nearly",
    "约": "about", "大约": "about", "左右": "about", "上下": "about",
    "以上": "at least", "不低于": "at least", "不少于": "at least", "至少": "at least",
    "以下": "at most", "以内": "at most", "不超过": "at most", "最多": "at most",
    "不足": "less than", "不到": "less than",
}  # fmt: skip
EXPECTED = ("预计", "预期", "有望")
FIRMS = re.compile("主体|企业|个体|公司|商户|民企")
_FIRMS_NAMED = re.compile("enterprises|entities|businesses|firms|traders|shops|stores|merchants")
_PIECES = frozenset("个家名位人项条所座件口户台辆支场处起例张只头") | {"人次", ""}
_DOUBLED = {"双翻番": ("both doubled", "both to double"), "翻两番": ("fourfold", "fourfold")}
_VAGUE = {"十几": "a dozen or so", "几十": "dozens of", "数十": "dozens of", "几百": "hundreds of",
          "数百": "hundreds of", "上百": "upwards of 100", "上千": "upwards of 1,000",
          "数千": "thousands of", "几千": "thousands of"}  # fmt: skip
_PERSONS = frozenset(("residents", "people", "villagers", "members"))
_VISITS = re.compile("游|接待|参观|观众|到访|就诊|门诊|诊疗|入园|visit")
_COUNTED_IN = frozenset(("households", "enterprises", "buildings", "plots"))


@dataclass(frozen=True, slots=True)
class Figures:
    """Says figures in English with the units of a lexicon."""

    lexicon: Lexicon
    words: EnglishWords

    def shown(self, fact: Fact, name: str = "") -> str:
        """Return the figure with hedge and unit as a card shows it: nearly 10,000, 36.55%."""
        number = self._number(fact)
        if number is None:
            return ""
        if fact.kind is Kind.RANK:
            return self._place(fact)
        unit = self._unit(fact, name)
        text = f"{number}{unit}" if unit[:1] in ("%", "‰") else f"{number} {unit}".strip()
        hedge = hedge_of(fact, text)
        told = f"{hedge} {text}" if hedge else text
        return f"{told} (expected)" if is_expected(fact) else told

    def cell(self, fact: Fact, name: str) -> str:
        """Return the figure as a card or a table shows it; a change says which way it went."""
        moved = fact.kind is Kind.CHANGE and fact.start_value is None
        return self.tail(fact) if moved else self.shown(fact, name)

    def _number(self, fact: Fact) -> str | None:
        text = "".join((fact.number_text or "").split())
        if (part := _FRACTION.fullmatch(text)) is not None:
            return fraction_words(part[2], part[1])
        if fact.kind is Kind.RANK:
            return ordinal_word(fact.values[0]) if fact.values else None
        if fact.kind is Kind.RATIO and len(fact.values) > 1:
            return " : ".join(_terms(fact.values, text))
        if "番" in text:
            done, aim = _DOUBLED.get(text, ("doubled", "to double"))
            return aim if fact.kind is Kind.TARGET else done
        if text in _VAGUE:
            return _VAGUE[text]
        if text in ("零", "零起") or fact.values == (Decimal(0),):
            return "zero"
        if not fact.values:
            return None
        if fact.unit == "成":
            return "–".join(plain_digits(abs(v) * 10) for v in fact.values)  # 四成 is 40%
        below = fact.kind in (Kind.LEVEL, Kind.SHARE) and fact.values[0] < 0  # 自然增长率-3.2‰
        written = [exact_digits(abs(v), text.lstrip("-－−负")) for v in fact.values]
        return "-" * below + "–".join(written)

    def _unit(self, fact: Fact, name: str) -> str:
        unit = fact.unit or ""
        if unit == "成":
            return "%"
        if moves.in_places(fact):
            return "place" if [abs(v) for v in fact.values] == [1] else "places"
        if unit in ("%", "‰"):
            return unit if fact.values != (Decimal(0),) else ""
        if fact.kind in (Kind.RANK, Kind.RATIO) or "番" in (fact.number_text or "") or not unit:
            return ""
        if unit == "倍":
            return "times"
        if unit == "人次" and not _VISITS.search(f"{fact.indicator} {name}"):
            return "" if head_of(name) in _PERSONS else "person-times"
        known = self.lexicon.unit(unit)
        counter = known is not None and known.dimension == "count" and unit not in ("户", "宗")
        if counter and (is_plural_name(name) or unit in "个家项条所座件"):
            return ""
        if unit == "户" and _FIRMS_NAMED.search(name):
            return ""
        if unit == "户" and FIRMS.search(fact.indicator):
            return "enterprises"
        if unit == "户" and name[:1] == "“":
            return ""  # of what, nobody can say in English
        english = (known.english if known else "") or ""
        if english and name.startswith(f"{english} "):
            return ""
        one = fact.values == (Decimal(1),) and english.endswith("s")
        return english.removesuffix("s") if one else english

    # --- sentences ----------------------------------------------------------------------------

    def sentence(self, fact: Fact, name: str, *, perfect: bool = False) -> str:
        """Return name, verb and figure as a clause: forest coverage was 53.16%.

        `perfect` is for what has been so since a time.
        """
        said = self._sentence(fact, with_article(name))
        return _perfect(said) if perfect else said

    def _sentence(self, fact: Fact, name: str) -> str:
        if fact.kind is Kind.RANK and name.startswith("the place in "):
            return f"{name} was {self._number(fact)}{running(fact)}"
        if fact.kind is Kind.RANK:
            return f"{name} {STILL if is_kept(fact) else 'ranked'} {self._place(fact)}"
        if fact.kind is Kind.TARGET:
            return self._aim(fact, name)
        if fact.kind in (Kind.GROWTH, Kind.CHANGE):
            return self._moved(fact, name)
        figure = self.shown(fact, name).removesuffix(" (expected)")
        if fact.kind is Kind.RATIO and fact.start_value is not None:
            return self._from_to(fact, name, figure)
        done = _DONE_TO.match(name)
        if done and fact.kind is Kind.COUNT and not self._unit(fact, name):
            name = f"{done[2]} {_DONE[done[1]]}"  # 老旧小区改造30个
        verb = self._verb(fact, name)
        return f"{name} {verb} {figure}"

    def _verb(self, fact: Fact, name: str) -> str:
        if is_expected(fact):
            return "was expected to be" if not is_plural_name(name) else "were expected to be"
        bare = (fact.unit or "") in _PIECES and not self._unit(fact, name)
        if " as a share of " in name:
            return "stood at"  # exports as a share of the total: one share of many
        if fact.kind is Kind.COUNT and is_plural_name(name) and bare:
            return "numbered"
        if fact.kind is Kind.DURATION:
            return "was" if re.search(r"\btime\b", name) else "took"
        unit = self._unit(fact, name)
        if unit == "households" and head_of(name) in _PERSONS:
            return "came from"
        counted = unit in _COUNTED_IN and fact.kind is Kind.COUNT
        if counted and not is_plural_name(name):
            return "covered"
        if fact.kind is Kind.SHARE and is_plural_name(name) and unit == "%":
            return "made up"  # 民营企业占六成
        plural = is_plural_name(name) and fact.kind is not Kind.SHARE
        if (
            (fact.unit or "").endswith("元")
            or (unit and plural)
            or (unit and fact.kind is Kind.COUNT)
        ):
            return "came to"
        return "were" if plural else "was"

    def label(self, fact: Fact, name: str) -> str:
        """Return name and figure as a heading says them: forest coverage 53.16%."""
        if fact.kind in (Kind.GROWTH, Kind.RANK):
            return f"{name} {self.tail(fact)}"
        if fact.start_value or fact.kind is Kind.TARGET:
            return self.sentence(fact, name)
        shown = self.shown(fact, name)
        if fact.kind is Kind.CHANGE:
            return f"{name} {self.tail(fact)}"
        if fact.kind is Kind.COUNT:
            bare = is_plural_name(name) and not self._unit(fact, name) and name[:1] != "“"
            return f"{shown} {name}" if bare else f"{name}: {shown}"
        if is_expected(fact):
            return f"{name} expected at {shown.removesuffix(' (expected)')}"
        apart = shown.startswith("at ") or fact.kind not in (Kind.LEVEL, Kind.SHARE)
        return f"{name}: {shown}" if apart else f"{name} at {shown}"

    def _place(self, fact: Fact) -> str:
        return place(self._number(fact), fact, self.words)

    def _aim(self, fact: Fact, name: str) -> str:
        figure = self.shown(fact, name).removesuffix(" (expected)")
        text = fact.number_text or ""
        if "番" in text:
            return f"for {name} to double"
        if is_expected(fact) and not any(q in ("力争", "目标") for q in fact.qualifiers):
            more = hedge_of(fact) == "more than"
            reach = f"exceed {figure.removeprefix('more than ')}" if more else f"reach {figure}"
            return f"{name} {'are' if is_plural_name(name) else 'is'} expected to {reach}"
        if "突破" in fact.qualifiers or "超过" in fact.qualifiers:
            return f"for {name} to exceed {figure.removeprefix('more than ')}"
        if hedge_of(fact) == "at most":
            return f"for {name} to be kept to {figure}"
        if (deed := _DEED.fullmatch(name)) is not None and fact.kind is Kind.TARGET:
            of = " of" if self._unit(fact, name) else ""
            built = deed[2].removeprefix("newly ")
            return f"for {figure}{of} {deed[1].removeprefix('the ')} to be {built}"
        if (done := to_be_done(fact, name, self._unit(fact, name))) is not None:
            return f"for {figure} {re.sub('^newly [a-z]+ ', '', name)} to be {done}"
        yearly = " a year on average" if "年均" in own_words(fact) else ""
        return f"for {name} to reach {figure}{yearly}"

    def tail(self, fact: Fact) -> str:
        """Return what a growth or a rank adds to its base: up 39% year on year, first citywide."""
        if fact.kind is Kind.RANK:
            rate = "with growth " if _OF_GROWTH.search(fact.indicator) else ""
            return f"{rate}{'still ' if is_kept(fact) else ''}{self._place(fact)}"
        if "番" in (fact.number_text or ""):
            return "doubled"
        if moves.is_amount(fact) or moves.is_margin(fact):
            return self.shown(fact)
        figure = self.shown(fact).removesuffix(" (expected)")
        by = "by " if fact.unit == "倍" else ""
        way = f"{'down' if moves.falls(fact) else 'up'} {by}{figure}{pace(fact)}"
        return f"expected to be {way}" if is_expected(fact) else way

    def _moved(self, fact: Fact, name: str) -> str:
        if "番" in (fact.number_text or ""):
            return f"{name} doubled"
        figure = self.shown(fact, name)
        if fact.start_value is not None:
            return self._from_to(fact, name, figure)
        plural = is_plural_name(name)
        if moves.is_margin(fact):
            return f"{name} was {figure}"
        if moves.is_amount(fact):
            return f"{name} came to {figure}"
        if _INCREASE.match(name):  # 户均增收4万元: the increase itself
            return f"{name} was {figure}"
        down = moves.falls(fact)
        if moves.in_places(fact):
            return f"{name} moved {'down' if down else 'up'} {figure}"
        if fact.kind is Kind.GROWTH and fact.unit == "倍":
            return f"{name} grew by {figure}"  # 增长10余倍: by that many times its size
        points = fact.unit in ("个百分点", "个千分点") or head_of(name) in _LEVELS
        move = "fall" if down else "rise" if points else "grow"
        if is_expected(fact):
            be = "were" if plural else "was"
            said = figure.removesuffix(" (expected)")
            return f"{name} {be} expected to {move} by {said}{pace(fact)}"
        return f"{name} {verb_form(move, Form.PAST)} by {figure}{pace(fact)}"

    def _from_to(self, fact: Fact, name: str, figure: str) -> str:
        starts = fact.start_value.values if fact.start_value else ()
        if len(starts) > 1 or len(fact.values) > 1:  # 由12:45:43调整为10:47:43
            before = _starts_print(fact)
            return f"{name} changed from {' : '.join(_terms(starts, before))} to {figure}"
        start = f"{write_english(starts[0])}{fact.unit if fact.unit == '%' else ''}"
        start = f"{HEDGES.get(moves.start_hedge(fact), '')} {start}".strip()
        down = fact.values[0] < starts[0]
        return f"{name} {'fell' if down else 'rose'} from {start} to {figure}"


_OF_GROWTH = re.compile(
    "(?:增速|增幅|增长率)(?:[^，]{2,8}?(?:省|市|州|区|县))?(?:[^，]{0,8}?)排名$"
)
_TERM = re.compile(r"\d+(?:\.\d+)?")


def _terms(values: Sequence[Decimal], printed: str) -> list[str]:
    """Return the terms of a ratio with the digits that are printed: 15.0∶41.9∶43.1."""
    written = _TERM.findall(printed)
    if [Decimal(term) for term in written] == list(values):
        return written
    return [plain_digits(v) for v in values]


def _starts_print(fact: Fact) -> str:
    """Return the characters of the value that a fact starts from, as its quote has them."""
    start = fact.start_value
    return fact.quote[start.start - fact.start : start.end - fact.start] if start else ""


_FRACTION = re.compile("([二三四五六七八九十]{1,3})分之([一二三四五六七八九])")


# what rises and does not grow: prices, rates
_LEVELS = frozenset(
    ("rate", "price", "prices", "index", "ratio", "share", "level", "proportion", "temperature",
     "coverage", "concentration", "satisfaction")
)  # fmt: skip
_INCREASE = re.compile("(?:the )?(?:(?:net )?(?:increase|reduction) in |income growth )")
# schools built or rebuilt, 8 of which are to come
_DEED = re.compile(
    r"(.+?) ((?:newly )?(?:[a-z]+ed|built|rebuilt|brought in|sown|grown)"
    r"(?:(?:,| and| or)+ (?:[a-z]+ed|built|rebuilt))*)"
)
_DONE = {"renovation": "renovated", "upgrading": "upgraded"}
_DONE_TO = re.compile(r"(renovation|upgrading) of ((?:[\w-]+ )*[\w-]+s)$")
_PERFECT = (
    (" numbered ", " {} numbered "), (" stood at ", " {} stood at "),
    (" came to ", " {} come to "), (" took ", " {} taken "),
    (" were ", " {} been "), (" was ", " {} been "), (" doubled", " {} doubled"),
    (" grew ", " {} grown "), (" fell ", " {} fallen "), (" rose ", " {} risen "),
)  # fmt: skip


def _perfect(said: str) -> str:
    """Return a sentence of a figure as what has been so since a time."""
    for past, perfect in _PERFECT:
        before, verb, after = said.rpartition(past)
        if verb:
            have = "have" if is_plural_name(before) else "has"
            return before + perfect.format(have) + after
    return said


def exact_digits(value: Decimal, text: str) -> str:
    """Return the value with the digits of its source: 50.0% keeps its nought."""
    digits = (
        text.replace(",", "")
        .rstrip("%％‰")
        .translate(str.maketrans("０１２３４５６７８９．", "0123456789."))
    )
    if re.fullmatch(r"\d+\.\d+", digits) and read_number(digits) == (value,) and value < 1000:
        return digits
    return write_english(value)


def hedge_of(fact: Fact, text: str = "") -> str:
    """Return the hedge in English, empty where the source has none or the number says it."""
    if text[:1].isalpha() and not text.startswith("zero") and fact.number_text in _VAGUE:
        return ""
    return next((HEDGES[q] for q in fact.qualifiers if q in HEDGES), "")


def is_expected(fact: Fact) -> bool:
    """Return whether the figure is only expected (预计)."""
    return any(q in EXPECTED for q in fact.qualifiers)


def years_word(count: int) -> str:
    """Return `five years` for 五年."""
    return f"{count_word(count)} year{'' if count == 1 else 's'}"


def is_of_firms(fact: Fact) -> bool:
    """Return whether what is counted in 户 are firms, and no households."""
    return fact.unit == "户" and FIRMS.search(fact.indicator) is not None
