"""What a style is once its Word template has been read: sheet, named formats, masthead, furniture.

Input: nothing, these are values. Output: `Style`, which both writers follow. It does not read a
file: `briefgen.writers.template` does.

Lengths are points (1/72 inch) unless a name says `_mm`; colours are six hexadecimal digits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FORMAT_NAMES = (
    "Masthead Name",
    "Masthead Line",
    "Title",
    "Coverage",
    "Heading 1",
    "Heading 2",
    "Body Text",
    "List Bullet",
    "Lead",
    "Note",
    "Key Points Title",
    "Key Point",
    "Card Label",
    "Card Value",
    "Card Note",
    "Chart Title",
    "Chart Source",
    "Table Head",
    "Table Cell",
    "Source Title",
    "Source Quote",
    "Header",
    "Footer",
)
TABLE = "Brief Table"  # the table style of data tables
REFERENCE = "Reference"  # the character style of 〔1a〕; its format stands in `Style.formats` too


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper and its margins; header and footer are the distances from the paper's edge."""

    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    header_mm: float
    footer_mm: float


@dataclass(frozen=True, slots=True)
class Border:
    """A rule on one side of a paragraph; `space_pt` lies between the text and the rule."""

    width_pt: float
    colour: str
    space_pt: float


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """A paragraph style with all that it inherits, resolved.

    `line_pt` is the pitch of its lines. `left_pt` is where all lines but the first begin;
    the first begins at `left_pt - hanging_pt + first_line_chars * size_pt`.
    """

    name: str
    east_asian: str
    latin: str
    size_pt: float
    bold: bool
    italic: bool
    colour: str
    align: str  # "left", "center", "right" or "justify"
    space_before_pt: float
    space_after_pt: float
    line_pt: float
    first_line_chars: float
    left_pt: float
    right_pt: float
    hanging_pt: float
    keep_with_next: bool
    shading: str | None
    border_top: Border | None
    border_bottom: Border | None
    border_left: Border | None
    border_right: Border | None
    raised: bool = False  # superscript; only the Reference format may set it


@dataclass(frozen=True, slots=True)
class TabStop:
    """A tab stop, measured from the left margin; `align` is "left", "center" or "right"."""

    position_pt: float
    align: str


@dataclass(frozen=True, slots=True)
class TemplatePicture:
    """A picture of the template that stands in a line, at its printed size."""

    blob: bytes
    width_pt: float
    height_pt: float
    alt: str


@dataclass(frozen=True, slots=True)
class TemplateRun:
    """Words of one look in a paragraph of the template: exactly one of four things.

    `text` (fields of the template in it until `fill` has run), or `field` ("PAGE" or "NUMPAGES"),
    or `picture`, or, where all these are empty, a tab (`tab`) .
    """

    text: str
    east_asian: str
    latin: str
    size_pt: float
    bold: bool
    italic: bool
    colour: str
    field: str | None = None
    tab: bool = False
    picture: TemplatePicture | None = None


@dataclass(frozen=True, slots=True)
class TemplateParagraph:
    """A paragraph of masthead, header or footer; `format` has its direct formatting applied too.

    A row of a simple table is such a paragraph: a tab stands between its cells.
    """

    name: str  # the named style
    format: ParagraphFormat
    runs: tuple[TemplateRun, ...]
    tabs: tuple[TabStop, ...] = ()


@dataclass(frozen=True, slots=True)
class TableLook:
    """The rules and tints of a data table: those of the table style “Brief Table”.

    `rule_top` and `rule_bottom` close the table, `rule_head` lies under its head, `rule_row`
    between its rows. `padding_pt` is the space at the left and right of a cell's text.
    """

    rule_top: Border | None
    rule_head: Border | None
    rule_row: Border | None
    rule_bottom: Border | None
    head_fill: str | None
    padding_pt: float
    padding_top_pt: float
    padding_bottom_pt: float


@dataclass(frozen=True, slots=True)
class Style:
    """A folder of `templates/`, read and checked.

    `masthead` is what stands above the body, `foot` what stands below it. `first_header` and
    `first_footer` are those of page 1; None where page 1 has the same as the others.
    """

    name: str
    folder: Path
    docx: bytes
    narratives: Mapping[str, str]
    sheet: Sheet
    formats: Mapping[str, ParagraphFormat]
    masthead: tuple[TemplateParagraph, ...]
    header: tuple[TemplateParagraph, ...]
    footer: tuple[TemplateParagraph, ...]
    table: TableLook
    foot: tuple[TemplateParagraph, ...] = ()
    first_header: tuple[TemplateParagraph, ...] | None = None
    first_footer: tuple[TemplateParagraph, ...] | None = None
    letterhead: bytes | None = None  # letterhead.pdf, a background for the PDF
