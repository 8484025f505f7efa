// Two answers side by side: which equilibria are gained and lost. States are matched by their letters, since numbers change
// when constraints do.

import { conceptsOf, lettersOf, rowOf, type StateTable } from "./table";

export interface Change { letters: string; before: string[] | null; after: string[] | null } // concepts; null: not feasible there

/** Every state that is an equilibrium in one of the two under some concept, those that changed first. */
export function compare(before: StateTable, after: StateTable): { changed: Change[]; same: Change[] } {
  const seen = new Map<string, Change>();
  const note = (table: StateTable) => {
    for (let row = 0; row < table.count; row++) if (table.equilibria[row]) seen.set(lettersOf(table, row), { letters: "", before: null, after: null });
  };
  note(before);
  note(after);
  const changed: Change[] = [];
  const same: Change[] = [];
  for (const [letters, change] of seen) {
    change.letters = letters;
    const [x, y] = [rowOf(before, letters), rowOf(after, letters)];
    change.before = x < 0 ? null : conceptsOf(before, before.equilibria[x]!);
    change.after = y < 0 ? null : conceptsOf(after, after.equilibria[y]!);
    (String(change.before) === String(change.after) ? same : changed).push(change);
  }
  const weight = (change: Change) => Math.max(change.before?.length ?? 0, change.after?.length ?? 0);
  const order = (a: Change, b: Change) => weight(b) - weight(a);
  return { changed: changed.sort(order), same: same.sort(order) };
}
