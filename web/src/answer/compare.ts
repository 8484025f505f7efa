// Two answers side by side: which equilibria are gained and lost. If both list every state, all states are
// compared by their letters, since numbers change with the constraints. Otherwise the named states and the
// counts are compared.

import { concepts, countOf, type Solution } from "./solution";
import { conceptsOf, lettersOf, rowOf, tableOf, type StateTable } from "./table";

export interface Change { letters: string; before: string[] | null; after: string[] | null } // concepts; null: not feasible there
interface Compared { complete: boolean; changed: Change[]; same: Change[]; counts: { concept: string; before: string; after: string }[] }

const order = (a: Change, b: Change) => weight(b) - weight(a);
const weight = (change: Change) => Math.max(change.before?.length ?? 0, change.after?.length ?? 0);
const sorted = (changes: Change[]): [Change[], Change[]] => {
  const same = changes.filter((change) => String(change.before) === String(change.after));
  return [changes.filter((change) => !same.includes(change)).sort(order), same.sort(order)];
};

/** Every state that is an equilibrium in one of the two under some concept. */
function compareTables(before: StateTable, after: StateTable): Change[] {
  const seen = new Map<string, Change>();
  for (const table of [before, after])
    for (let row = 0; row < table.count; row++)
      if (table.equilibria[row]) {
        const letters = lettersOf(table, row);
        const at = (one: StateTable) => (rowOf(one, letters) < 0 ? null : conceptsOf(one, one.equilibria[rowOf(one, letters)]!));
        if (!seen.has(letters)) seen.set(letters, { letters, before: at(before), after: at(after) });
      }
  return [...seen.values()];
}

function compareNamed(before: Solution, after: Solution): Change[] {
  const letters = new Set([...before.named, ...after.named].map((state) => state.options));
  const at = (solution: Solution, one: string) => solution.named.find((state) => state.options === one)?.equilibrium ?? null;
  return [...letters].map((one) => ({ letters: one, before: at(before, one), after: at(after, one) }));
}

export function compare(before: Solution, after: Solution): Compared {
  const [a, b] = [tableOf(before), tableOf(after)];
  const [changed, same] = sorted(a && b ? compareTables(a, b) : compareNamed(before, after));
  const counts = concepts(before).map((concept) => ({ concept, before: countOf(before.equilibria[concept]), after: countOf(after.equilibria[concept]) }));
  return { complete: a !== null && b !== null, changed, same, counts };
}
