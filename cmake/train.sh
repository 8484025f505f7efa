#!/usr/bin/env bash
# cmake/train.sh [FOLDER]: trains the model of the grammar on FOLDER/train.conllu and the project's own sentences, prints how
# well it does on FOLDER/dev.conllu, and whether its bytes are those of the committed model. Takes minutes, one thread.
# Without a treebank there is nothing to do.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-}
room=src/evidence/grammar
if [ -z "$folder" ] || [ ! -f "$folder/train.conllu" ]; then
  echo "no treebank: make train TREEBANK=folder with train.conllu (docs/grammar.md says which); the committed model stays"
  exit 0
fi
inputs=("$folder/train.conllu" tests/grammar/agency.conllu)
for input in "${inputs[@]}"; do
  sum=$(sha256sum < "$input" | cut -d' ' -f1)
  grep -q "^$sum  $(basename "$input")$" $room/english.sums || echo "warning: $input is not what the committed model was trained on"
done
cmake --preset release -DSTASIS_TESTS=OFF > /dev/null
cmake --build --preset release --target train_grammar
made=$(mktemp)
trap 'rm -f "$made"' EXIT
measure=()
[ -f "$folder/dev.conllu" ] && measure=(--measure "$folder/dev.conllu")
# The own sentences count three times.
own=tests/grammar/agency.conllu
build/train_grammar "$made" "${inputs[@]}" $own $own "${measure[@]}"
if cmp -s "$made" $room/english.model; then
  echo "the model is the committed one, byte for byte"
else
  cp "$made" $room/english.model
  { for input in "${inputs[@]}"; do echo "$(sha256sum < "$input" | cut -d' ' -f1)  $(basename "$input")"; done
    echo "$(sha256sum < $room/english.model | cut -d' ' -f1)  english.model"; } > $room/english.sums
  echo "the model differs from the committed one and has taken its place, with its sums ($room/english.sums)"
fi
