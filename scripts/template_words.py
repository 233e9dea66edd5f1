"""Words of a template as WordprocessingML: runs, fields, paragraphs.

Input: text, style names. Output: XML as text. It does not know a style's look.
"""

from __future__ import annotations

FRAME = (
    '<w:framePr w:w="{}" w:wrap="notBeside" w:vAnchor="margin" w:hAnchor="margin" '
    'w:xAlign="left" w:yAlign="bottom"/>'
)


def style_id(name: str) -> str:
    """Return the id of a style: Word knows its own styles by name, not by id."""
    return name.title().replace(" ", "")


def text_run(text: str, colour: str = "", size: float = 0, plain: bool = False) -> str:
    """Return a run of words, with a colour, a size and a weight of its own where given."""
    own = '<w:b w:val="0"/><w:bCs w:val="0"/>' if plain else ""
    own += f'<w:color w:val="{colour}"/>' if colour else ""
    own += f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else ""
    look = f"<w:rPr>{own}</w:rPr>" if own else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field_run(name: str) -> str:
    """Return a field with a cached result."""
    kinds = [f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end")]
    instruction = f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
    return f"{kinds[0]}{instruction}{kinds[1]}<w:r><w:t>1</w:t></w:r>{kinds[2]}"


def paragraph(style: str, *runs: str, align: str = "", framed: int = 0) -> str:
    """Return a paragraph of a named style, aligned by itself where that is asked for.

    `framed` sets it into a frame of so many twips at the foot of the type area. LibreOffice follows
    a paragraph's own frame, not that of a style.
    """
    own = FRAME.format(framed) if framed else ""
    own += f'<w:jc w:val="{align}"/>' if align else ""
    look = f'<w:pPr><w:pStyle w:val="{style_id(style)}"/>{own}</w:pPr>'
    return f"<w:p>{look}{''.join(runs)}</w:p>"


TAB = "<w:r><w:tab/></w:r>"
