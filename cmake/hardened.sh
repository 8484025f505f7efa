#!/usr/bin/env bash
# hardened.sh BUILD: checks that the programs in a build folder (`stasis`, `stasis-studio` and the module for Python where
# they were built) have the flags of cmake/hardening.cmake, and that `stasis` loads only what every verb needs.
# Prints what is missing and exits 1 where something is.
set -euo pipefail
build=${1:?the build folder}
failed=0
report() { # HEADING MISSING…
  local what=$1
  shift
  [ $# -gt 0 ] || return 0
  printf "%s:\n" "$what" >&2
  printf '  %s\n' "$@" >&2
  failed=1
}

programs=("$build/stasis")
for other in "$build/stasis-studio" "$build"/python/stasis/_engine*.so; do
  [ ! -e "$other" ] || programs+=("$other")
done
for program in "${programs[@]}"; do
  missing=()
  segments=$(readelf -lW "$program")
  dynamic=$(readelf -dW "$program")
  symbols=$(readelf --dyn-syms -W "$program")
  [[ $program == *.so ]] || grep -qE 'FLAGS_1.* PIE' <<<"$dynamic" || missing+=("position-independent code (-pie)")
  grep -q 'GNU_RELRO' <<<"$segments" || missing+=("read-only relocations (-z relro)")
  grep -qE 'FLAGS_1.* NOW' <<<"$dynamic" || missing+=("immediate binding (-z now)")
  grep -qE 'GNU_STACK.* RW +0x' <<<"$segments" || missing+=("a stack that is not executable (-z noexecstack)")
  grep -qE ' __stack_chk_fail@' <<<"$symbols" || missing+=("stack canaries (-fstack-protector-strong)")
  # The canaries' own symbol goes on behind _chk.
  grep -qE ' __[a-z]+_chk@' <<<"$symbols" || missing+=("checked copies (-D_FORTIFY_SOURCE)")
  if [ "$program" = "$build/stasis" ]; then
    loaded=$(sed -nE 's/.*NEEDED.*\[(.*)\]/\1/p' <<<"$dynamic" | grep -vE '^(libgmp|libm|libc|ld-linux[^.]*)\.so' || true)
    [ -z "$loaded" ] || missing+=("a start without ${loaded//$'\n'/, }")
  fi
  report "$program lacks" "${missing[@]}"
done

# A program has the note of checked jumps only if Debian's start-up objects have it, and they do not. So the objects of
# all rooms are asked.
if [ "$(uname -m)" = x86_64 ]; then
  mapfile -t missing < <(readelf -nW "$build"/*.a | awk '
    /^File: / { if (file != "" && !checked) print file; file = $2; checked = 0 }
    /IBT, SHSTK/ { checked = 1 }
    END { if (!checked) print file == "" ? "libraries" : file }')
  report "without checked jumps (-fcf-protection)" "${missing[@]}"
fi

# Guarded stacks leave no mark that readelf shows: the commands that compiled the sources are asked.
mapfile -t missing < <(grep '"command":.*/src/' "$build/compile_commands.json" | grep -v -- '-fstack-clash-protection' |
  sed -E 's/.* -c ([^ "]+).*/\1/')
report "without guarded stacks (-fstack-clash-protection)" "${missing[@]}"
exit $failed
