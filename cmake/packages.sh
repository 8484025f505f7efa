#!/usr/bin/env bash
# Installs the Debian packages that the build needs and this machine lacks; prints nothing if none is missing.
# `packages.sh studio` adds what builds the page of the studio, `packages.sh python` what builds and installs the module
# for Python, `packages.sh deb` what makes and checks the Debian package, `packages.sh ci` all that continuous integration uses.
set -euo pipefail

wanted=(g++ cmake ninja-build pkg-config libfmt-dev libcli11-dev nlohmann-json3-dev libgmp-dev libbdd-dev libcpp-httplib-dev
        libicu-dev libgumbo-dev libuchardet-dev libcld2-dev zlib1g-dev libgtest-dev librapidcheck-dev libbenchmark-dev)
if [ "${1:-}" = ci ]; then
  wanted+=(git clang-19 clang-format-19 clang-tidy-19 libclang-rt-19-dev chromium zsh fish poppler-utils pandoc neovim
           python3-distributed python3-nbconvert python3-ipykernel)
fi
if [ "${1:-}" = ci ] || [ "${1:-}" = python ]; then
  wanted+=(python3-dev pybind11-dev python3-numpy python3-pandas python3-networkx)
fi
if [ "${1:-}" = python ]; then
  wanted+=(python3-venv python3-pip python3-setuptools python3-wheel)
fi
if [ "${1:-}" = deb ]; then
  wanted+=(dpkg-dev lintian)
fi
if [ "${1:-}" = ci ] || [ "${1:-}" = studio ]; then
  command -v node >/dev/null || wanted+=(nodejs) # it may have come from elsewhere
  command -v npm >/dev/null || wanted+=(npm)
fi

missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "error: missing packages: ${missing[*]}; install them as root" >&2; exit 1; }
  as_root=(sudo)
fi
echo "installing ${missing[*]}" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt=(apt-get -o DPkg::Lock::Timeout=120 -qq)
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "${apt[@]}" update >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >"$log" 2>&1 ||
  { cat "$log" >&2; exit 1; }
