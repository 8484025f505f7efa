// Members of a family that do the same are told in one line: `all 26 Guarantors: Ships · Aircraft`. Others keep a line each.

import type { Conflict } from "../model/conflict";

/** A line about several parties: the first of them, and what they are called together; null if it is one party alone. */
export interface Together<T> { entry: T; called: string | null }

const LEAST = 3; // members that are told together

/** `same`: two members with equal words are told together, where the first of them stands. */
export function together<T extends { party: number }>(conflict: Conflict, entries: T[], same: (entry: T) => string): Together<T>[] {
  const lines = new Map<string, T[]>();
  for (const entry of entries) {
    const family = conflict.parties[entry.party]!.family;
    const line = family ? `${family}\n${same(entry)}` : `alone ${entry.party}`;
    lines.set(line, [...(lines.get(line) ?? []), entry]);
  }
  return [...lines.values()].flatMap((all): Together<T>[] => (all.length < LEAST ? all.map((entry) => ({ entry, called: null })) : [{ entry: all[0]!, called: calledTogether(conflict, all.map(({ party }) => party)) }]));
}

/** All of a family, all but two, or so many of it. */
function calledTogether(conflict: Conflict, members: number[]): string {
  const name = conflict.parties[members[0]!]!.family!;
  const family = conflict.families.find((one) => one.name === name);
  const all = conflict.parties.flatMap((party, at) => (party.family === name ? [at] : []));
  const called = family?.label || name.replaceAll("_", " ");
  if (members.length === all.length) return `all ${all.length} ${called}`;
  const rest = all.filter((at) => !members.includes(at));
  if (rest.length > 2) return `${members.length} of the ${all.length} ${called}`;
  return `all ${called} but ${rest.map((at) => conflict.parties[at]!.label || conflict.parties[at]!.name).join(" and ")}`;
}
