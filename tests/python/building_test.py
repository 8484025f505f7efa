"""Conflicts from parts, arrays and frames; and what is refused, with the reason."""

import tempfile
import unittest
import xml.etree.ElementTree
from fractions import Fraction
from pathlib import Path

import numpy
import pandas

import stasis
from program import GALLERY, printed

WELL = """conflict "Well"
party Upper
  option pump
party Lower
  option complain
status quo pump
prefer Upper
  pump
prefer Lower
  not pump
"""


class Built(unittest.TestCase):
    def test_from_parts_is_from_text(self):
        built = stasis.build("Well", {"Upper": ["pump"], "Lower": ["complain"]}, status_quo=["pump"],
                             prefer={"Upper": ["pump"], "Lower": ["not pump"]})
        self.assertEqual(built.text, WELL)
        self.assertEqual(built.solve(), stasis.Conflict(WELL).solve())

    def test_parts_of_every_kind(self):
        built = stasis.build("All", {"A": {"go": "Go away", "burn": "irrevocable"}, "B": ["stop"]}, never=["go and burn"], always=["go or stop"],
                             define={"peace": "go and not burn"}, states={"calm": ["go", "stop"]}, status_quo="stop",
                             prefer={"A": ["peace", "not stop"], "B": "stop"}, lines=["expect calm is equilibrium under gmr"])
        self.assertEqual(int(built.solve()["states"]["feasible"]), 4)
        self.assertIn("calm", built.solve().names)

    def test_payoffs_make_the_game(self):
        dilemma = numpy.array([[[3, 3], [1, 4]], [[4, 1], [2, 2]]])
        game = stasis.from_payoffs(dilemma, players=["Row", "Column"], strategies=[["keep", "break_"], ["keep", "break_"]])
        solution = game.solve()
        self.assertEqual(solution.equilibria("nash").sum(), 1)
        row, = numpy.flatnonzero(solution.equilibria("nash"))
        self.assertEqual(solution.ranks[row].tolist(), [3, 3])

    def test_payoffs_of_three_unlike_players_are_ranked_as_they_are(self):
        payoffs = numpy.arange(2 * 3 * 2 * 3).reshape(2, 3, 2, 3) % 7
        solution = stasis.from_payoffs(payoffs).solve()
        self.assertEqual(len(solution.names), 12)
        for i in range(3):
            values = payoffs[..., i].flatten()
            places = sorted(1 + len(set(values[values > v])) for v in values)
            self.assertEqual(sorted(solution.ranks[:, i].tolist()), places)

    def test_payoffs_are_compared_exactly(self):
        close = [[[0.1 + 0.2, 0], [0.3, 0]], [[10**30, 0], [10**30 + 1, 0]]]
        solution = stasis.from_payoffs(numpy.array(close, dtype=object)).solve()
        self.assertEqual(sorted(solution.ranks[:, 0].tolist()), [1, 2, 3, 4])
        third = numpy.array([[[Fraction(1, 3), 0], [Fraction(2, 6), 1]]], dtype=object)
        self.assertEqual(stasis.from_payoffs(third).solve().ranks[:, 0].tolist(), [1, 1])

    def test_payoffs_that_are_no_game(self):
        for wrong in ([1, 2], [[1, 2], [3, 4]], numpy.zeros((2, 2, 3)), numpy.zeros((0, 2, 2))):
            with self.assertRaisesRegex(ValueError, "shape"):
                stasis.from_payoffs(wrong)
        for value in (float("nan"), float("inf"), "x", True, None):
            with self.assertRaisesRegex(ValueError, "number"):
                stasis.from_payoffs(numpy.array([[[value, 1], [2, 3]]], dtype=object))
        with self.assertRaisesRegex(ValueError, "players"):
            stasis.from_payoffs(numpy.zeros((2, 2, 2)), players=["one"])

    def test_a_frame_is_a_table(self):
        frame = pandas.DataFrame({"Row.defect": [False, True, False, True], "Column.defect": [False, False, True, True],
                                  "Row": [2, 1, 4, 3], "Column": [2, 4, 1, 3]}, index=["peace", "cheat", "cheated", "war"])
        conflict = stasis.from_frame(frame)
        solution = conflict.solve()
        self.assertEqual(solution.names, list(frame.index))
        self.assertEqual(solution.ranks[:, 0].tolist(), frame["Row"].tolist())
        other = stasis.from_frame(pandas.DataFrame({"Row": [1, 2, 3, 4]}, index=frame.index), into=conflict)
        self.assertEqual(other.solve().ranks[:, 0].tolist(), [1, 2, 3, 4])

    def test_a_frame_that_is_wrong_names_the_cell(self):
        with self.assertRaisesRegex(stasis.ModelError, "02-Jan"):
            stasis.from_frame(pandas.DataFrame({"A.x": ["N", "Y"], "A": [1, "02-Jan"]}, index=["s1", "s2"]))
        with self.assertRaises(TypeError):
            stasis.from_frame([[1, 2]])
        with self.assertRaises(ValueError):
            stasis.from_frame(pandas.DataFrame(), what="weights")


class Refused(unittest.TestCase):
    def test_a_wrong_model_carries_its_diagnostics(self):
        with self.assertRaises(stasis.ModelError) as caught:
            stasis.Conflict('conflict "x"\nparty A\n  option go\nprefer A\n  goo\n')
        problem = caught.exception.problems[0]
        self.assertEqual((problem["line"], problem["severity"]), (5, "error"))
        self.assertIn("goo", str(caught.exception))
        self.assertIn("did you mean", caught.exception.said)

    def test_wrong_types_and_bytes(self):
        for wrong in (None, 5, ["conflict"]):
            with self.assertRaises(TypeError):
                stasis.Conflict(wrong)
        for text in ("", "\0", "\x00\x01binary", "conflict", "x" * 1000, b"\xff\xfe\x00"):
            with self.assertRaises(stasis.ModelError):
                stasis.Conflict(text)
        with self.assertRaises(OSError):
            stasis.load("/nowhere/x.conflict")
        with self.assertRaisesRegex(KeyError, "elmira"):
            stasis.gallery("nothing")

    def test_wrong_questions(self):
        conflict = stasis.Conflict(WELL)
        with self.assertRaisesRegex(stasis.UsageError, "takes no `nonsense`"):
            conflict.solve(nonsense=1)
        with self.assertRaisesRegex(stasis.UsageError, "takes no `output`"):
            conflict.solve(output="/tmp/x")
        for ask in (lambda: conflict.solve(concept="nosh"), lambda: conflict.where("pumpp"), lambda: conflict.moves("s99"),
                    lambda: conflict.solve(list="many"), lambda: conflict.solve().stable("nosh"), lambda: conflict.solve().stable("nash", "Nobody"),
                    lambda: conflict.solve().where("pumpp")):
            with self.assertRaises(stasis.StasisError):
                ask()
        self.assertEqual(conflict.solve().where("pump and not stable for Lower under nash").tolist(), [False] * 4)
        self.assertEqual(conflict.solve().where("pump").tolist(), [False, True, False, True])

    def test_limits_keep_what_was_finished(self):
        big = "conflict \"Big\"\n" + "".join(f"party P{i}\n  option o{i}\n" for i in range(24))
        with self.assertRaises(stasis.LimitError):
            stasis.Conflict(big).solve().arrays(most=1000)
        with self.assertRaises(stasis.LimitError):
            stasis.Conflict(big).solve(engine="explicit", max_states=1000)

    def test_files_are_found_beside_the_model(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "report.txt").write_text("Upper said: we will pump.\n")
            Path(folder, "m.conflict").write_text(WELL.replace('"Well"\n', '"Well"\nsource r "report.txt"\n').replace(
                "  option pump\n", '  option pump\n    because r "we will pump"\n'))
            conflict = stasis.load(Path(folder, "m.conflict"))
            self.assertEqual([w["code"] for w in conflict.warnings], ["S0414"])  # nothing about the source
            Path(folder, "m.conflict").unlink()  # the text is held
            self.assertEqual(conflict.solve()["conflict"], "Well")


class Drawn(unittest.TestCase):
    def test_every_move_is_an_arrow_and_every_equilibrium_has_a_ring(self):
        solution = stasis.gallery("syria-iraq").solve()
        moves = solution.moves()
        for concept in ("nash", "gmr"):
            for improvements in (False, True):
                picture = xml.etree.ElementTree.fromstring(solution.draw(concept, improvements)._repr_svg_())
                arrows = picture.findall("{*}path")
                self.assertEqual(len(arrows), int(moves.improves.sum()) if improvements else len(moves.party))
                self.assertEqual(sum("stroke-dasharray" in arrow.attrib for arrow in arrows), len(arrows) - int(moves.improves.sum()))
                self.assertEqual(len(picture.findall("{*}circle")), len(solution.names) + int(solution.equilibria(concept).sum()))

    def test_names_are_escaped_and_too_many_states_are_refused(self):
        conflict = stasis.Conflict('conflict "a < b & c"\nparty A\n  option go\nprefer A\n  go\n')
        xml.etree.ElementTree.fromstring(str(conflict.solve().draw()))
        many = stasis.Conflict('conflict "x"\nparty A\n' + "".join(f"  option o{i}\n" for i in range(6)))
        with self.assertRaisesRegex(stasis.UsageError, "64 states are too many"):
            many.solve().draw()
        with self.assertRaises(stasis.UsageError):
            conflict.solve().draw("nosh")


class Told(unittest.TestCase):
    def test_what_needs_no_conflict(self):
        self.assertEqual(stasis.new("pd", title="Two").solve()["conflict"], "Two")
        self.assertIn("nobody gains", stasis.topic("nash"))
        for wrong in (lambda: stasis.new("nothing"), lambda: stasis.topic("nothing")):
            with self.assertRaises(stasis.UsageError):
                wrong()

    def test_a_report_is_the_page_of_the_program(self):
        file = next(file for file in GALLERY if file.name == "syria-iraq.conflict")
        self.assertEqual(stasis.load(file).report(), printed("report", file))


class Read(unittest.TestCase):
    REPORT = "The minister of Arland, Ann Lee, said that Arland would withdraw its troops if Borland stopped the shelling.\n"

    def test_reports_are_read_and_drafted(self):
        ledger = stasis.read(self.REPORT)
        self.assertGreaterEqual(len(ledger["statements"]), 1)
        drafted = stasis.draft(self.REPORT)
        self.assertIn("withdraw", drafted.text)

    def test_what_is_no_report(self):
        with self.assertRaises(TypeError):
            stasis.read(5)
        with self.assertRaises(stasis.StasisError):
            stasis.read(Path("/nowhere/report.txt"))


if __name__ == "__main__":
    unittest.main()
