#!/usr/bin/env bash
# lint.sh BUILD [SECONDS]: clang-tidy over the sources of src/ by the compile commands of a build folder, two at a time where
# there are two cores. What was changed last comes first, so all that changed since the last release comes before the rest.
# With SECONDS it begins no more files after that time. Says at the end how many it read, how many it left, and what a file
# cost. Exits 1 where clang-tidy finds anything.
set -euo pipefail
build=$(realpath "${1:?the build folder}")
export build until=$((${2:-0} ? $(date +%s) + ${2:-0} : 0))
cd "$(dirname "$0")/.."
work=$(mktemp -d)
export work
trap 'rm -rf "$work"' EXIT

# Sources are compiled one by one or several together (files of #include lines below BUILD). Each is read by itself, with
# the command of what it is compiled in.
awk -v top="$PWD/src/" '
  function entry(source,  told, at) {
    told = command
    while (source != file && (at = index(told, file)) > 0)
      told = substr(told, 1, at - 1) source substr(told, at + length(file))
    printf "%s{%s\n%s\n  \"file\": \"%s\"}", n++ ? ",\n" : "[", directory, told, source
    print source > sources
  }
  /^ *"directory":/ { directory = $0 }
  /^ *"command":/ { command = $0 }
  /^ *"file":/ {
    file = $0; sub(/^ *"file": "/, "", file); sub(/".*/, "", file)
    if (index(file, top) == 1) entry(file)
    else if (file ~ /\/Unity\//) {
      while ((getline line < file) > 0)
        if (sub(/^#include "/, "", line) && sub(/".*/, "", line) && index(line, top) == 1) entry(line)
      close(file)
    }
  }
  END { print n ? "]" : "[]" }' sources="$work/sources" "$build/compile_commands.json" > "$work/compile_commands.json"
# A changed header counts for the source of its name.
{ git log --format= --name-only -- src; git ls-files src; } | sed -nE "s|\.(h\|cpp)$|.cpp|; s|^|$PWD/|p" |
  awk 'NR == FNR { compiled[$0]; next } $0 in compiled && !seen[$0]++' "$work/sources" - > "$work/files"

lint() { # FILE
  [ "$until" -eq 0 ] || [ "$(date +%s)" -lt "$until" ] || return 0
  local found=$work/$BASHPID.out # named here: a command that writes to it has a number of its own
  # The standard library's stable_sort calls what it calls deprecated.
  clang-tidy-19 -p "$work" --quiet --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-deprecated-declarations "$1" \
    > "$found" 2> /dev/null ||
    { cat "$found"; echo "$1" >> "$work/failed"; }
  echo "$1" >> "$work/read"
}
export -f lint
: > "$work/read"
began=$(date +%s)
xargs -d '\n' -P "$(nproc)" -n 1 bash -c 'lint "$1"' _ < "$work/files"
awk -v seconds=$(($(date +%s) - began)) -v all="$(wc -l < "$work/files")" '
  END { printf "clang-tidy read %d of %d sources in %d s", NR, all, seconds
        if (NR > 0) printf " (%.1f s each)", seconds / NR
        print NR < all ? "; `make lint` reads all" : "" }' "$work/read"
[ ! -e "$work/failed" ]
