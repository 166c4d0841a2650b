"""What the benchmarks share: running two programs in turn, and printing their times in one table."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time


def arguments(description, runs):
    """The two programs, and how many rounds; more options can be added before they are parsed."""
    parser = argparse.ArgumentParser(description=description.splitlines()[0])
    parser.add_argument("ours", help="our program")
    parser.add_argument("reference", help="docker compose's binary")
    parser.add_argument("--runs", type=int, default=runs, help="rounds (%(default)s)")
    return parser


def timed(program, words, **more):
    """The seconds that a command takes; it must succeed."""
    return used(program, words, **more)[0]


def used(program, words, **more):
    """The seconds that a command takes, and the most memory that it had, in MiB; it must succeed."""
    with tempfile.TemporaryFile("w+") as said:
        begin = time.monotonic()
        child = subprocess.Popen(
            [program, *words], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said, **more
        )
        _, status, usage = os.wait4(child.pid, 0)
        took = time.monotonic() - begin
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            said.seek(0)
            sys.exit(f"{program} {' '.join(words)} exited {child.returncode}:\n{said.read()}")
    return took, usage.ru_maxrss / 1024


def in_turn(options, round_of):
    """The figures of all rounds, by side and by name; `round_of(program, side)` gives one round's.

    Whoever goes first warms the page cache for the other, so they take turns at it.
    """
    programs = {"ours": options.ours, "reference": options.reference}
    figures = {side: {} for side in programs}
    for number in range(options.runs):
        for side in list(programs) if number % 2 == 0 else reversed(programs):
            for name, figure in round_of(programs[side], side).items():
                figures[side].setdefault(name, []).append(figure)
    return figures


def table(figures, title, decimals=2):
    """Prints medians, the least and the most, and the ratio of the medians."""
    print(title)
    print(f"{'':<36} {'jcompose':>22} {'docker compose':>22} {'ratio':>6}")
    for name in figures["ours"]:
        cells, medians = [], []
        for side in figures:
            values = figures[side][name]
            medians.append(statistics.median(values))
            shown = [f"{value:.{decimals}f}" for value in (medians[-1], min(values), max(values))]
            cells.append(f"{shown[0]} ({shown[1]} to {shown[2]})")
        ratio = f"{medians[0] / medians[1]:.2f}" if medians[1] else "-"
        print(f"{name:<36} {cells[0]:>22} {cells[1]:>22} {ratio:>6}")
