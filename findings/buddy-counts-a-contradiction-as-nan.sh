#!/usr/bin/env bash
# BuDDy 2.4 (Debian's libbdd-dev): with more than 1,024 variables bdd_satcount has no number even for the two constants.
#
# Good guess: a contradiction has 0 satisfying assignments, and a cube of all variables has 1, however many variables there
# are; where a number is too large for a double, the answer is infinite, and bdd_satcountln (its logarithm) still tells it.
# Behaviour: nothing is multiplied by a power of two that has overflowed, so 0 assignments are "not a number"
# where 1,023 variables still give 0, and so is the single one of the cube. bdd_satcountln is a logarithm to base 2,
# not a natural one, and of a contradiction it is -1: taken back, half an assignment.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && apt-get -qq download libbdd-dev=2.4+dfsg-1 libbdd0c2=2.4+dfsg-1 && for deb in *.deb; do dpkg -x "$deb" root; done)
library=$(dirname "$(find "$folder/root" -name libbdd.so)")
echo "libbdd-dev 2.4+dfsg-1"
cat > "$folder/counts.cpp" <<'CPP'
#include <bdd.h>
#include <cstdio>

int main() {
  bdd_init(100000, 10000);
  bdd_gbc_hook(nullptr);
  for (const int variables : {1023, 1100}) {
    bdd_setvarnum(variables);
    bdd all = bddtrue;
    for (int i = variables - 1; i >= 0; --i)
      all = bdd_ithvar(i) & all;
    std::printf("%d variables: contradiction %g, all true %g, tautology %g; logarithms %g, %g, %g\n", variables,
                bdd_satcount(bddfalse), bdd_satcount(all), bdd_satcount(bddtrue), bdd_satcountln(bddfalse),
                bdd_satcountln(all), bdd_satcountln(bddtrue));
  }
  bdd_done();
}
CPP
g++ -O1 -I "$folder/root/usr/include" "$folder/counts.cpp" -L "$library" -lbdd -Wl,-rpath,"$library" -o "$folder/counts"
"$folder/counts" | sed 's/-nan/nan/g' | tee "$folder/seen"
cat > "$folder/expected" <<'TXT'
1023 variables: contradiction 0, all true 1, tautology 8.98847e+307; logarithms -1, 0, 1023
1100 variables: contradiction nan, all true nan, tautology inf; logarithms -1, 0, 1100
TXT
diff "$folder/expected" "$folder/seen" && echo "as described"
