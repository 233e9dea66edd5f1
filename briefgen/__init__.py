"""briefgen: articles in, briefs out, every number traceable to the sentence it was printed in."""

__version__ = "0.1.0"
