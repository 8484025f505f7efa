#!/usr/bin/env python3
"""Reads every page of a folder and looks for markup in what was read.

  pages.py STASIS FOLDER [--show N]

A page is a file that ends in .html or .htm, in FOLDER or below. For each statement the words, the condition, the
consequence and the names must hold no tag (`<a href=…>`) and no entity (`&#8217;`, `&amp;`), and every span must lie in
the file. Prints how many pages were read, in how many statements were found, how many statements, and each fault, at most
N of them (20). A page about markup may speak of tags: where the page itself shows `&lt;`, a tag is no fault.
Exits 1 on a fault, or where a page was not read within 60 seconds."""
import collections, json, pathlib, re, subprocess, sys

TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(\s[^<>]*)?/?>|<!--")
ENTITY = re.compile(r"&(#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]{1,30});")


def texts(statement):
    """All that a reader sees of a statement."""
    for key in ("quote", "content", "condition", "consequence", "mention"):
        if statement.get(key):
            yield statement[key]["text"]
            yield statement[key].get("words", "")
    for name in ("speaker", "principal", "addressee"):
        yield statement.get(name) or ""


def spans(statement):
    for key in ("quote", "content", "condition", "consequence", "mention"):
        if statement.get(key):
            yield statement[key]["span"]


def faults(statement, page):
    for text in texts(statement):
        if TAG.search(text) and b"&lt;" not in page:
            yield f"tag in: {text}"
        if ENTITY.search(text) and b"&amp;" not in page:
            yield f"entity in: {text}"
    for begin, end in spans(statement):
        if not 0 <= begin < end <= len(page):
            yield f"span [{begin}, {end}) is not in the file"


def main():
    stasis, folder = sys.argv[1:3]
    show = int(sys.argv[4]) if len(sys.argv) > 4 else 20
    count = collections.Counter()
    found = []
    for path in sorted(p for p in pathlib.Path(folder).rglob("*") if p.suffix.lower() in (".html", ".htm")):
        page = path.read_bytes()
        count["pages"] += 1
        try:
            ran = subprocess.run([stasis, "read", path, "--format", "jsonl"], capture_output=True, timeout=60)
        except subprocess.TimeoutExpired:
            found.append(f"{path}: not read within 60 seconds")
            continue
        count["refused"] += ran.returncode == 1
        count["not English"] += b"only English is read" in ran.stderr
        if ran.returncode not in (0, 1):
            found.append(f"{path}: exit status {ran.returncode}")
        statements = [json.loads(line) for line in ran.stdout.splitlines()]
        count["pages with statements"] += bool(statements)
        count["statements"] += len(statements)
        found += [f"{path}: {fault}" for one in statements for fault in faults(one, page)]
    print(", ".join(f"{key}: {count[key]}" for key in ("pages", "refused", "not English", "pages with statements", "statements")))
    print(f"faults: {len(found)}")
    print("\n".join(found[:show]))
    sys.exit(1 if found else 0)


main()
