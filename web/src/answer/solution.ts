// The answer of `solve --format json` (stasis/solution-2), and what other answers say about single states.

import type { Conflict } from "../model/conflict";
import type { StateId } from "./table";

/** A state as every answer refers to it; `equilibrium` if the answer says under which concepts it is one. */
export interface StateRef { id?: StateId; name: string; label?: string; options: string; called?: string; equilibrium?: string[] }
export interface Group { equilibrium: string[]; count: string; examples: StateRef[] }
/** What a first page shows, in its order: letters of named states, and others that hold. */
export interface OutcomeOrder { today: string | null; named: string[]; unnamed: NamedState[]; unnamedShown: number; unnamedCount: string; unnamedHolding: string; asked: string | null }
export interface VerdictWords { key: string; mark: string; word: string; said: string; meaning: string }
export interface NamedState extends StateRef { today: boolean; equilibrium: string[]; stable: Record<string, string[]> }
type Members = StateId[] | { count: string; examples: string[] };

/** What a party sees otherwise, and what holds in its picture; with `by`, what that party thinks it sees. */
export interface PictureOf { of: string; by?: string; feasible: string; equilibria: Record<string, Members> }
export interface ByPictures extends StateRef { under: { concept: string; hypergame: boolean; conflict: boolean; stays: string[]; leaves: string[]; unseen: string[] }[] }
export interface Surprise { party: string; kind: "impossible" | "notStable" | "unknownMove"; state: StateRef; by?: string; to?: StateRef; under?: string[] }

/** Which limit cut an answer short, and in words. */
export interface Stopped { limit: string; message: string }

export interface Solution {
  engine: string;
  parties: string[];
  states: { all: string; feasible: string };
  statusQuo: string | null;
  feasible?: StateRef[];
  ranks?: Record<string, StateId[]>;
  stability: Record<string, Record<string, Members>>;
  equilibria: Record<string, Members>;
  groups: Group[];
  named: NamedState[];
  verdicts?: VerdictWords[]; // of every answer that the program gives
  outcomes?: OutcomeOrder;
  where?: { expression: string; count: string };
  views?: PictureOf[];
  hypergame?: Record<string, Members>;
  pictures?: ByPictures[];
  surprises?: Surprise[];
  stopped?: Stopped;
  model?: Conflict; // with --with-model
}

export const concepts = (solution: Solution) => Object.keys(solution.equilibria);
export const countOf = (members: Members | undefined): string => (members === undefined ? "?" : Array.isArray(members) ? String(members.length) : members.count);
export const today = (solution: Solution): NamedState | null => solution.named.find((state) => state.today) ?? null;
