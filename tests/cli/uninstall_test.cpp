// `make uninstall` removes what is listed as installed, below DESTDIR if that is given, and nothing else.

#include "session.h"
#include "support/root.h"

#include <gtest/gtest.h>

namespace stasis::test {
namespace {

TEST(Uninstall, TakesAwayWhatIsBelowDestdirAlone) {
  const Ran ran = run(R"(d=$(mktemp -d); mkdir -p "$d/build" "$d/usr/bin" "$d/stage$d/usr/bin"
echo "$d/usr/bin/stasis" > "$d/build/install_manifest.txt"
touch "$d/usr/bin/stasis" "$d/stage$d/usr/bin/stasis"
make -s -C "$d" -f "$PWD/Makefile" uninstall DESTDIR="$d/stage" > /dev/null
test -e "$d/usr/bin/stasis" && test ! -e "$d/stage$d/usr/bin/stasis" && echo below
make -s -C "$d" -f "$PWD/Makefile" uninstall > /dev/null
test ! -e "$d/usr/bin/stasis" && echo whole
rm -rf "$d")",
                      support::root());
  EXPECT_EQ(ran.lines, (std::vector<std::string>{"below", "whole"}));
}

} // namespace
} // namespace stasis::test
