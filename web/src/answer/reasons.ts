// Why somebody leaves a state, in a sentence or two, from the table alone: the best improvement and how far the others deter it.
// The whole reason, step by step, is `explain`'s to tell.

import { deciding, type Conditions, type Deciding } from "../model/condition";
import type { Moves } from "./moves";
import { conceptsOf, lettersOf, type StateTable } from "./table";
import type { Wording } from "./wording";

export interface Reason {
  party: number;
  stable: string[];
  to: number; // the row of its best improvement
  improvements: number;
  places: [number, number];
  change: string;
  deciding: Deciding | null;
}

/** For every party that has an improvement from the state: its best one, that with the fewest changes among the equally good. */
export function reasonsToLeave(table: StateTable, moves: Moves, words: Wording, conditions: Conditions, row: number): Reason[] {
  const here = lettersOf(table, row);
  return words.conflict.parties.flatMap((party, at) => {
    const places = table.places[at]!;
    const better = moves.targets(row, at).filter((to) => places[to]! < places[row]!);
    if (!better.length) return [];
    const size = (to: number) => [...lettersOf(table, to)].filter((letter, k) => letter !== here[k]).length;
    const to = better.reduce((best, next) => (places[next]! - places[best]! || size(next) - size(best)) < 0 ? next : best);
    const there = lettersOf(table, to);
    const change = words.changes(here, there)[0];
    return [{
      party: at, to, improvements: better.length, places: [places[row]!, places[to]!] as [number, number],
      stable: conceptsOf(table, table.stable[at]![row]!),
      change: change ? words.changeWords(change) : "moves",
      deciding: deciding(conditions, party, here, there),
    }];
  });
}

/** How far the others keep a party from its improvement, as a sentence about `name`. */
export function deterrence(reason: { stable: string[] }, name: string): string {
  const has = (concept: string) => reason.stable.includes(concept);
  if (has("sseq") || has("seq")) return `But the others would answer, in their own interest, and ${name} would end no better: so it has reason to stay.`;
  if (has("smr") || has("gmr")) return `The others could make ${name} regret it, but only by harming themselves: a threat that need not be believed.`;
  return `Nothing the others could do would make ${name} regret it.`;
}
