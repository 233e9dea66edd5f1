"""A chart told again in English: the same points and tones, other words.

Input: a `ChartSpec` and a `Retelling`. Output: the chart with an English message of at most sixty
characters, subtitle, labels, note and text alternative, all from the facts of its points.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Sequence
from dataclasses import replace

from briefgen.chart import ChartKind, ChartSpec, Point, Tone
from briefgen.english.claims import mode_of
from briefgen.english.clauses import Aspect, tell_clause
from briefgen.english.figures import is_of_firms
from briefgen.english.measures import upper
from briefgen.english.meetings import tell_meeting
from briefgen.english.retell import Retelling
from briefgen.english.times import printed_time
from briefgen.fact import Fact, Kind
from briefgen.telling import change_between, dense, figure, states_period, time_text

TITLE_LIMIT = 60  # Latin characters
_MANY = 6  # points of an axis, above which there is no room for a month's whole name
_OPEN = "Hatched or open: a bound, an expectation or a target."


def retell_chart(spec: ChartSpec, retelling: Retelling) -> ChartSpec:
    """Return the chart in English; its points, their order and their values stay."""
    teller = _Teller(spec, retelling)
    points = tuple(teller.point(p) for p in spec.points)
    title = _fitting(teller.titles())
    subtitle = teller.subtitle()
    note = teller.note()
    said = "; ".join(f"{p.group + ', ' if p.group else ''}{p.label}: {p.shown}" for p in points)
    alt = " ".join(f"{part.rstrip('.')}." for part in (title, subtitle, said, note) if part)
    unit = spec.unit if spec.unit in ("", "%") else teller.unit(spec.unit)
    source = retelling.plain(spec.source)
    return replace(
        spec, title=title, subtitle=subtitle, unit=unit, points=points, note=note, alt=alt,
        source=source,
    )  # fmt: skip


def _fitting(candidates: Sequence[str]) -> str:
    fit = [c for c in candidates if len(c) <= TITLE_LIMIT]
    shortest = min(candidates, key=len)
    if fit or len(shortest) <= 2 * TITLE_LIMIT:
        return upper(fit[0] if fit else shortest)  # two lines, and the figure with it
    words = shortest[: TITLE_LIMIT - 1].rsplit(" ", 1)[0].rstrip(",;: ")
    return f"{upper(words)}…"


def _inside(label: str) -> str:
    """Return a label as it reads within a sentence: tertiary sector, but Stone Bridge Village."""
    plain = label[1:] == label[1:].lower() and " " in label
    return label[:1].lower() + label[1:] if plain else label


class _Teller:
    def __init__(self, spec: ChartSpec, retelling: Retelling) -> None:
        self.spec = spec
        self.retelling = retelling
        self.facts = [
            [retelling.facts[i] for i in p.fact_ids if i in retelling.facts] for p in spec.points
        ]

    def name(self, fact: Fact) -> str:
        return self.retelling.name_for(fact)

    def unit(self, unit: str) -> str:
        known = self.retelling.figures.lexicon.unit(unit.lstrip("万亿"))
        if unit.endswith("户") and is_of_firms(self.facts[0][0]):
            return ""
        return known.english if known else ""

    # --- points -------------------------------------------------------------------------------

    def point(self, point: Point) -> Point:
        """Return a point with its label, its value and its panel in English."""
        facts = [self.retelling.facts[i] for i in point.fact_ids if i in self.retelling.facts]
        group = upper(self.retelling.name_of(point.group)) if point.group else ""
        return replace(
            point, label=self._label(point, facts), shown=self._shown(point, facts), group=group
        )

    def _label(self, point: Point, facts: Sequence[Fact]) -> str:
        if self.spec.kind is ChartKind.TIMELINE:
            return self._event(point, facts[0])
        known = {"变化前": "Before", "变化后": "After"}
        if point.label in known:
            return known[point.label]
        if point.tone is Tone.DERIVED:
            return "Rest (derived)"
        if (time := _time(point.label)) is not None:
            return upper(_short(time) if len(self.spec.points) > _MANY else time)
        if self.spec.kind is ChartKind.PROGRESS and facts:
            return upper(self.name(facts[0]))
        if facts and point.label in (facts[0].indicator, _base(facts[0])):
            return upper(self.name(facts[0]))
        return upper(self.retelling.word(point.label))

    def _event(self, point: Point, fact: Fact) -> str:
        if (met := tell_meeting(point.label, self.retelling.names)) is not None:
            self.retelling.statements[point.label] = False
            return met
        told = tell_clause(
            point.label,
            mode_of(fact),
            self.retelling.names.speech,
            owner=self.retelling.owner,
            area=self.retelling.area,
            aspect=Aspect.DATED,
        )
        self.retelling.statements[point.label] = bool(told.untold or told.kept)
        self.retelling.names.note(told.terms)
        return f"“{point.label}”" if told.untold else upper(told.text)

    def _shown(self, point: Point, facts: Sequence[Fact]) -> str:
        if (time := _time(point.shown)) is not None:
            return time
        figures = self.retelling.figures
        for fact in facts:
            if point.shown.removeprefix("下降") == figure(fact):
                down = point.shown.startswith("下降")
                return ("down " if down else "") + figures.shown(fact, self.name(fact))
        if point.tone is Tone.DERIVED and is_of_firms(self.facts[0][0]):
            return self.retelling.plain(point.shown).removesuffix(" households")
        if (ratio := re.fullmatch(r"([\d.]+)%", point.shown)) is not None:
            return f"{ratio[1]}%"
        amount = self.retelling.amount(dense(point.shown))  # the start of a change
        return amount or self.retelling.plain(point.shown)

    # --- words --------------------------------------------------------------------------------

    def titles(self) -> list[str]:
        """Return messages for the chart, the fullest first."""
        kind, figures = self.spec.kind, self.retelling.figures
        first = self.facts[0][0]
        if kind is ChartKind.TIMELINE:
            since = (
                _time(self.spec.title.partition("以来")[0]) or self.point(self.spec.points[0]).shown
            )
            return [f"{len(self.facts)} dated events since {since}", "Dated events"]
        if kind in (ChartKind.PAIRS, ChartKind.LINE):
            return self._moves()
        if kind is ChartKind.PROGRESS:
            whole = next(f for f in self.facts[-1] if f is not first)
            part, all_of_it = (figures.shown(f, self.name(f)) for f in (first, whole))
            done = f"{part} of {all_of_it}"
            deed = _done(self.name(first))
            if not deed:
                return [f"{self.name(first)}: {done}", done]
            return [f"{self.name(whole)}: {done} {deed}", f"{done} {deed}"]
        if kind is ChartKind.STACKED:
            return self._stacked()
        if kind is ChartKind.TARGET:
            aim = self.facts[-1][0]
            shown = figures.shown(aim, self.name(aim))
            return [f"Target for {self.name(aim)}: {shown}", f"Target: {shown}"]
        return self._compared()

    def _stacked(self) -> list[str]:
        """Return the two largest parts, and what they all make up together."""
        top = sorted(self.spec.points, key=lambda p: -p.value)[:2]
        told = [f"{self.point(p).label} {self.point(p).shown}" for p in top]
        titles = [", ".join([*told[:1], *map(_inside, told[1:])])]
        if (summed := self._summed()) is not None:
            name = self.name(summed)
            titles.append(f"{name}: {self.retelling.figures.shown(summed, name)}")
        return titles

    def _compared(self) -> list[str]:
        figures = self.retelling.figures
        told = [f for facts in self.facts for f in facts[:1]]
        growth = told[0].kind is Kind.GROWTH
        named = [
            f"{self.name(f)} {figures.tail(f)}"
            if growth
            else f"{self.name(f)}: {figures.shown(f, self.name(f))}"
            for f in told
        ]
        return ["; ".join(named[:2]), *named]

    def _moves(self) -> list[str]:
        found: list[str] = []
        groups: dict[str, list[Fact]] = {}
        for point, facts in zip(self.spec.points, self.facts, strict=True):
            groups.setdefault(point.group, []).extend(facts[:1])
        for facts in groups.values():
            first, last = facts[0], facts[-1]
            if first is last:
                return [self.retelling.figures.sentence(first, self.name(first))]
            names = dict.fromkeys((self.name(last), self.name(first)))
            change = change_between(first, last)
            if change is None:
                found += [f"{n} unchanged between reports" for n in names]
                continue
            way = "up" if change.rises else "down"
            size = self.retelling.amount(change.size) or change.size
            found += [f"{n} {way} {size} {_since(first, last)}" for n in names]
            found += [f"{n} {way} {size}" for n in names]
        return found

    def subtitle(self) -> str:
        """Return measure, unit, place and period."""
        told = [f for facts in self.facts for f in facts[:1]]
        names = dict.fromkeys(self.name(f) for f in told)
        units = {f.unit or "" for f in told}
        unit = self.unit(next(iter(units))) if len(units) == 1 else ""
        measure = upper("; ".join(names)) if len(names) <= 3 else self._measures()
        if self.spec.kind is ChartKind.TIMELINE:
            measure, unit = "Dates as the sources state them", ""
        times = dict.fromkeys(_time(time_text(f)) or "" for f in told)
        times = {t: None for t in times if f"{t} report" not in times}
        said = [t for t in times if t]
        if self.spec.kind is ChartKind.LINE:
            said = [" to ".join(dict.fromkeys((said[0], said[-1])))] if said else []
        scope = self.retelling.names.body(told[0].scope)
        parts = [f"{measure}, {unit}" if unit else measure, scope, ", ".join(said)]
        return "; ".join(p for p in parts if p)

    def _measures(self) -> str:
        growth = self.facts[0][0].kind is Kind.GROWTH
        return "Growth rates" if growth else _MEASURES.get(self.spec.kind, "")

    def note(self) -> str:
        """Return what a reader must know to read the chart."""
        notes: list[str] = []
        kind = self.spec.kind
        told = [f for facts in self.facts for f in facts[:1]]
        if kind is ChartKind.PAIRS and len(told) > 1 and told[0] is not told[1]:
            notes += self._derived()
            if any(not states_period(f) for f in told):
                notes.append("Where no period is stated, the date of the report is shown")
        if kind is ChartKind.PROGRESS:
            rest, part = self.spec.points[-1], self.spec.points[0]
            whole = next((f for f in self.facts[-1] if f not in self.facts[0]), self.facts[-1][0])
            total = self.retelling.figures.shown(whole, self.name(whole))
            notes.append(
                f"Rest derived: {total} − {self.point(part).shown} = {self.point(rest).shown}"
            )
        if kind is ChartKind.SHARES:
            notes += self._of_wholes(told)
        if kind is ChartKind.BARS and told[0].kind is Kind.COUNT:
            notes.append("Kinds may overlap and do not add up")
        if kind is ChartKind.STACKED:
            notes.append(self._of_parts(told[0]))
        if any(p.tone is Tone.EXPECTED for p in self.spec.points):
            notes.append(_OPEN.rstrip("."))
        return "".join(f"{n}. " for n in notes).strip()

    def _of_parts(self, ratio: Fact) -> str:
        """Return what parts are of: all that they make up, or the ratio as it is printed."""
        summed, figures = self._summed(), self.retelling.figures
        if summed is None:
            return f"Told as {figures.shown(ratio)}"
        name = self.name(summed)
        return f"Parts, as the source says, of {name}, in all {figures.shown(summed, name)}"

    def _summed(self) -> Fact | None:
        """Return the amount that stacked parts make up together, None where a ratio is shown."""
        told = {facts[-1].id: facts[-1] for facts in self.facts if len(facts) > 1}
        return next(iter(told.values())) if len(told) == 1 and len(self.facts) > 1 else None

    def _of_wholes(self, told: Sequence[Fact]) -> list[str]:
        """Return what the Chinese note says of the wholes that shares are of."""
        named, _, nameless = self.spec.note.partition("原文未写明分母：")
        one = "分母相同" in named
        wholes = "one whole, may overlap" if one else "different wholes"
        notes = [f"Shares are of {wholes} and do not add up"]
        names = [self.name(f) for f in told if nameless and f.indicator in nameless]
        if names:
            notes.append(f"The source does not say of what whole: {'; '.join(names)}")
        return notes

    def _derived(self) -> list[str]:
        groups: dict[str, list[Fact]] = {}
        for point, facts in zip(self.spec.points, self.facts, strict=True):
            groups.setdefault(point.group, []).extend(facts[:1])
        out = []
        for facts in groups.values():
            change = change_between(facts[0], facts[-1])
            if change is None:
                continue
            name = self.name(facts[-1])
            first, last = (self.retelling.figures.shown(f, name) for f in (facts[0], facts[-1]))
            way = "up" if change.rises else "down"
            size = self.retelling.amount(change.size) or change.size
            out.append(f"{name} {way} {size} ({last} − {first})")
        return [f"Derived: {'; '.join(out)}"] if out else []


_MEASURES = {
    ChartKind.SHARES: "Shares of their wholes",
    ChartKind.BARS: "Counts of each kind",
    ChartKind.PAIRS: "Several measures",
}
_MONTHS = re.compile("|".join(month_name[1:]))
_DAYS = re.compile(r"(\d{4}年\d{1,2}月)(\d{1,2})—(\d{1,2})日")


def _short(time: str) -> str:
    """Return a time with its months short, for the many of an axis: Jan 2024."""
    return _MONTHS.sub(lambda month: month[0][:3], time)


def _time(text: str) -> str | None:
    """Return a time of a chart: 2021年12月27—30日, 目标（2025年）, 2021年（预计）."""
    if (days := _DAYS.fullmatch(text)) is not None:
        return f"{days[2]}–{printed_time(f'{days[1]}{days[3]}日')}"
    if (aim := re.fullmatch("目标（(.+)）", text)) is not None:
        time = printed_time(aim[1])
        return f"target ({time})" if time else None
    if text.endswith("（预计）"):
        time = printed_time(text.removesuffix("（预计）"))
        return f"{time} (expected)" if time else None
    return printed_time(text)


def _base(fact: Fact) -> str:
    return re.sub(
        "(?:同比|年均|环比|比上年)?(?:实际|名义)?(?:增速|增长率|增长|增幅)$", "", fact.indicator
    )


def _done(name: str) -> str:
    """Return the participle that a name of what was done ends with, if any: problems settled."""
    last = name.rsplit(" ", 1)[-1]
    return last if last.endswith("ed") else ""


def _since(first: Fact, last: Fact) -> str:
    """Return `on 2022` for figures of two stated years, else `between reports`."""
    year = first.period or ""
    stated = states_period(first) and states_period(last) and len(year) == len("2022")
    return f"on {year}" if stated else "between reports"
