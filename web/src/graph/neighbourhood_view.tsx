import { useMoves } from "../answer/moves";
import { number, ordinal } from "../answer/wording";
import * as store from "../store";
import { Arrow, BOX, boxHeight, StateBox, Tips } from "./draw";
import { lanesOf, type Lane } from "./neighbourhood";
import { broken, fitting } from "./look";
import { GLYPHS, Inquiry } from "../ui/parts";
import { alongMoves } from "./keys";

const GAP = 18;

const BESIDE = [8, 2] as const; // moves beside a text: of one party, and of each
const TOLD = 2; // beside what is told of one move, that and the best

/** What each party can do from a state, best for it first. `told`: the move beside whose words they stand. */
export function Neighbourhood({ state, only, narrow, told }: { state: string; only: number | null; narrow?: boolean; told?: string }) {
  const LEFT = BOX.width + (narrow ? 62 : 96);
  const { conflict } = store.answer.value!;
  const words = store.wording.value!;
  const known = useMoves([state], {});
  const found = known.of.get(state);
  if (known.wrong) return <p class="problem" role="alert">{known.wrong.message} <span class="help">{known.wrong.help}</span></p>;
  if (!found) return <Inquiry what="asking for the moves …" of={known} />;
  const parties = only === null ? conflict.parties.map((_, at) => at) : [only];
  const lanes = lanesOf(found.moves, parties, found.counts, told ? TOLD : narrow ? BESIDE[only === null ? 1 : 0] : 5, told);
  // Beside a text there is room for one below another only.
  const folded = lanes.map((lane) => fold([...lane.better, ...lane.rest], narrow ? 1 : 5));
  const lines = folded.flat();
  const boxed = boxHeight([{ state }, ...lines.flat().map((move) => ({ state: move.to, subtitle: change(words, state, move.to) }))]);
  const LANE = boxed + 56;
  const height = Math.max(LANE, lines.length * LANE) + 10;
  const width = LEFT + Math.max(1, ...lines.map((line) => line.length)) * (BOX.width + GAP) + (narrow ? 24 : 20);
  const middle = Math.min(height / 2, 34 + LANE + boxed / 2); // in view however many there are
  let y = 0;
  return (
    <svg class="drawing" onKeyDown={alongMoves} viewBox={`0 0 ${width} ${height}`} width={width} style={fitting(width, narrow ? 1 : 1.4)} role="group" aria-label={`The moves from ${words.title(store.stateAt(state))}`}>
      <Tips parties={conflict.parties.length} />
      {lanes.map((lane, at) => {
        const begin = y;
        const own = folded[at]!;
        y += Math.max(1, own.length) * LANE;
        return (
          <g key={lane.party}>
            {at > 0 && <line class="lane-rule" x1={0} x2={width} y1={begin} y2={begin} />}
            <text class={`lane-name party-${lane.party % 8}`} onMouseEnter={() => { store.litParty.value = lane.party; }} onMouseLeave={() => { store.litParty.value = null; }}>
              {broken(laneName(lane, words.party(lane.party), own[0]?.length ?? 0), Math.floor((width - LEFT) / 7.4), 2).map((line, l, lines) => <tspan key={l} x={LEFT} y={begin + 14 + 13 * l}>{l + 1 < lines.length ? `${line} ` : line}</tspan>)}
            </text>
            {own.map((line, l) => line.map((move, k) => {
              const x = LEFT + k * (BOX.width + GAP);
              const top = begin + l * LANE + 34;
              const target = { x: k === 0 ? x - 4 : x + BOX.width / 2, y: k === 0 ? top + boxed / 2 : top - 4 };
              const rail = begin + l * LANE + 25;
              const path = k === 0
                ? `M ${BOX.width + 6} ${middle} C ${BOX.width + 60} ${middle} ${LEFT - 60} ${target.y} ${target.x} ${target.y}`
                : `M ${BOX.width + 6} ${middle} C ${BOX.width + 60} ${middle} ${LEFT - 70} ${rail} ${LEFT - 10} ${rail} L ${target.x - 6} ${rail} Q ${target.x} ${rail} ${target.x} ${target.y}`;
              return (
                <g key={move.to}>
                  <Arrow party={move.party} path={path} improves={move.improves} from={state} to={move.to} />
                  <StateBox state={move.to} x={x} y={top} height={boxed} subtitle={change(words, state, move.to)} />
                  {move.places && <text class="box-place" x={x + BOX.width - 8} y={top + boxed + 13} text-anchor="end">{ordinal(move.places[0])} → {ordinal(move.places[1])}</text>}
                </g>
              );
            }))}
          </g>
        );
      })}
      <StateBox state={state} x={4} y={middle - boxed / 2} height={boxed} />
    </svg>
  );
}

const laneName = (lane: Lane, party: string, drawn: number) =>
  `${GLYPHS[lane.party % 8]} ${party}${drawn ? (lane.better.length ? "" : ": no improvement") : " cannot move"}${lane.left ? ` (${number(lane.left)} more ${lane.left === 1 ? "move" : "moves"})` : ""}`;

function fold<T>(items: T[], width: number): T[][] {
  const lines: T[][] = [];
  for (let at = 0; at < items.length; at += width) lines.push(items.slice(at, at + width));
  return lines;
}

export const change = (words: NonNullable<typeof store.wording.value>, before: string, after: string) =>
  words.changes(before, after).map((one) => [...one.takes.map((label) => `+ ${label}`), ...one.drops.map((label) => `− ${label}`)].join(", ")).join("; ");
