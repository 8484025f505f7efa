// The graph of moves, laid out by its structure: a grid of one party's choices by the others', what can come of a state, or the
// moves from one.

import { signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { lettersOf } from "../answer/table";
import { Legend } from "../graph/draw";
import { GridView } from "../graph/grid_view";
import { Neighbourhood } from "../graph/neighbourhood_view";
import { download, fileName, png, standalone } from "../graph/save";
import { TreeView } from "../graph/tree_view";
import * as store from "../store";
import { Button } from "../ui/parts";
import { StatePicker } from "../ui/state_picker";

type Kind = "tree" | "grid" | "moves";
const kind = signal<Kind>("tree");
const gridParty = signal(0);
const improvementsOnly = signal(true);
const KINDS: { kind: Kind; name: string; says: string }[] = [
  { kind: "tree", name: "What can come of it", says: "The states its moves lead to, and theirs, each where it is first reached." },
  { kind: "moves", name: "Moves from it", says: "A lane for each party; what it likes best stands first." },
  { kind: "grid", name: "Choices against choices", says: "One party's choices side by side, the others' one below another. The bar is how much the party likes it." },
];

export function GraphScreen() {
  const answer = store.answer.value!;
  const words = store.wording.value!;
  const host = useRef<HTMLDivElement>(null);
  const row = store.chosenRow.value;
  const drawing = () => host.current?.querySelector<SVGSVGElement>("svg.drawing") ?? null;
  const save = async (as: "svg" | "png") => {
    const found = drawing();
    if (!found) return;
    const name = fileName(answer.conflict.conflict, as);
    download(name, as === "svg" ? new Blob([standalone(found)], { type: "image/svg+xml" }) : await png(found));
    store.tell(`Saved as ${name}, in the folder of downloads.`);
  };
  if (row < 0) return <div class="screen"><p>This conflict has too many states to draw around today. Choose a state on the States screen first: ask for some with an expression.</p></div>;
  return (
    <div class="screen graph">
      <div class="bar">
        <div class="segmented" role="radiogroup" aria-label="Kind of drawing">
          {KINDS.map((one) => <button type="button" role="radio" key={one.kind} aria-checked={kind.value === one.kind} class={kind.value === one.kind ? "on" : ""} title={one.says} onClick={() => { kind.value = one.kind; }}>{one.name}</button>)}
        </div>
        {kind.value === "grid" ? (
          <label>Choices of{" "}
            <select value={String(Math.min(gridParty.value, answer.conflict.parties.length - 1))} onChange={(event) => { gridParty.value = Number(event.currentTarget.value); }}>
              {answer.conflict.parties.map((party, at) => <option key={party.name} value={String(at)}>{words.party(at)}</option>)}
            </select>
          </label>
        ) : <StatePicker label="From" row={row} onPick={(at) => { store.chosen.value = lettersOf(answer.table, at); }} />}
        {kind.value === "tree" && <label><input type="checkbox" checked={improvementsOnly.value} onChange={(event) => { improvementsOnly.value = event.currentTarget.checked; }} /> improvements only</label>}
        <span class="push" />
        <Button onClick={() => void save("svg")}>Save SVG</Button>
        <Button onClick={() => void save("png").catch(store.fail)}>Save PNG</Button>
      </div>
      <p class="about">{KINDS.find((one) => one.kind === kind.value)!.says} Click a state to choose it, twice to ask why.</p>
      <div class="canvas" ref={host}>
        {kind.value === "grid" ? <GridView party={Math.min(gridParty.value, answer.conflict.parties.length - 1)} /> : kind.value === "tree" ? <TreeView root={row} improvementsOnly={improvementsOnly.value} /> : <Neighbourhood row={row} only={null} />}
      </div>
      <Legend />
    </div>
  );
}
