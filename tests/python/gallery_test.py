"""On every conflict of the gallery the module says what the program says."""

import csv
import io
import unittest

import numpy

import stasis
from program import GALLERY, answered, printed


def said(conflict, verb):
    """The answer, or the problems where there is none."""
    try:
        return getattr(conflict, verb)()
    except stasis.StasisError as refused:
        return {"schema": "stasis/problems-1", "problems": refused.problems}


class Gallery(unittest.TestCase):
    def alike(self, found, told, what):
        """Equal; else says which keys are not, since a list of all differences of large answers takes minutes."""
        self.assertEqual([key for key in found.keys() | told.keys() if found.get(key) != told.get(key)], [], what)

    def fits(self, solution, most=4096):
        """Whether the program lists them all; arrays of more states than they hold are refused."""
        if int(solution["states"]["feasible"]) > 1 << 20:
            with self.assertRaises(stasis.LimitError):
                solution.taken
        return int(solution["states"]["feasible"]) <= most

    def test_every_verb_gives_the_same_json(self):
        for file in GALLERY:
            conflict = stasis.load(file)
            for verb in ("solve", "states", "check", "test", "outline", "moves"):
                self.alike(said(conflict, verb), answered(verb, file), f"{verb} {file}")

    def test_reasons_and_ways_are_the_same(self):
        for file in GALLERY:
            if file.parent.name in ("elmira", "syria-iraq", "prisoners-dilemma"):
                conflict = stasis.load(file)
                for verb in ("paths", "coalitions", "invert", "robust", "explain", "brief"):
                    self.alike(said(conflict, verb), answered(verb, file), f"{verb} {file}")

    def test_options_are_those_of_the_verbs(self):
        file = next(f for f in GALLERY if f.name == "nine-states.conflict")
        conflict = stasis.load(file)
        self.assertEqual(conflict.solve(concept=["nash", "seq"], list=3), answered("solve", file, "--concept", "nash,seq", "--list", "3"))
        self.assertEqual(conflict.moves("s5", improvements=True), answered("moves", file, "--from", "s5", "--improvements"))
        self.assertEqual(conflict.explain(["s5", "s8"], reasons=True),
                         answered("explain", file, "--state", "s5", "--state", "s8", "--reasons"))
        self.assertEqual(conflict.paths("s8", from_="s5").text("dot"), printed("paths", file, "--from", "s5", "--to", "s8", "--format", "dot"))
        self.assertEqual(str(conflict.brief()), printed("brief", file))
        self.assertEqual(conflict.elicit("Local", answer=["s4 > s8", "s5 > s1"]),
                         answered("elicit", file, "--party", "Local", "--answer", "s4 > s8", "--answer", "s5 > s1"))

    def test_arrays_are_the_tables(self):
        for file in GALLERY:
            conflict = stasis.load(file)
            rows = list(csv.DictReader(io.StringIO(printed("solve", file, "--all", "--format", "csv"))))
            solution = conflict.solve()
            if not self.fits(solution):
                continue
            self.assertEqual(solution.names, [row["name"] for row in rows])
            for i, option in enumerate(solution.options):
                self.assertEqual(["NY-"[v] for v in solution.taken[:, i]], [row[option] for row in rows])
            for i, party in enumerate(solution.parties):
                places = [row[f"place:{party}"] for row in rows]
                self.assertEqual([""] * len(rows) if solution.ranks is None else [str(r) for r in solution.ranks[:, i]], places)
            for concept in ("nash", "gmr", "smr", "seq", "sseq"):
                self.same(solution.equilibria(concept), rows, f"equilibrium:{concept}")
                for party in solution.parties:
                    self.same(solution.stable(concept, party), rows, f"{concept}:{party}")

    def same(self, marks, rows, column):
        self.assertEqual(["NY"[int(mark)] for mark in marks], [row[column] for row in rows], column)

    def test_the_frame_is_the_table(self):
        for file in GALLERY:
            conflict = stasis.load(file)
            solution = conflict.solve()
            if not self.fits(solution):
                continue
            frame = solution.to_frame()
            rows = list(csv.DictReader(io.StringIO(printed("solve", file, "--all", "--format", "csv"))))
            self.assertEqual(len(frame), len(rows))
            for column in frame.columns:
                told = [("NY"[int(v)] if isinstance(v, (bool, numpy.bool_)) else str(v)) for v in frame[column]]
                if set(told) <= {"0", "1", "2"} and not column.startswith("place:"):
                    told = ["NY-"[int(v)] for v in told]
                self.assertEqual(told, [row[column] for row in rows], column)

    def test_the_graph_has_the_moves_that_the_program_tells(self):
        for file in GALLERY:
            conflict = stasis.load(file)
            solution = conflict.solve()
            if not self.fits(solution, 20):
                continue
            graph = solution.to_graph()
            told = set()
            for name in solution.names:
                row = answered("moves", file, "--limit", "1000", f"--from={name}")
                for party in row["parties"]:
                    told |= {(row["from"]["id"], move["to"]["id"], party["party"]) for move in party["moves"]}
            self.assertEqual({(a, b, key) for a, b, key in graph.edges(keys=True)}, told)


class Certificates(unittest.TestCase):
    def test_a_certificate_verifies_and_a_changed_one_does_not(self):
        conflict = stasis.gallery("syria-iraq")
        certificate = conflict.explain()
        self.assertTrue(conflict.verify(certificate).ok)
        self.assertFalse(stasis.gallery("prisoners-dilemma").verify(certificate).ok)


if __name__ == "__main__":
    unittest.main()
