"""What the rules see of a theme: the figures that may be drawn at all, in order of place.

Input: facts, series, the area, the theme. Output: a `Sight`, and the parts of a `ChartSpec` that
all rules make alike. It chooses no chart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from briefgen.chart import ChartKind, ChartSpec, Point, Tone
from briefgen.charts.wording import first_fitting, is_bound, is_expected
from briefgen.document import Area
from briefgen.fact import LACKING, Fact, Level, Series
from briefgen.telling import report_text, time_text

GAP = 40  # characters between two facts of one list or sentence: ，科技创新平台341个，


@dataclass(frozen=True, slots=True)
class Candidate:
    """A chart that is right, and how much it says: the higher, the sooner it is shown."""

    spec: ChartSpec
    weight: float


@dataclass(frozen=True, slots=True)
class Sight:
    """A theme's facts as rules see them, in order of source and place.

    `figures` are the area's own drawable figures, each once a source; `sound` are all facts, also
    statements and those of an occasion, without slips of the print and quoted words.
    """

    theme: str
    area: Area
    sound: tuple[Fact, ...]
    figures: tuple[Fact, ...]
    series: tuple[Series, ...]
    of_all: bool  # an overview: a theme that no fact bears


def look_at(facts: Sequence[Fact], series: Sequence[Series], area: Area, theme: str) -> Sight:
    """Return what rules see; an overview's theme, which no fact bears, sees every fact."""
    bears = any(theme in f.themes for f in facts)
    own = [f for f in facts if not bears or theme in f.themes]
    sound = tuple(f for f in sorted(own, key=_place) if is_sound(f))
    figures = tuple(_once(f for f in sound if is_figure(f, area)))
    told = [s for s in series if not bears or any(theme in f.themes for f in s.facts)]
    told.sort(key=lambda s: (s.indicator, s.unit, s.facts[0].id))
    return Sight(theme, area, sound, figures, tuple(told), not bears)


def _place(fact: Fact) -> tuple[str, str, int, int]:
    return fact.published or "", fact.source, fact.start, fact.end


def is_sound(fact: Fact) -> bool:
    """Return whether the print holds no slip, and the words are a claim of the report's own.

    A slip is never repeated (claims 14), a quoted person's figure is that person's (5), and
    百万清河人民 in a speech counts nobody (15); what falls short is told with the problems.
    """
    unsound = {"source_slip", "rhetorical", LACKING}
    doubted = not unsound.isdisjoint(fact.flags) or fact.meant is not None
    return not doubted and fact.speaker is None


def is_figure(fact: Fact, area: Area) -> bool:
    """Return whether the fact is a figure of the area that a mark can stand for.

    A figure of a firm, a village or the region above is not the area's (claims 9); 十几 and
    “千名干部” of a plan's name are no lengths.
    """
    written = fact.number_text or ""
    ours = fact.level is Level.DISTRICT and fact.scope not in (*area.entities, area.region)
    vague = fact.low is not None and fact.high is not None and fact.low != fact.high
    drawn = bool(fact.values) and fact.unit is not None and not fact.is_statement and not vague
    return ours and drawn and (re.search(r"[\d零]", written) is not None or is_expected(fact))


def _once(facts: Iterable[Fact]) -> list[Fact]:
    """Return facts without repeats of a source; what a source tells with two values is left out."""
    told: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        key = (fact.source, fact.indicator, fact.unit, fact.scope, fact.period, fact.kind)
        told.setdefault(key, []).append(fact)
    kept = [same[0] for same in told.values() if len({f.values for f in same}) == 1]
    return sorted(kept, key=_place)


def panels(facts: Sequence[Fact], gap: int = GAP) -> list[list[Fact]]:
    """Return facts cut into lists: those of a source with at most `gap` characters between them."""
    found: list[list[Fact]] = []
    for fact in facts:
        last = found[-1][-1] if found else None
        near = last is not None and last.source == fact.source and fact.start - last.end <= gap
        if near:
            found[-1].append(fact)
        else:
            found.append([fact])
    return found


def grouped(facts: Iterable[Fact], *parts: object) -> list[list[Fact]]:
    """Return facts grouped by what the functions `parts` return, in order of the first."""
    groups: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        groups.setdefault(tuple(p(fact) for p in parts if callable(p)), []).append(fact)
    return list(groups.values())


def tone_of(fact: Fact) -> Tone:
    """Return EXPECTED for a target, an expectation and a bare bound, else ACTUAL."""
    return Tone.EXPECTED if is_expected(fact) or is_bound(fact) else Tone.ACTUAL


def times_of(facts: Iterable[Fact], by_report: bool = False) -> str:
    """Return the times of facts, or of their reports, each once: 2021年12月、2023年1月报道."""
    told = [report_text(f.published) if by_report else time_text(f) for f in facts]
    times = [t for t in dict.fromkeys(told) if f"{t}报道" not in told]  # 2022年5月、2022年5月报道
    if all(t.endswith("报道") for t in times):
        return "、".join(t.removesuffix("报道") for t in times) + "报道"
    return "、".join(times)


def make_spec(
    kind: ChartKind,
    titles: Sequence[str],
    subtitle: str,
    unit: str,
    points: Sequence[Point],
    note: str = "",
) -> ChartSpec:
    """Return the chart with the first title that fits, a stable id and its text alternative."""
    title = first_fitting(titles)
    ids = ",".join(i for p in points for i in p.fact_ids)
    digest = sha256(f"{kind.value}:{ids}".encode()).hexdigest()[:12]
    alt = f"{title}。{subtitle}。{_said(points)}。{note}"
    return ChartSpec(
        f"{kind.value}-{digest}", kind, title, subtitle, unit, tuple(points), note, alt=alt
    )


def _said(points: Sequence[Point]) -> str:
    """Return all names and figures in words, panel by panel."""
    panels: dict[str, list[str]] = {}
    for point in points:
        panels.setdefault(point.group, []).append(f"{point.label}{_gap(point)}{point.shown}")
    told = (f"{name}：{'，'.join(s)}" if name else "；".join(s) for name, s in panels.items())
    return "；".join(told)


def _gap(point: Point) -> str:
    """Return a blank where the figure would else run into the name's own last digit."""
    return " " if point.label[-1:].isascii() and point.shown[:1].isascii() else ""


def main_share(facts: Sequence[Fact], theme: str) -> float:
    """Return the share of the facts whose first theme it is."""
    return sum(f.themes[:1] == (theme,) for f in facts) / len(facts)
