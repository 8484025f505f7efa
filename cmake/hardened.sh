#!/usr/bin/env bash
# hardened.sh BUILD: checks that the program in a build folder was built with the flags of cmake/hardening.cmake. Prints
# what is missing and exits 1 where something is.
set -euo pipefail
build=${1:?the build folder}
program=$build/stasis
missing=()
readelf -hW "$program" | grep -q 'Type:.*DYN' || missing+=("position-independent code (-pie)")
readelf -lW "$program" | grep -q GNU_RELRO || missing+=("read-only relocations (-z relro)")
readelf -dW "$program" | grep -qE 'BIND_NOW|FLAGS_1.*NOW' || missing+=("immediate binding (-z now)")
readelf -lW "$program" | grep 'GNU_STACK' | grep -q 'RWE' && missing+=("a stack that is not executable")
symbols=$(readelf -sW "$program")
grep -q '__stack_chk_fail' <<<"$symbols" || missing+=("stack canaries (-fstack-protector-strong)")
grep -qE '__[a-z]+_chk' <<<"$symbols" || missing+=("checked copies (-D_FORTIFY_SOURCE)")
if [ "$(uname -m)" = x86_64 ]; then
  # The program itself has no such note: Debian's start-up objects have none, and the linker keeps what all have.
  object=$(find "$build" -name 'concept.cpp.o' | head -n 1)
  readelf -nW "$object" | grep -q 'IBT' || missing+=("checked indirect jumps (-fcf-protection)")
fi
[ ${#missing[@]} -eq 0 ] && exit 0
printf '%s lacks:\n' "$program" >&2
printf '  %s\n' "${missing[@]}" >&2
exit 1
