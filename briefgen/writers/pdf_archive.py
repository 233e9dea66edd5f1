"""The last pass over a PDF: what makes it readable aloud (PDF/UA-1) and fit to keep (PDF/A-3a).

Input: the drawn file, the structure of its pages, what it says of itself, attached files. Output:
the finished file, the same bytes every time. It draws nothing.

Rules: ISO 32000-1, 14.7 and 14.8 (structure), ISO 14289-1 (PDF/UA-1), ISO 19005-3 (PDF/A-3).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from briefgen.writers.pdf_metadata import DATE, About, xmp_packet
from briefgen.writers.pdf_streams import mend_streams, packed, saved
from briefgen.writers.pdf_structure import Area, Content, Element, Link, Spot

_SRGB = "sRGB IEC61966-2.1"
_OWNERS = {
    "Scope": "Table",
    "Headers": "Table",
    "Summary": "Table",
    "BBox": "Layout",
    "Placement": "Layout",
    "ListNumbering": "List",
}
_PRINTED = 4  # annotation flag: PDF/A asks that what is there is printed


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels in the PDF; `relation` is one of PDF/A-3's (Data, Source …)."""

    name: str
    content: bytes
    mime: str
    relation: str
    description: str


def finish(
    drawn: bytes,
    root: Element,
    spots: Mapping[str, Spot],
    about: About,
    attachments: Sequence[Attachment] = (),
    lay_under: Callable[[Pdf], None] | None = None,
) -> bytes:
    """Return the finished file of a drawn one; `lay_under` puts a background under its pages."""
    root.prune()
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        if lay_under is not None:
            lay_under(pdf)
        mend_streams(pdf)
        _Tree(pdf, spots).write(root)
        _describe(pdf, about)
        _add_colours(pdf)
        if attachments:
            _attach(pdf, attachments)
        return saved(pdf)


# --- structure --------------------------------------------------------------------------------


class _Tree:
    """Writes the structure tree, its links, and the way back from pages to elements."""

    def __init__(self, pdf: Pdf, spots: Mapping[str, Spot]) -> None:
        self._pdf = pdf
        self._spots = spots
        self._pages = [page.obj for page in pdf.pages]
        self._owners: list[list[Object]] = [[] for _ in self._pages]  # of each page's contents
        self._links: list[Object] = []  # element of each annotation
        self._notes: list[Array] = [Array() for _ in self._pages]  # annotations of each page
        self._idents: dict[str, Object] = {}

    def write(self, root: Element) -> None:
        tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = self._element(root, tree)
        parents = Array()
        for number, page in enumerate(self._pages):
            page.StructParents = number
            page.Tabs = Name.S
            if len(self._notes[number]):
                page.Annots = self._notes[number]
            parents.append(number)
            parents.append(self._pdf.make_indirect(Array(self._owners[number])))
        for number, element in enumerate(self._links, len(self._pages)):
            parents.append(number)
            parents.append(element)
        tree.ParentTree = self._pdf.make_indirect(Dictionary(Nums=parents))
        tree.ParentTreeNextKey = len(self._pages) + len(self._links)
        if self._idents:
            names = Array()
            for ident in sorted(self._idents, key=_encoded):
                names.extend([String(ident), self._idents[ident]])
            tree.IDTree = self._pdf.make_indirect(Dictionary(Names=names))
        catalog = self._pdf.Root
        catalog.StructTreeRoot = tree
        catalog.MarkInfo = Dictionary(Marked=True)

    def _element(self, element: Element, parent: Object) -> Object:
        made = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name("/" + element.role), P=parent)
        )
        if element.alt:
            made.Alt = String(element.alt)
        if element.language:
            made.Lang = String(element.language)
        if element.ident:
            made.ID = String(element.ident)
            self._idents[element.ident] = made
        if element.attributes:
            made.A = _attributes(element.attributes)
        page = next((k.page for k in element.kids if isinstance(k, Content)), None)
        if page is not None:
            made.Pg = self._pages[page]
        kids = [self._kid(kid, made, page, element.link) for kid in element.kids]
        made.K = kids[0] if len(kids) == 1 else Array(kids)
        return made

    def _kid(
        self, kid: Element | Content | Area, parent: Object, page: int | None, link: Link | None
    ) -> Object | int:
        if isinstance(kid, Element):
            return self._element(kid, parent)
        if isinstance(kid, Area):
            return Dictionary(
                Type=Name.OBJR, Obj=self._annotation(kid, link, parent), Pg=self._pages[kid.page]
            )
        owners = self._owners[kid.page]
        owners.extend([parent] * (kid.mcid + 1 - len(owners)))
        owners[kid.mcid] = parent
        if kid.page == page:
            return kid.mcid
        return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page], MCID=kid.mcid)

    def _annotation(self, area: Area, link: Link | None, element: Object) -> Object:
        assert link is not None
        spot = self._spots[link.anchor]
        made = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=_numbers(area.box),
                Border=Array([0, 0, 0]),
                F=_PRINTED,
                Contents=String(link.description),
                StructParent=len(self._pages) + len(self._links),
                Dest=Array(
                    [self._pages[spot.page], Name.XYZ, *_numbers((spot.left, spot.top)), None]
                ),
            )
        )
        self._links.append(element)
        self._notes[area.page].append(made)
        return made


def _encoded(ident: str) -> bytes:
    return bytes(String(ident))


def _numbers(numbers: Sequence[float]) -> Array:
    return Array([round(number, 2) for number in numbers])


def _attributes(said: Mapping[str, str | tuple[float, ...] | tuple[str, ...]]) -> Object:
    """Return attributes as one dictionary for each owner."""
    made: dict[str, Dictionary] = {}
    for name, value in said.items():
        owner = _OWNERS[name]
        entry = made.setdefault(owner, Dictionary(O=Name("/" + owner)))
        entry[Name("/" + name)] = _attribute(name, value)
    found = list(made.values())
    return found[0] if len(found) == 1 else Array(found)


def _attribute(name: str, value: str | tuple[float, ...] | tuple[str, ...]) -> Object:
    if isinstance(value, str):
        return String(value) if name == "Summary" else Name("/" + value)
    if name == "BBox":
        return _numbers([float(number) for number in value])
    return Array([String(str(ident)) for ident in value])


# --- what the file says of itself -------------------------------------------------------------


def _describe(pdf: Pdf, about: About) -> None:
    catalog = pdf.Root
    catalog.Lang = String(about.language)
    catalog.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    packet = pdf.make_stream(xmp_packet(about))
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    catalog.Metadata = packet


def _add_colours(pdf: Pdf) -> None:
    profile = packed(pdf, srgb_profile())
    profile.N = 3
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String(_SRGB),
                Info=String(_SRGB),
                DestOutputProfile=profile,
            )
        ]
    )


@cache
def srgb_profile() -> bytes:
    """Return the sRGB colour profile, with a fixed date in place of the time of its making."""
    from PIL import ImageCms

    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    fixed = b"".join(part.to_bytes(2, "big") for part in (2000, 1, 1, 0, 0, 0))
    return made[:24] + fixed + made[36:]


def _attach(pdf: Pdf, attachments: Sequence[Attachment]) -> None:
    files, names = Array(), Array()
    for one in sorted(attachments, key=lambda a: _encoded(a.name)):
        stream = packed(pdf, one.content)
        stream.Type, stream.Subtype = Name.EmbeddedFile, Name("/" + one.mime)
        stream.Params = Dictionary(Size=len(one.content), ModDate=String(DATE))
        name = String(one.name)
        file = pdf.make_indirect(
            Dictionary(
                Type=Name.Filespec,
                F=name,
                UF=name,
                EF=Dictionary(F=stream, UF=stream),
                AFRelationship=Name("/" + one.relation),
                Desc=String(one.description),
            )
        )
        files.append(file)
        names.extend([name, file])
    pdf.Root.AF = files
    pdf.Root.Names = pdf.Root.get(Name.Names, Dictionary())
    pdf.Root.Names.EmbeddedFiles = Dictionary(Names=names)
