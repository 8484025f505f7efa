#!/usr/bin/env python3
"""Where wishes are lost between a report and its draft.

usage: funnel.py STASIS FOLDER... [-v]     FOLDER has ID.draft.json with the reports they name

For each gold preference that the draft lacks, the first stage that has nothing of it: `not read` (no statement of the
ledger shares a word with its option), `another speaker` (those that do are another's), the reason of the comment that
stands for the statement, `another condition`, or `dropped` (neither a line nor a comment).
"""
import collections
import json
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
source = (pathlib.Path(__file__).parent / "score_drafts.py").read_text().rsplit("\nmain()", 1)[0]
exec(compile(source, "score_drafts.py", "exec"))

arguments = [a for a in sys.argv[1:] if a != "-v"]
stasis, folders, verbose = arguments[0], arguments[1:], "-v" in sys.argv
lost, wanted = collections.Counter(), 0


def words_of(option):
    heads = [option["act"], *option.get("heads", []), *option.get("contrary_heads", [])]
    return set().union(*[stems(h) for h in heads])


for folder in folders:
    for path in sorted(pathlib.Path(folder).glob("*.draft.json")):
        gold = json.loads(path.read_text())
        report = path.parent / gold["report"]
        text = subprocess.run([stasis, "draft", str(report)], capture_output=True, text=True).stdout
        ledger = json.loads(subprocess.run([stasis, "read", str(report), "--format", "json"], capture_output=True, text=True).stdout)
        comments = re.findall(r"^#   \S+, line \d+, (.*), ([^,:]+): (.*)$", text, re.M)
        result = score(text, gold)
        missed = [t for t in result["told"] if t.startswith("missed")]
        wanted += result["need"]
        parties = {p["name"]: p for p in gold["parties"]}
        options = {o["id"]: o for o in gold["options"]}
        for line in missed:
            for p in gold["preferences"]:
                if line == f"missed     {p['party']} {p['polarity']} {p['option']} if {p['if']}":
                    break
            words = words_of(options[p["option"]])
            said = [s for s in ledger["statements"] if words & stems((s.get("content") or s.get("quote"))["text"])]
            own = [s for s in said if s.get("speaker") and any(party_matches(n, parties[p["party"]]) for n in (s["speaker"], s.get("principal") or s["speaker"]))]
            near = [c for c in comments if words & stems(c[2])]
            if not said:
                stage = "not read"
            elif near:
                stage = "left out: " + near[0][1]
            elif not own:
                stage = "another speaker"
            elif any(t.startswith("condition") and words & stems(t) for t in result["told"]):
                stage = "another condition"
            else:
                stage = "dropped or of another party"
            lost[stage] += 1
            if verbose:
                print(f"{gold['id']}: {stage:32} {line[11:]}" + (f"   | {near[0][2][:90]}" if near else f"   | {said[0]['speaker']}: {(said[0].get('content') or said[0].get('quote'))['text'][:90]}" if said else ""))
print(f"{wanted} preferences wanted, {sum(lost.values())} lost")
for stage, count in lost.most_common():
    print(f"{count:5} {stage}")
