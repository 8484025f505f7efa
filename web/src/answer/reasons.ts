// Why parties stay at a state or leave it: stasis/explanation-1, asked of the program and kept while its text
// is the one that was answered.

import * as api from "../api";
import * as store from "../store";
import { useAsked, type Asking } from "./asking";
import type { StateRef, Stopped } from "./solution";
import type { Strength } from "./wording";

export type Holds = "itself" | "answers" | "fear" | "not";
interface Wish { words: string; because: { source: string; words: string }[] }
export interface Told {
  to: StateRef; takes: string[]; drops: string[]; places?: [number | string, number | string]; wish?: Wish; deterred: string[];
  act: string; deterrence: string;
}
export interface PartyReasons {
  party: string; stable: string[]; stays?: Holds; moves: string; improvements: string; place?: number | string; undeterred: Record<string, string>;
  shows?: number; little?: boolean; told: Told[];
}
interface EffectWords { text: string; decides?: string }
export interface MoveWords {
  to: string; move: string; change: string; question: string; untold: string; conclusions: EffectWords[];
  replies: { path: string[]; steps: string[]; effects: EffectWords[] }[];
}
interface StanceWords { parties: string[]; heading: string; moves: string; improvements: MoveWords[]; untold: string }
interface Story { heading: string; done: string[]; stances: StanceWords[]; unfinished?: string }
/** Who would leave, and for what; of all but the first only that they would. */
export interface Leaving { parties: string[]; called: string; does: string; acts: boolean; little?: boolean }
export interface StateReasons {
  state: StateRef; today: boolean; equilibrium?: string[]; holds?: Holds; leaving?: Leaving[]; whoLeaves?: string; inShort?: string; parties: PartyReasons[];
  story: Story; inWords: Story; // by names and concepts; by labels, for everybody
  unfinished?: string[]; // parties whose reasons took too long
}
export interface Explanation { concepts: string[]; states: StateReasons[]; more: string; stopped?: Stopped }

/** `patience`: seconds the reasons may take; what is not finished by then is marked as unfinished. */
interface Asked { states: string[]; party?: string | null; concept?: string | null; limit?: number; patience?: number }

export const PATIENCE = 8;
const TOLD = [32, 4] as const; // of few states and of many: as the report and `brief` have them
const FEW = 20_000n;

/** Improvements told of each party: the same everywhere, so that every screen shows a party by the same one. */
export const improvementsTold = (): number => TOLD[BigInt(store.answer.value!.solution.states.feasible) <= FEW ? 0 : 1];

const kept = new Map<string, Explanation>();
let keptOf: { folder: string | null; text: string } = { folder: null, text: "" };
const isKept = (folder: string | null, text: string) => keptOf.text === text && keptOf.folder === folder;

async function explain(text: string, asked: Asked, tell: (progress: api.Progress | null) => void, signal: AbortSignal): Promise<Explanation> {
  const folder = store.folder.peek();
  if (!isKept(folder, text)) kept.clear();
  keptOf = { folder, text };
  const args = [
    "--format", "json", "--reasons", ...asked.states.flatMap((state) => ["--state", state]),
    ...(asked.party ? ["--party", asked.party] : []), ...(asked.concept ? ["--concept", asked.concept] : []), ...(asked.limit ? ["--limit", String(asked.limit)] : []),
    "--timeout", `${asked.patience ?? PATIENCE}s`,
  ];
  const known = kept.get(args.join("\n"));
  if (known) return known;
  const ran = await api.job<Explanation>({ verb: "explain", text, path: folder, args, now: true }, tell, signal);
  if (!ran.result) throw api.failed(ran);
  if (isKept(folder, text)) kept.set(args.join("\n"), ran.result);
  for (const one of ran.result.states) {
    store.learn([{ ...one.state, ...(one.equilibrium && !asked.concept ? { equilibrium: one.equilibrium } : {}) }]);
    store.learn(one.parties.flatMap((party) => party.told.map((told) => told.to)));
  }
  return ran.result;
}

/** The reasons at these states of the answered text; none asked for while there are none. */
export const useReasons = (asked: Asked): Asking<Explanation> =>
  useAsked(asked.states.length ? JSON.stringify(asked) : null, (text, tell, signal) => explain(text, asked, tell, signal));

/** The program's word for each way of holding. */
export const HOLDS: Record<Strength, Holds> = { nobody: "itself", would: "answers", could: "fear", not: "not" };

/** Those whose standing is that of the state: who leaves it, or is held back from leaving. */
export const leavers = (state: StateReasons, holds: Holds): PartyReasons[] => (holds === "itself" ? [] : state.parties.filter((party) => party.stays === holds));

/** The improvement that shows how the party stands. */
export const shown = (party: PartyReasons): Told | null => party.told[party.shows ?? 0] ?? null;
export const at = (explanation: Explanation | null, letters: string | null): StateReasons | null => explanation?.states.find((one) => one.state.options === letters) ?? null;
