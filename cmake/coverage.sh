#!/usr/bin/env bash
# coverage.sh BUILD [PROGRAM…]: runs the test programs of a build folder of the preset `coverage`, and prints of every room
# of src/ how many of its lines they ran, those with the smallest share first. With PROGRAMs, such as test_language, only
# these run, and what they run is added to what was counted before. Each program runs once, as a whole, two at a time where
# there are two cores: a process that ends writes the counts of every source, so a process for each test would cost more
# than the tests. Properties are tried on 20 random conflicts each, the same ones every time. What no test ran is listed
# line by line in BUILD/not-run.txt. A line of a header counts once, however many sources include it. Exits 1 where a test
# fails, after the table.
set -euo pipefail
build=$(realpath "${1:?the build folder}")
shift
cd "$(dirname "$0")/.."
mapfile -t programs < <(find "$build/tests" -type f -name 'test_*' -executable |
  if [ $# -gt 0 ]; then grep -E "/($(IFS='|'; echo "$*"))$"; else cat; fi | sort)
[ $# -gt 0 ] || find "$build" -name '*.gcda' -delete
logs=$build/coverage-logs
rm -rf "$logs"
mkdir "$logs"

one() { # PROGRAM
  local name began=$SECONDS
  name=$(basename "$1")
  "$1" --gtest_brief=1 > "$logs/$name" 2>&1 || touch "$logs/$name.failed"
  printf '%5d s  %s%s\n' $((SECONDS - began)) "$name" "$([ ! -e "$logs/$name.failed" ] || echo ": some fail, see $logs/$name")"
}
export -f one
export logs RC_PARAMS="${RC_PARAMS:-max_success=20 seed=1}"
export GTEST_FILTER=-Bounds.MemoryIsWhatItIsToldToBe # programs that count take more
printf '%s\0' "${programs[@]}" | xargs -0 -P "$(nproc)" -n 1 bash -c 'one "$1"' _

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
[ -z "$(find "$logs" -name '*.failed')" ]
