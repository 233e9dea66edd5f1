"""The looks of standard's first brief.docx: colours, fonts, and every named paragraph style.

Input: nothing. Output: `LOOKS`, which make_template.py writes into a Word template. It does not
know XML.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

BLUE, INK, SLATE, GREY, RULE, TINT = "12436D", "1A1A1A", "44546A", "5F6B7A", "C9D5E1", "EEF3F8"
SONG, HEI = ("宋体", "Times New Roman"), ("黑体", "Arial")
TEXT_WIDTH = 9298  # twips: A4 less 23 mm at each side


@dataclass(frozen=True, slots=True)
class Side:
    """One rule of a paragraph: eighths of a point, colour, points from the text."""

    name: str
    eighths: int
    colour: str
    space: int


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style; sizes and pitches in points, indents in points or characters."""

    name: str
    fonts: tuple[str, str]
    size: float
    pitch: float
    colour: str = INK
    bold: bool = False
    before: float = 0
    after: float = 0
    align: str = "left"
    first_chars: float = 0
    left: float = 0
    right: float = 0
    hanging: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    shade: str | None = None
    sides: tuple[Side, ...] = ()
    tabs: tuple[tuple[str, int], ...] = ()
    listed: bool = False
    grid: bool = False  # on the document grid
    tracking: float = 0  # points added to each character
    before_lines: int = 0  # lines of the grid before it, instead of `before`


BOX = (
    Side("top", 4, TINT, 5),
    Side("left", 24, BLUE, 8),
    Side("bottom", 4, TINT, 5),
    Side("right", 4, TINT, 8),
)
BAR = (Side("left", 18, BLUE, 7),)
RIGHT_TAB = (("right", TEXT_WIDTH),)

LOOKS = (
    Look("Masthead Name", HEI, 17, 24, BLUE, bold=True, keep_next=True, tabs=RIGHT_TAB),
    Look(
        "Masthead Line",
        HEI,
        9.5,
        15,
        SLATE,
        after=14,
        keep_next=True,
        sides=(Side("bottom", 18, BLUE, 4),),
        tabs=RIGHT_TAB,
    ),
    Look("Title", HEI, 21, 30, INK, bold=True, after=3, keep_next=True, keep_lines=True),
    Look("Coverage", HEI, 9, 14, GREY, after=8, keep_next=True),
    Look(
        "heading 1",
        HEI,
        13.5,
        20,
        BLUE,
        bold=True,
        before=12,
        after=5,
        keep_next=True,
        keep_lines=True,
        outline=0,
        sides=(Side("bottom", 4, RULE, 2),),
    ),
    Look(
        "heading 2",
        HEI,
        11,
        18,
        BLUE,
        bold=True,
        before=6,
        after=2,
        keep_next=True,
        keep_lines=True,
        outline=1,
    ),
    Look("Body Text", SONG, 10.5, 18, after=3, align="both", first_chars=2),
    Look("List Bullet", SONG, 10.5, 18, after=2, align="both", left=15, hanging=15, listed=True),
    Look("Lead", HEI, 10.5, 18, SLATE, after=2, align="both", keep_next=True),
    Look("Note", SONG, 9, 14, GREY, before=2, after=4, align="both"),
    Look(
        "Key Points Title",
        HEI,
        11.5,
        20,
        BLUE,
        bold=True,
        left=28,
        right=10,
        hanging=17,
        before=4,
        keep_next=True,
        shade=TINT,
        sides=BOX,
    ),
    Look(
        "Key Point",
        HEI,
        10.5,
        18,
        left=28,
        right=10,
        hanging=17,
        align="both",
        keep_lines=True,
        shade=TINT,
        sides=BOX,
        tabs=(("left", 560),),
    ),
    Look("Card Label", HEI, 9, 13, SLATE, left=9, keep_next=True, sides=BAR),
    Look("Card Value", HEI, 20, 27, BLUE, bold=True, left=9, keep_next=True, sides=BAR),
    Look("Card Note", HEI, 8.5, 12.5, GREY, left=9, sides=BAR),
    Look("Chart Title", HEI, 10.5, 15, BLUE, bold=True, before=9, after=2, keep_next=True),
    Look("Chart Source", HEI, 8.5, 13, GREY, after=8),
    Look("Table Head", HEI, 9, 13, BLUE, bold=True, keep_next=True),
    Look("Table Cell", SONG, 9, 13),
    Look(
        "Source Title",
        HEI,
        9,
        14,
        INK,
        before=4,
        after=1,
        left=28,
        hanging=28,
        keep_next=True,
        keep_lines=True,
    ),
    Look("Source Quote", SONG, 8.5, 12.5, SLATE, left=28, hanging=28),
    Look("header", HEI, 8.5, 12, GREY, sides=(Side("bottom", 4, RULE, 3),), tabs=RIGHT_TAB),
    Look("footer", HEI, 8.5, 12, GREY, align="center"),
)


# size, pitch, space before and after: Latin letters are low, and need less between their lines
_ENGLISH: Mapping[str, tuple[float, float, float, float]] = {
    "Masthead Line": (9.5, 15, 0, 6),
    "Title": (18, 23, 0, 3),
    "Coverage": (8.5, 11.5, 0, 6),
    "heading 1": (12.5, 15.5, 6, 2),
    "heading 2": (10.5, 14, 4, 1),
    "Body Text": (10, 13.2, 0, 2),
    "List Bullet": (10, 13.2, 0, 1.5),
    "Lead": (10, 13.6, 0, 1.5),
    "Note": (8, 10.8, 1, 2),
    "Key Points Title": (11, 16, 3, 0),
    "Key Point": (9.5, 13, 0, 0),
    "Card Label": (8.5, 11, 0, 0),
    "Card Value": (17, 21, 0, 0),
    "Card Note": (8, 10.5, 0, 0),
    "Chart Title": (10.5, 14, 6, 1),
    "Chart Source": (8, 11, 0, 5),
    "Table Head": (8.5, 11, 0, 0),
    "Table Cell": (8.5, 10.8, 0, 0),
    "Source Title": (8.5, 12, 3, 1),
    "Source Quote": (8, 10.8, 0, 0),
}


def in_english(looks: tuple[Look, ...]) -> tuple[Look, ...]:
    """Return the looks of a style for English text."""

    def told(look: Look) -> Look:
        if look.name not in _ENGLISH:
            return look
        size, pitch, before, after = _ENGLISH[look.name]
        first = 1.5 if look.first_chars else 0
        return replace(look, size=size, pitch=pitch, before=before, after=after, first_chars=first)

    return tuple(map(told, looks))
