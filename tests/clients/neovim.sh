#!/usr/bin/env bash
# neovim.sh PROGRAM: runs neovim.lua; exits 77 (skipped) without Neovim.
set -euo pipefail
command -v nvim >/dev/null || { echo "Neovim is not here"; exit 77; }
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export STASIS=$1 STASIS_FOLDER=$folder STASIS_GALLERY=$here/../../conflicts XDG_STATE_HOME=$folder XDG_DATA_HOME=$folder XDG_CACHE_HOME=$folder XDG_CONFIG_HOME=$folder
timeout 120 nvim --headless --clean -n -u NONE -S "$here/neovim.lua"
