#!/usr/bin/env bash
# Graphviz 16 (as @viz-js/viz carries it): a backslash written as &#92; begins an escape, so labels lose or gain words.
#
# Good guess: a character written as a numeric entity stands for itself, in HTML-like labels above all, where a name's
# other special characters (< > & ") are written as entities; so `Keep &#92;N out` is shown as `Keep \N out`.
# Behaviour: entities are decoded first and escapes are looked for afterwards. `\N` becomes the node's name, `\E` the edge;
# in a label in quotes the entity's backslash is lost. Two of them, `&#92;&#92;`, show one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-save --prefix . @viz-js/viz@3.31.0
cat > labels.mjs <<'JS'
import { instance } from "@viz-js/viz";

const viz = await instance();
console.log("Graphviz " + viz.graphvizVersion);
const svg = viz.renderString(
  `digraph {
     state_1 [label=<Keep &#92;N out>]
     state_2 [label="Keep &#92;N out"]
     state_3 [label=<Keep &#92;&#92;N out>]
     state_1 -> state_2 [label=<by &#92;E>]
   }`,
  { format: "svg" });
for (const [, shown] of svg.matchAll(/<text[^>]*>([^<]*)</g)) console.log(shown.replaceAll("&#45;&gt;", "->"));
JS
node labels.mjs | tee seen
cat > expected <<'TXT'
Graphviz 16.1.0
Keep state_1 out
Keep N out
by state_1->state_2
Keep \N out
TXT
diff expected seen && echo "as described"
