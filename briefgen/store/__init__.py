"""The store: facts kept between runs, and what facts of several reports make together.

`database` keeps and gives back; `series` compares. Nothing is imported here, so that a run with
nothing to do loads no SQLAlchemy.
"""
