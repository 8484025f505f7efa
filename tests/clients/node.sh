#!/usr/bin/env bash
# node.sh FOLDER SCRIPT PROGRAM: runs a script of this folder with the clients of package.json, which are installed once, in
# FOLDER; 77 (skipped) where they cannot be installed, or where Node is older than they need.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
command -v node >/dev/null && command -v npm >/dev/null || { echo "Node is not here"; exit 77; }
[ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || { echo "Node is older than 20"; exit 77; }
mkdir -p "$folder"
exec 9>"$folder/lock"
flock 9 # one installs them, the others wait
if ! cmp -s "$here/package-lock.json" "$folder/installed"; then
  cp "$here/package.json" "$here/package-lock.json" "$folder"
  (cd "$folder" && npm ci --fetch-retries 1 --silent --no-audit --no-fund --ignore-scripts >/dev/null 2>&1) || { echo "the clients cannot be installed"; exit 77; }
  cp "$here/package-lock.json" "$folder/installed"
fi
cp "$here"/*.mjs "$folder" # packages are looked for beside a script
exec 9>&-
cd "$folder"
export STASIS_CONFLICTS=$here/../../conflicts
exec timeout 300 node "$2" "$3"
