"""The pages that README.md shows.

Input: the PDF files of an issue and the style that it is in. Output: docs/pages/*.png, of few
colours, so that they are small, and the same bytes for the same PDF. It draws with pypdfium2, which
briefgen itself needs: no other program must be there. It shows no Word files: scripts/look.py does.

    .venv/bin/python scripts/pages.py standard [output/latest] [--into docs/pages]
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
DPI = 100
COLOURS = 32  # print, one accent and its tints: more colours only make the file larger
LARGEST_BYTES = 150_000


@dataclass(frozen=True, slots=True)
class Shown:
    """One page to show: the picture's name, the brief's file, the page from 1, and its style."""

    name: str
    brief: str
    page: int
    style: str = "standard"

    @property
    def picture(self) -> str:
        """Return the file name of the picture."""
        return f"{self.name}-{self.page}.png"


PAGES = (
    Shown("minying", "民营经济", 1),
    Shown("zonghe", "综合实力", 1),
    Shown("shengtai", "生态人文", 1),
    Shown("minying", "民营经济", 2),
    Shown("minying", "民营经济", 3),
    Shown("minying", "民营经济", 4),
    Shown("private", "Private Economy.en", 1),
    Shown("private", "Private Economy.en", 2),
    Shown("jianbao", "民营经济", 1, "jianbao"),
    Shown("jianbao", "民营经济", 2, "jianbao"),
)


class PagesError(Exception):
    """A page cannot be shown; the message is one line that says what to do."""


def draw(path: Path, page: int) -> Image.Image:
    """Return page `page` (from 1) of a PDF at 100 dots an inch, in COLOURS colours.

    Raises PagesError where there is no such file or page.
    """
    if not path.is_file():
        raise PagesError(f"{path} is not there: run `make briefs` first")
    with pypdfium2.PdfDocument(path) as document:
        if not 1 <= page <= len(document):
            raise PagesError(f"{path.name} has {len(document)} page(s), and no page {page}")
        drawn: Image.Image = document[page - 1].render(scale=DPI / 72).to_pil().convert("RGB")
    return drawn.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def show(issue: Path, style: str, into: Path) -> list[Path]:
    """Return the style's pictures, all drawn before the first is written; others there stay."""
    pages = [page for page in PAGES if page.style == style]
    drawn = {into / page.picture: draw(issue / f"{page.brief}.pdf", page.page) for page in pages}
    into.mkdir(parents=True, exist_ok=True)
    for path, picture in drawn.items():
        picture.save(path, optimize=True)
        if path.stat().st_size > LARGEST_BYTES:
            raise PagesError(f"{path.name} has {path.stat().st_size} bytes: lower COLOURS")
    return list(drawn)


def main() -> int:
    """Return 0, or 1 where a page could not be shown."""
    parser = argparse.ArgumentParser(description="draw the pages that README.md shows")
    parser.add_argument("style", choices=sorted({page.style for page in PAGES}))
    parser.add_argument("issue", nargs="?", type=Path, default=ROOT / "output" / "latest")
    parser.add_argument("--into", type=Path, default=ROOT / "docs" / "pages")
    asked = parser.parse_args()
    try:
        pictures = show(asked.issue, asked.style, asked.into)
    except PagesError as error:
        print(f"pages: {error}", file=sys.stderr)
        return 1
    print("\n".join(map(str, pictures)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
