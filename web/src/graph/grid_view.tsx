import { conceptsOf, lettersOf } from "../answer/table";
import { joined, ordinal, strength, STRENGTH } from "../answer/wording";
import * as store from "../store";
import { GLYPHS, onEnter } from "../ui/parts";
import { Arrow, Tips } from "./draw";
import { gridOf } from "./grid";
import { broken, colourOf, fitting } from "./look";

const HEIGHT = 58; // of a cell
const LANE = 26; // between cells: arrows of the party run above them, those of the others beside them
const LEFT = 236;

/** One party's choices side by side, the others' one below another; arrows lead each cell to what the party would choose. */
export function GridView({ party }: { party: number }) {
  const { table, conflict } = store.answer.value!;
  const words = store.wording.value!;
  const moves = store.moves.value!;
  const chosen = store.chosenRow.value;
  const grid = gridOf(table, words.options, party, [store.todayRow.value, chosen].filter((row) => row >= 0));
  const own = words.options.filter((option) => option.party === party);
  const others = words.options.filter((option) => option.party !== party);
  const wide = grid.columns.length <= 6 ? 150 : 100;
  const step = { x: wide + LANE, y: HEIGHT + LANE };
  const top = 26 + LANE + 14 * Math.max(...grid.columns.map((letters) => columnWords(own, letters).length));
  const width = LEFT + grid.columns.length * step.x + 10;
  const height = top + grid.lines.length * step.y + 10;
  const cellAt = new Map<number, { x: number; y: number }>();
  grid.lines.forEach((line, y) => line.cells.forEach((row, x) => row >= 0 && cellAt.set(row, { x: LEFT + x * step.x, y: top + y * step.y })));
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
        <text class={`axis party-${party % 8}`} x={LEFT} y={14}>{words.party(party)} does:</text>
        <text class="axis" x={4} y={14}>the others do:</text>
        {grid.columns.map((letters, at) => columnWords(own, letters).map((line, l) => <text key={`${letters}${l}`} class="axis-item" x={LEFT + at * step.x + 6} y={30 + 14 * l}>{line}</text>))}
        {grid.lines.map((line, y) => {
          const said = joined(others.filter((_, k) => line.others[k] === "Y").map((option) => option.label), "and") || "nothing";
          return (
            <g key={line.others}>
              {broken(said, 38, 4).map((part, l) => <text key={l} class="axis-item" x={4} y={top + y * step.y + 14 + 13 * l}>{part}<title>{said}</title></text>)}
              {line.cells.map((row, x) => <Cell key={x} row={row} best={row >= 0 && places[row] === Math.min(...line.cells.filter((one) => one >= 0).map((one) => places[one]!))} x={LEFT + x * step.x} y={top + y * step.y} width={wide} place={row >= 0 ? places[row]! : 0} share={row >= 0 ? 1 - (places[row]! - 1) / most : 0} party={party} />)}
            </g>
          );
        })}
        {arrows.map(({ from, to, improves }) => {
          const [a, b] = [cellAt.get(from)!, cellAt.get(to)!];
          const side = b.x > a.x ? 1 : -1;
          const [x, u] = [a.x + wide / 2 + 8 * side, b.x + wide / 2 - 12 * side];
          return <Arrow key={from} party={party} improves={improves} from={from} to={to} path={`M ${x} ${a.y} C ${x + 14 * side} ${a.y - LANE} ${u - 14 * side} ${b.y - LANE} ${u} ${b.y - 1}`} />;
        })}
        {theirs.map((move) => {
          const [a, b] = [cellAt.get(move.from)!, cellAt.get(move.to)!];
          const x = a.x + wide;
          const out = x + LANE - 4;
          return <Arrow key={`${move.party}-${move.to}`} party={move.party} improves from={move.from} to={move.to} path={`M ${x} ${a.y + HEIGHT / 2} C ${out} ${a.y + HEIGHT / 2} ${out} ${b.y + HEIGHT / 2} ${x + 1} ${b.y + HEIGHT / 2 + 6}`} />;
        })}
      </svg>
    </>
  );
}

const columnWords = (own: { label: string }[], letters: string) => own.flatMap((option, at) => (letters[at] === "Y" ? broken(option.label, 15, 2) : [])).slice(0, 6).concat(/Y/.test(letters) ? [] : ["nothing"]);

interface CellProps { row: number; best: boolean; x: number; y: number; width: number; place: number; share: number; party: number }

function Cell({ row, x, y, width, place, share, party, best }: CellProps) {
  const { table } = store.answer.value!;
  const words = store.wording.value!;
  if (row < 0) return <rect class="cell-none" x={x} y={y} width={width} height={HEIGHT} rx={6}><title>cannot be</title></rect>;
  const kind = strength(conceptsOf(table, table.equilibria[row]!));
  const today = row === store.todayRow.value;
  const open = () => store.choose(row);
  const named = words.named(lettersOf(table, row));
  const lines = broken(named ?? String(table.ids[row]), Math.floor((width - 30) / 6.4), 2);
  return (
    <g class={`box box-${kind} ${row === store.chosenRow.value ? "box-chosen" : ""} ${store.lit.value?.to === row ? "box-lit" : ""}`} tabIndex={0} role="button" aria-label={`${today ? "today, " : ""}${words.title(table, row)}, ${ordinal(place)} for ${words.party(party)}, ${STRENGTH[kind].title}`}
      onClick={open} onDblClick={() => store.choose(row, "why")} onKeyDown={onEnter(open)}>
      <title>{words.title(table, row)}</title>
      {today && <rect class="today-frame" x={x - 4} y={y - 4} width={width + 8} height={HEIGHT + 8} rx={9} />}
      <rect class="box-paper" x={x} y={y} width={width} height={HEIGHT} rx={6} />
      <rect x={x + 6} y={y + HEIGHT - 8} width={(width - 12) * share} height={4} rx={2} fill={colourOf(party)} />
      {lines.map((line, at) => <text key={at} class="box-id" x={x + 8} y={y + 16 + 13 * at}>{line}</text>)}
      {best && <text x={x + width - 9} y={y + 16} text-anchor="end" font-size="11" fill={colourOf(party)}>{GLYPHS[party % 8]}</text>}
      <text class="box-under" x={x + 8} y={y + HEIGHT - 13}>{ordinal(place)}{today && !named ? " · today" : ""}</text>
      <text class="box-mark" x={x + width - 8} y={y + HEIGHT - 13} text-anchor="end">{STRENGTH[kind].mark}</text>
    </g>
  );
}
