// The state graph as a grid: a column for each choice of one party, a row for each choice of the others. The moves of that party
// stay within a row; so do its improvements, which lead to better places.

import type { FlatOption } from "../model/conflict";

interface Grid {
  columns: string[]; // the party's own letters, fewest taken first
  lines: { others: string; cells: (string | null)[] }[]; // by column the state, or null where none such is known
  left: number; // lines that are not shown
}

const taken = (letters: string) => [...letters].filter((letter) => letter === "Y").length;

/** The lines of `first` come first; then those whose states weigh most. */
export function gridOf(states: Iterable<string>, options: FlatOption[], party: number, first: string[], weightOf: (letters: string) => number, limit = 40): Grid {
  const own = options.flatMap((option, at) => (option.party === party ? [at] : []));
  const others = options.flatMap((option, at) => (option.party !== party ? [at] : []));
  const byOthers = new Map<string, Map<string, string>>();
  const columns = new Set<string>();
  for (const letters of states) {
    const mine = own.map((at) => letters[at]).join("");
    const theirs = others.map((at) => letters[at]).join("");
    columns.add(mine);
    let line = byOthers.get(theirs);
    if (!line) byOthers.set(theirs, (line = new Map<string, string>()));
    line.set(mine, letters);
  }
  const weights = new Map<string, number>();
  for (const [theirs, line] of byOthers) {
    let weight = 0;
    for (const letters of line.values()) weight += (first.includes(letters) ? 1e6 - 1e3 * first.indexOf(letters) : 0) + weightOf(letters);
    weights.set(theirs, weight);
  }
  const ordered = [...byOthers.keys()];
  const shown = ordered.length <= limit ? ordered : [...ordered].sort((a, b) => weights.get(b)! - weights.get(a)!).slice(0, limit);
  const sorted = [...columns].sort((a, b) => taken(a) - taken(b) || (a < b ? 1 : -1));
  return {
    columns: sorted,
    lines: shown.map((theirs) => ({ others: theirs, cells: sorted.map((mine) => byOthers.get(theirs)!.get(mine) ?? null) })),
    left: ordered.length - shown.length,
  };
}
