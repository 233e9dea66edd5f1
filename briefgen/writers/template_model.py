"""What a style is once its Word template has been read: sheet, named formats, masthead, furniture.

Input: nothing, these are values. Output: `Style`, which both writers follow. It does not read a
file: `briefgen.writers.template` does.

Lengths are points (1/72 inch) unless a name says `_mm`; colours are six hexadecimal digits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefgen.writers.style_settings import SMALL_PRINT, StyleSettings

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
_AROUND = ("Masthead Name", "Masthead Line", "Title", "Coverage", "Header", "Footer")
TITLE = "Title"  # its lines are balanced; it is the heading of the document
TABLE = "Brief Table"  # the table style of data tables
_PITCH, _SPACE = 0.05, 0.6  # how much of each a page may give up to take back a last one
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

    @property
    def text_pt(self) -> float:
        """Return the width between the margins."""
        return (self.width_mm - self.left_mm - self.right_mm) / 25.4 * 72


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
    border_between: Border | None = None  # between paragraphs of one box
    raised: bool = False  # superscript; only the Reference format may set it
    letter_spacing_pt: float = 0.0  # its own, added to each character
    char_grid_pt: float = 0.0  # what the document grid adds to each character
    bullet: str | None = None  # the mark before each paragraph of a list
    adds_space: bool = False  # its space after and the next one's before count both
    at_foot: bool = False  # in a frame at the foot of the last page's type area

    @property
    def tracking_pt(self) -> float:
        """Return what is added to the width of each character."""
        return self.letter_spacing_pt + self.char_grid_pt

    def tightened(self, share: float) -> ParagraphFormat:
        """Return the format with lines and paragraphs closer; at a share of 1 all that it may."""
        space = 1 - _SPACE * share
        return replace(
            self,
            line_pt=self.line_pt * (1 - _PITCH * share),
            space_before_pt=self.space_before_pt * space,
            space_after_pt=self.space_after_pt * space,
        )


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
    tracking_pt: float = 0.0  # added to the width of each character


@dataclass(frozen=True, slots=True)
class TemplateParagraph:
    """A paragraph of masthead, header or footer; `format` has its direct formatting applied too.

    A row of a simple table is such a paragraph: a tab stands between its cells.
    """

    name: str  # the named style
    format: ParagraphFormat
    runs: tuple[TemplateRun, ...]
    tabs: tuple[TabStop, ...] = ()
    default_tab_pt: float = 36.0  # how far apart the stops are where none is set


Paragraphs = tuple[TemplateParagraph, ...]


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

    `folders` are its own and those of the styles that it is based on, its own first.
    `masthead` is what stands above the body, `foot` what stands below it. `first_header` and
    `first_footer` are those of page 1, `even_header` and `even_footer` those of even pages; None
    where these pages have the same as the others.
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
    even_header: tuple[TemplateParagraph, ...] | None = None
    even_footer: tuple[TemplateParagraph, ...] | None = None
    folders: tuple[Path, ...] = ()
    settings: StyleSettings = field(default_factory=StyleSettings)
    charts: Path | None = None  # charts.mplstyle
    letterhead: bytes | None = None  # letterhead.pdf, a background for the PDF
    others: Mapping[str, Style] = field(default_factory=dict)  # brief.en.docx, by language

    def of(self, language: str) -> Style:
        """Return the style with the template for briefs in a language, where it has one."""
        return self.others.get(language, self)

    def tightened(self, share: float) -> Style:
        """Return the style with closer lines and paragraphs in its blocks; the rest stays.

        A style that keeps its grid of lines closes up nothing but its small print.
        """
        kept = self.formats["Body Text"].size_pt
        if self.settings.fit_last_page != SMALL_PRINT:
            kept = float("inf")
        closer = {
            name: look if name in _AROUND or look.size_pt >= kept else look.tightened(share)
            for name, look in self.formats.items()
        }
        return replace(self, formats=closer)

    def furniture(self, page: int) -> tuple[Paragraphs, Paragraphs]:
        """Return header and footer of a page, counted from 1; the first page's own come first."""
        header, footer = self.header, self.footer
        if page % 2 == 0:
            header = self.even_header if self.even_header is not None else header
            footer = self.even_footer if self.even_footer is not None else footer
        if page == 1:
            header = self.first_header if self.first_header is not None else header
            footer = self.first_footer if self.first_footer is not None else footer
        return header, footer

    @property
    def paragraphs(self) -> Paragraphs:
        """Return every paragraph of the template's own."""
        head = (self.masthead, self.foot, self.header, self.footer)
        other = (self.first_header, self.first_footer, self.even_header, self.even_footer)
        return tuple(paragraph for part in (*head, *other) for paragraph in part or ())
