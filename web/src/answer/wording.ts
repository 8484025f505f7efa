// The answer in plain words: names of states, what is done in them, what a solution concept requires.

import { flatOptions, partyLabel, type Conflict, type FlatOption, type NamedState } from "../model/conflict";
import type { StateRef } from "./solution";
import { together, type Together } from "./together";

/** Plain words for the concepts people meet most; the program may have others, which go by their keys. */
const CONCEPTS: Record<string, { name: string; asks: string }> = {
  nash: { name: "Nash", asks: "No party can do better by a move of its own." },
  gmr: { name: "GMR", asks: "Whoever moves to do better could be brought down by the others, even if they hurt themselves by it." },
  smr: { name: "SMR", asks: "Whoever moves to do better could be brought down by the others, and could not escape by one more move." },
  seq: { name: "SEQ", asks: "Whoever moves to do better would be brought down by moves that the others themselves want to make." },
  sseq: { name: "SSEQ", asks: "Whoever moves to do better would be brought down by moves that the others want to make, and could not escape by one more move." },
  sim: { name: "SIM", asks: "Whoever moves to do better could be brought down by others who act for their own gain at the same time." },
  seq_or_sim: { name: "SEQ or SIM", asks: "SEQ or SIM, party by party." },
  nonmyopic: { name: "Non-myopic", asks: "Whoever moved would end no better off, however far both parties look ahead." },
};
const AHEAD = /^l(\d+)$/; // limited moves
const LED = /^stackelberg_(.+)$/;

const known = (concept: string) => (Object.hasOwn(CONCEPTS, concept) ? CONCEPTS[concept] : undefined);
export const conceptName = (concept: string) =>
  known(concept)?.name ?? (LED.test(concept) ? concept.replace(LED, "$1 leads") : concept.replaceAll(/[_-]+/g, " ").toUpperCase());
/** What it requires of a state; for other concepts, where to read about them. */
export const conceptAsks = (concept: string) =>
  known(concept)?.asks ??
  (AHEAD.test(concept) ? concept.replace(AHEAD, "Whoever moved would end no better off, if both parties look ahead this far: $1.")
  : LED.test(concept) ? concept.replace(LED, "$1 foresees the best reply of the other, who looks at its own move alone.")
  : "“stasis help concepts” explains it.");
/** The groups that can be solved as well, and a concept that each of them has. */
export const GROUPS = [
  { key: "simultaneous", words: "acting at the same time", has: "sim" },
  { key: "limited", words: "limited moves", has: "l2" },
  { key: "trees", words: "looking further ahead", has: "mr4" },
];
/** A party's label within a sentence: `the tenants`, where it is `The tenants` at the beginning. */
export const withinSentence = (label: string) => label.replace(/^(The|A|An) (?=\p{L})/u, (article) => article.toLowerCase());
/** A label where a line or a sentence begins with it: `The council`, where it is written `the council`. */
export const beginning = (label: string) => label.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
const quotedAll = (labels: string[]) => joined(labels.map((label) => `“${label}”`));
export const joined = (items: string[], last = "and") =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
export const conceptNames = (concepts: string[]) => joined(concepts.map(conceptName));

/** A place, a text beyond 2^53, as one says it. */
export function ordinal(place: number | string): string {
  const tens = Number(String(place).slice(-2));
  const ending = tens >= 11 && tens <= 13 ? "th" : (["th", "st", "nd", "rd"][tens % 10] ?? "th");
  return `${place}${ending}`;
}

export const number = (value: number | string) => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
export const plural = (count: number | string, one: string, many = one + "s") => `${number(count)} ${String(count) === "1" ? one : many}`;
/** Milliseconds as one says them. */
export const duration = (took: number) => (took < 1000 ? `${Math.round(took)} ms` : `${(took / 1000).toFixed(1)} s`);
/** A share in percent, never rounded to none or to all. */
export const percent = (share: number) => (share > 0 && share < 0.001 ? "less than 0.1" : share > 0.999 && share < 1 ? "more than 99.9" : String(Math.round(1000 * share) / 10));

/** How far a state holds, as a person would say it. */
export type Strength = "nobody" | "would" | "could" | "not";
/** As the program says it of a state: by Nash, else SEQ, else GMR; what holds under other concepts alone holds in none of these ways. */
export function strength(concepts: string[]): Strength {
  return concepts.includes("nash") ? "nobody" : concepts.includes("seq") ? "would" : concepts.includes("gmr") ? "could" : "not";
}
/** The program's words for it, as they came with the answer: one in tables and beside marks, one behind a subject. */
export const STRENGTH: Record<Strength, { title: string; said: string; words: string; mark: string }> = {
  nobody: { title: "", said: "", words: "", mark: "" }, would: { title: "", said: "", words: "", mark: "" },
  could: { title: "", said: "", words: "", mark: "" }, not: { title: "", said: "", words: "", mark: "" },
};
const KINDS: Record<string, Strength> = { itself: "nobody", answers: "would", fear: "could", not: "not" };
/** What the program calls a standing: `itself`, `answers`, `fear`, `not`. */
const strengthOf = (key: string): Strength => KINDS[key] ?? "not";
export function learnVerdicts(verdicts: { key: string; mark: string; word: string; said: string; meaning: string }[]) {
  for (const { key, mark, word, said, meaning } of verdicts) STRENGTH[strengthOf(key)] = { title: word, said, words: meaning, mark };
}

/** What a party does in a state; where states are merged, a choice may be made or not. */
const doneOf = (options: FlatOption[], letters: string, party: number) =>
  options.flatMap((option, at) => (option.party !== party ? [] : letters[at] === "Y" ? [option.label] : letters[at] === "-" ? [`${option.label} or not`] : []));

export class Wording {
  readonly options;
  private readonly names = new Map<string, NamedState>();
  private byLength: string[] | null = null;

  constructor(readonly conflict: Conflict) {
    this.options = flatOptions(conflict);
    for (const state of [...(conflict.states ?? []), ...conflict.named]) if (!this.names.has(state.options) || state.label) this.names.set(state.options, state);
  }

  party = (at: number) => partyLabel(this.conflict.parties[at]!);
  /** A party by its name in the model. */
  at = (name: string) => this.conflict.parties.findIndex((party) => party.name === name);

  named(letters: string): string | null {
    const state = this.names.get(letters);
    return state ? state.label || state.name.replaceAll("_", " ") : null;
  }

  /** What a state is called: its name, else how it differs from a named one or from today, else what is done in it; all in labels. */
  title(state: StateRef): string {
    const { base, rest } = this.parts(state);
    return rest ? `${base}; ${rest}` : base;
  }

  /** What a state is called, in two: a state that has a name, or today, and how it differs from that. */
  parts(state: StateRef): { base: string; rest: string } {
    const near = this.nearest(state);
    if (near) return { base: near.base, rest: this.apart(near.options, state.options) };
    return { base: this.named(state.options) ?? (state.options === this.conflict.statusQuo ? "Today" : (state.called ?? state.label ?? this.doneWords(state.options))), rest: "" };
  }

  /** `Ukraine: + Go to Moscow, − Direct talks`. */
  private apart(before: string, after: string): string {
    return this.changesTogether(before, after).map(({ entry, called }) => `${called ?? this.party(entry.party)}: ${[...entry.takes.map((label) => `+ ${label}`), ...entry.drops.map((label) => `− ${label}`)].join(", ")}`).join("; ");
  }

  private longest(): string[] {
    return (this.byLength ??= [...this.names.values()].map((state) => state.label || state.name.replaceAll("_", " ")).sort((a, b) => b.length - a.length));
  }

  /** What a state is called in a sentence: an unnamed one by how it differs from a named one or from today, in labels. */
  inWords(state: StateRef): string {
    const near = this.nearest(state);
    if (near) return `${near.base}, but ${this.difference(near.options, state.options)}`;
    return this.title(state);
  }

  /** The same where a state may be today's, which is said first. */
  inWordsOrToday(state: StateRef): string {
    const name = this.named(state.options);
    if (state.options !== this.conflict.statusQuo) return this.inWords(state);
    return name === null || name.toLowerCase() === "status quo" ? "Today" : `Today: ${name}`;
  }

  /** The state that an unnamed one is called by in the program's answers, and what that is called; null if by none. */
  private nearest({ options, called }: StateRef): { base: string; options: string } | null {
    if (this.named(options) !== null || called === undefined) return null;
    const base = this.longest().find((name) => called.startsWith(`${name} `));
    const near = [...this.names.values()].find((one) => base !== undefined && (one.label || one.name.replaceAll("_", " ")) === base)?.options ?? (called.startsWith("status quo ") ? this.conflict.statusQuo : null);
    return near === null ? null : { base: near === this.conflict.statusQuo ? "As today" : base!, options: near };
  }

  doneWords(letters: string): string {
    return this.done(letters).map(({ entry, called }) => `${beginning(called ?? this.party(entry.party))}: ${entry.does.join(", ")}`).join(" · ") || "nothing is done";
  }

  /** An option by the name the program uses, its label with it. */
  option(full: string, party?: string) {
    return this.options.find((one) => one.full === full || (party !== undefined && this.conflict.parties[one.party]!.name === party && one.name === full)) ?? null;
  }

  /** What each party does in a state, parties that do nothing left out; members of a family that do the same are told together. */
  done(letters: string): Together<{ party: number; does: string[] }>[] {
    const entries = this.conflict.parties
      .map((_, party) => ({ party, does: doneOf(this.options, letters, party) }))
      .filter((entry) => entry.does.length);
    return together(this.conflict, entries, ({ does }) => does.join("\n"));
  }

  /** What is different in `after`: by party, what it takes up and what it drops. */
  changes(before: string, after: string): { party: number; takes: string[]; drops: string[] }[] {
    return this.conflict.parties
      .map((_, party) => {
        const own = this.options.map((option, at) => ({ ...option, at })).filter((option) => option.party === party);
        return {
          party,
          takes: own.filter(({ at }) => before[at] === "N" && after[at] === "Y").map((option) => option.label),
          drops: own.filter(({ at }) => before[at] === "Y" && after[at] === "N").map((option) => option.label),
        };
      })
      .filter((change) => change.takes.length || change.drops.length);
  }

  /** `would choose “A” and “B” and drop “C”`: right whether the party is one or many. */
  changeWords(change: { takes: string[]; drops: string[] }): string {
    const said = (verb: string, labels: string[]) => (labels.length ? [`${verb} ${quotedAll(labels)}`] : []);
    const all = [...said("choose", change.takes), ...said("drop", change.drops)];
    return all.length ? `would ${all.join(" and ")}` : "";
  }

  /** The same changes of members of a family told together. */
  changesTogether(before: string, after: string): Together<{ party: number; takes: string[]; drops: string[] }>[] {
    return together(this.conflict, this.changes(before, after), (change) => this.changeWords(change));
  }

  /** `the tenants would choose “A” and drop “B”`. */
  difference(before: string, after: string): string {
    return this.changesTogether(before, after).map(({ entry, called }) => `${withinSentence(called ?? this.party(entry.party))} ${this.changeWords(entry)}`).join("; ") || "nothing is different";
  }
}
