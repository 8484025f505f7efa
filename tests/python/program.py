"""The program, asked the same as the module."""

import json
import os
import subprocess
from pathlib import Path

GALLERY = sorted((Path(__file__).resolve().parents[2] / "conflicts").rglob("*.conflict"))


def printed(verb, *words, given=None):
    """What the program prints, whatever it ends with."""
    run = subprocess.run([os.environ["STASIS"], verb, *map(str, words)], input=given, capture_output=True, text=True, check=False)
    return run.stdout


def answered(verb, *words, given=None):
    return json.loads(printed(verb, *words, "--format", "json", given=given))
