#!/usr/bin/python3
"""An archive of many reports on a Dask cluster of this machine, against the program alone: the same bytes, and at what cost.

    benchmarks/archive.py PROGRAM MODULE [--reports N] [--workers N] [--kill]

PROGRAM is build/stasis, MODULE build/python. Reports are copies with changed names. With --kill a worker is ended by SIGKILL in
the middle. Costs are processor time (of workers, the scheduler and this process, from the first part to the last), since
other programs share the machine.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "python"))

REPORTS = [
    "{0} {1} said on Monday that {2} would close the river to ships if {3} built the dam. “We will never stop building,” "
    "{4} {5}, minister of {3}, told reporters.\n",
    "{2} accused {3} of breaking the treaty.\n\n{0} {1} demanded that inspectors return before winter, and {4} {5} refused.\n",
    "“If the talks fail, our union will strike,” {0} {1} warned. The governor of {2}, {4} {5}, offered to meet her unless {3} objects.\n",
    "{0} {1} denied that {2} had sold any weapons. {4} {5} asked {3} to open the border; she promised an answer once parliament had voted.\n",
]


def name(chance, ends=("a", "en", "ov", "ard", "is")):
    return "".join(chance.choice("bdfklmnprstv") + chance.choice("aeiou") for _ in range(chance.randint(2, 3))).capitalize() + chance.choice(ends)


def write_reports(folder, count):
    chance = random.Random(1)
    for i in range(count):
        inside = folder / f"{i // 1000:04}"
        if i % 1000 == 0:
            inside.mkdir(parents=True)
        (inside / f"{i:07}.txt").write_text(REPORTS[i % len(REPORTS)].format(*(name(chance) for _ in range(6))))


def processor(pid):
    """Seconds of processor time that a process has had."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def alone(program, reports, out):
    with out.open("wb") as file:
        child = subprocess.Popen([program, "read", reports, "--format", "jsonl", "--threads", "1"], stdout=file)
        _, status, used = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"the program ended with {status}")
    return used.ru_utime + used.ru_stime


def on_cluster(reports, into, workers, part_bytes, kill):
    from cluster import ClusterHere
    import stasis.distributed

    with tempfile.TemporaryDirectory() as folder:
        cluster = ClusterHere(folder)
        try:
            for i in range(workers):
                cluster.start(f"worker{i}")
            client = cluster.client(workers)
            killed = []

            def progress(phase, done, total):
                if kill and not killed and done > total // 3:
                    killed.append(cost.pop("worker0")())
                    cluster.stop("worker0")

            cost = {name: lambda pid=process.pid, before=processor(process.pid): processor(pid) - before
                    for name, process in cluster.running().items()}
            before, began = time.process_time(), time.monotonic()
            results = stasis.distributed.read(reports, into, on=client, part_bytes=part_bytes, progress=progress)
            used = {"client": time.process_time() - before, "killed": sum(killed)} | {name: read() for name, read in cost.items()}
            print(json.dumps({"workers": workers, "parts": results.job["parts"], "wall": round(time.monotonic() - began, 1),
                              "processor": {name: round(seconds, 2) for name, seconds in used.items()}}))
            client.close()
            return results, sum(used.values())
        finally:
            cluster.close()


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("program")
    asked.add_argument("module")
    asked.add_argument("--reports", type=int, default=20000)
    asked.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    asked.add_argument("--part-bytes", type=int, default=1 << 20)
    asked.add_argument("--kill", action="store_true")
    asked = asked.parse_args()
    sys.path.insert(0, asked.module)
    os.environ["PYTHONPATH"] = os.path.abspath(asked.module)
    with tempfile.TemporaryDirectory() as held:
        top = Path(held)
        write_reports(top / "reports", asked.reports)
        once = alone(asked.program, top / "reports", top / "alone.jsonl")
        print(f"alone: {once:.1f} s of processor time, {(top / 'alone.jsonl').stat().st_size} bytes")
        for workers in asked.workers:
            results, used = on_cluster(top / "reports", top / f"on{workers}", workers, asked.part_bytes, asked.kill)
            merged = results.merge(top / f"on{workers}.jsonl")
            same = subprocess.run(["cmp", merged, top / "alone.jsonl"], check=False).returncode == 0
            print(f"{workers} workers: {used:.1f} s of processor time, efficiency {once / used:.2f}; "
                  f"the bytes are {'the same' if same else 'NOT the same'}")
            if not same:
                raise SystemExit(1)


if __name__ == "__main__":
    main()
