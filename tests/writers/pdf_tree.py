"""The structure tree of a PDF, walked as a screen reader walks it: elements and their words."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import pdfplumber
import pikepdf

Key = tuple[int, int]  # page and marked content


@dataclass
class Node:
    """An element: its role, its dictionary, and in reading order its elements and contents."""

    role: str
    object: Any
    kids: list[Node | Key] = field(default_factory=list)
    links: list[Any] = field(default_factory=list)  # annotations
    words: dict[Key, str] = field(default_factory=dict)
    file: Any = None  # the open file of the root: `object` is gone with it

    def nodes(self) -> Iterator[Node]:
        """Yield the node and all below it."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.nodes()

    def contents(self) -> Iterator[Key]:
        """Yield the marked contents of the node and of all below it."""
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.contents()
            else:
                yield kid

    @property
    def text(self) -> str:
        """Return the words that the node and all below it lead to."""
        return "".join(self.words.get(key, "") for key in self.contents())

    def of(self, *roles: str) -> list[Node]:
        """Return the nodes of these roles, in reading order."""
        return [node for node in self.nodes() if node.role in roles]


@lru_cache(maxsize=64)
def tree_of(file: bytes) -> Node:
    """Return the root of the tree, with the words of every content as pdfminer reads them."""
    return _walked(file, {key: "".join(text) for key, text in _contents(file).items()})


def wordless_tree_of(file: bytes) -> Node:
    """Return the root of the tree without the words: in much less time."""
    return _walked(file, {})


def _walked(file: bytes, words: dict[Key, str]) -> Node:
    pdf = pikepdf.open(io.BytesIO(file))
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    (root,) = _node(pdf.Root.StructTreeRoot, None, pages, words).kids
    assert isinstance(root, Node)
    root.file = pdf
    return root


def _node(item: Any, page: int | None, pages: dict[Any, int], words: dict[Key, str]) -> Node:
    if "/Pg" in item:
        page = pages[item.Pg.objgen]
    made = Node(str(item.get("/S", "/")).lstrip("/"), item, words=words)
    kids = item.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            assert page is not None
            made.kids.append((page, kid))
        elif kid.get("/Type") == "/MCR":
            made.kids.append((pages[kid.Pg.objgen], int(kid.MCID)))
        elif kid.get("/Type") == "/OBJR":
            made.links.append(kid.Obj)
        else:
            made.kids.append(_node(kid, page, pages, words))
    return made


@lru_cache(maxsize=64)
def characters(file: bytes) -> tuple[tuple[int, dict[str, Any]], ...]:
    """Return page and character of all that is printed, in the order of the page's content."""
    with pdfplumber.open(io.BytesIO(file)) as pdf:
        return tuple((n, char) for n, page in enumerate(pdf.pages) for char in page.chars)


def _contents(file: bytes) -> dict[Key, list[str]]:
    """Return the characters of each marked content that belongs to the structure."""
    found: dict[Key, list[str]] = {}
    for number, char in characters(file):
        if char["mcid"] is not None:
            found.setdefault((number, char["mcid"]), []).append(char["text"])
    return found


def outline_of(node: Node, depth: int = 0) -> Iterator[str]:
    """Yield the tree as lines to look at."""
    own = "".join(node.words.get(k, "") for k in node.kids if not isinstance(k, Node))
    yield f"{'  ' * depth}{node.role} {own[:40]}"
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from outline_of(kid, depth + 1)
