"""The structure tree of a PDF: what each piece of the pages is, in reading order.

Input: the order in which blocks are set, and from the pen what it drew for which element. Output: a
tree of elements. It writes no PDF object (`pdf_archive` does) and knows no font and no page layout.

Roles are the standard ones of ISO 32000-1, 14.8.4; PDF/UA-1 (ISO 14289-1) asks for their use.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

Box = tuple[float, float, float, float]  # left, bottom, right, top in points


@dataclass(frozen=True, slots=True)
class Content:
    """Marked content on a page, counted from 0."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Area:
    """Where on a page a click on a link counts."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a link may lead to."""

    page: int
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads, by the name of an anchor, and what it says of itself."""

    anchor: str
    description: str


@dataclass(slots=True, eq=False)
class Element:
    """A node of the tree; `kids` are elements, marked content and areas, in reading order.

    `anchors` are the names by which links lead here. An inline element (`Link`, `Reference`, `Lbl`)
    has no parent until its first words are drawn.
    """

    role: str
    kids: list[Element | Content | Area] = field(default_factory=list)
    parent: Element | None = None
    alt: str = ""
    language: str = ""
    ident: str = ""
    anchors: tuple[str, ...] = ()
    link: Link | None = None
    attributes: dict[str, str | Box | tuple[str, ...]] = field(default_factory=dict)

    def add(self, role: str, **said: str) -> Element:
        """Return a new last child; `said` are its attributes (Scope, ListNumbering …)."""
        made = Element(role, parent=self, attributes=dict(said))
        self.kids.append(made)
        return made

    def adopt(self, inline: Element) -> None:
        """Make the outermost parent of an inline element the last child, unless it has a place."""
        while inline.parent is not None:
            inline = inline.parent
        if inline is not self and inline.role != DOCUMENT:
            inline.parent = self
            self.kids.append(inline)

    def elements(self) -> Iterator[Element]:
        """Yield the element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.elements()

    def prune(self) -> None:
        """Drop the elements for which nothing was drawn; cells stay, or a row would be short."""
        for kid in self.kids:
            if isinstance(kid, Element):
                kid.prune()
        self.kids = [
            k for k in self.kids if not isinstance(k, Element) or k.kids or k.role in _KEPT
        ]


DOCUMENT = "Document"
_KEPT = ("TH", "TD")


class Structure:
    """The tree of a document while its blocks are set: it knows where the next one belongs."""

    def __init__(self) -> None:
        self.root = Element(DOCUMENT)
        self._sections: list[tuple[int, Element]] = []
        self._above = 0  # headings above the first section: the document's title
        self._items: Element | None = None
        self._tables = 0

    @property
    def _here(self) -> Element:
        return self._sections[-1][1] if self._sections else self.root

    def add(self, role: str, **said: str) -> Element:
        """Return a new element at the end of the present section."""
        self._items = None
        return self._here.add(role, **said)

    def title(self) -> Element:
        """Return the heading of the whole document."""
        self._above = 1
        return self.add("H1")

    def heading(self, level: int) -> Element:
        """Return the heading of a new section; no level is left out, whatever the blocks say."""
        while self._sections and self._sections[-1][0] >= level:
            self._sections.pop()
        self._sections.append((level, self.add("Sect")))
        return self.add(f"H{min(len(self._sections) + self._above, 6)}")

    def aside(self) -> Element:
        """Return a section of its own, closed again: a box with its title in it."""
        return self.add("Sect")

    def aside_role(self) -> str:
        """Return the role of the heading in an aside."""
        return f"H{min(len(self._sections) + self._above + 1, 6)}"

    def item(self) -> tuple[Element, Element]:
        """Return label and body of a list entry; entries that follow each other are one list."""
        if self._items is None:
            self._items = self.add("L", ListNumbering="Disc")
        return list_item(self._items)

    def table(self) -> tuple[Element, str]:
        """Return a table and what the names of its header cells begin with."""
        self._tables += 1
        return self.add("Table"), f"table {self._tables}"


class TableElements:
    """The cells of one table, row by row: a head for each column, and for each row its first cell.

    Every cell names the heads that it stands under, beside the scope that these have.
    """

    def __init__(self, structure: Structure, summary: str) -> None:
        self._table, self._name = structure.table()
        self._table.attributes["Summary"] = summary
        self._body: Element | None = None
        self._rows = 0

    def head(self, columns: int) -> list[Element]:
        """Return the cells of the head."""
        row = self._table.add("THead").add("TR")
        return [self._header(row, "Column", f"column {at}") for at in range(columns)]

    def _header(self, row: Element, scope: str, name: str) -> Element:
        cell = row.add("TH", Scope=scope)
        cell.ident = f"{self._name} {name}"
        return cell

    def row(self, columns: int) -> list[Element]:
        """Return the cells of the next row."""
        if self._body is None:
            self._body = self._table.add("TBody")
        self._rows += 1
        row = self._body.add("TR")
        first = self._header(row, "Row", f"row {self._rows}")
        cells = [first, *(row.add("TD") for _ in range(columns - 1))]
        for at, cell in enumerate(cells):
            over = f"{self._name} column {at}"
            cell.attributes["Headers"] = (over, first.ident) if at else (over,)
        return cells


def list_item(parent: Element) -> tuple[Element, Element]:
    """Return label and body of a new entry in a list."""
    entry = parent.add("LI")
    return entry.add("Lbl"), entry.add("LBody")
