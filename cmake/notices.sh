#!/usr/bin/env bash
# Checks that NOTICE names every npm package that the studio's page contains and every library that CMake links. Prints
# what is missing; exits 1 then.
set -euo pipefail
cd "$(dirname "$0")/.."
missing=0
say() { echo "NOTICE does not name $1" >&2; missing=1; }
# In the lock file a package is an object under "node_modules/NAME"; those only needed to build say "dev": true.
while read -r name; do
  grep -qF "  $name " NOTICE || say "$name (web/package-lock.json)"
done < <(awk '
  /^    "node_modules\// { if (name != "") print name; name = $1; gsub(/^"node_modules\/|":$/, "", name) }
  /^      "dev": true/ { name = "" }
  END { if (name != "") print name }' web/package-lock.json)
while read -r library notice; do
  grep -qE "(find_package|find_library|pkg_check_modules|PKG|lib)[^#]*\b$library\b" CMakeLists.txt cmake/*.cmake &&
    { grep -qF "  $notice " NOTICE || say "$notice (CMake)"; }
done <<'END'
fmt fmt
CLI11 CLI11
pybind11 pybind11
nlohmann_json nlohmann-json
TBB oneTBB
gmp GNU MP
cpp-httplib cpp-httplib
cpp-httplib OpenSSL
cpp-httplib Brotli
ZLIB zlib
gumbo Gumbo
uchardet uchardet
cld2 CLD2
cadical CaDiCaL
hwy Highway
END
cmake/spdx.sh | diff -q - stasis.spdx > /dev/null || { echo "stasis.spdx is not what NOTICE says: cmake/spdx.sh > stasis.spdx" >&2; missing=1; }
exit $missing
