// The answer as columns: every listed state with its letters, places and stabilities, read from `solve --format csv`.
// Typed arrays, so that a million states fit and scroll.

export interface StateTable {
  parties: string[];
  optionCount: number;
  concepts: string[];
  count: number;
  ids: Int32Array;
  labels: Map<number, string>; // by row, where it is not s<id>
  csv: string; // as it came; a state's letters are cut from it,
  lettersAt: Int32Array; // by row, where they begin
  places: Int32Array[]; // by party: 1 is best
  stable: Uint8Array[]; // by party: bit k for concepts[k]
  equilibria: Uint8Array;
}

export function parseTable(csv: string): StateTable {
  const end = csv.indexOf("\n");
  const header = csv.slice(0, end < 0 ? csv.length : end).replace(/\r$/, "").split(",");
  const concepts = header.filter((name) => name.startsWith("equilibrium:")).map((name) => name.slice(12));
  // The symbolic engine gives no places; they are then 0.
  const parties = header.filter((name) => name.startsWith(`${concepts[0]}:`)).map((name) => name.slice(concepts[0]!.length + 1));
  const firstPlace = header.indexOf("place:" + parties[0]);
  const optionCount = (firstPlace < 0 ? header.indexOf("equilibrium:" + concepts[0]) : firstPlace) - 3;
  let count = 0;
  for (let at = end; at >= 0 && at + 1 < csv.length; at = csv.indexOf("\n", at + 1)) count++;
  const table: StateTable = {
    parties, optionCount, concepts, count,
    ids: new Int32Array(count), labels: new Map(), csv, lettersAt: new Int32Array(count),
    places: parties.map(() => new Int32Array(count)), stable: parties.map(() => new Uint8Array(count)), equilibria: new Uint8Array(count),
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
    const id = Number(csv.slice(at, comma));
    table.ids[row] = id;
    const label = csv.slice(comma + 1, second);
    if (label !== `s${id}`) table.labels.set(row, label);
    table.lettersAt[row] = second + 1;
    at = second + 1 + optionCount + 1 + 2 * optionCount; // the letters, then each of them once more in a column of its own
    for (let column = 3 + optionCount; column < header.length; column++) {
      let value = 0;
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

export const lettersOf = (table: StateTable, row: number) => table.csv.substring(table.lettersAt[row]!, table.lettersAt[row]! + table.optionCount);

const indexes = new WeakMap<StateTable, Map<string, number>>();

/** The row of the state with these letters, or -1. */
export function rowOf(table: StateTable, letters: string | null): number {
  if (letters === null) return -1;
  let index = indexes.get(table);
  if (!index) {
    index = new Map();
    for (let row = 0; row < table.count; row++) index.set(lettersOf(table, row), row);
    indexes.set(table, index);
  }
  return index.get(letters) ?? -1;
}

export const labelOf = (table: StateTable, row: number) => table.labels.get(row) ?? `s${table.ids[row]}`;
export const conceptsOf = (table: StateTable, mask: number) => table.concepts.filter((_, k) => mask & (1 << k));
export const allMask = (table: StateTable) => (1 << table.concepts.length) - 1;

export type SortKey = { by: "id" } | { by: "equilibria" } | { by: "place"; party: number };

const bits = (mask: number) => {
  let n = 0;
  for (; mask; mask &= mask - 1) n++;
  return n;
};

/** Rows in the order asked for; ties stay in the order of ids. */
export function sortRows(table: StateTable, rows: Int32Array, key: SortKey, reverse: boolean): Int32Array {
  const weight = (row: number) => (key.by === "id" ? row : key.by === "equilibria" ? -bits(table.equilibria[row]!) * 2 - (table.labels.has(row) ? 1 : 0) : table.places[key.party]![row]!);
  const weights = new Float64Array(rows.length);
  rows.forEach((row, at) => (weights[at] = (reverse ? -weight(row) : weight(row)) * 2 ** 24 + at));
  weights.sort();
  const sorted = new Int32Array(rows.length);
  weights.forEach((value, at) => (sorted[at] = rows[((value % 2 ** 24) + 2 ** 24) % 2 ** 24]!));
  return sorted;
}
