#!/usr/bin/env bash
# Checks every #include "…" of src/ against the table of rooms in CONTRIBUTING.md: a room includes its own files, those of
# the rooms in its second column, and those of the rooms that these use. Checks also that no two headers of one namespace
# define the same type or constant: the linker would take one for the other and say nothing; and that every file is there
# that CONTRIBUTING.md names, in that table and in the one of who decides what. Prints each line that breaks this; exits 1
# then.
set -euo pipefail
cd "$(dirname "$0")/.."
failed=0
grep -rHn --include='*.h' --include='*.cpp' '^#include "' src | awk '
  function names(cell, out,   n) {
    n = 0
    while (match(cell, /`[a-z_\/]+`/)) { out[++n] = substr(cell, RSTART + 1, RLENGTH - 2); cell = substr(cell, RSTART + RLENGTH) }
    return n
  }
  function room(path) { sub(/\/[^\/]*$/, "", path); return path }
  function reaches(from, to,   i) {
    if (from == to) return 1
    for (i = 1; i <= uses[from]; i++) if (reaches(use[from, i], to)) return 1
    return 0
  }
  FILENAME != "-" {
    if (/^\| room \| uses \|/) table = 1
    else if (!/^\|/) table = 0
    else if (table && !/^\| ---/) {
      split($0, cell, "|")
      names(cell[2], name); known[name[1]] = 1
      if (cell[3] ~ /every room/) everything[name[1]] = 1
      uses[name[1]] = names(cell[3], used)
      for (i = 1; i <= uses[name[1]]; i++) use[name[1], i] = used[i]
    }
    next
  }
  {
    split($0, place, ":"); from = room(substr(place[1], 5))
    match($0, /"[^"]+"/); to = room(substr($0, RSTART + 1, RLENGTH - 2))
    if (!(from in known)) { print place[1] ": the table of rooms in CONTRIBUTING.md has no row for src/" from; bad = 1 }
    else if (!(from in everything) && !reaches(from, to)) {
      print place[1] ":" place[2] ": " from " may not use " to; bad = 1
    }
  }
  END { exit bad }
' CONTRIBUTING.md - || failed=1
git ls-files 'src/*.h' | xargs awk '
  /^namespace [a-z_:]+ [{]/ { space = $2 }
  /^(struct|class|union|enum|enum class) [A-Za-z_]+ .*[{]/ || /^inline constexpr .*[={]/ {
    line = $0; sub(/^(struct|class|union|enum class|enum) /, "", line)
    if (line ~ /^inline/) { sub(/ *[={\[].*/, "", line); sub(/.* /, "", line) } else sub(/ .*/, "", line)
    name = space "::" line
    if ((name in first) && first[name] != FILENAME) { print FILENAME ":" FNR ": " name " is defined in " first[name] " too"; bad = 1 }
    first[name] = FILENAME
  }
  END { exit bad }' || failed=1
# In the table of rooms files are named below src/ROOM, elsewhere from the top.
while read -r file; do
  [ -e "$file" ] || { echo "CONTRIBUTING.md: $file is not there"; failed=1; }
done < <(awk -F '|' '
  /^\| room \| uses \|/ { table = 1 }
  !/^\|/ { table = 0 }
  table && match($2, /`[a-z_\/]+`/) {
    room = substr($2, RSTART + 1, RLENGTH - 2)
    rest = $4 $5
    while (match(rest, /`[a-z_]+\.(h|cpp)`/)) {
      print "src/" room "/" substr(rest, RSTART + 1, RLENGTH - 2)
      rest = substr(rest, RSTART + RLENGTH)
    }
  }
  /^\|/ && !table {
    rest = $0
    while (match(rest, /`(src|tests|docs|cmake)\/[A-Za-z0-9_.\/-]+`/)) {
      print substr(rest, RSTART + 1, RLENGTH - 2)
      rest = substr(rest, RSTART + RLENGTH)
    }
  }' CONTRIBUTING.md | sort -u)
exit $failed
