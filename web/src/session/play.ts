// A conflict played out step by step, by the rules of `stasis play`: who moved where, as text and as a
// Mermaid chart. If moves are listed or states merged, nobody moves twice in a row. The play ends where
// nobody would move.

import type { Move, MovesFrom } from "../answer/moves";
import { conceptNames, ordinal, STRENGTH, strength, withinSentence, type Wording } from "../answer/wording";
import * as store from "../store";
import { specialists } from "../ui/specialists";
import { keptInTab } from "./tab";

interface Play { text: string; start: string; steps: Move[] } // text: of which model

const play = keptInTab<Play | null>("play", null);

/** The play of the answered model; a new one if there is none or the model has changed. */
export function playNow(): { start: string | null; steps: Move[] } {
  const answer = store.answer.value!;
  const now = play.value;
  const options = store.wording.value!.options.length;
  if (now?.text === answer.text) return now;
  const start = now && now.start.length === options ? now.start : (store.today.value ?? store.chosenLetters.value);
  return { start, steps: [] };
}

export function begin(start: string) {
  play.value = { text: store.answer.value!.text, start, steps: [] };
}

export function take(move: Move) {
  const { start, steps } = playNow();
  play.value = { text: store.answer.value!.text, start: start!, steps: [...steps, move] };
}

/** Back to the position after this many steps. */
export function backTo(count: number) {
  const { start, steps } = playNow();
  play.value = { text: store.answer.value!.text, start: start!, steps: steps.slice(0, count) };
}

/** What can be done now: improvements first. */
export function open({ moves, transitive }: MovesFrom, steps: Move[]): { better: Move[]; rest: Move[]; waits: number | null } {
  const last = steps.at(-1)?.party;
  const waits = transitive || last === undefined ? null : last;
  const may = moves.filter((move) => move.party !== waits);
  return { better: may.filter((move) => move.improves), rest: may.filter((move) => !move.improves), waits };
}

/** Whether anybody who may move would. */
export const wouldMove = (known: MovesFrom, waits: number | null) => known.counts.some((of, party) => party !== waits && of.improvements !== "0");

/** What the mover has of it. */
export function gain({ party, places, improves }: Move): string {
  const most = store.placesOf(party);
  if (places && places[0] !== places[1]) return `${improves ? "a gain" : "a loss"}: from ${ordinal(places[0])} to ${ordinal(places[1])} best${most ? ` of ${most}` : ""}`;
  return improves ? "a gain" : places ? "liked as well" : "no gain";
}

/** Whom else a move serves and whom it hurts. */
export function others(move: Move, words: Wording): string {
  const named = (effect: string) => move.effects.flatMap((one, party) => (one === effect && party !== move.party ? [withinSentence(words.party(party))] : []));
  const [better, worse] = [named("better"), named("worse")];
  const list = (all: string[]) => (all.length > 3 ? `${all.slice(0, 2).join(", ")} and ${all.length - 2} more` : all.join(" and "));
  return [better.length ? `better for ${list(better)}` : "", worse.length ? `worse for ${list(worse)}` : ""].filter(Boolean).join("; ");
}

const change = (words: Wording, move: Move) => words.changeWords(words.changes(move.from, move.to).find((one) => one.party === move.party) ?? { takes: [], drops: [] }) || "would move";
export const stepWords = (words: Wording, move: Move) => `${words.party(move.party)} ${change(words, move)}`;

/** How it ended, if it has. */
export function verdictWords(equilibrium: string[] | undefined): string {
  if (!equilibrium) return "";
  if (!specialists.value) return `It ${STRENGTH[strength(equilibrium)].said}: ${STRENGTH[strength(equilibrium)].words}.`;
  return equilibrium.length ? `It holds under ${conceptNames(equilibrium)}.` : "It holds under no concept.";
}

/** The play in words, a line a step. */
export function asText(words: Wording, start: string, steps: Move[], end: string): string {
  const title = (letters: string) => words.title(store.stateAt(letters));
  const lines = steps.map((move, at) => `${at + 1}. ${stepWords(words, move)} (${[gain(move), others(move, words)].filter(Boolean).join("; ")})\n   → ${title(move.to)}`);
  return [words.conflict.conflict, "", `Begins: ${title(start)}`, ...lines, ...(end ? [end] : [])].join("\n") + "\n";
}

// Mermaid reads < and & as marks, and ends a text at a quotation mark.
const charted = (words: string) => `"${words.replace(/&/g, "#amp;").replace(/</g, "#lt;").replace(/"/g, "#quot;").replace(/`/g, "'")}"`;

/** As a Mermaid chart: a gain of the mover is a full arrow, any other move a dotted one. */
export function asMermaid(words: Wording, start: string, steps: Move[]): string {
  const states = [start, ...steps.map((move) => move.to)];
  const seen = [...new Set(states)];
  const node = (letters: string) => `s${seen.indexOf(letters)}`;
  return [
    "flowchart TD",
    ...seen.map((letters) => `  ${node(letters)}[${charted(words.title(store.stateAt(letters)))}]`),
    ...steps.map((move, at) => `  ${node(move.from)} ${move.improves ? "-->" : "-.->"}|${charted(`${at + 1}. ${stepWords(words, move)}`)}| ${node(move.to)}`),
  ].join("\n") + "\n";
}
