#!/usr/bin/env bash
# coverage.sh BUILD: of every room of src/, how many of its lines the tests have run, those with the smallest share first. The
# build folder is that of the preset `coverage`, and its tests have been run; what they did not run is listed line by line
# in BUILD/not-run.txt. A line that is compiled in several files (of a header) counts once.
set -euo pipefail
build=$(realpath "${1:?the build folder}")
cd "$(dirname "$0")/.."
find "$build" -name '*.gcda' -print0 | xargs -0 -r -n 20 gcov --json-format --stdout 2> /dev/null |
  python3 -c '
import collections, json, os, sys
root, build = os.getcwd() + "/src/", sys.argv[1]
lines = collections.defaultdict(int)
for text in sys.stdin:
    if not text.startswith("{"):
        continue
    for file in json.loads(text)["files"]:
        path = os.path.normpath(os.path.join(build, file["file"]))
        if path.startswith(root):
            for line in file["lines"]:
                lines[path[len(root):], line["line_number"]] += line["count"]
rooms = collections.defaultdict(lambda: [0, 0])
for (path, _), count in lines.items():
    room = rooms[os.path.dirname(path)]
    room[0] += count > 0
    room[1] += 1
with open(build + "/not-run.txt", "w") as out:
    for path, number in sorted(place for place, count in lines.items() if count == 0):
        out.write(f"src/{path}:{number}\n")
for name, (run, all_) in sorted(rooms.items(), key=lambda each: each[1][0] / each[1][1]):
    print(f"{100 * run / all_:5.1f} %  {run:6} of {all_:6} lines  src/{name}")
run, all_ = (sum(each[i] for each in rooms.values()) for i in (0, 1))
print(f"{100 * run / max(all_, 1):5.1f} %  {run:6} of {all_:6} lines  in all")
' "$build"
