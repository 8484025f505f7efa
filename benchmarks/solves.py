#!/usr/bin/python3
"""Ten thousand solves in one process, and the memory it holds: PYTHONPATH=build/python benchmarks/solves.py [COUNT] [CASE]"""

import os
import sys
from pathlib import Path

import stasis


def held():
    """KiB of memory that this process has now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024


count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
case = sys.argv[2] if len(sys.argv) > 2 else "syria-iraq"
conflict = stasis.gallery(case)
for done in range(1, count + 1):
    solution = conflict.solve()
    solution.arrays()
    if done % (count // 10) == 0:
        print(f"{done} solves: {held()} KiB")
