"""The official 简报: looks and words of jianbao's first brief.docx.

Input: nothing. Output: `LOOKS`, and the paragraphs around the body and at the foot of a page. The
measures are those of GB/T 9704-2012; templates/jianbao/style.toml names where it is left, and why.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from template_looks import Look, Side
from template_words import TAB, field_run, paragraph, text_run

RED, INK = "E60012", "000000"
FANG, KAI = ("仿宋_GB2312", "Times New Roman"), ("楷体_GB2312", "Times New Roman")
HEI, BIAO = ("黑体", "黑体"), ("方正小标宋简体", "方正小标宋简体")
SONG = ("宋体", "宋体")
PITCH = 28.95  # 22 lines in 225 mm
TIGHTER = -0.25  # 28 characters of 16 pt are 158 mm wide, a line is 156 mm
TEXT_WIDTH = 8845  # twips
FOOTER_TWIPS = 1430  # the dash of the page number 7 mm below the type area
_SMALL = 16.0  # the pitch of small print, 10.5 pt
_FINE = 13.5  # that of sources, 9 pt
_IMPRINT = (Side("top", 8, INK, 3), Side("bottom", 8, INK, 3), Side("between", 6, INK, 3))
_RED_RULE = (Side("bottom", 18, RED, 5),)
_RIGHT_TAB = (("right", TEXT_WIDTH),)


def _text(name: str, fonts: tuple[str, str], **more: object) -> Look:
    """Return a style on the grid: 16 pt, 28.95 pt pitch, first line 2 characters in."""
    return Look(
        name,
        fonts,
        16,
        PITCH,
        INK,
        align="both",
        first_chars=2,
        grid=True,
        tracking=TIGHTER,
        **more,  # type: ignore[arg-type]
    )


LOOKS = (
    Look("Masthead Top", HEI, 16, PITCH, INK, tabs=_RIGHT_TAB, keep_next=True),
    Look("Masthead Name", BIAO, 42, 56, RED, before=56.7, align="center", keep_next=True),
    # one box: the rule stands under the last of them that is printed
    Look(
        "Masthead Number",
        FANG,
        16,
        PITCH,
        INK,
        before=6,
        align="center",
        keep_next=True,
        sides=_RED_RULE,
    ),
    Look(
        "Masthead Line",
        FANG,
        16,
        PITCH,
        INK,
        tabs=_RIGHT_TAB,
        keep_next=True,
        sides=_RED_RULE,
    ),
    Look("Imprint End", FANG, 1, 1, INK),
    Look(
        "Title",
        BIAO,
        22,
        PITCH,
        INK,
        before_lines=2,
        align="center",
        keep_next=True,
        keep_lines=True,
    ),
    Look("Coverage", KAI, 12, 20, INK, before=6, after=16, align="center", keep_next=True),
    _text("heading 1", HEI, keep_next=True, keep_lines=True, outline=0),
    _text("heading 2", KAI, keep_next=True, keep_lines=True, outline=1),
    _text("Body Text", FANG),
    _text("List Bullet", FANG),
    _text("Lead", FANG, keep_next=True),
    Look("Note", KAI, 10.5, _SMALL, INK, before=3, after=6, align="both"),
    _text("Key Points Title", HEI, keep_next=True),
    _text("Key Point", FANG),
    Look("Card Label", HEI, 10.5, _SMALL, INK, keep_next=True),
    Look("Card Value", HEI, 16, 24, INK, keep_next=True),
    Look("Card Note", FANG, 10.5, _SMALL, INK),
    Look("Chart Title", HEI, 10.5, _SMALL, INK, before=8, after=2, align="center", keep_next=True),
    Look("Chart Source", HEI, 10.5, _SMALL, INK, after=10, align="center"),
    Look("Table Head", HEI, 9, 14, INK, keep_next=True),
    Look("Table Cell", FANG, 9, 14, INK),
    Look(
        "Source Title",
        HEI,
        9,
        _FINE,
        INK,
        before=4,
        after=1,
        left=30,
        hanging=30,
        keep_next=True,
        keep_lines=True,
    ),
    Look("Source Quote", FANG, 9, _FINE, INK, left=30, hanging=30, align="both"),
    Look(
        "Imprint",
        FANG,
        14,
        22,
        INK,
        left=42,
        hanging=42,
        sides=_IMPRINT,
    ),
    Look("header", SONG, 9, 12, INK, align="center"),
    Look("footer", SONG, 14, 18, INK, align="right", right=14),
    Look("Footer Even", SONG, 14, 18, INK, left=14),
)


# size, pitch, space before and after: without hyphens, wide type leaves ragged or gaping lines
_ENGLISH: Mapping[str, tuple[float, float, float, float]] = {
    "Masthead Top": (12, 18, 0, 0),
    "Masthead Name": (34, 44, 36, 0),
    "Masthead Number": (13, 20, 4, 0),
    "Masthead Line": (12, 18, 0, 0),
    "Title": (20, 26, 22, 0),
    "Coverage": (11, 15, 6, 12),
    "heading 1": (13, 18, 10, 4),
    "heading 2": (12, 17, 6, 2),
    "Body Text": (12, 17, 0, 4),
    "List Bullet": (12, 17, 0, 6),
    "Lead": (12, 17, 0, 3),
    "Note": (10, 13.5, 2, 4),
    "Key Points Title": (13, 18, 4, 3),
    "Key Point": (12, 17, 0, 3),
    "Chart Source": (9.5, 13, 0, 8),
    "Source Title": (9, 13, 4, 1),
    "Source Quote": (9, 12.5, 0, 0),
    "Imprint": (12, 18, 0, 0),
}


def _in_english(look: Look) -> Look:
    """Return a look for English: smaller, ragged at the right, and on no grid of characters."""
    if look.name not in _ENGLISH:
        return look
    size, pitch, before, after = _ENGLISH[look.name]
    return replace(
        look,
        size=size,
        pitch=pitch,
        before=before,
        before_lines=0,
        after=after,
        align="left" if look.align == "both" else look.align,
        first_chars=0,
        grid=False,
        tracking=0,
        # 黑体 and 楷体 set headings apart in Chinese; Latin letters need weight
        bold=look.bold or look.outline is not None or look.name == "Key Points Title",
    )


def _labelled(field: str, label: str, english: str, after: str = "") -> str:
    """Return a field with its label, both left out where the field is not given."""
    said = f"{{% if brief.english %}}{english}{{% else %}}{label}{{% endif %}}"
    tail = f"{{% if not brief.english %}}{after}{{% endif %}}" if after else ""
    return f"{{% if {field} %}}{said}{{{{ {field} }}}}{tail}{{% endif %}}"


LOOKS_IN_ENGLISH = tuple(map(_in_english, LOOKS))


def body() -> tuple[str, ...]:
    """Return 报头, title, the place of the body, and 报尾."""
    number = "{{ brief.theme }}{% if issue.number %}\u3000{{ issue.number }}{% endif %}"
    signed = _labelled("signer", "签发人：", "Approved by: ")
    return (
        paragraph(
            "Masthead Top",
            text_run("{{ secrecy }}"),
            TAB,
            text_run(_labelled("serial", "编号：", "No. ")),
        ),
        paragraph("Masthead Name", text_run("{{ issue.name }}")),
        paragraph("Masthead Number", text_run(number)),
        paragraph(
            "Masthead Line",
            text_run(_labelled("editor", "编辑：", "Editor: ")),
            TAB,
            text_run(signed),
        ),
        paragraph("Masthead Line", text_run("{{ organ }}"), TAB, text_run("{{ issue.date }}")),
        paragraph("Title", text_run("{{ brief.title }}")),
        paragraph("Coverage", text_run("{{ brief.coverage }}")),
        paragraph("Body Text", text_run("{{ body }}")),
        *_imprint(),
        paragraph("Imprint End"),  # what Word anchors the frame to
    )


def _imprint() -> tuple[str, ...]:
    """Return 报尾: 报, 送, 发 and 印数, at the foot of the last page."""
    copies = text_run(_labelled("copies", "共印", "Copies printed: ", "份\u3000"))
    told = (
        ("report_to", "\u3000报：", "To: "),
        ("send_to", "\u3000送：", "Copy: "),
        ("distribute_to", "\u3000发：", "Issued to: "),
    )
    return (
        *(paragraph("Imprint", text_run(_labelled(*names)), framed=TEXT_WIDTH) for names in told),
        paragraph("Imprint", copies, align="right", framed=TEXT_WIDTH),
    )


def furniture() -> Mapping[str, str]:
    """Return the page numbers: — 1 — at the right of odd pages, at the left of even ones."""
    page = (text_run("— "), field_run("PAGE"), text_run(" —"))
    return {
        "headerdefault": paragraph("header"),
        "headereven": paragraph("header"),
        "footerdefault": paragraph("footer", *page),
        "footereven": paragraph("Footer Even", *page),
    }
