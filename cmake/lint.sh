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

# Sources are compiled one by one or several together (files of #include lines below BUILD): each line is what is compiled
# and the source in it.
sed -nE 's/^ *"file": "(.*)".*/\1/p' "$build/compile_commands.json" | sort -u | while read -r file; do
  case $file in
    "$PWD"/src/*) printf '%s\t%s\n' "$file" "${file#"$PWD"/}" ;;
    "$build"/*/Unity/*) sed -nE "s|^#include \"(.*/)?(src/[^\"]+)\".*|$file\t\2|p" "$file" ;;
  esac
done > "$work/compiled"
# A changed header counts for the source of its name.
{ git log --format= --name-only -- src; git ls-files src; } | sed -nE 's/\.(h|cpp)$/.cpp/p' > "$work/changed"
awk -F'\t' 'NR == FNR { if (!($0 in rank)) rank[$0] = ++n; next }
  { at = ($2 in rank) ? rank[$2] : n + 1; if (!($1 in first) || at < first[$1]) first[$1] = at; sources[$1]++ }
  END { for (file in first) printf "%d\t%d\t%s\n", first[file], sources[file], file }' "$work/changed" "$work/compiled" |
  sort -n | cut -f 2,3 > "$work/files"

lint() { # SOURCES FILE
  [ "$until" -eq 0 ] || [ "$(date +%s)" -lt "$until" ] || return 0
  local found=$work/$BASHPID.out # named here: a command that writes to it has a number of its own
  clang-tidy-19 -p "$build" --quiet --extra-arg=-Wno-unknown-warning-option \
    --checks=-bugprone-suspicious-include "$2" > "$found" 2> /dev/null ||
    { cat "$found"; echo "$2" >> "$work/failed"; }
  echo "$1" >> "$work/read"
}
export -f lint
: > "$work/read"
began=$(date +%s)
xargs -d '\n' -P "$(nproc)" -n 1 bash -c 'IFS=$'"'\\t'"' read -r sources file <<<"$1"; lint "$sources" "$file"' _ < "$work/files"
awk -v seconds=$(($(date +%s) - began)) -v all="$(awk '{ n += $1 } END { print n + 0 }' "$work/files")" '
  { n += $1 }
  END { printf "clang-tidy read %d of %d sources in %d s", n, all, seconds
        if (n > 0) printf " (%.1f s each)", seconds / n
        print n < all ? "; `make lint` reads all" : "" }' "$work/read"
[ ! -e "$work/failed" ]
