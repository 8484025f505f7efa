#!/usr/bin/env bash
# web.sh WEB OUT: builds the page of the studio from the folder WEB into the folder OUT, installing the npm packages of
# its lock file if they are missing or different.
set -euo pipefail
web=${1:?folder of the page} out=${2:?folder to build into}
cd "$web"
if ! cmp -s package-lock.json node_modules/.stasis-lock; then
  npm ci --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.stasis-lock
fi
npm run --silent build -- --outDir "$out" --emptyOutDir --logLevel warn
