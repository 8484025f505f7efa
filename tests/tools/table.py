#!/usr/bin/env python3
"""How well a report is read after it went through a tool: a row for each tool, in points of a hundred.

  table.py STASIS [--reports N] [--below POINTS] [--only WORD]

A report of tests/tools/reports/ is made into pages, mail, PDF and office files, those go through every converter that is
installed, and `stasis read` reads what comes out. A statement counts as found where speaker, kind and words (white space,
marks and hyphens at line ends aside) are those of the report as it stands. Columns: statements found of those of the clean
text; statements too many; spans that are not the bytes of the file; words that `stasis check` does not find.
With --below, fails where a row is more than that many points below the clean text, a span is wrong or words are not found."""
import base64, email.message, html, json, os, pathlib, quopri, re, shutil, subprocess, sys, tempfile, textwrap

HERE = pathlib.Path(__file__).resolve().parent


def run(*command, data=None):
    return subprocess.run(command, input=data, capture_output=True, timeout=180).stdout


def page(text):
    """The report as a page with a menu, a link, an aside and a footer around it."""
    title, *paragraphs = text.strip().split("\n\n")
    body = "".join(f"<p>{html.escape(' '.join(p.split()), quote=False)}</p>\n" for p in paragraphs)
    return (f"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title><style>p {{ margin: 1em }}</style>"
            f"<script>var x = \"He said no\";</script></head><body><nav><a href=\"/\">Home</a> <a href=\"/w\">World</a></nav>"
            f"<article><h1>{title}</h1>\n{body}</article><aside><p>Read more of the islands</p></aside>"
            f"<footer>All rights reserved</footer></body></html>")


def noted(text):
    """A mark of a note behind every full stop that ends a paragraph, and the notes below."""
    number = 0
    out = []
    for paragraph in text.strip().split("\n\n"):
        if paragraph.endswith("."):
            number += 1
            paragraph += f"[{number}]"
        out.append(paragraph)
    return "\n\n".join(out) + "\n"


def cut(text, width=58):
    """Wrapped, with long words cut by a hyphen at the margin."""
    out = []
    for paragraph in text.strip().split("\n\n"):
        line = ""
        lines = []
        for word in paragraph.split():
            room = width - len(line) - 1
            if len(line) + 1 + len(word) <= width:
                line = f"{line} {word}".strip()
            elif len(word) > 7 and word[:8].isalpha() and word.islower() and room > 4:
                half = min(room - 1, len(word) - 3)
                lines.append(f"{line} {word[:half]}-")
                line = word[half:]
            else:
                lines.append(line)
                line = word
        out.append("\n".join(lines + [line]))
    return "\n\n".join(out) + "\n"


def wrapped(text, width=72, before=""):
    return "\n\n".join(textwrap.fill(" ".join(p.split()), width, initial_indent=before, subsequent_indent=before,
                                     break_long_words=False, break_on_hyphens=False) for p in text.strip().split("\n\n")) + "\n"


def paged(text, lines=11):
    """Printed: a running head, a number below, a form feed, in the middle of sentences."""
    all_lines = wrapped(text, 70).split("\n")
    pages = [all_lines[i:i + lines] for i in range(0, len(all_lines), lines)]
    return "\f".join(f"The Velm Courier, 4 May 2031\n\n" + "\n".join(p) + f"\n\n{i + 1}\n" for i, p in enumerate(pages))


def curly(text):
    text = re.sub(r'(^|[\s(])"', r"\1“", text)
    return text.replace('"', "”").replace("'", "’")


def mail(text, how):
    head = "From: Desk <desk@velm.example>\nSubject: report\nDate: Mon, 4 May 2031 10:00:00 +0200\nMIME-Version: 1.0\n"
    if how == "base64":
        return (head + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n").encode() + base64.encodebytes(curly(text).encode())
    return (head + "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n").encode() + quopri.encodestring(page(text).encode())


def feed(text):
    return (f"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><item><title>x</title><description>"
            f"{html.escape(page(text))}</description></item></channel></rss>")


def pdf(folder, text):
    if not shutil.which("chromium"):
        return None
    (folder / "p.html").write_text(page(text))
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={folder}/p.pdf", f"file://{folder}/p.html")
    return folder / "p.pdf" if (folder / "p.pdf").exists() else None


def office(folder, text, kind):
    (folder / "o.html").write_text(page(text))
    run("pandoc", "-s", "-f", "html", "-o", f"{folder}/o.{kind}", f"{folder}/o.html")
    return folder / f"o.{kind}" if (folder / f"o.{kind}").exists() else None


def by_office_suite(folder, page_at):
    """What LibreOffice makes of the page, read as it is and through the converters of its formats."""
    if not shutil.which("soffice"):
        return
    for kind, name in (("docx:MS Word 2007 XML", "docx"), ("odt", "odt"), ("rtf", "rtf"), ("doc:MS Word 97", "doc"), ("pdf", "pdf"),
                       ("txt:Text (encoded):UTF8", "txt")):
        out = folder / "suite" / name
        run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--writer", "--infilter=HTML (StarWriter)",
            "--convert-to", kind, "--outdir", str(out), page_at)
        made = out / f"page.{name}"
        if not made.exists():
            continue
        yield f"LibreOffice, {name}", f"a.{name}", made
        if name == "doc" and shutil.which("antiword"):
            yield "LibreOffice, antiword", "a.txt", run("antiword", "-m", "UTF-8.txt", str(made))
        if name == "docx" and shutil.which("docx2txt"):
            yield "LibreOffice, docx2txt", "a.txt", run("docx2txt", str(made), "-")


def ways(folder, text):
    """(name, file name, bytes or the path of a file) of every way that is open here."""
    made = page(text)
    (folder / "page.html").write_text(made)
    at = str(folder / "page.html")
    yield "as it stands", "a.txt", text
    yield "wrapped at 72", "a.txt", wrapped(text)
    yield "wrapped at 45", "a.txt", wrapped(text, 45)
    yield "one line a paragraph", "a.txt", wrapped(text, 100000)
    yield "words cut at line ends", "a.txt", cut(text)
    yield "in pages, with heads", "a.txt", paged(text)
    yield "quoted mail", "a.txt", wrapped(text, 70, "> ")
    yield "set in", "a.txt", wrapped(text, 70, "    ")
    yield "noted [1]", "a.txt", noted(text)
    yield "curly marks", "a.txt", curly(text)
    yield "windows-1252", "a.txt", curly(text).encode("cp1252")
    yield "UTF-16", "a.txt", curly(text).encode("utf-16")
    yield "page", "a.html", made
    yield "page in a feed", "a.rss", feed(text)
    yield "mail, base64", "a.eml", mail(text, "base64")
    yield "mail, page, quoted-printable", "a.eml", mail(text, "qp")
    for name, command in (("lynx", ["lynx", "-dump", "-display_charset=utf-8", at]), ("lynx, no list", ["lynx", "-dump", "-nolist", "-display_charset=utf-8", at]),
                          ("w3m", ["w3m", "-dump", "-T", "text/html", "-O", "UTF-8", at]), ("links", ["links", "-dump", "-codepage", "utf-8", at]),
                          ("html2text", ["html2text", "-utf8", at])):
        if shutil.which(command[0]):
            yield name, "a.txt", run(*command)
    if shutil.which("pandoc"):
        for target in ("plain", "markdown", "gfm", "org", "rst", "asciidoc"):
            yield f"pandoc, {target}", "a.txt", run("pandoc", "-f", "html", "-t", target, at)
        for kind in ("docx", "odt", "epub", "rtf"):
            made_file = office(folder, text, kind)
            if made_file:
                yield f"{kind} by read", f"a.{kind}", made_file
                if kind == "docx" and shutil.which("docx2txt"):
                    yield "docx2txt", "a.txt", run("docx2txt", str(made_file), "-")
    yield from by_office_suite(folder, at)
    printed = pdf(folder, text)
    if printed and shutil.which("pdftotext"):
        yield "pdf by read", "a.pdf", printed
        yield "pdftotext -layout", "a.txt", run("pdftotext", "-layout", str(printed), "-")


def plain(words):
    words = words.translate(str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "-"}))
    return re.sub(r"[\s\"'.,-]+", " ", words).strip().lower()


def said(entry):
    return entry["quote"] or entry["content"]


def key(entry):
    words = said(entry)
    return (entry["speaker"] and plain(entry["speaker"]), entry["kind"], plain(words.get("words", words["text"])),
            plain(entry["condition"].get("words", entry["condition"]["text"])) if entry["condition"] else None)


def checked(stasis, folder, source, entries):
    """How many of the statements' words `check` does not find."""
    lines = ["conflict \"x\"", f"source s \"{source}\"", "party P"]
    for i, entry in enumerate(entries):
        words = " ".join(said(entry)["text"].split()).replace("\\", "\\\\").replace('"', '\\"')
        lines += [f"  option o{i}", f"    because s \"{words}\""]
    (folder / "m.conflict").write_text("\n".join(lines + ["prefer P", "  o0", ""]))
    out = subprocess.run([stasis, "check", "m.conflict", "--format", "json"], cwd=folder, capture_output=True, timeout=180)
    try:
        return sum(d["severity"] == "error" for d in json.loads(out.stdout)["files"][0]["diagnostics"])
    except (ValueError, KeyError, IndexError):
        return len(entries)


def measure(stasis, folder, name, content, wanted):
    path = folder / name
    if isinstance(content, pathlib.Path):
        shutil.copy(content, path)
    else:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    out = subprocess.run([stasis, "read", name, "--format", "json"], cwd=folder, capture_output=True, timeout=300)
    try:
        ledger = json.loads(out.stdout)
        entries = ledger["statements"]
    except ValueError:
        ledger, entries = {}, []
    bytes_read = (folder / entries[0]["source"]).read_bytes() if entries else b""
    raw = name.endswith((".txt", ".pdf", ".docx", ".odt", ".epub", ".rtf")) and ledger.get("encoding") == "UTF-8"
    wrong = sum(raw and bytes_read[p["span"][0]:p["span"][1]] != p["text"].encode()
                for e in entries for p in (e["quote"], e.get("content"), e["mention"], e["consequence"]) if p)
    found = [key(e) for e in entries]
    left = list(found)
    hits = 0
    for one in wanted:
        if one in left:
            left.remove(one)
            hits += 1
    return hits, len(left), wrong, checked(stasis, folder, name, entries) if entries else 0, found


def main():
    stasis = os.path.abspath(sys.argv[1])
    value = lambda name, other: sys.argv[sys.argv.index(name) + 1] if name in sys.argv else other
    reports = sorted((HERE / "reports").glob("*.txt"))[:int(value("--reports", "99"))]
    rows = {}
    for report in reports:
        text = report.read_text()
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            wanted = None
            for way, file, content in ways(folder, text):
                if value("--only", "") not in way and wanted is not None:
                    continue
                inner = folder / re.sub(r"\W+", "_", way)
                inner.mkdir()
                result = measure(stasis, inner, file, content, wanted or [])
                if wanted is None:
                    wanted = result[4]
                    result = (len(wanted), 0, *result[2:])
                row = rows.setdefault(way, [0, 0, 0, 0, 0])
                for i, add in enumerate((len(wanted), *result[:4])):
                    row[i] += add
    bad = False
    below = value("--below", None)
    print("| tool | statements found | too many | wrong spans | not found by check |\n| --- | --- | --- | --- | --- |")
    for way, (want, hits, extra, wrong, missing) in rows.items():
        points = 100 * hits / want if want else 0
        bad |= below is not None and (points < 100 - float(below) or wrong > 0 or missing > 0)
        print(f"| {way} | {points:.0f} ({hits} of {want}) | {extra} | {wrong} | {missing} |")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
