import { isListed } from "../answer/live";
import { useMoves, type Move } from "../answer/moves";
import { rowOf } from "../answer/table";
import { joined, ordinal, strength, STRENGTH, type Wording } from "../answer/wording";
import * as store from "../store";
import { GLYPHS, Inquiry, Waiting } from "../ui/parts";
import { specialists } from "../ui/specialists";
import { useChoosing } from "./choosing";
import { Arrow, Tips } from "./draw";
import { gridOf } from "./grid";
import { alongMoves } from "./keys";
import { broken, colourOf, fitting } from "./look";

const LEAST = 58; // height of a cell
const MOST_LINES = 14; // of what the others do
const LANE = 26; // between cells: arrows of the party run above them, those of the others beside them
const LEFT = 236;

/** Its own choices and those of the others, where today and the chosen state stand; of a conflict that is listed, all of them. */
function statesShown(answer: store.Answer, from: string[], moves: Move[]): string[] {
  return answer.table ? answer.table.letters : [...new Set([...from, ...moves.flatMap((move) => [move.from, move.to])])];
}

/** One party's choices side by side, the others' one below another; arrows lead each cell to what the party would choose. */
export function GridView({ party }: { party: number }) {
  const answer = store.answer.value!;
  const { table, conflict } = answer;
  const words = store.wording.value!;
  const chosen = store.chosenLetters.value;
  const first = [store.today.value, chosen].filter((state): state is string => state !== null);
  const anchors = useMoves([...new Set(first)], { party: conflict.parties[party]!.name, limit: 64 });
  const around = [...anchors.of.values()].flatMap((from) => from.moves);
  const weightOf = (letters: string) => (words.named(letters) ? 50 : 0) + (store.stateAt(letters).equilibrium?.length ?? 0);
  const grid = gridOf(statesShown(answer, first, around), words.options, party, first, weightOf);
  const shown = grid.lines.flatMap((line) => line.cells).filter((state): state is string => state !== null);
  const few = grid.columns.length <= 5; // else the arrows of a row would cover it: only those of the chosen state's row are drawn
  const chosenLine = grid.lines.find((line) => chosen !== null && line.cells.includes(chosen));
  const drawn = few ? shown : (chosenLine?.cells ?? []).filter((state): state is string => state !== null);
  const known = useMoves(drawn, { party: conflict.parties[party]!.name, improvements: true, limit: 64 });
  const others = useMoves(chosen ? [chosen] : [], { improvements: true });
  const own = words.options.filter((option) => option.party === party);
  const rest = words.options.filter((option) => option.party !== party);
  const wide = grid.columns.length <= 6 ? 150 : 100;
  const othersDo = (others: string) => joined(rest.flatMap((option, k) => (others[k] === "Y" ? [option.label] : others[k] === "-" ? [`${option.label} or not`] : [])), "and") || "nothing";
  // As high as the names and what the others do have room in.
  const tall = Math.max(LEAST, ...shown.map((state) => 32 + 13 * cellWords(words, state, wide).length), ...grid.lines.map((line) => 10 + 13 * broken(othersDo(line.others), 38, MOST_LINES).length));
  const step = { x: wide + LANE, y: tall + LANE };
  const top = 26 + LANE + 14 * Math.max(...grid.columns.map((letters) => columnWords(own, letters).length));
  const width = LEFT + grid.columns.length * step.x + 10;
  const height = top + grid.lines.length * step.y + 10;
  const cellAt = new Map<string, { x: number; y: number }>();
  grid.lines.forEach((line, y) => line.cells.forEach((state, x) => state !== null && cellAt.set(state, { x: LEFT + x * step.x, y: top + y * step.y })));
  // Places as the program ranks them: of listed states, or of the ends of moves.
  const ends = new Map(around.flatMap((move) => (move.places ? [[move.from, Number(move.places[0])], [move.to, Number(move.places[1])]] as const : [])));
  const placeOf = (state: string): number | null => {
    const row = table ? rowOf(table, state) : -1;
    return table && row >= 0 ? table.places[party]![row] || null : (ends.get(state) ?? null);
  };
  const most = Math.max(1, ...(table ? table.places[party]! : ends.values()));
  const arrows = drawn.flatMap((state) => {
    const better = (known.of.get(state)?.moves ?? []).filter((move) => cellAt.has(move.to));
    return better.length ? [better.reduce((best, move) => (Number(move.places?.[1] ?? 0) < Number(best.places?.[1] ?? 0) ? move : best))] : [];
  });
  const best = new Set(grid.lines.flatMap((line) => {
    const cells = line.cells.flatMap((state) => (state !== null && placeOf(state) !== null ? [state] : []));
    const top = Math.min(...cells.map((state) => placeOf(state)!));
    return cells.filter((state) => placeOf(state) === top);
  }));
  const theirs = chosen !== null && cellAt.has(chosen) ? (others.of.get(chosen)?.moves ?? []).filter((move) => move.party !== party && move.improves && cellAt.has(move.to)).slice(0, 12) : [];
  if (!table && isListed(answer.solution)) return <Waiting what="listing the states …" />;
  return (
    <>
      <Inquiry what="asking for the moves …" of={known} />
      {known.wrong && <p class="problem" role="alert">{known.wrong.message} <span class="help">{known.wrong.help}</span></p>}
      {!table && <p class="small drawing-note">This conflict is too large to draw whole: shown are the choices of {words.party(party)} where everybody else does as today, and as in the chosen state.</p>}
      {!few && <p class="small drawing-note">{GLYPHS[party % 8]} marks what {words.party(party)} would choose in each row; arrows are drawn in the row of the chosen state.</p>}
      {grid.left > 0 && <p class="small drawing-note">Shown are the {grid.lines.length} rows with today, the chosen state, named states and the most equilibria; {grid.left} more rows are not drawn.</p>}
      <svg class="drawing" onKeyDown={alongMoves} viewBox={`0 0 ${width} ${height}`} width={width} style={fitting(width)} role="group" aria-label={`The choices of ${words.party(party)} by those of the others`}>
        <Tips parties={conflict.parties.length} />
        <text class={`axis party-${party % 8}`} x={LEFT} y={14}>{words.party(party)} does:</text>
        <text class="axis" x={4} y={14}>the others do:</text>
        {grid.columns.map((letters, at) => columnWords(own, letters).map((line, l) => <text key={`${letters}${l}`} class="axis-item" x={LEFT + at * step.x + 6} y={30 + 14 * l}>{line}</text>))}
        {grid.lines.map((line, y) => {
          const said = othersDo(line.others);
          return (
            <g key={line.others}>
              {broken(said, 38, MOST_LINES).map((part, l) => <text key={l} class="axis-item" x={4} y={top + y * step.y + 14 + 13 * l}>{part}<title>{said}</title></text>)}
              {line.cells.map((state, x) => <Cell key={x} state={state} best={state !== null && best.has(state)} x={LEFT + x * step.x} y={top + y * step.y} width={wide} height={tall} place={state === null ? null : placeOf(state)} most={most} party={party} />)}
            </g>
          );
        })}
        {arrows.map(({ from, to, improves }) => {
          const [a, b] = [cellAt.get(from)!, cellAt.get(to)!];
          const side = b.x > a.x ? 1 : -1;
          const [x, u] = [a.x + wide / 2 + 8 * side, b.x + wide / 2 - 12 * side];
          return <Arrow key={`${from}-${to}`} party={party} improves={improves} from={from} to={to} path={`M ${x} ${a.y} C ${x + 14 * side} ${a.y - LANE} ${u - 14 * side} ${b.y - LANE} ${u} ${b.y - 1}`} />;
        })}
        {theirs.map((move) => {
          const [a, b] = [cellAt.get(move.from)!, cellAt.get(move.to)!];
          const x = a.x + wide;
          const out = x + LANE - 4;
          return <Arrow key={`${move.party}-${move.to}`} party={move.party} improves from={move.from} to={move.to} path={`M ${x} ${a.y + tall / 2} C ${out} ${a.y + tall / 2} ${out} ${b.y + tall / 2} ${x + 1} ${b.y + tall / 2 + 6}`} />;
        })}
      </svg>
    </>
  );
}

const columnWords = (own: { label: string }[], letters: string) => own.flatMap((option, at) => (letters[at] === "N" ? [] : broken(letters[at] === "Y" ? option.label : `${option.label} or not`, 15, 6))).slice(0, 36).concat(/[Y-]/.test(letters) ? [] : ["nothing"]);

/** What a cell calls its state, in lines: its name; of others the row and the column say it, and specialists have the number. */
function cellWords(words: Wording, state: string, width: number): string[] {
  const ref = store.stateAt(state);
  return broken(words.named(state) ?? (specialists.value && ref.id !== undefined ? String(ref.id) : ""), Math.floor((width - 30) / 6.4), 8);
}

interface CellProps { state: string | null; best: boolean; x: number; y: number; width: number; height: number; place: number | null; most: number; party: number }

function Cell({ state, x, y, width, height, place, most, party, best }: CellProps) {
  const words = store.wording.value!;
  const choosing = useChoosing(state);
  if (state === null) return <rect class="cell-none" x={x} y={y} width={width} height={height} rx={6}><title>cannot be</title></rect>;
  const ref = store.stateAt(state);
  const kind = ref.equilibrium ? strength(ref.equilibrium) : null;
  const today = state === store.today.value;
  const named = words.named(state);
  const lines = cellWords(words, state, width);
  const rank = place === null ? "" : ordinal(place);
  return (
    <g class={`box ${kind ? `box-${kind}` : ""} ${state === store.chosenLetters.value ? "box-chosen" : ""} ${store.lit.value?.to === state ? "box-lit" : ""}`} tabindex={0} role="button" data-state={state} aria-label={`${lines[0] ? `${lines.join(" ")}. ` : ""}${today ? "Today. " : ""}${words.title(ref)}${rank && `, ${rank} for ${words.party(party)}`}${kind ? `, ${STRENGTH[kind].title}` : ""}`}
      {...choosing}>
      <title>{words.title(ref)}</title>
      {today && <rect class="today-frame" x={x - 4} y={y - 4} width={width + 8} height={height + 8} rx={9} />}
      <rect class="box-paper" x={x} y={y} width={width} height={height} rx={6} />
      {place !== null && <rect x={x + 6} y={y + height - 8} width={(width - 12) * (1 - (place - 1) / most)} height={4} rx={2} fill={colourOf(party)} />}
      {lines.map((line, at) => <text key={at} class="box-id" x={x + 8} y={y + 16 + 13 * at}>{line}</text>)}
      {best && <text x={x + width - 9} y={y + 16} text-anchor="end" font-size="11" fill={colourOf(party)}>{GLYPHS[party % 8]}</text>}
      <text class="box-under" x={x + 8} y={y + height - 13}>{rank}{today && !named ? " · today" : ""}</text>
      {kind && <text class="box-mark" x={x + width - 8} y={y + height - 13} text-anchor="end">{STRENGTH[kind].mark}</text>}
    </g>
  );
}
