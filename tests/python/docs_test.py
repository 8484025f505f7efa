"""The examples of docs/python.md give what they say; the notebook runs, where there is what runs it."""

import doctest
import importlib.util
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
    def test_the_notebook_runs(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, "-m", "nbconvert", "--to", "html", "--execute", "--output-dir", folder, DOCS / "gallery.ipynb"],
                           check=True, capture_output=True, env=os.environ | {"HOME": folder, "JUPYTER_CONFIG_DIR": folder})
            page = Path(folder, "gallery.html").read_text()
        self.assertGreater(page.count("<table"), 10)


if __name__ == "__main__":
    unittest.main()
