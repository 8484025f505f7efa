// States listed by the program (`stasis/solution-2` with `feasible`) as columns: letters, places, stabilities. Typed arrays, so
// that a million states fit and scroll. Nothing is worked out here but the order of rows.

import type { Solution } from "./solution";

export type StateId = number | string; // text beyond 2^53

export interface StateTable {
  parties: string[];
  concepts: string[];
  count: number;
  ids: (StateId | null)[];
  names: string[]; // by row, as the program knows the state
  labels: Map<number, string>; // by row, where people call it otherwise
  called: (string | null)[];
  letters: string[];
  ranked: boolean; // whether there are places at all
  places: Float64Array[]; // by party: 1 is best; 0: not ranked one by one
  stable: Uint8Array[]; // by party: bit k for concepts[k]
  equilibria: Uint8Array;
}

/** None where the states were too many to list. */
export function tableOf(solution: Solution): StateTable | null {
  const states = solution.feasible;
  if (!states) return null;
  const concepts = Object.keys(solution.equilibria);
  const table: StateTable = {
    parties: solution.parties, concepts, count: states.length,
    ids: states.map((state) => state.id ?? null), names: states.map((state) => state.name), labels: new Map(),
    called: states.map((state) => state.called ?? null), letters: states.map((state) => state.options), ranked: solution.ranks !== undefined,
    places: solution.parties.map((party) => Float64Array.from(solution.ranks?.[party]?.map(Number) ?? new Float64Array(states.length))),
    stable: solution.parties.map(() => new Uint8Array(states.length)), equilibria: new Uint8Array(states.length),
  };
  states.forEach((state, row) => state.label !== undefined && table.labels.set(row, state.label));
  // Sets refer to states by id, by letters where they have none.
  const rows = new Map<StateId, number>();
  states.forEach((state, row) => rows.set(state.id ?? state.options, row));
  const mark = (members: unknown, into: Uint8Array, bit: number) => {
    if (Array.isArray(members)) for (const one of members as StateId[]) into[rows.get(one)!]! |= bit;
  };
  concepts.forEach((concept, k) => {
    mark(solution.equilibria[concept], table.equilibria, 1 << k);
    solution.parties.forEach((party, at) => mark(solution.stability[concept]?.[party], table.stable[at]!, 1 << k));
  });
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
