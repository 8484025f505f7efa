// The state graph as a grid: a column for each choice of one party, a row for each choice of the others. The moves of that party
// stay within a row; so do its improvements, which lead to better places.

import { lettersOf, type StateTable } from "../answer/table";
import type { FlatOption } from "../model/conflict";

export interface Grid {
  columns: string[]; // the party's own letters, fewest taken first
  lines: { others: string; cells: number[] }[]; // by column the row of the table, or -1 where no such state can be
  left: number; // lines that are not shown
}

const taken = (letters: string) => [...letters].filter((letter) => letter === "Y").length;

/** `first` are rows of the table whose lines come first; then those with the most equilibria. */
export function gridOf(table: StateTable, options: FlatOption[], party: number, first: number[], limit = 40): Grid {
  const own = options.flatMap((option, at) => (option.party === party ? [at] : []));
  const others = options.flatMap((option, at) => (option.party !== party ? [at] : []));
  const byOthers = new Map<string, Map<string, number>>();
  const columns = new Set<string>();
  for (let row = 0; row < table.count; row++) {
    const letters = lettersOf(table, row);
    const mine = own.map((at) => letters[at]).join("");
    const theirs = others.map((at) => letters[at]).join("");
    columns.add(mine);
    let line = byOthers.get(theirs);
    if (!line) byOthers.set(theirs, (line = new Map()));
    line.set(mine, row);
  }
  const weights = new Map<string, number>();
  for (const [theirs, line] of byOthers) {
    let weight = 0;
    for (const row of line.values()) weight += (first.includes(row) ? 1e6 - 1e3 * first.indexOf(row) : 0) + (table.labels.has(row) ? 50 : 0) + (table.equilibria[row] ? bits(table.equilibria[row]!) : 0);
    weights.set(theirs, weight);
  }
  const ordered = [...byOthers.keys()];
  const shown = ordered.length <= limit ? ordered : [...ordered].sort((a, b) => weights.get(b)! - weights.get(a)!).slice(0, limit);
  const sorted = [...columns].sort((a, b) => taken(a) - taken(b) || (a < b ? 1 : -1));
  return {
    columns: sorted,
    lines: shown.map((theirs) => ({ others: theirs, cells: sorted.map((mine) => byOthers.get(theirs)!.get(mine) ?? -1) })),
    left: ordered.length - shown.length,
  };
}

function bits(mask: number): number {
  let n = 0;
  for (; mask; mask &= mask - 1) n++;
  return n;
}
