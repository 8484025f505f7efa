"""An archive read by several processes: the bytes of one machine, whatever happens to them in the middle."""

import importlib.util
import json
import os
import resource
import signal
import tempfile
import unittest
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import stasis
import stasis.distributed as several
from program import GALLERY, printed

REPORT = """{0} said on Monday that {1} would close the river to ships if {2} built the dam.

"We will never stop building," said {0}, minister of {1}. {2} accused {1} of breaking the treaty of {3}.
"""


class Archive(unittest.TestCase):
    """A folder of reports, with one that cannot be read in it."""

    REPORTS = 60

    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.top = Path(held.name)
        self.reports = self.top / "reports"
        for i in range(self.REPORTS):
            path = self.reports / f"{i % 7}" / f"report {i:03}é.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(REPORT.format(f"Ann Lee{'abc'[i % 3]}", "Arland" + "x" * (i % 5), "Borland", 1900 + i) * (1 + i % 4))
        self.into = self.top / "results"

    def read(self, into=None, **how):
        return several.read(self.reports, into or self.into, part_bytes=1500, **how)

    def assert_whole(self, results):
        """The bytes that one machine prints, and a manifest that adds up to them."""
        merged = results.merge(self.top / "merged.jsonl").read_bytes()
        self.assertEqual(merged, printed("read", self.reports, "--format", "jsonl").encode())
        self.assertGreater(len(merged), 10000)
        manifest = json.loads((self.into / "manifest.json").read_text())
        self.assertEqual([part["part"] for part in manifest["results"]], list(range(manifest["parts"])))
        self.assertEqual(sum(part["bytes"] for part in manifest["results"]), len(merged))
        self.assertEqual([name for name in os.listdir(self.into / "parts") if name.startswith(".")], [])

    def records(self):
        return {file.name: file.stat().st_ino for file in self.into.glob("parts/*.json")}


class Stop(Exception):
    pass


def stop_after(count):
    def progress(phase, done, total):
        if done >= count:
            raise Stop

    return progress


class OnExecutors(Archive):
    def test_threads_and_own_processes_give_the_bytes_of_one_machine(self):
        (self.reports / "0" / "zero.txt").write_bytes(b"A\0B")
        with ThreadPoolExecutor(2) as pool:
            results = self.read(on=pool)
        self.assert_whole(results)
        self.assertFalse(results.ok)
        self.assertIn("zero.txt", results.said)
        other = self.read(self.top / "other", on=2)
        self.assertEqual((self.into / "manifest.json").read_bytes(), (self.top / "other/manifest.json").read_bytes())
        self.assertEqual(other.said, results.said)

    def test_what_is_done_is_not_done_again(self):
        with ThreadPoolExecutor(1) as pool:
            with self.assertRaises(Stop):
                self.read(on=pool, progress=stop_after(7))
            first = self.records()
            self.assertGreaterEqual(len(first), 7)
            results = self.read(on=pool)
            self.assertGreater(len(self.records()), len(first))
            self.assertEqual(first, {name: node for name, node in self.records().items() if name in first})
            self.assert_whole(results)

    def test_a_damaged_part_is_done_again_and_a_changed_one_is_not_merged(self):
        with ThreadPoolExecutor(1) as pool:
            self.read(on=pool)
            part = self.into / "parts" / "000003.jsonl"
            part.write_bytes(part.read_bytes()[:-5])
            (self.into / "parts" / "000005.json").write_text("{")
            (self.into / "parts" / "000006.json").unlink()
            results = self.read(on=pool)
        self.assert_whole(results)
        part.write_bytes(part.read_bytes().replace(b"river", b"rivet", 1))
        with self.assertRaisesRegex(several.PartsError, "part 3 has changed"):
            results.merge(self.top / "no.jsonl")
        self.assertEqual([name for name in os.listdir(self.top) if "no.jsonl" in name], [])

    def test_another_question_is_refused_and_nothing_of_it_is_touched(self):
        with ThreadPoolExecutor(1) as pool:
            self.read(on=pool)
            before = self.records()
            with self.assertRaisesRegex(stasis.UsageError, "another question.*words"):
                self.read(on=pool, all=True)
            next(self.reports.rglob("*.txt")).write_text("Another report.")
            with self.assertRaisesRegex(stasis.UsageError, "inputs that have changed"):
                self.read(on=pool)
        self.assertEqual(before, self.records())

    def test_a_file_that_changes_in_the_middle_is_said(self):
        last = sorted(self.reports.rglob("*.txt"))[-1]

        def change(phase, done, total):
            if done == 1:
                last.write_text("Something else, of another length.")

        with ThreadPoolExecutor(1) as pool:
            with self.assertRaisesRegex(several.PartsError, "had [0-9]+ when the job was planned") as caught:
                self.read(on=pool, progress=change)
        self.assertEqual(len(caught.exception.failed), 1)
        self.assertEqual(len(self.records()), json.loads((self.into / "job.json").read_text())["parts"] - 1)

    def test_a_pool_that_loses_a_process(self):
        def kill(phase, done, total):
            if done and not killed:
                killed.append(True)
                os.kill(next(iter(pool._processes)), signal.SIGKILL)

        killed = []
        with ProcessPoolExecutor(2) as pool:
            with self.assertRaisesRegex(several.ClusterError, "went away"):
                self.read(on=pool, progress=kill)
        self.assertGreaterEqual(len(self.records()), 1)
        self.assert_whole(self.read(on=1))

    def test_wrong_types_and_places(self):
        for wrong, kind in (({"on": "cluster"}, TypeError), ({"on": True}, TypeError), ({"on": 0}, ValueError), ({"threads": -1}, ValueError),
                            ({"threads": 1.5}, ValueError), ({"save": True}, stasis.UsageError), ({"format": "csv"}, stasis.UsageError)):
            with self.assertRaises(kind, msg=str(wrong)):
                self.read(**wrong)
        for wrong in (0, -1, 2.5, "4M", True, None):
            with self.assertRaises(ValueError):
                several.read(self.reports, self.into, on=1, part_bytes=wrong)
        with self.assertRaises(TypeError):
            several.read(5, self.into)
        with self.assertRaises(FileNotFoundError):
            several.read(self.top / "nowhere", self.into, on=1)
        (self.top / "empty").mkdir()
        with self.assertRaisesRegex(stasis.UsageError, "there is no report"):
            several.read(self.top / "empty", self.into, on=1)
        self.assertFalse(self.into.exists())
        with self.assertRaises(NotADirectoryError):
            several.read(self.reports, next(self.reports.rglob("*.txt")), on=1)
        (self.top / "mine" / "parts").mkdir(parents=True)
        (self.top / "mine" / "parts" / "x").touch()
        with self.assertRaisesRegex(stasis.UsageError, "of their own"):
            several.read(self.reports, self.top / "mine", on=1)


class Variants(unittest.TestCase):
    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.into = Path(held.name, "results")
        self.merged = Path(held.name, "merged")
        self.file = next(file for file in GALLERY if file.name == "syria-iraq.conflict")
        self.conflict = stasis.load(self.file)

    def test_variants_in_parts_are_the_table_of_one_machine(self):
        for how, words in (({}, ()), ({"depth": 2, "concept": "nash", "change": "drop,swap"}, ("--depth", "2", "--concept", "nash", "--change", "drop,swap"))):
            told = printed("robust", self.file, "--format", "csv", *words)
            with ThreadPoolExecutor(2) as pool:
                results = several.robust(self.conflict, self.into / str(len(how)), on=pool, part_variants=7, **how)
            self.assertGreater(results.job["parts"], 2)
            self.assertEqual(results.merge(self.merged).read_text(), told)

    def test_samples_are_solutions_of_the_conflicts_drawn(self):
        with ThreadPoolExecutor(2) as pool:
            results = several.sampled(self.conflict, 25, self.into, seed=3, on=pool, part_samples=4, concept="nash,seq")
        lines = [json.loads(line) for line in results.merge(self.merged).read_text().splitlines()]
        self.assertEqual([line["sample"] for line in lines], list(range(25)))
        texts = set()
        for line in lines:
            drawn = several.drawn(self.conflict, line["sample"], seed=3)
            texts.add(drawn.text)
            self.assertEqual(sorted(drawn.text.splitlines()), sorted(self.conflict.text.splitlines()))
            solution = drawn.solve(concept="nash,seq")
            for concept in ("nash", "seq"):
                self.assertEqual(line["equilibria"][concept], [int(row) + 1 for row in solution.equilibria(concept).nonzero()[0]])
        self.assertGreater(len(texts), 15)
        self.assertGreater(len({json.dumps(line["equilibria"]) for line in lines}), 1)

    def test_every_order_is_drawn_about_as_often(self):
        text = 'conflict "x"\nparty A\n  option a\n  option b\n  option c\nprefer A\n  a\n  b | not a\n  c  # last'
        orders = Counter(several.drawn(stasis.Conflict(text), number).text for number in range(600))
        self.assertEqual(len(orders), 6)
        self.assertGreater(min(orders.values()), 65)

    def test_what_is_no_question(self):
        for ask, kind in ((lambda: several.robust("text", self.into), TypeError), (lambda: several.sampled(None, 5, self.into), TypeError),
                          (lambda: several.robust(self.conflict, self.into, part_variants=0), ValueError),
                          (lambda: several.sampled(self.conflict, 0, self.into), ValueError),
                          (lambda: several.robust(self.conflict, self.into, subsets=True), stasis.UsageError),
                          (lambda: several.robust(self.conflict, self.into, state="nowhere"), stasis.StasisError),
                          (lambda: several.sampled(self.conflict, 5, self.into, concept="nosh"), stasis.StasisError),
                          (lambda: several.sampled(stasis.from_payoffs([[[1, 2], [2, 1]]]), 5, self.into), stasis.ModelError),
                          (lambda: several.sampled(stasis.Conflict('conflict "x"\nparty A\n  option a\nprefer A\n  a\n'), 5, self.into), stasis.UsageError)):
            with self.assertRaises(kind):
                ask()
        self.assertFalse(self.into.exists())


def small_files():
    resource.setrlimit(resource.RLIMIT_FSIZE, (600, 600))


SLOW = """
import time
from stasis.distributed import part
swift = part._do
def slowly(*given):
    time.sleep(0.4)
    swift(*given)
part._do = slowly
"""


@unittest.skipUnless(importlib.util.find_spec("distributed"), "python3-distributed is not here")
class OnDask(Archive):
    def setUp(self):
        super().setUp()
        from cluster import ClusterHere

        self.cluster = ClusterHere(str(self.top))
        self.addCleanup(self.cluster.close)

    def connected(self, workers):
        client = self.cluster.client(workers)
        self.addCleanup(client.close)
        return client

    def test_one_worker_is_killed_one_is_slow_and_the_scheduler_begins_anew(self):
        (self.top / "slow.py").write_text(SLOW)
        self.cluster.start("swift")
        self.cluster.start("slow", "--preload", str(self.top / "slow.py"))
        self.cluster.start("lost", "--preload", str(self.top / "slow.py"))
        client = self.connected(3)
        ended = []

        def end(phase, done, total):
            if done >= 6 and not ended:
                ended.append("lost")
                self.cluster.stop("lost")
            if done >= 12 and len(ended) == 1:
                ended.append("scheduler")
                self.cluster.stop("scheduler")

        with self.assertRaisesRegex(several.ClusterError, "went away"):
            self.read(on=client, progress=end)
        self.assertEqual(ended, ["lost", "scheduler"])
        first = self.records()
        self.assertGreaterEqual(len(first), 12)
        client.close()
        self.cluster.stop("swift")
        self.cluster.start_scheduler()
        self.cluster.start("another")
        results = self.read(on=self.connected(1))
        self.assertEqual(first, {name: node for name, node in self.records().items() if name in first})
        self.assert_whole(results)

    def test_a_full_disk_at_one_worker_and_then_at_all(self):
        self.cluster.start("full", limit=small_files)
        client = self.connected(1)
        with self.assertRaisesRegex(several.PartsError, "File too large.*no worker is left"):
            self.read(on=client)
        self.assertEqual([name for name in os.listdir(self.into / "parts") if name.startswith(".")], [])
        self.cluster.start("roomy")
        client.wait_for_workers(2, timeout=60)
        results = self.read(on=client)
        self.assert_whole(results)
        self.cluster.stop("full")
        self.cluster.stop("roomy")
        with self.assertRaisesRegex(several.ClusterError, "no worker for 0.1 seconds"):
            self.read(self.top / "other", on=client, patience=0.1)
        client.close()
        with self.assertRaisesRegex(several.ClusterError, "closed"):
            self.read(self.top / "third", on=client)


del Archive

if __name__ == "__main__":
    unittest.main()
