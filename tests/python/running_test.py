"""How work runs inside Python: threads, Ctrl-C, progress, memory, arrays that are not copied."""

import os
import resource
import signal
import threading
import unittest
from concurrent.futures import ThreadPoolExecutor

import numpy

import stasis
from program import GALLERY


def long_one():
    """A model that takes long where every state is visited."""
    parties = "".join(f"party P{i}\n" + "".join(f"  option o{i}{j}\n" for j in range(5)) for i in range(4))
    wants = "".join(f"prefer P{i}\n" + "".join(f"  o{i}{j} iff o{(i + 1) % 4}{j}\n" for j in range(5)) for i in range(4))
    return stasis.Conflict('conflict "Long"\n' + parties + wants)


def solved(conflict, engine):
    """The answer; None where the engine does not take such a model."""
    try:
        return conflict.solve(engine=engine)
    except stasis.ModelError:
        return None


class Running(unittest.TestCase):
    def test_ctrl_c_ends_the_work_and_the_next_is_answered(self):
        conflict = long_one()
        begun = threading.Event()

        def interrupt():
            begun.wait(60)
            os.kill(os.getpid(), signal.SIGINT)

        other = threading.Thread(target=interrupt)  # it can only run while the lock is released
        other.start()
        with self.assertRaises(KeyboardInterrupt):
            conflict.robust(engine="explicit", depth=2, progress=lambda *_: begun.set())
        other.join()
        self.assertEqual(stasis.gallery("prisoners-dilemma").solve()["engine"], "explicit")

    def test_what_the_callback_raises_comes_through(self):
        class Enough(Exception):
            pass

        def stop(phase, done, total):
            self.assertIsInstance(phase, str)
            raise Enough

        with self.assertRaises(Enough):
            long_one().robust(engine="explicit", depth=2, progress=stop)

    def test_a_time_limit_is_an_exception(self):
        with self.assertRaises(stasis.LimitError):
            long_one().robust(engine="explicit", depth=2, timeout="300ms")

    def test_engines_in_several_threads(self):
        conflicts = [stasis.load(file) for file in GALLERY]
        for engine in ("auto", "symbolic"):
            alone = [solved(conflict, engine) for conflict in conflicts]
            with ThreadPoolExecutor(4) as pool:
                together = list(pool.map(lambda conflict: solved(conflict, engine), conflicts * 3))
            self.assertTrue(together == alone * 3)

    def test_memory_is_returned(self):
        conflict = stasis.gallery("syria-iraq")

        def some(count):
            for _ in range(count):
                conflict.solve().arrays()

        some(150)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        some(600)
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before  # KiB
        self.assertLess(grown, 3000)


class Arrays(unittest.TestCase):
    def test_are_views_and_read_only(self):
        solution = stasis.gallery("elmira/nine-states").solve()
        for one, other in ((solution.ranks, solution.ranks), (solution.stable("nash"), solution.stable("nash")),
                           (solution.taken, solution.taken), (solution.equilibria("seq"), solution.equilibria("seq"))):
            self.assertTrue(numpy.shares_memory(one, other))
            self.assertFalse(one.flags.writeable)
            self.assertFalse(one.flags.owndata)
        self.assertEqual(solution.ranks.dtype, numpy.uint32)
        self.assertEqual(solution.stable("nash").dtype, numpy.bool_)

    def test_outlive_the_solution(self):
        stable = stasis.gallery("elmira/nine-states").solve().stable("nash")
        self.assertEqual(stable.shape, (3, 9))
        self.assertTrue(stable.any())

    def test_is_shown_in_a_notebook(self):
        page = stasis.gallery("prisoners-dilemma").solve()._repr_html_()
        self.assertEqual(page.count("<tr>"), 5)
        self.assertIn("<iframe", stasis.gallery("prisoners-dilemma").brief()._repr_html_())


if __name__ == "__main__":
    unittest.main()
