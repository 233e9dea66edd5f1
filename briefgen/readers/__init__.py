"""Files of a seeds folder as sources.

Input: a project's seeds folder, and what sources.toml says about a file. Output: `Source`s with
their raw text, and notices about files that no reader reads. It does not clean.
"""

from briefgen.readers.folder import is_source, list_sources, unread_files
from briefgen.readers.text import read_source

__all__ = ["is_source", "list_sources", "read_source", "unread_files"]
