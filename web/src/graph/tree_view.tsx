import { lettersOf } from "../answer/table";
import * as store from "../store";
import { Arrow, BOX, StateBox, Tips } from "./draw";
import { fitting } from "./look";
import { change } from "./neighbourhood_view";
import { treeOf } from "./tree";

const STEP = BOX.width + 72;
const LINE = BOX.height + 20;

/** What can come of a state, move by move. */
export function TreeView({ root, improvementsOnly }: { root: number; improvementsOnly: boolean }) {
  const { table, conflict } = store.answer.value!;
  const words = store.wording.value!;
  const tree = treeOf(store.moves.value!, root, improvementsOnly);
  const at = new Map(tree.nodes.map((node) => [node.row, { x: 8 + node.depth * STEP, y: 8 + node.y * LINE }]));
  const width = (tree.depth + 1) * STEP + 20;
  const height = Math.max(1, tree.height) * LINE + 24;
  return (
    <svg class="drawing" viewBox={`0 0 ${width} ${height}`} width={width} style={fitting(width)} role="group" aria-label={`What can come of ${words.title(table, root)}`}>
      <Tips parties={conflict.parties.length} />
      {tree.again.map((move) => {
        const [a, b] = [at.get(move.from)!, at.get(move.to)!];
        const back = b.x <= a.x;
        const [x, y, u, v] = back ? [a.x + BOX.width / 2, a.y + BOX.height, b.x + BOX.width / 2 + 20, b.y + (b.y > a.y ? -3 : BOX.height + 3)] : [a.x + BOX.width, a.y + BOX.height / 2 + 8, b.x - 3, b.y + BOX.height / 2 + 8];
        const path = back ? `M ${x} ${y} C ${x} ${y + 26} ${u} ${v + (b.y > a.y ? -26 : 26)} ${u} ${v}` : `M ${x} ${y} C ${x + 50} ${y} ${u - 50} ${v} ${u} ${v}`;
        return <g key={`${move.from}-${move.to}-${move.party}`} class="again"><Arrow party={move.party} path={path} improves={false} from={move.from} to={move.to} /></g>;
      })}
      {tree.nodes.map((node) => {
        const b = at.get(node.row)!;
        const a = node.via ? at.get(node.via.from)! : null;
        return a && node.via ? (
          <Arrow key={node.row} party={node.via.party} improves={node.via.improves} from={node.via.from} to={node.row}
            path={`M ${a.x + BOX.width} ${a.y + BOX.height / 2} C ${a.x + BOX.width + 48} ${a.y + BOX.height / 2} ${b.x - 48} ${b.y + BOX.height / 2} ${b.x - 3} ${b.y + BOX.height / 2}`} />
        ) : null;
      })}
      {tree.nodes.map((node) => {
        const { x, y } = at.get(node.row)!;
        return (
          <g key={node.row}>
            <StateBox row={node.row} x={x} y={y} subtitle={node.via ? change(words, lettersOf(table, node.via.from), lettersOf(table, node.row)) : ""} />
            {node.hidden > 0 && <text class="box-place" x={x + BOX.width - 4} y={y + BOX.height + 12} text-anchor="end">{node.hidden} more moves</text>}
          </g>
        );
      })}
    </svg>
  );
}
