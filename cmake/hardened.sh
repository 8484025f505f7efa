#!/usr/bin/env bash
# hardened.sh BUILD: checks that the programs in a build folder (`stasis`, and `stasis-studio` where it was built) have the
# flags of cmake/hardening.cmake, and that `stasis` loads none of what only the studio needs. Prints what is missing and
# exits 1 where something is.
set -euo pipefail
build=${1:?the build folder}
failed=0
for program in "$build/stasis" "$build/stasis-studio"; do
  [ -e "$program" ] || { [ "$program" != "$build/stasis" ] && continue; }
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
  if [ "$program" = "$build/stasis" ]; then
    loaded=$(readelf -dW "$program" | grep -oE 'lib(cpp-httplib|ssl|crypto|brotli)[^]]*' | head -n 1 || true)
    [ -z "$loaded" ] || missing+=("a start without $loaded")
  fi
  if [ ${#missing[@]} -gt 0 ]; then
    printf '%s lacks:\n' "$program" >&2
    printf '  %s\n' "${missing[@]}" >&2
    failed=1
  fi
done
exit $failed
