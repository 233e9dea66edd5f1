"""The audit: finished files are opened again, and every number in them is accounted for.

`account` judges, `passages` reads Word and PDF, `expected` knows what a brief may print. Nothing is
imported here, so that a run with nothing to do opens no PDF library.
"""
