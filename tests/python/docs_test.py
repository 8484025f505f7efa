"""The examples of docs/python.md give what they say; the notebook runs, where there is what runs it."""

import doctest
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"


class Page(unittest.TestCase):
    def test_examples_give_what_they_say(self):
        blocks = re.findall(r"^```python\n(.*?)^```", (DOCS / "python.md").read_text(), re.S | re.M)
        self.assertGreaterEqual(len(blocks), 5)
        test = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "docs/python.md", None, 0)
        before = os.getcwd()
        os.chdir(DOCS.parent)
        try:
            told = []
            result = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test, out=told.append)
        finally:
            os.chdir(before)
        self.assertEqual(result.failed, 0, "".join(told))

    @unittest.skipUnless(importlib.util.find_spec("nbconvert") and importlib.util.find_spec("ipykernel"), "nbconvert or ipykernel is not here")
    def test_the_notebooks_give_what_they_show(self):
        names = ("gallery", "report", "robustness")
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", "--output-dir", folder,
                            *(DOCS / f"{name}.ipynb" for name in names)],
                           check=True, capture_output=True, env=os.environ | {"HOME": folder, "JUPYTER_CONFIG_DIR": folder})
            found = {name: self.shown(Path(folder, f"{name}.ipynb")) for name in names}
        self.assertGreater(json.dumps(found["gallery"]).count("<table"), 10)  # shows nothing until it is run
        for name in names[1:]:
            told = self.shown(DOCS / f"{name}.ipynb")
            self.assertGreater(len(told), 5)
            self.assertEqual(told, found[name], f"{name}.ipynb shows what it no longer gives")

    def shown(self, notebook):
        """What the cells show, by the kinds of each: pictures, pages, texts."""
        cells = json.loads(notebook.read_text())["cells"]
        return [output.get("data") or output.get("text") for cell in cells for output in cell.get("outputs", ())]


if __name__ == "__main__":
    unittest.main()
