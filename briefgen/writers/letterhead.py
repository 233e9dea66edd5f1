"""`letterhead.pdf` laid under the pages of a finished PDF.

Input: the letterhead, and an open PDF. Output: the same PDF with the letterhead's first page under
its first page and the last under all others, as an artifact that no screen reader reads. It refuses
what would keep the result from being PDF/A (fonts that are not embedded, CMYK, scripts of printers)
and draws nothing of its own.

Only what a page shows is taken: links, forms, actions, layers and tags of the letterhead are not.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from briefgen.errors import DataError
from briefgen.writers.template_model import Sheet

_NAMES = (Name("/LetterheadFirst"), Name("/LetterheadLast"))
_MM = 25.4 / 72
_SIZE_SLACK_MM = 1.0
_HINT = "export it from Word as PDF/A, which embeds the fonts and uses RGB"
_UNLOCK = "save it without a password and without restrictions"
_MARKS = frozenset(("BMC", "BDC", "EMC", "MP", "DP"))
_NOT_PRINTED = ("/StructParents", "/StructParent", "/OC", "/Metadata", "/PieceInfo", "/OPI")
_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")
_DEEPEST = 12  # forms within forms


def check_letterhead(blob: bytes, path: Path, sheet: Sheet) -> None:
    """Raise DataError where the letterhead cannot be laid under pages of `sheet`."""
    with _opened(blob, path) as letterhead:
        for page in _first_and_last(letterhead):
            _check_size(page, path, sheet)
            for message in _faults(page.obj, 0):
                raise DataError(message, path=path, hint=_HINT)


def lay_under(pdf: Pdf, blob: bytes, path: Path) -> None:
    """Lay a checked letterhead under the pages of `pdf`, which is changed in place.

    The same letterhead and the same PDF give the same objects under the same names.
    """
    with _opened(blob, path) as letterhead:
        forms = [pdf.copy_foreign(_form(page)) for page in _first_and_last(letterhead)]
    for number, page in enumerate(pdf.pages):
        form, name = forms[min(number, 1)], _NAMES[min(number, 1)]
        box = " ".join(f"{float(edge):g}" for edge in page.mediabox)
        drawn = f"/Artifact <</Type /Background /BBox [{box}]>> BDC q {name} Do Q EMC\n"
        if Name.XObject not in page.resources:
            page.resources[Name.XObject] = Dictionary()
        page.resources[Name.XObject][name] = form
        page.contents_add(pdf.make_stream(drawn.encode("ascii")), prepend=True)


def _opened(blob: bytes, path: Path) -> Pdf:
    try:
        opened = Pdf.open(io.BytesIO(blob))
    except pikepdf.PasswordError as error:
        raise DataError("the PDF is encrypted", path=path, hint=_UNLOCK) from error
    except pikepdf.PdfError as error:
        raise DataError("this is no PDF that can be read", path=path, hint=_HINT) from error
    if opened.is_encrypted or not len(opened.pages):
        what, hint = ("is encrypted", _UNLOCK) if opened.is_encrypted else ("has no page", _HINT)
        opened.close()
        raise DataError(f"the PDF {what}", path=path, hint=hint)
    return opened


def _first_and_last(letterhead: Pdf) -> list[Page]:
    return [letterhead.pages[0], letterhead.pages[-1]]


def _check_size(page: Page, path: Path, sheet: Sheet) -> None:
    left, bottom, right, top = (float(edge) for edge in page.trimbox)
    size = (right - left) * _MM, (top - bottom) * _MM
    if int(page.obj.get(Name.Rotate, 0)) % 180:
        size = size[1], size[0]
    wanted = sheet.width_mm, sheet.height_mm
    if max(abs(a - b) for a, b in zip(size, wanted, strict=True)) > _SIZE_SLACK_MM:
        raise DataError(
            f"its pages are {size[0]:.0f} × {size[1]:.0f} mm, those of the template "
            f"{wanted[0]:.0f} × {wanted[1]:.0f} mm",
            path=path,
            hint="give both the same paper size",
        )


# --- what PDF/A does not allow ----------------------------------------------------------------


def _faults(holder: Object, depth: int) -> Iterator[str]:
    """Yield what is wrong with a page or form and all that it draws."""
    if depth > _DEEPEST:
        yield "its drawings are nested without end"
        return
    resources = holder.get(Name.Resources, Dictionary())
    for font in _values(resources, Name.Font):
        yield from _font_faults(font)
        if font.get(Name.Subtype) == Name.Type3:
            yield from _faults(font, depth + 1)
    spaces = [*_values(resources, Name.ColorSpace)]
    for item in _values(resources, Name.XObject):
        yield from _drawing_faults(item)
        spaces.append(item.get(Name.ColorSpace, Name.DeviceGray))
        if item.get(Name.Subtype) == Name.Form:
            yield from _faults(item, depth + 1)
    for pattern in _values(resources, Name.Pattern):
        spaces.append(pattern.get(Name.Shading, Dictionary()).get(Name.ColorSpace, Name.DeviceGray))
        if isinstance(pattern, Stream):
            yield from _faults(pattern, depth + 1)
    spaces += [s.get(Name.ColorSpace, Name.DeviceGray) for s in _values(resources, Name.Shading)]
    if any(_is_cmyk(space) for space in spaces) or _sets_cmyk(holder):
        yield "it uses CMYK colours, which an archive PDF with RGB colours cannot hold"
    if any(Name("/TR") in state for state in _values(resources, Name.ExtGState)):
        yield "it uses a transfer function, which PDF/A does not allow"


def _values(resources: Object, kind: Name) -> list[Object]:
    found = resources.get(kind, Dictionary())
    return [found[key] for key in sorted(found.keys())]


def _font_faults(font: Object) -> Iterator[str]:
    if font.get(Name.Subtype) == Name.Type3:
        return
    below = font.get(Name.DescendantFonts, Array([font]))[0]
    descriptor = below.get(Name.FontDescriptor, Dictionary())
    if not any(Name(key) in descriptor for key in _EMBEDDED):
        name = str(font.get(Name.BaseFont, "?")).lstrip("/")
        yield f"the font {name} is not embedded"


def _drawing_faults(item: Object) -> Iterator[str]:
    kind = item.get(Name.Subtype)
    if kind not in (Name.Form, Name.Image) or Name("/Ref") in item or Name("/PS") in item:
        yield f"it holds a drawing of the kind {str(kind).lstrip('/')}, which PDF/A does not allow"
    filters = item.get(Name.Filter, Array())
    if "/LZWDecode" in [str(f) for f in (filters if isinstance(filters, Array) else [filters])]:
        yield "it holds a picture in LZW, which PDF/A does not allow"


def _is_cmyk(space: Object) -> bool:
    if not isinstance(space, Array):
        return bool(space == Name.DeviceCMYK)
    return any(_is_cmyk(part) for part in space if isinstance(part, Name | Array))


def _sets_cmyk(holder: Object) -> bool:
    """Return whether the content of a page, form or glyph sets a CMYK colour."""
    glyphs = holder.get(Name.CharProcs)
    contents = [glyphs[key] for key in sorted(glyphs.keys())] if glyphs is not None else [holder]
    for content in contents:
        for step in pikepdf.parse_content_stream(content):
            if str(step.operator) in ("k", "K"):
                return True
            if str(step.operator) in ("cs", "CS") and step.operands[0] == Name.DeviceCMYK:
                return True
    return False


# --- what is taken ----------------------------------------------------------------------------


def _form(page: Page) -> Object:
    """Return the page as a form without tags and layers: all of it is one background."""
    form = page.as_form_xobject()
    _strip(form, 0)
    return form


def _strip(form: Object, depth: int) -> None:
    kept = [
        instruction
        for instruction in pikepdf.parse_content_stream(form)
        if str(instruction.operator) not in _MARKS
    ]
    form.write(pikepdf.unparse_content_stream(kept))
    for key in _NOT_PRINTED:
        if Name(key) in form:
            del form[Name(key)]
    for item in _values(form.get(Name.Resources, Dictionary()), Name.XObject):
        if item.get(Name.Subtype) == Name.Form and depth < _DEEPEST:
            _strip(item, depth + 1)
        elif item.get(Name.Subtype) == Name.Image:
            for key in (*_NOT_PRINTED, "/Interpolate", "/Alternates"):
                if Name(key) in item:
                    del item[Name(key)]
