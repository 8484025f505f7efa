#!/usr/bin/env python3
"""Scores drafts against drafts that somebody wrote by hand.

  score_drafts.py STASIS GOLD OWN [SHARED] [--held] [--lines]

GOLD has ID.draft.json, OWN and SHARED the reports they name. Without --held only what is for tuning is opened, with it
only what was kept aside. --lines prints every preference with what became of it. Counted:

  options    gold options that must be there, found with their verb and object and their owner; one that the draft leaves
             to Events is found as well
  right      gold preferences that must be there, found with party, option, polarity and condition
  wrong way  preferences of the draft with party and option of a gold one, and the other polarity
  delete     lines of the draft (options and preferences) that are neither in the gold nor tolerated by it
"""
import json
import pathlib
import re
import subprocess
import sys

SMALL = set("the a an of in on to at for by with and or its their his her our be is are from into".split())


def stem(word):
    word = word.lower()
    for ending in ("ing", "ies", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def stems(text):
    return {stem(w) for w in re.findall(r"[A-Za-zÀ-ž0-9]+", text.replace("_", " ")) if w.lower() not in SMALL}


def read_draft(text):
    parties, options, wishes, party, block = {}, {}, [], None, None
    for line in text.splitlines():
        line = re.sub(r"\s+#.*$", "", line) if not line.startswith("#") else ""
        if m := re.match(r'party (\S+)(?: "(.*)")?', line):
            party, block = m[1], "party"
            parties[party] = m[2] or m[1].replace("_", " ")
        elif m := re.match(r'  option (\S+)\s*(?:"(.*)")?', line):
            options[m[1]] = {"owner": party, "label": m[2] or ""}
        elif m := re.match(r"prefer (\S+)", line):
            party, block = m[1], "prefer"
        elif re.match(r"\S", line):
            block = None
        elif block == "prefer" and (m := re.match(r"  (not )?(\w+)(?: if (.*))?$", line)):
            parts = [re.sub(r"[()]", "", p) for p in re.split(r" and | or ", m[3] or "") if p]
            conditions = [(p.removeprefix("not ").strip(), "negative" if p.startswith("not ") else "positive") for p in parts]
            wishes.append({"party": party, "option": m[2], "polarity": "negative" if m[1] else "positive", "if": conditions,
                           "line": line.strip()})
    return parties, options, wishes


def bare(name):
    return re.sub(r"^(the|a|an) ", "", name.replace("_", " ").lower())


def party_matches(label, gold):
    names = [bare(n) for n in [gold["name"], *gold.get("also", []), *gold.get("members", [])]]
    label = bare(label)
    return any(label == n or (len(stems(label)) > 0 and stems(label) <= stems(n)) or stems(n) <= stems(label) for n in names)


def option_match(name, label, gold):
    """1 as it is, -1 turned round, 0 not this one. Of several heads the longest counts: `hold fire`, not `fire`."""
    have = stems(name)
    full = have | stems(label)
    best = (0, 0)
    for sense, heads in ((1, gold.get("heads", [])), (-1, gold.get("contrary_heads", []))):
        for head in heads:
            verb = stem(head.split()[0])
            words = {stem(w) for w in head.split()}
            if words <= have or (verb in {stem(w) for w in name.split("_")[:2]} and words <= full):
                best = max(best, (len(words), sense))
    return best[1] or (1 if stems(gold["act"]) <= full else 0)


def score(text, gold):
    parties, options, wishes = read_draft(text)
    gold_party = {p["name"]: p for p in gold["parties"]}
    who = {}
    for name, label in parties.items():
        who[name] = [g["name"] for g in gold["parties"] if party_matches(label, g)] or (["Events"] if name == "Events" else [])
    found = {}
    for name, option in options.items():
        for g in gold["options"]:
            sense = option_match(name, option["label"], g)
            if sense and (g["owner"] in who[option["owner"]] or option["owner"] == "Events"):
                found.setdefault(name, []).append((g["id"], sense))
    matched = {g for pairs in found.values() for g, _ in pairs}
    need = [o for o in gold["options"] if not o.get("optional")]
    turn = {"positive": "negative", "negative": "positive"}
    sides = lambda w: [(g, w[1] if s > 0 else turn[w[1]]) for g, s in found.get(w[0], [])]
    result = {"need options": len(need), "options": sum(o["id"] in matched for o in need), "drafted options": len(options),
              "need": sum(not p.get("optional") for p in gold["preferences"]), "right": 0, "wrong way": 0, "delete": 0,
              "lines": len(options) + len(wishes), "told": []}
    got = set()
    for w in wishes:
        verdict = "delete"
        for option, polarity in sides((w["option"], w["polarity"])):
            conditions = [set(sides(c)) for c in w["if"]]
            same = [(i, p) for i, p in enumerate(gold["preferences"]) if p["party"] in who[w["party"]] and p["option"] == option]

            def fits(p, opposite_all):
                want = [(c["option"], c["polarity"]) for c in p["if"]]
                if opposite_all:
                    want = [(o, turn[q]) for o, q in want]
                return len(want) == len(conditions) and all(any(x in c for c in conditions) for x in want)

            for i, p in same:
                if p["polarity"] == polarity and fits(p, False) or (p["if"] and p["polarity"] != polarity and fits(p, True)):
                    got.add(i)
                    verdict = "right"
            if verdict != "right" and same:
                if any(p["polarity"] != polarity and fits(p, False) for _, p in same) and not any(
                        p["polarity"] == polarity for _, p in same):
                    verdict = "WRONG WAY"
                elif verdict == "delete" and any(p["polarity"] == polarity for _, p in same):
                    verdict = "condition"
        result["wrong way"] += verdict == "WRONG WAY"
        result["delete"] += verdict in ("delete", "WRONG WAY", "condition")
        result["told"].append(f"{verdict:10} {w['party']}: {w['line']}")
    result["right"] = sum(i in got for i, p in enumerate(gold["preferences"]) if not p.get("optional"))
    for name in options:
        if name not in found:
            result["delete"] += 1
            result["told"].append(f"{'delete':10} option {options[name]['owner']}.{name}")
    for i, p in enumerate(gold["preferences"]):
        if i not in got and not p.get("optional"):
            result["told"].append(f"missed     {p['party']} {p['polarity']} {p['option']} if {p['if']}")
    return result


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    held, lines = "--held" in sys.argv, "--lines" in sys.argv
    stasis, gold_folder, own = arguments[:3]
    shared = arguments[3] if len(arguments) > 3 else None
    keys = ["need options", "options", "drafted options", "need", "right", "wrong way", "delete", "lines"]
    total = dict.fromkeys(keys, 0)
    print(f"{'report':10} options  preferences right  wrong way  delete of lines")
    for path in sorted(pathlib.Path(gold_folder).glob("*.draft.json")):
        gold = json.loads(path.read_text())
        folder = own if gold["where"] == "ours" else shared
        if bool(gold.get("held")) != held or folder is None:
            continue
        report = pathlib.Path(folder) / gold["report"]
        run = subprocess.run([stasis, "draft", str(report)], capture_output=True, text=True)
        one = score(run.stdout, gold)
        for key in keys:
            total[key] += one[key]
        print(f"{gold['id']:10} {one['options']:3}/{one['need options']:<3} {one['right']:9}/{one['need']:<3} "
              f"{one['wrong way']:13} {one['delete']:9}/{one['lines']}")
        if lines:
            print(*("    " + t for t in one["told"]), sep="\n")
    print(f"{'all':10} {total['options']:3}/{total['need options']:<3} {total['right']:9}/{total['need']:<3} "
          f"{total['wrong way']:13} {total['delete']:9}/{total['lines']}")


main()
