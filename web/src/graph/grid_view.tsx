import { conceptsOf, lettersOf } from "../answer/table";
import { joined, ordinal, strength, STRENGTH } from "../answer/wording";
import * as store from "../store";
import { GLYPHS, onEnter } from "../ui/parts";
import { Arrow, Tips } from "./draw";
import { gridOf } from "./grid";
import { broken, colourOf, fitting } from "./look";

const CELL = { width: 104, height: 58 };
const LEFT = 250;

/** One party's choices side by side, the others' one below another; arrows lead each cell to what the party would choose. */
export function GridView({ party }: { party: number }) {
  const { table, conflict } = store.answer.value!;
  const words = store.wording.value!;
  const moves = store.moves.value!;
  const chosen = store.chosenRow.value;
  const grid = gridOf(table, words.options, party, [store.todayRow.value, chosen].filter((row) => row >= 0));
  const own = words.options.filter((option) => option.party === party);
  const others = words.options.filter((option) => option.party !== party);
  const top = 26 + 14 * Math.max(...grid.columns.map((letters) => columnWords(own, letters).length));
  const width = LEFT + grid.columns.length * CELL.width + 10;
  const height = top + grid.lines.length * CELL.height + 10;
  const cellAt = new Map<number, { x: number; y: number }>();
  grid.lines.forEach((line, y) => line.cells.forEach((row, x) => row >= 0 && cellAt.set(row, { x: LEFT + x * CELL.width, y: top + y * CELL.height })));
  const places = table.places[party]!;
  const most = Math.max(1, ...places);
  const shown = grid.lines.flatMap((line) => line.cells).filter((row) => row >= 0);
  const few = grid.columns.length <= 5; // else the arrows of a row would cover it: only those of the chosen state's row are drawn
  const chosenLine = grid.lines.find((line) => line.cells.includes(chosen));
  const arrows = (few ? shown : (chosenLine?.cells ?? []).filter((row) => row >= 0)).flatMap((row) => {
    const better = moves.targets(row, party).filter((to) => places[to]! < places[row]! && cellAt.has(to));
    return better.length ? [{ from: row, to: better.reduce((best, to) => (places[to]! < places[best]! ? to : best)), party, improves: true }] : [];
  });
  const theirs = chosen >= 0 && cellAt.has(chosen) ? moves.from(chosen).filter((move) => move.party !== party && move.improves && cellAt.has(move.to)).slice(0, 12) : [];
  return (
    <>
      {!few && <p class="small drawing-note">{GLYPHS[party % 8]} marks what {words.party(party)} would choose in each row; arrows are drawn in the row of the chosen state.</p>}
      {grid.left > 0 && <p class="small drawing-note">Shown are the {grid.lines.length} rows with today, the chosen state, named states and the most equilibria; {grid.left} more rows are not drawn.</p>}
      <svg class="drawing" viewBox={`0 0 ${width} ${height}`} width={width} style={fitting(width)} role="group" aria-label={`The choices of ${words.party(party)} by those of the others`}>
        <Tips parties={conflict.parties.length} />
        <text class="axis" x={LEFT} y={14} fill={colourOf(party)}>{words.party(party)} does:</text>
        <text class="axis" x={4} y={14}>the others do:</text>
        {grid.columns.map((letters, at) => columnWords(own, letters).map((line, l) => <text key={`${letters}${l}`} class="axis-item" x={LEFT + at * CELL.width + 6} y={30 + 14 * l}>{line}</text>))}
        {grid.lines.map((line, y) => {
          const said = joined(others.filter((_, k) => line.others[k] === "Y").map((option) => option.label), "and") || "nothing";
          return (
            <g key={line.others}>
              {broken(said, 40, 3).map((part, l) => <text key={l} class="axis-item" x={4} y={top + y * CELL.height + 18 + 13 * l}>{part}<title>{said}</title></text>)}
              {line.cells.map((row, x) => <Cell key={x} row={row} best={row >= 0 && places[row] === Math.min(...line.cells.filter((one) => one >= 0).map((one) => places[one]!))} x={LEFT + x * CELL.width} y={top + y * CELL.height} place={row >= 0 ? places[row]! : 0} share={row >= 0 ? 1 - (places[row]! - 1) / most : 0} party={party} />)}
            </g>
          );
        })}
        {arrows.map(({ from, to, improves }) => {
          const [a, b] = [cellAt.get(from)!, cellAt.get(to)!];
          const right = b.x > a.x;
          const [x, u] = [a.x + (right ? CELL.width - 12 : 12), b.x + (right ? 12 : CELL.width - 12)];
          const y = a.y + 12;
          return <Arrow key={from} party={party} improves={improves} from={from} to={to} path={Math.abs(b.x - a.x) <= CELL.width ? `M ${x - (right ? 8 : -8)} ${y} L ${u} ${y}` : `M ${x} ${y} C ${x + (right ? 20 : -20)} ${y - 16} ${u - (right ? 20 : -20)} ${y - 16} ${u} ${y}`} />;
        })}
        {theirs.map((move) => {
          const [a, b] = [cellAt.get(move.from)!, cellAt.get(move.to)!];
          const x = a.x + CELL.width / 2 + 6 * (move.party % 5) - 12;
          return <Arrow key={`${move.party}-${move.to}`} party={move.party} improves from={move.from} to={move.to} path={`M ${x} ${a.y + (b.y > a.y ? CELL.height - 6 : 6)} C ${x + 26} ${a.y + (b.y > a.y ? CELL.height + 20 : -20)} ${x + 26} ${b.y + (b.y > a.y ? -20 : CELL.height + 20)} ${x} ${b.y + (b.y > a.y ? 6 : CELL.height - 6)}`} />;
        })}
      </svg>
    </>
  );
}

const columnWords = (own: { label: string }[], letters: string) => own.flatMap((option, at) => (letters[at] === "Y" ? broken(option.label, 15, 2) : [])).slice(0, 6).concat(/Y/.test(letters) ? [] : ["nothing"]);

function Cell({ row, x, y, place, share, party, best }: { row: number; best: boolean; x: number; y: number; place: number; share: number; party: number }) {
  const { table } = store.answer.value!;
  const words = store.wording.value!;
  if (row < 0) return <rect class="cell-none" x={x + 2} y={y + 2} width={CELL.width - 4} height={CELL.height - 4} rx={5}><title>cannot be</title></rect>;
  const kind = strength(conceptsOf(table, table.equilibria[row]!));
  const today = row === store.todayRow.value;
  const open = () => store.choose(row);
  return (
    <g class={`box box-${kind} ${row === store.chosenRow.value ? "box-chosen" : ""} ${store.lit.value?.to === row ? "box-lit" : ""}`} tabIndex={0} role="button" aria-label={`${words.title(table, row)}, ${ordinal(place)} for ${words.party(party)}, ${STRENGTH[kind].title}`}
      onClick={open} onDblClick={() => store.choose(row, "why")} onKeyDown={onEnter(open)}>
      <title>{words.title(table, row)}</title>
      {today && <rect class="today-frame" x={x + 1} y={y + 1} width={CELL.width - 2} height={CELL.height - 2} rx={7} />}
      <rect class="box-paper" x={x + 4} y={y + 4} width={CELL.width - 8} height={CELL.height - 8} rx={5} />
      <rect x={x + 4} y={y + CELL.height - 10} width={(CELL.width - 8) * share} height={5} rx={2} fill={colourOf(party)} opacity={0.65} />
      <text class="box-id" x={x + 10} y={y + 34}>{today ? "today" : broken(words.named(lettersOf(table, row)) ?? String(table.ids[row]), 13, 1)[0]}</text>
      {best && <text x={x + CELL.width - 20} y={y + 18} font-size="11" fill={colourOf(party)}>{GLYPHS[party % 8]}</text>}
      <text class="box-under" x={x + 10} y={y + 45}>{ordinal(place)}</text>
      <text class="box-mark" x={x + CELL.width - 10} y={y + 45} text-anchor="end">{STRENGTH[kind].mark}</text>
    </g>
  );
}
