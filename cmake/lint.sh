#!/usr/bin/env bash
# clang-tidy over every source file of src/, two at a time, by the compile commands of the build folder given. With a
# second argument, only over the files changed since that commit.
set -euo pipefail
build=${1:?build folder}
cd "$(dirname "$0")/.."
{ if [ -n "${2:-}" ]; then git diff --name-only --diff-filter=d "$2" -- 'src/*.cpp'; else git ls-files 'src/*.cpp'; fi; } |
  xargs -r -P "$(nproc)" -n 4 clang-tidy-19 -p "$build" --quiet --extra-arg=-Wno-unknown-warning-option
