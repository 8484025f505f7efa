// States listed by the program (`stasis/solution-2` with `feasible`) as columns: letters, places,
// stabilities. Typed arrays, so that a million states fit and scroll. Only the order of the rows is computed
// here.

import type { Solution } from "./solution";

export type StateId = number | string; // text beyond 2^53

export interface StateTable {
  parties: string[];
  concepts: string[];
  count: number;
  ids: (StateId | null)[];
  names: string[]; // by row, as the program knows the state
  labels: Map<number, string>; // by row, if people call it something else
  called: (string | null)[];
  letters: string[];
  ranked: boolean; // whether there are places at all
  places: Float64Array[]; // by party: 1 is best; 0: not ranked one by one
  stable: Uint32Array[]; // by party: bit k for concepts[k], however many the program has
  equilibria: Uint32Array;
}

/** None if there were too many states to list. */
export function tableOf(solution: Solution): StateTable | null {
  const states = solution.feasible;
  if (!states) return null;
  const concepts = Object.keys(solution.equilibria);
  const table: StateTable = {
    parties: solution.parties, concepts, count: states.length,
    ids: states.map((state) => state.id ?? null), names: states.map((state) => state.name), labels: new Map(),
    called: states.map((state) => state.called ?? null), letters: states.map((state) => state.options), ranked: solution.ranks !== undefined,
    places: solution.parties.map((party) => Float64Array.from(solution.ranks?.[party]?.map(Number) ?? new Float64Array(states.length))),
    stable: solution.parties.map(() => new Uint32Array(states.length)), equilibria: new Uint32Array(states.length),
  };
  states.forEach((state, row) => state.label !== undefined && table.labels.set(row, state.label));
  // Sets refer to states by id, by letters where they have none.
  const rows = new Map<StateId, number>();
  states.forEach((state, row) => rows.set(state.id ?? state.options, row));
  const mark = (members: unknown, into: Uint32Array, bit: number) => {
    if (Array.isArray(members)) for (const one of members as StateId[]) into[rows.get(one)!]! |= bit;
  };
  concepts.forEach((concept, k) => {
    mark(solution.equilibria[concept], table.equilibria, 1 << k);
    solution.parties.forEach((party, at) => mark(solution.stability[concept]?.[party], table.stable[at]!, 1 << k));
  });
  return table;
}

const leading = 4; // id, name, label, options
const quote = 34;

/** Where the cell that begins there ends: at a comma outside quotation marks. */
function cellEnd(csv: string, at: number): number {
  if (csv.charCodeAt(at) !== quote) return csv.indexOf(",", at);
  for (at = csv.indexOf('"', at + 1); csv.charCodeAt(at + 1) === quote; at = csv.indexOf('"', at + 2));
  return at + 1;
}

const cellText = (cell: string) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);

/** Of long lists, `solve --format csv`: a third of the bytes, read in one pass. */
export function tableOfCsv(csv: string): StateTable {
  const end = csv.indexOf("\n");
  const header = csv.slice(0, end < 0 ? csv.length : end).replace(/\r$/, "").split(",");
  const concepts = header.filter((name) => name.startsWith("equilibrium:")).map((name) => name.slice(12));
  const parties = header.filter((name) => name.startsWith(`${concepts[0]}:`)).map((name) => name.slice(concepts[0]!.length + 1));
  const firstPlace = header.indexOf("place:" + parties[0]); // an engine that does not rank states one by one gives none
  const optionCount = (firstPlace < 0 ? header.indexOf("equilibrium:" + concepts[0]) : firstPlace) - leading;
  let count = 0;
  for (let at = end; at >= 0 && at + 1 < csv.length; at = csv.indexOf("\n", at + 1)) count++;
  const table: StateTable = {
    parties, concepts, count, ids: new Array<StateId | null>(count), names: new Array<string>(count), labels: new Map(), called: new Array<string | null>(count).fill(null), letters: new Array<string>(count), ranked: firstPlace >= 0,
    places: parties.map(() => new Float64Array(count)), stable: parties.map(() => new Uint32Array(count)), equilibria: new Uint32Array(count),
  };
  // What to do with each column, decided once: a place of a party, a bit of a party's or of the equilibria's mask, or nothing.
  const marks = header.map((name) => {
    const colon = name.indexOf(":");
    const [kind, of] = [name.slice(0, colon), name.slice(colon + 1)];
    if (colon < 0) return null;
    if (kind === "place") return { into: table.places[parties.indexOf(of)]!, bit: 0 };
    if (kind === "equilibrium") return { into: table.equilibria, bit: 1 << concepts.indexOf(of) };
    return { into: table.stable[parties.indexOf(of)]!, bit: 1 << concepts.indexOf(kind) };
  });
  let at = end + 1;
  for (let row = 0; row < count; row++) {
    const comma = csv.indexOf(",", at);
    const second = csv.indexOf(",", comma + 1);
    const third = cellEnd(csv, second + 1);
    const id = csv.slice(at, comma);
    table.ids[row] = id === "" ? null : id.length < 16 ? Number(id) : id;
    table.names[row] = csv.slice(comma + 1, second);
    const label = cellText(csv.slice(second + 1, third));
    if (label !== "" || table.names[row] !== `s${id}`) table.labels.set(row, label || table.names[row]!);
    table.letters[row] = csv.substring(third + 1, third + 1 + optionCount);
    at = third + 1 + optionCount + 1 + 2 * optionCount; // the letters, then each of them once more in a column of its own
    for (let column = leading + optionCount; column < header.length; column++) {
      let value = 0;
      const yes = csv.charCodeAt(at) === 89; // Y, else N or ?
      if (csv.charCodeAt(at) > 57 || csv.charCodeAt(at) === 63) at++;
      if (yes) value = 1;
      for (let code = csv.charCodeAt(at); code >= 48 && code <= 57; code = csv.charCodeAt(++at)) value = 10 * value + code - 48;
      at++;
      const mark = marks[column];
      if (!mark) continue;
      if (mark.bit === 0) mark.into[row] = value;
      else if (value) mark.into[row]! |= mark.bit;
    }
    if (csv.charCodeAt(at - 1) !== 10) at = csv.indexOf("\n", at - 1) + 1 || csv.length;
  }
  return table;
}

export const lettersOf = (table: StateTable, row: number) => table.letters[row]!;

const indexes = new WeakMap<StateTable, Map<string, number>>();

/** The row of the state with these letters, or -1. */
export function rowOf(table: StateTable, letters: string | null): number {
  if (letters === null) return -1;
  let index = indexes.get(table);
  if (!index) {
    index = new Map(table.letters.map((one, row) => [one, row]));
    indexes.set(table, index);
  }
  return index.get(letters) ?? -1;
}

export const conceptsOf = (table: StateTable, mask: number) => table.concepts.filter((_, k) => mask & (1 << k));

export type SortKey = { by: "id" } | { by: "equilibria" } | { by: "place"; party: number };

const bits = (mask: number) => {
  let n = 0;
  for (; mask; mask &= mask - 1) n++;
  return n;
};

/** Rows in the order asked for; ties stay in the order they came in. */
export function sortRows(table: StateTable, rows: Int32Array, key: SortKey, reverse: boolean): Int32Array {
  const weight = (row: number) => (key.by === "id" ? row : key.by === "equilibria" ? -bits(table.equilibria[row]!) * 2 - (table.labels.has(row) ? 1 : 0) : table.places[key.party]![row]!);
  const weights = new Float64Array(rows.length);
  rows.forEach((row, at) => (weights[at] = (reverse ? -weight(row) : weight(row)) * 2 ** 24 + at));
  weights.sort();
  const sorted = new Int32Array(rows.length);
  weights.forEach((value, at) => (sorted[at] = rows[((value % 2 ** 24) + 2 ** 24) % 2 ** 24]!));
  return sorted;
}
