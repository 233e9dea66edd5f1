"""The fields of a template, `{{ brief.title }}`: checked when it is read, filled when it is used.

Input: text of the template and a brief. Output: the same text with the brief's values. It does not
evaluate anything: the only things a template may hold are the fields named here, and conditions on
whether one of them is given (`{% if editor %}编辑：{{ editor }}{% endif %}`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from briefgen.brief import Brief, plain_text
from briefgen.errors import DataError
from briefgen.writers.template_model import TemplateParagraph, TemplateRun

BODY = "body"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a template: what it prints, in a user's words, and where a brief has it."""

    meaning: str
    read: Callable[[Brief], str | None]


FIELDS: Mapping[str, Field] = {
    "brief.title": Field("标题", lambda brief: brief.title),
    "brief.theme": Field("主题", lambda brief: brief.theme),
    "brief.coverage": Field("资料时段", lambda brief: plain_text(brief.coverage)),
    "brief.english": Field(
        "英文简报才有值，只用于条件", lambda brief: "English" if brief.language == "en" else None
    ),
    "issue.name": Field("简报名称（[project] name）", lambda brief: brief.masthead.name),
    "issue.number": Field("期号（[masthead] number）", lambda brief: brief.masthead.number),
    "issue.date": Field("日期（[masthead] date）", lambda brief: brief.masthead.date),
    "organ": Field("编印单位（[masthead] organ）", lambda brief: brief.masthead.organ),
    "editor": Field("编辑（[masthead] editor）", lambda brief: brief.masthead.editor),
    "signer": Field("签发人（[masthead] signer）", lambda brief: brief.masthead.signer),
    "secrecy": Field("密级（[masthead] secrecy）", lambda brief: brief.masthead.secrecy),
    "serial": Field("编号（[masthead] serial）", lambda brief: brief.masthead.serial),
    "report_to": Field("报：上级（[masthead] report_to）", lambda brief: brief.masthead.report_to),
    "send_to": Field("送：平级（[masthead] send_to）", lambda brief: brief.masthead.send_to),
    "distribute_to": Field(
        "发：下级（[masthead] distribute_to）", lambda brief: brief.masthead.distribute_to
    ),
    "copies": Field("印数（[masthead] copies）", lambda brief: brief.masthead.copies),
}
_BODY_MEANING = "简报正文：独占一段，只写一次"
HINT = f"a template may hold {', '.join(FIELDS)}, and {{{{ body }}}} in a paragraph of its own"
_REFUSED = {
    nodes.For: "a loop",
    nodes.Call: "a call",
    nodes.Filter: "a filter",
    nodes.Getitem: "an index",
    nodes.Assign: "an assignment",
    nodes.Include: "an include",
    nodes.Import: "an import",
    nodes.FromImport: "an import",
    nodes.Macro: "a macro",
    nodes.Const: "a constant",
}
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_BREAKS = re.compile(r"[\t\n\r\x85\u2028\u2029]+")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_WIDE = re.compile("｛[｛{%％]|[{]｛|[｝}%％]｝|｝[}]")
_MARK = re.compile(r"\x01(\d+)\x02")


@dataclass(frozen=True, slots=True)
class _FieldFault:
    message: str
    hint: str = HINT


def field_rows() -> list[tuple[str, str]]:
    """Return each field as a template writes it, and what it prints."""
    named = {BODY: _BODY_MEANING, **{name: field.meaning for name, field in FIELDS.items()}}
    return [(f"{{{{ {name} }}}}", meaning) for name, meaning in named.items()]


def printable(text: str) -> str:
    """Return `text` without what XML cannot hold; line breaks and tabs become one space."""
    text = _BREAKS.sub(" ", text)
    return _SURROGATE.sub("\ufffd", _NOT_XML.sub("", text))


def environment() -> SandboxedEnvironment:
    """Return the environment that fields are rendered in: sandboxed, strict, no globals."""
    made = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    made.globals.clear()
    return made


def field_values(
    brief: Brief, escape: Callable[[str], str] = str
) -> dict[str, dict[str, str] | str]:
    """Return the values of all fields as a template names them; what was not given is empty."""
    groups: dict[str, dict[str, str]] = {}
    alone: dict[str, str] = {}
    for name, field in FIELDS.items():
        group, _, key = name.rpartition(".")
        values = groups.setdefault(group, {}) if group else alone
        values[key] = escape(printable(field.read(brief) or ""))
    return {**groups, **alone}


def check_fields(text: str) -> None:
    """Raise DataError where `text` holds anything but fields and conditions on them."""
    fault = _fault(text)
    if fault is not None:
        raise DataError(fault.message, hint=fault.hint)


def fields_in(text: str) -> tuple[str, ...]:
    """Return the fields that `text` prints or asks for, each once, in order."""
    if "{{" not in text and "{%" not in text:
        return ()
    tree = environment().parse(text)
    return tuple(dict.fromkeys(_name_of(node) or "" for node in _names(tree)))


def render_fields(text: str, brief: Brief) -> str:
    """Return `text` with its fields filled, as plain text (nothing is escaped).

    Raises DataError where `text` holds anything but fields and conditions on them.
    """
    check_fields(text)
    if "{" not in text:
        return text
    return environment().from_string(text).render(field_values(brief))


def fill(paragraph: TemplateParagraph, brief: Brief) -> TemplateParagraph | None:
    """Return the paragraph with its fields filled, or None where it is not to be printed.

    It is not printed where it holds fields and the user gave none of them. A field may be split
    over runs (Word does so where a word was mended); it then looks as its first run does.
    """
    runs = paragraph.runs
    joined = "".join(f"\x01{at}\x02{run.text}" for at, run in enumerate(runs))
    joined = _whole_tags(joined)
    if is_unused(_MARK.sub("", joined), brief):
        return None
    parts = _MARK.split(render_fields(joined, brief))[1:]
    filled = [
        _filled(runs[int(at)], text) for at, text in zip(parts[::2], parts[1::2], strict=True)
    ]
    return replace(paragraph, runs=tuple(run for run in filled if run is not None))


def is_unused(text: str, brief: Brief) -> bool:
    """Return whether `text` prints fields and the brief gives none of them."""
    if "{{" not in text:
        return False
    printed = [
        name
        for output in environment().parse(text).find_all(nodes.Output)
        for node in output.nodes
        if (name := _name_of(node)) is not None and name != BODY
    ]
    return bool(printed) and not any(
        printable(FIELDS[name].read(brief) or "").strip() for name in printed
    )


def _filled(run: TemplateRun, text: str) -> TemplateRun | None:
    if run.field or run.tab or run.picture:
        return run
    return replace(run, text=text) if text else None


def _whole_tags(joined: str) -> str:
    """Return the text with run marks moved behind any tag that they would split."""

    def without(match: re.Match[str]) -> str:
        return _MARK.sub("", match[0]) + "".join(m[0] for m in _MARK.finditer(match[0]))

    opening = re.sub(r"\{((?:\x01\d+\x02)+)([{%#])", r"{\2\1", joined)
    closing = re.sub(r"([}%#])((?:\x01\d+\x02)+)\}", r"\2\1}", opening)
    return re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", without, closing, flags=re.DOTALL)


@cache
def _fault(text: str) -> _FieldFault | None:
    if wide := _WIDE.search(text):
        return _FieldFault(
            f"full-width braces {wide[0]}", "write {{ and }}, with half-width braces"
        )
    if "{" not in text and "}" not in text:
        return None
    if re.search("[{}]", _TAG.sub("", text)):
        return _FieldFault("a brace that belongs to no field", _syntax_hint(text))
    try:
        tree = environment().parse(text)
    except (TemplateSyntaxError, RecursionError) as error:
        return _FieldFault(f"this field cannot be read: {error}", _syntax_hint(text))
    for node in tree.body:
        fault = _node_fault(node)
        if fault is not None:
            return fault
    return None


def _syntax_hint(text: str) -> str:
    if re.search(r"\{%\s*for\b", text):
        return f"a template has no loops: {{{{ body }}}} prints what repeats; {HINT}"
    if re.search(r"\{%-?\s*(p|tr|tc|r)\s", text):
        return "paragraphs whose fields are all empty are left out by themselves"
    if re.search(r"\{%\s*if\b", text):
        return "close {% if … %} with {% endif %} in the same paragraph"
    return HINT


def _node_fault(node: nodes.Node) -> _FieldFault | None:
    """Return what is wrong with a node and all below it, or None."""
    match node:
        case nodes.TemplateData():
            return None
        case nodes.Output():
            below: Iterator[nodes.Node] = iter(node.nodes)
        case nodes.If():
            below = iter((node.test, *node.body, *node.elif_, *node.else_))
        case nodes.And() | nodes.Or() | nodes.Not():
            below = node.iter_child_nodes()
        case _:
            return _name_fault(node)
    return next((fault for child in below if (fault := _node_fault(child))), None)


def _name_fault(node: nodes.Node) -> _FieldFault | None:
    name = _name_of(node)
    if name is not None:
        if name in FIELDS or name == BODY:
            return None
        return _FieldFault(f"there is no field {name}")
    what = next((words for kind, words in _REFUSED.items() if isinstance(node, kind)), "this")
    shown = f" ({_shown(node)})" if _shown(node) else ""
    hint = "{{ body }} prints what repeats; " + HINT if isinstance(node, nodes.For) else HINT
    return _FieldFault(f"{what} is not allowed in a template{shown}", hint)


def _name_of(node: nodes.Node) -> str | None:
    """Return `issue.name` for the node that asks for it, None for any other expression."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        above = _name_of(node.node)
        return None if above is None else f"{above}.{node.attr}"
    return None


def _shown(node: nodes.Node) -> str:
    """Return the first name or constant below `node`, to tell a user which expression is meant."""
    found: Any = next(iter(node.find_all((nodes.Name, nodes.Getattr))), node)
    name = _name_of(found)
    if name is None and isinstance(found, nodes.Getattr):
        return found.attr
    return name or str(getattr(found, "value", ""))


def _names(tree: nodes.Node) -> Iterator[nodes.Node]:
    """Yield every complete name below `tree`, never a part of a longer one."""
    for child in tree.iter_child_nodes():
        if _name_of(child) is not None:
            yield child
        else:
            yield from _names(child)
