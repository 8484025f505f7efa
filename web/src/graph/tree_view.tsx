import { useMoves } from "../answer/moves";
import * as store from "../store";
import { Inquiry } from "../ui/parts";
import { Arrow, BOX, boxHeight, StateBox, Tips } from "./draw";
import { fitting } from "./look";
import { alongMoves } from "./keys";
import { change } from "./neighbourhood_view";
import { treeOf, treeWithin } from "./tree";

const STEP = BOX.width + 72;

const LEAST_LINES = 4;

/** What can come of a state, move by move. `room`: how high what is drawn may be; null: however high it grows. */
export function TreeView({ root, improvementsOnly, room }: { root: string; improvementsOnly: boolean; room: number | null }) {
  const { conflict } = store.answer.value!;
  const words = store.wording.value!;
  const known = useMoves([root], { improvements: improvementsOnly }, (so) => treeOf(so, root, improvementsOnly).wanted);
  const tree = room === null ? treeOf(known.of, root, improvementsOnly) : treeWithin(Math.max(LEAST_LINES, Math.floor(room / (BOX.height + 20))), known.of, root, improvementsOnly);
  const subtitle = (node: { state: string; via: { from: string } | null }) => (node.via ? change(words, node.via.from, node.state) : "");
  const boxed = boxHeight(tree.nodes.map((node) => ({ state: node.state, subtitle: subtitle(node) })));
  const LINE = boxed + 20;
  const at = new Map(tree.nodes.map((node) => [node.state, { x: 8 + node.depth * STEP, y: 8 + node.y * LINE }]));
  const width = (tree.depth + 1) * STEP + 20;
  const height = Math.max(1, tree.height) * LINE + 24;
  return (
    <>
    <Inquiry what="following the moves …" of={known} />
    {known.wrong && <p class="problem" role="alert">{known.wrong.message} <span class="help">{known.wrong.help}</span></p>}
    <svg class="drawing" onKeyDown={alongMoves} viewBox={`0 0 ${width} ${height}`} width={width} style={fitting(width)} role="group" aria-label={`What can come of ${words.title(store.stateAt(root))}`}>
      <Tips parties={conflict.parties.length} />
      {tree.again.map((move) => {
        const [a, b] = [at.get(move.from)!, at.get(move.to)!];
        const back = b.x <= a.x;
        const [x, y, u, v] = back ? [a.x + BOX.width / 2, a.y + boxed, b.x + BOX.width / 2 + 20, b.y + (b.y > a.y ? -3 : boxed + 3)] : [a.x + BOX.width, a.y + boxed / 2 + 8, b.x - 3, b.y + boxed / 2 + 8];
        const path = back ? `M ${x} ${y} C ${x} ${y + 26} ${u} ${v + (b.y > a.y ? -26 : 26)} ${u} ${v}` : `M ${x} ${y} C ${x + 50} ${y} ${u - 50} ${v} ${u} ${v}`;
        return <g key={`${move.from}-${move.to}-${move.party}`} class="again"><Arrow party={move.party} path={path} improves={false} from={move.from} to={move.to} /></g>;
      })}
      {tree.nodes.map((node) => {
        const b = at.get(node.state)!;
        const a = node.via ? at.get(node.via.from)! : null;
        return a && node.via ? (
          <Arrow key={node.state} party={node.via.party} improves={node.via.improves} from={node.via.from} to={node.state}
            path={`M ${a.x + BOX.width} ${a.y + boxed / 2} C ${a.x + BOX.width + 48} ${a.y + boxed / 2} ${b.x - 48} ${b.y + boxed / 2} ${b.x - 3} ${b.y + boxed / 2}`} />
        ) : null;
      })}
      {tree.nodes.map((node) => {
        const { x, y } = at.get(node.state)!;
        return (
          <g key={node.state}>
            <StateBox state={node.state} x={x} y={y} height={boxed} subtitle={subtitle(node)} />
            {node.hidden > 0 && <text class="box-place" x={x + BOX.width - 4} y={y + boxed + 12} text-anchor="end">{node.hidden} more {node.hidden === 1 ? "move" : "moves"}</text>}
          </g>
        );
      })}
    </svg>
    </>
  );
}
