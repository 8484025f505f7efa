#!/usr/bin/env bash
# Checks that NOTICE names every npm package that the studio's page contains and every library that CMake looks for, and that
# stasis.spdx says the same. A library that the list below does not know fails too. Prints what is missing; exits 1 then.
set -euo pipefail
cd "$(dirname "$0")/.."
missing=0
say() { echo "$1" >&2; missing=1; }

# In the lock file a package is an object under "node_modules/NAME"; those only needed to build say "dev": true.
while read -r name; do
  grep -qF "  $name " NOTICE || say "NOTICE does not name $name (web/package-lock.json)"
done < <(awk '
  /^    "node_modules\// { if (name != "") print name; name = $1; gsub(/^"node_modules\/|":$/, "", name) }
  /^      "dev": true/ { name = "" }
  END { if (name != "") print name }' web/package-lock.json)

# What CMake looks for, and the rows of NOTICE that it stands for. Tests and builds alone use what has none.
declare -A rows=(
  [fmt]="fmt" [CLI11]="CLI11" [nlohmann_json]="nlohmann-json" [gmp]="GNU MP" [gumbo]="Gumbo"
  [uchardet]="uchardet" [cld2]="CLD2" [ZLIB]="zlib" [unicode/uspoof.h]="ICU" [cpp-httplib]="cpp-httplib|OpenSSL|Brotli"
  [pybind11]="pybind11"
  [GTest]="" [rapidcheck]="" [bdd]="" [benchmark]="" [Threads]="" [Python]="" [Python3]="" [PkgConfig]=""
)
while read -r library; do
  [ -n "${rows[$library]+known}" ] || { say "cmake/notices.sh does not know which row of NOTICE is $library (CMake)"; continue; }
  IFS='|' read -ra names <<<"${rows[$library]}"
  for name in "${names[@]}"; do
    grep -qF "  $name " NOTICE || say "NOTICE does not name $name (CMake)"
  done
done < <(git ls-files '*CMakeLists.txt' '*.cmake' | xargs cat | sed -nE '
  s/^ *find_package\(([A-Za-z0-9_]+).*/\1/p
  s/^ *find_(library|path)\([A-Z0-9_]+ ([^ )]+).*/\2/p
  s/^ *pkg_check_modules\([A-Z0-9_]+ (REQUIRED |IMPORTED_TARGET )*([^ )]+).*/\2/p' | sort -u)

cmake/spdx.sh | diff -q - stasis.spdx > /dev/null || say "stasis.spdx is not what NOTICE says: cmake/spdx.sh > stasis.spdx"
exit $missing
