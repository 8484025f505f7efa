// The graph of moves, laid out by its structure: a grid of one party's choices by the others', what can come of a state, or the
// moves from one.

import { signal } from "@preact/signals";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { frameOf, Legend } from "../graph/draw";
import { GridView } from "../graph/grid_view";
import { Neighbourhood } from "../graph/neighbourhood_view";
import { PanZoom } from "../graph/pan_zoom";
import { download, fileName, png, standalone } from "../graph/save";
import { TreeView } from "../graph/tree_view";
import * as store from "../store";
import { Button, Choice } from "../ui/parts";
import { StatePicker } from "../ui/state_picker";

type Kind = "tree" | "grid" | "moves";
const kind = signal<Kind>("tree");
const gridParty = store.ofDocument(0);
const improvementsOnly = signal(true);
const everyBranch = signal(false);
const SEEN = 0.85; // of its own size, at which a tree is well read
const KINDS: { kind: Kind; name: string; says: string }[] = [
  { kind: "tree", name: "What can come of it", says: "The states its moves lead to, and theirs, each where it is first reached." },
  { kind: "moves", name: "Moves from it", says: "A lane for each party; what it likes best stands first." },
  { kind: "grid", name: "Choices against choices", says: "One party's choices side by side, the others' one below another. The bar is how much the party likes it." },
];

export function GraphScreen() {
  const answer = store.answer.value!;
  const words = store.wording.value!;
  const host = useRef<HTMLDivElement>(null);
  const state = store.chosenLetters.value;
  const [room, setRoom] = useState(400);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(() => setRoom(host.current?.clientHeight ?? 400));
    if (host.current) watch.observe(host.current);
    return () => watch.disconnect();
  }, []);
  const drawing = () => host.current?.querySelector<SVGSVGElement>("svg.drawing") ?? null;
  const save = async (as: "svg" | "png") => {
    const found = drawing();
    if (!found) return;
    const frame = frameOf(found);
    const name = fileName(`${answer.conflict.conflict} ${frame.subtitle}`.slice(0, 120), as);
    download(name, as === "svg" ? new Blob([standalone(found, frame)], { type: "image/svg+xml" }) : await png(found, frame));
    store.tell(`Saved as ${name}, in the folder of downloads.`);
  };
  if (!state) return <div class="screen"><p>There is no state to begin from: the model does not say how things stand today, and nothing holds.</p></div>;
  return (
    <div class="screen graph">
      <h1 class="hidden">Graph</h1>
      <div class="bar">
        <Choice label="Kind of drawing" value={kind.value} of={KINDS.map((one) => ({ value: one.kind, name: one.name, says: one.says }))} onPick={(next) => { kind.value = next; }} />
        {kind.value === "grid" ? (
          <label>Choices of{" "}
            <select value={String(Math.min(gridParty.value, answer.conflict.parties.length - 1))} onChange={(event) => { gridParty.value = Number(event.currentTarget.value); }}>
              {answer.conflict.parties.map((party, at) => <option key={party.name} value={String(at)}>{words.party(at)}</option>)}
            </select>
          </label>
        ) : <StatePicker label="From" state={state} onPick={(at) => store.choose(at)} />}
        {kind.value === "tree" && <label><input type="checkbox" checked={improvementsOnly.value} onChange={(event) => { improvementsOnly.value = event.currentTarget.checked; }} /> improvements only</label>}
        {kind.value === "tree" && <label title="else as many as can be read at once; how many more there are stands below each"><input type="checkbox" checked={everyBranch.value} onChange={(event) => { everyBranch.value = event.currentTarget.checked; }} /> every branch</label>}
        <span class="push" />
        <span class="tools">
          <Button onClick={() => void save("svg")}>Save SVG</Button>
          <Button onClick={() => void save("png").catch(store.fail)}>Save PNG</Button>
        </span>
      </div>
      <p class="about">{KINDS.find((one) => one.kind === kind.value)!.says} Click a state (or press Enter on it) to choose it, twice to ask why it holds or not; arrow keys go along the moves.</p>
      <div class="drawn" ref={host}>
        <PanZoom of={`${kind.value} ${kind.value === "grid" ? gridParty.value : state}`}>
          {kind.value === "grid" ? <GridView party={Math.min(gridParty.value, answer.conflict.parties.length - 1)} /> : kind.value === "tree" ? <TreeView root={state} improvementsOnly={improvementsOnly.value} room={everyBranch.value ? null : room / SEEN} /> : <Neighbourhood state={state} only={null} />}
        </PanZoom>
      </div>
      <Legend />
    </div>
  );
}
