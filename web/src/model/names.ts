// Names for what people call something in the form, and words that nothing can be called by.

import { withinSentence } from "../answer/wording";
import * as store from "../store";
import type { Outline, OutlineParty } from "./outline";

/** Words that are no names, from the program's own table. */
const reserved = () => store.session.value?.reserved ?? [];

/** Every name there is, and every word that is none. */
export const namesIn = (outline: Outline) => [
  ...outline.parties.flatMap((party) => [party.name, ...(party.family ? [party.family] : []), ...party.options.map((option) => option.name)]),
  ...outline.defines.map((define) => define.name), ...outline.states.map((state) => state.name), ...outline.sources.map((source) => source.name), ...reserved(),
];

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Why nothing can be called so; null if it can. */
const notAName = (words: string): string | null =>
  !/[\p{L}\p{N}]/u.test(words) ? "It needs a letter or a number to be spoken of."
  : reserved().some((word) => same(word, words)) ? `“${words.trim()}” is a word of the language: in a wish it would not be told from that. Say it in other words.`
  : null;

export const notAParty = (outline: Outline, words: string, but = ""): string | null =>
  notAName(words) ?? (outline.parties.some((party) => party.name !== but && same(party.label || party.name, words)) ? `There is a party called “${words.trim()}” already.` : null);

export const notAChoice = (party: OutlineParty, words: string, but = ""): string | null =>
  notAName(words) ?? (party.options.some((option) => option.name !== but && same(option.label || option.name, words)) ? `${party.label || party.name} can “${words.trim()}” already.` : null);

export const notAnOutcome = (outline: Outline, words: string, but = ""): string | null =>
  notAName(words) ?? (outline.states.some((state) => state.name !== but && same(state.label || state.name, words)) ? `There is an outcome called “${words.trim()}” already.` : null);

/** The choices in the order of a state's letters, each by the shortest name that the language has for it. */
export function choicesOf(outline: Outline): { name: string; full: string; label: string; party: number }[] {
  const counts = new Map<string, number>();
  for (const party of outline.parties) for (const option of party.options) counts.set(option.name, (counts.get(option.name) ?? 0) + 1);
  return outline.parties.flatMap((party, at) => party.options.map((option) => ({
    name: counts.get(option.name) === 1 ? option.name : `${party.name}.${option.name}`, full: `${party.name}.${option.name}`, label: option.label || option.name.replaceAll("_", " "), party: at,
  })));
}

/** A party of a draft that has what nobody in the reports decides. */
export const isEvents = (party: { name: string; preference: unknown }) => party.preference === null && /^Events(_\d+)?$/.test(party.name);

/** What a party without wishes is. */
export const wishless = (party: { name: string; label: string; preference: unknown }) =>
  isEvents(party) ? "events, nobody decides them" : `${withinSentence(party.label || party.name)} has no wishes: it is content with whatever comes`;
