// Unilateral moves from states, asked of the program (stasis/moves-1): where they lead, for whom that is
// better, and under which concepts the states they lead to are equilibria.

import * as api from "../api";
import * as store from "../store";
import { useAsked, type Asking } from "./asking";
import type { StateRef } from "./solution";

export type Place = number | string; // text beyond 2^53
type Effect = "better" | "worse" | "same";
/** `places`: for the mover, where states are ranked one by one; `effects` by party. */
export interface Move { party: number; from: string; to: string; improves: boolean; places: [Place, Place] | null; effects: Effect[] }
/** `counts` by party; `transitive`: else nobody moves twice in a row. */
export interface MovesFrom { counts: { moves: string; improvements: string }[]; moves: Move[]; transitive: boolean }

interface ToldMove { to: StateRef; effects: Record<string, { effect: Effect; places?: [Place, Place] }> }
interface ToldFrom { from: StateRef; parties: { party: string; count: string; improvements: string; moves: ToldMove[] }[] }
interface Answer extends ToldFrom { transitive?: boolean; also?: ToldFrom[] }

// Kept by question, so that two questions at the same time never answer each other; only for the newest text.
const kept = new Map<string, Map<string, MovesFrom>>();
let keptOf: { folder: string | null; text: string } = { folder: null, text: "" };

interface Asked { party?: string | null; improvements?: boolean; limit?: number }

/** By letters of the states asked about. */
export async function movesFrom(text: string, states: string[], asked: Asked, signal: AbortSignal, tell: (progress: api.Progress | null) => void = () => undefined): Promise<Map<string, MovesFrom>> {
  const folder = store.folder.peek();
  if (keptOf.text !== text || keptOf.folder !== folder) kept.clear();
  keptOf = { folder, text };
  const question = JSON.stringify(asked);
  const found = kept.get(question) ?? new Map<string, MovesFrom>();
  kept.set(question, found);
  const missing = states.filter((state) => !found.has(state));
  if (missing.length) {
    const args = ["--format", "json", "--verdicts", ...missing.flatMap((state) => ["--from", state]), ...(asked.party ? ["--party", asked.party] : []), ...(asked.improvements ? ["--improvements"] : []), "--limit", String(asked.limit ?? 24)];
    const ran = await api.job<Answer>({ verb: "moves", text, path: folder, args, now: true }, tell, signal);
    if (!ran.result) throw api.failed(ran);
    const conflict = store.answer.peek()?.conflict;
    const parties = conflict?.parties ?? [];
    // For a program that does not say so: listed moves and merged states are those that may not be combined.
    const transitive = ran.result.transitive ?? !(parties.some((party) => party.moves) || conflict?.states?.some((state) => state.options.includes("-")));
    for (const one of [ran.result, ...(ran.result.also ?? [])]) {
      store.learn([one.from, ...one.parties.flatMap((party) => party.moves.map((move) => move.to))]);
      found.set(one.from.options, read(one, parties.map((party) => party.name), transitive));
    }
  }
  return new Map(states.flatMap((state) => (found.has(state) ? [[state, found.get(state)!] as const] : [])));
}

function read(told: ToldFrom, parties: string[], transitive: boolean): MovesFrom {
  const counts = parties.map(() => ({ moves: "0", improvements: "0" }));
  const moves = told.parties.flatMap((of) => {
    const party = parties.indexOf(of.party);
    counts[party] = { moves: of.count, improvements: of.improvements };
    return of.moves.map((move) => {
      const own = move.effects[of.party];
      return { party, from: told.from.options, to: move.to.options, improves: own?.effect === "better", places: own?.places ?? null, effects: parties.map((name) => move.effects[name]?.effect ?? "same") };
    });
  });
  return { counts, moves, transitive };
}

interface Known extends Omit<Asking<never>, "found"> { of: Map<string, MovesFrom> }

/** The moves from these states, and those that `more` asks for once they are known. */
export function useMoves(states: string[], asked: Asked, more?: (known: Map<string, MovesFrom>) => string[]): Known {
  const { found, ...rest } = useAsked<Map<string, MovesFrom>>(JSON.stringify([states, asked, Boolean(more)]), async (text, tell, signal, partly) => {
    const all = new Map<string, MovesFrom>();
    for (let wanted = states; wanted.length; wanted = (more?.(all) ?? []).filter((state) => !all.has(state))) {
      for (let from = 0; from < wanted.length; from += 200)
        for (const [state, moves] of await movesFrom(text, wanted.slice(from, from + 200), asked, signal, tell)) all.set(state, moves);
      partly(new Map(all));
    }
    return all;
  });
  return { ...rest, of: found ?? new Map<string, MovesFrom>() };
}
