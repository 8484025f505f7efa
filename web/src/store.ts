// What the page knows, as signals. Screens read them; `answer/live.ts` fills in the answer, the editor the
// text. A state is identified by its letters everywhere.

import { batch, computed, signal, type Signal } from "@preact/signals";
import type { Progress, Session } from "./api";
import { ApiError } from "./api";
import { today as todayOf, type Solution, type StateRef } from "./answer/solution";
import { rowOf, type StateTable } from "./answer/table";
import { Wording } from "./answer/wording";
import { flatOptions, type Conflict } from "./model/conflict";
import type { Outline } from "./model/outline";

export interface Fix { safe: boolean; edits: { begin: number; end: number; replacement: string }[] }
export interface Diagnostic {
  severity: "error" | "warning"; code: string; message: string; line: number; column: number; endLine: number; endColumn: number;
  begin: number; end: number; note?: string; help?: string; fix?: Fix;
}
export interface Uncited { kind: string; words: string; line: number }
export interface Checked { ok: boolean; states?: string; citations: number; diagnostics: Diagnostic[]; coverage?: { citable: number; uncited: Uncited[] } }

/** The answer to one text, `serial` its number. The table is present if the states are few enough to be listed unasked. */
export interface Answer { text: string; conflict: Conflict; solution: Solution; table: StateTable | null; took: number; serial: number }

/** States listed because somebody asked: all of a large conflict, or those in which an expression holds. */
interface Listing { text: string; where: string | null; count: string; table: StateTable | null }

export const session = signal<Session | null>(null);

// What is looked at is of one document: it begins anew with the next one. A state looked at stays the same state when choices come, go or change
// their places.

const anew: (() => void)[] = [];
const states: Signal<string | null>[] = [];

/** A signal that begins anew with every document. */
export function ofDocument<T>(initial: T): Signal<T> {
  const made = signal(initial);
  anew.push(() => { made.value = initial; });
  return made;
}

/** A state of the document by its letters; null: none. */
export function stateOfDocument(): Signal<string | null> {
  const made = ofDocument<string | null>(null);
  states.push(made);
  return made;
}

export const beginAnew = () => batch(() => anew.forEach((begin) => begin()));

/** The letters of a state of `before` as they are in `after`; what is new there is not done. */
export function carried(before: Conflict, after: Conflict): ((letters: string) => string) | null {
  const names = (conflict: Conflict) => flatOptions(conflict).map((option) => `${conflict.parties[option.party]!.name}.${option.name}`);
  const [was, now] = [names(before), names(after)];
  if (was.join() === now.join()) return null;
  const from = now.map((name) => was.indexOf(name));
  return (letters) => from.map((at) => (at < 0 ? "N" : (letters[at] ?? "N"))).join("");
}

export function carryStates(before: Conflict, after: Conflict) {
  const turn = carried(before, after);
  if (turn) for (const state of states) if (state.peek() !== null) state.value = turn(state.peek()!);
}

// The document.
export const document = signal<string>(""); // which one: a name of its own, the same as long as it is the same document
export const text = signal("");
export const opened = signal(0); // counts what was opened: the same text opened again is asked again
export const reports = signal(0); // counts the times that a cited report was seen to have changed on disk
export const path = signal<string | null>(null); // where it is saved; null while it is a copy of the gallery or new
export const folder = signal<string | null>(null); // what `path` of a question is: the file or gallery:NAME
export const title = signal("");
export const revision = signal<string | null>(null);
export const savedText = signal("");
export const locked = signal<string | null>(null); // why it is never saved
export const autosave = signal(false);
export const held = signal<string | null>(null); // why nothing is saved by itself just now
export const saveConflict = signal<{ text: string | null; revision: string | null; crlf: boolean } | null>(null); // null: it is no longer there
export const unanswered = signal<string[]>([]); // sent to be saved, and no answer came: the file may have one of them
export const crlf = signal(false); // the file ends its lines with CR LF, and is saved so; here they end with LF
export const gone = computed(() => saveConflict.value !== null && saveConflict.value.text === null);
export const dirty = computed(() => text.value !== savedText.value || gone.value);
export const elsewhere = signal(false); // open in another tab too
export const otherStudio = signal(false); // open in another studio too
export const unkept = signal<string | null>(null); // why this browser does not keep what is typed
export const lost = signal<{ message: string; help: string } | null>(null); // the server

// What is known of its text.
export const checked = signal<Checked | null>(null);
export const checkedText = signal<string | null>(null);
export const outline = signal<{ text: string; outline: Outline } | null>(null);
export const answer = signal<Answer | null>(null);
export const listing = signal<Listing | null>(null);
export const running = signal<{ what: string; progress: Progress | null; since: number } | null>(null);
export const asking = signal(0); // questions about the answered text that are under way
export const problem = signal<{ message: string; help: string } | null>(null);

export const errors = computed(() => checked.value?.diagnostics.filter((diagnostic) => diagnostic.severity === "error") ?? []);
/** The text has moved on since the answer: it is being asked, or has a mistake. */
export const stale = computed(() => answer.value !== null && answer.value.text !== text.value);
/** The outline, if it is of this very text: only then do its ranges fit. */
export const fitting = computed(() => (outline.value?.text === text.value ? outline.value.outline : null));
export const wording = computed(() => (answer.value ? new Wording(answer.value.conflict) : null));

// What is known about single states of the answered conflict, from any answer that mentioned them.

const learnt = new Map<string, StateRef>();
const known = signal(0); // counts what was learnt

export function learn(states: StateRef[]) {
  let more = false;
  for (const state of states) {
    const before = learnt.get(state.options);
    if (before && (before.equilibrium || !state.equilibrium)) continue;
    learnt.set(state.options, { ...before, ...state });
    more = true;
  }
  if (more) known.value = known.peek() + 1;
}

export function forget() {
  learnt.clear();
  known.value = known.peek() + 1;
}

/** A state by its letters, as far as it is known. */
export function stateAt(letters: string): StateRef {
  void known.value;
  const found = learnt.get(letters);
  if (found) return found;
  for (const table of [answer.value?.table, listing.value?.table]) {
    const row = table ? rowOf(table, letters) : -1;
    if (table && row >= 0) return ofRow(table, row);
  }
  return { name: "", options: letters };
}

export function ofRow(table: StateTable, row: number): StateRef {
  const ref: StateRef = { name: table.names[row]!, options: table.letters[row]!, equilibrium: table.concepts.filter((_, k) => table.equilibria[row]! & (1 << k)) };
  if (table.ids[row] !== null) ref.id = table.ids[row]!;
  const called = table.called[row] ?? table.labels.get(row);
  if (called) ref.called = called;
  return ref;
}

/** How many places a party has for the states there are; null if they are not listed, or not ranked. */
export function placesOf(party: number): number | null {
  const places = answer.value?.table?.ranked ? answer.value.table.places[party] : undefined;
  return places?.length ? places.reduce((most, place) => Math.max(most, place), 0) : null;
}

// What the reader looks at.
export const SCREENS = ["answer", "states", "graph", "why", "whatif", "paths", "play", "evidence", "robust", "invert", "elicit", "timeline"] as const;
export type Screen = (typeof SCREENS)[number];
export const screen = signal<Screen>("answer");
export const side = signal<"model" | "answer">("answer"); // on a narrow page only one is seen
export const modelView = signal<"text" | "form">("text");
export const chosen = stateOfDocument(); // letters of a state; null: today
export const chosenParty = ofDocument<string | null>(null);
export const chosenConcept = signal<string | null>(null);
/** A group of concepts that is solved as well, or none. */
export const alsoUnder = signal("");
export const lit = signal<{ from: string; to: string } | null>(null); // a move, lit in the graph
export const litParty = signal<number | null>(null); // all its moves, lit in the graph
export const litRange = signal<[number, number] | null>(null); // a range of the text, lit in the editor
export const dialog = signal<"open" | "keys" | "save" | "clash" | "find" | "reports" | null>(null);
export const notice = signal<string | null>(null);

/** The letters of today's state; null if the model does not say, or if it is infeasible. */
export const today = computed(() => (answer.value ? (todayOf(answer.value.solution)?.options ?? null) : null));

/** The letters of the state that is looked at. */
export const chosenLetters = computed(() => {
  const now = answer.value;
  if (!now) return null;
  const options = now.conflict.parties.reduce((sum, party) => sum + party.options.length, 0);
  if (chosen.value !== null && chosen.value.length === options && (!now.table || rowOf(now.table, chosen.value) >= 0)) return chosen.value;
  return today.value ?? now.solution.named[0]?.options ?? now.solution.groups[0]?.examples[0]?.options ?? now.table?.letters[0] ?? null;
});

export function choose(letters: string, go?: Screen) {
  chosen.value = letters;
  if (go) show(go);
}

/** What the address asks for is not there: what that is, and which document it was of; or it is still being looked for. */
export const astray = signal<{ seeking: string } | { words: string; closed: boolean } | null>(null);

export function show(to: Screen) {
  astray.value = null;
  screen.value = to;
  side.value = "answer";
}

export function tell(words: string) {
  notice.value = words;
}

export function fail(reason: unknown) {
  if (reason instanceof DOMException && reason.name === "AbortError") return;
  if (reason instanceof ApiError && lost.peek()) return; // the banner says it
  problem.value = reason instanceof ApiError ? { message: reason.message, help: reason.help } : { message: String(reason), help: "" };
}
