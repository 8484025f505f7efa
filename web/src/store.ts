// What the page knows, as signals. Screens read them; `answer/live.ts` fills the answer in, the editor the text.

import { computed, signal } from "@preact/signals";
import type { Progress, Session } from "./api";
import { ApiError } from "./api";
import { Moves } from "./answer/moves";
import { lettersOf, rowOf, type StateTable } from "./answer/table";
import { Wording } from "./answer/wording";
import { Conditions } from "./model/condition";
import type { Conflict } from "./model/conflict";
import type { Outline } from "./model/outline";

export interface Diagnostic {
  severity: "error" | "warning"; code: string; message: string; line: number; column: number; endLine: number; endColumn: number;
  begin: number; end: number; note?: string; help?: string;
}
export interface Uncited { kind: string; words: string; line: number }
export interface Checked { ok: boolean; states?: string; citations: number; diagnostics: Diagnostic[]; coverage?: { citable: number; uncited: Uncited[] } }

/** Of an answer too large to list: how many states each concept leaves, with a few of them. */
export interface Large { feasible: string; equilibria: Record<string, { count: string; examples: string[] }>; statusQuo: string | null }

/** The answer to one text. */
export interface Answer { text: string; conflict: Conflict; table: StateTable; large: Large | null; took: number; where: string | null }

export const session = signal<Session | null>(null);

// The document.
export const text = signal("");
export const opened = signal(0); // counts what was opened: the same text opened again is asked again
export const path = signal<string | null>(null); // where it is saved; null while it is a copy of the gallery or new
export const folder = signal<string | null>(null); // what `path` of a question is: the file or gallery:NAME
export const title = signal("");
export const revision = signal<string | null>(null);
export const savedText = signal("");
export const autosave = signal(false);
export const saveConflict = signal<{ text: string; revision: string } | null>(null);
export const dirty = computed(() => text.value !== savedText.value);

// What is known of its text.
export const checked = signal<Checked | null>(null);
export const checkedText = signal<string | null>(null);
export const outline = signal<{ text: string; outline: Outline } | null>(null);
export const answer = signal<Answer | null>(null);
export const running = signal<{ what: string; progress: Progress | null; since: number } | null>(null);
export const problem = signal<{ message: string; help: string } | null>(null);

export const errors = computed(() => checked.value?.diagnostics.filter((diagnostic) => diagnostic.severity === "error") ?? []);
/** The text has moved on since the answer: it is being asked, or has a mistake. */
export const stale = computed(() => answer.value !== null && answer.value.text !== text.value);
/** The outline, if it is of this very text: only then do its ranges fit. */
export const fitting = computed(() => (outline.value?.text === text.value ? outline.value.outline : null));
export const wording = computed(() => (answer.value ? new Wording(answer.value.conflict) : null));
export const moves = computed(() => (answer.value ? new Moves(answer.value.conflict, answer.value.table) : null));
export const conditions = computed(() => (answer.value ? new Conditions(answer.value.conflict) : null));
/** The row of today; none where states are not ranked one by one (the symbolic engine), so that reasons cannot be read off the table. */
export const todayRow = computed(() => (answer.value?.table.places[0]?.some((place) => place > 0) ? rowOf(answer.value.table, answer.value.conflict.statusQuo) : -1));

// What the reader looks at.
export const SCREENS = ["answer", "states", "graph", "why", "whatif", "paths", "evidence", "robust", "invert", "timeline"] as const;
export type Screen = (typeof SCREENS)[number];
export const screen = signal<Screen>("answer");
export const side = signal<"model" | "answer">("answer"); // on a narrow page only one is seen
export const modelView = signal<"text" | "form">("text");
export const chosen = signal<string | null>(null); // letters of a state; null: today
export const chosenParty = signal<string | null>(null);
export const chosenConcept = signal<string | null>(null);
export const lit = signal<{ from: number; to: number } | null>(null); // a move, by rows, lit in the graph
export const litRange = signal<[number, number] | null>(null); // a range of the text, lit in the editor
export const dialog = signal<"open" | "keys" | "save" | "clash" | null>(null);
export const notice = signal<string | null>(null);

export const chosenRow = computed(() => {
  const known = answer.value;
  if (!known) return -1;
  const row = rowOf(known.table, chosen.value);
  if (row >= 0) return row;
  // In a conflict too large to list, today may be none of the rows: then no other stands in for it.
  return todayRow.value >= 0 ? todayRow.value : known.conflict.statusQuo === null && known.table.count ? 0 : -1;
});

/** The letters of the state that is looked at, listed or not. */
export const chosenLetters = computed(() => {
  const known = answer.value;
  if (!known) return null;
  return chosenRow.value >= 0 ? lettersOf(known.table, chosenRow.value) : (chosen.value ?? known.conflict.statusQuo);
});

export function choose(row: number, go?: Screen) {
  const known = answer.value;
  if (!known) return;
  chosen.value = lettersOf(known.table, row);
  if (go) show(go);
}

export function show(to: Screen) {
  screen.value = to;
  side.value = "answer";
}

export function tell(words: string) {
  notice.value = words;
}

export function fail(reason: unknown) {
  if (reason instanceof DOMException && reason.name === "AbortError") return;
  problem.value = reason instanceof ApiError ? { message: reason.message, help: reason.help } : { message: String(reason), help: "" };
}
