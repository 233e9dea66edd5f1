"""Regeneration by cron: our block in the crontab, the line in it, and one run at a time.

Input: a project and a cron expression. Output: a crontab in which every byte that is not ours is as
it was. It does not build anything: the line in the block calls the command line.
"""

from __future__ import annotations

from briefgen.schedule.blocks import Block, Job, find_blocks, insert_block, remove_block
from briefgen.schedule.crontab import (
    Change,
    add_job,
    list_jobs,
    read_crontab,
    remove_job,
    write_crontab,
)
from briefgen.schedule.export import systemd_units
from briefgen.schedule.expression import Expression, next_runs, parse_expression, twice_or_never
from briefgen.schedule.line import job_for, job_id, run_as_cron, time_zone
from briefgen.schedule.lock import lock, rotate_log, time_limit

__all__ = [
    "Block",
    "Change",
    "Expression",
    "Job",
    "add_job",
    "find_blocks",
    "insert_block",
    "job_for",
    "job_id",
    "list_jobs",
    "lock",
    "next_runs",
    "parse_expression",
    "read_crontab",
    "remove_block",
    "remove_job",
    "rotate_log",
    "run_as_cron",
    "systemd_units",
    "time_limit",
    "time_zone",
    "twice_or_never",
    "write_crontab",
]
