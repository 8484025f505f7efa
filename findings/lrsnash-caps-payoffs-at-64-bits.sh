#!/usr/bin/env bash
# lrsnash (Debian's lrslib, built with GMP): a payoff beyond 64 bits is taken for 9223372036854775807, without a word.
#
# Good guess: the program that lists all Nash equilibria of a two-player game in exact rational arithmetic, and says on
# its first line that GMP does the arithmetic, reads integers of any length.
# Behaviour: what it computes is exact, what it reads is not. The equilibria of the game with 10^20 are those of the game
# with 2^63 - 1; the same holds for a numerator or denominator. Exit status 0, and no word on standard error.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && apt-get -qq download lrslib=0.71b-2 liblrs1=0.71b-2 && for deb in *.deb; do dpkg -x "$deb" root; done)
export LD_LIBRARY_PATH="$folder/root/usr/lib"
echo "lrslib 0.71b-2"
# Both players want to be together, and the first place is worth `$1` to each, the second 1.
together() {
  printf '2 2\n\n%s 0\n0 1\n\n%s 0\n0 1\n' "$1" "$1" > "$folder/game"
  echo "payoff $1:"
  "$folder/root/usr/bin/lrsnash" "$folder/game" | grep -v '^\*\|^ *$' | sed 's/ *$//'
}
{
  together 9223372036854775807
  together 100000000000000000000
  together 100000000000000000000/100000000000000000001
} | tee "$folder/seen"
cat > "$folder/expected" <<'TXT'
payoff 9223372036854775807:
2  1/9223372036854775808  9223372036854775807/9223372036854775808  9223372036854775807/9223372036854775808
1  1/9223372036854775808  9223372036854775807/9223372036854775808  9223372036854775807/9223372036854775808
2  0  1  1
1  0  1  1
2  1  0  9223372036854775807
1  1  0  9223372036854775807
payoff 100000000000000000000:
2  1/9223372036854775808  9223372036854775807/9223372036854775808  9223372036854775807/9223372036854775808
1  1/9223372036854775808  9223372036854775807/9223372036854775808  9223372036854775807/9223372036854775808
2  0  1  1
1  0  1  1
2  1  0  9223372036854775807
1  1  0  9223372036854775807
payoff 100000000000000000000/100000000000000000001:
2  1/2  1/2  1/2
1  1/2  1/2  1/2
2  0  1  1
1  0  1  1
2  1  0  1
1  1  0  1
TXT
diff "$folder/expected" "$folder/seen" && echo "as described"
