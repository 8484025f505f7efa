// What is tried in What if, as edits of the model's text: statements switched off or moved, options that bind. All edits are
// relative to the text they were begun on; nothing is changed until they are kept.

import type { Direction } from "../model/conflict";
import { withinSentence } from "../answer/wording";
import { pieces, sayable } from "../model/labels";
import type { Outline, OutlineParty, OutlinePreference, Statement } from "../model/outline";
import type { Range } from "../text/bytes";
import { replace, setDirection, wholeLines, type Edit } from "../text/edits";

export interface Variation {
  off: Set<number>; // by where a statement, weight or constraint begins
  opposed: Set<number>; // statements whose opposite is wanted
  orders: Map<number, number[]>; // by where a preference begins: the tiers (from 1), or the classes of a ranking, in their new order
  weights: Map<number, string>; // by where a weight begins
  directions: Map<string, Direction>; // by "party.option"
}

export const unvaried = (): Variation => ({ off: new Set(), opposed: new Set(), orders: new Map(), weights: new Map(), directions: new Map() });
export const isVaried = (variation: Variation) => variation.off.size + variation.opposed.size + variation.orders.size + variation.weights.size + variation.directions.size > 0;

/** The opposite of a wish; of one that is not to be, that it is. */
export function opposite(words: string): string {
  const inner = /^not\s+(.*)$/s.exec(words)?.[1];
  if (inner !== undefined && /^[\p{L}\p{N}_.]+$/u.test(inner)) return inner;
  if (inner?.startsWith("(") && closes(inner) === inner.length - 1) return inner.slice(1, -1);
  return /^[\p{L}\p{N}_.]+$/u.test(words) ? `not ${words}` : `not (${words})`;
}

/** Where the parenthesis that the words begin with closes. */
function closes(words: string): number {
  let depth = 0;
  return [...words].findIndex((letter) => (depth += letter === "(" ? 1 : letter === ")" ? -1 : 0) === 0);
}

/** The preferences there are, each once: the members of a family share one. */
export function preferencesOf(outline: Outline): { party: OutlineParty; preference: OutlinePreference }[] {
  const seen = new Set<number>();
  return outline.parties.flatMap((party) => {
    const preference = party.preference;
    if (!preference || seen.has(preference.range[0])) return [];
    seen.add(preference.range[0]);
    return [{ party, preference }];
  });
}

export const tiersOf = (preference: OutlinePreference): Statement[][] => {
  const tiers: Statement[][] = [];
  for (const statement of preference.statements) (tiers[statement.tier - 1] ??= []).push(statement);
  return tiers.filter(Boolean);
};

export function editsOf(text: string, outline: Outline, variation: Variation): Edit[] {
  const edits: Edit[] = [];
  for (const { preference } of preferencesOf(outline)) edits.push(...preferenceEdits(text, preference, variation));
  for (const constraint of outline.constraints)
    if (variation.off.has(constraint.range[0])) edits.push(aside(text, constraint.lineRange));
  const done = new Set<number>();
  for (const party of outline.parties)
    for (const option of party.options) {
      const direction = variation.directions.get(`${party.name}.${option.name}`);
      if (direction === undefined || done.has(option.range[0])) continue;
      done.add(option.range[0]);
      edits.push(...setDirection(text, option.nameRange, direction));
    }
  return edits;
}

/** Classes of a ranking change their places; what stands between them stays. */
function rankingEdits(text: string, preference: OutlinePreference, order: number[]): Edit[] {
  const slots = preference.classes.map((tied): Range => [tied[0]!.range[0], tied.at(-1)!.range[1]]);
  return order.flatMap((one, slot) => (one === slot + 1 ? [] : replace(slots[slot]!, text.slice(...slots[one - 1]!))));
}

function weightEdits(text: string, preference: OutlinePreference, variation: Variation): Edit[] {
  return preference.weights.flatMap((weight) => {
    const now = variation.weights.get(weight.range[0]);
    if (variation.off.has(weight.range[0])) return [aside(text, weight.lineRange)];
    return now === undefined ? [] : replace(weight.range, withWeight(text.slice(...weight.range), weight.weight, now));
  });
}

/** The words of a weight with another number, which stands before or after what it weighs. */
export function withWeight(words: string, before: string, after: string): string {
  const at = words.startsWith(before) ? 0 : words.lastIndexOf(before);
  return at < 0 ? words.replace(/-?\d[\d.]*$/, after) : words.slice(0, at) + after + words.slice(at + before.length);
}

/** The lines of each tier are slots; what stands in a slot is the tier that the new order puts there. */
function preferenceEdits(text: string, preference: OutlinePreference, variation: Variation): Edit[] {
  if (preference.form === "rank") return rankingEdits(text, preference, variation.orders.get(preference.range[0]) ?? []);
  if (preference.form === "weigh") return weightEdits(text, preference, variation);
  const tiers = tiersOf(preference);
  const slots = tiers.map((tier) => wholeLines(text, tier[0]!.lineRange));
  const order = variation.orders.get(preference.range[0]) ?? tiers.map((_, at) => at + 1);
  return order.flatMap((tier, slot) => {
    const from = slots[tier - 1];
    const to = slots[slot];
    if (!from || !to) return [];
    const off = tiers[tier - 1]!.every((statement) => variation.off.has(statement.range[0]));
    const turned = tiers[tier - 1]!.filter((statement) => variation.opposed.has(statement.range[0]));
    if (!off && from === to && !turned.length) return [];
    let lines = text.slice(...from);
    for (const { range } of [...turned].sort((a, b) => b.range[0] - a.range[0])) {
      const [begin, end] = [range[0] - from[0], range[1] - from[0]];
      lines = lines.slice(0, begin) + opposite(lines.slice(begin, end)) + lines.slice(end);
    }
    if (off) lines = commented(lines);
    if (!lines.endsWith("\n")) lines += "\n";
    return [{ from: to[0], to: to[1], insert: lines }];
  });
}

const commented = (lines: string) => lines.replace(/^([ \t]*)(?=[^\s#])/gm, "$1# ");
const aside = (text: string, range: [number, number]): Edit => {
  const [from, to] = wholeLines(text, range);
  return { from, to, insert: commented(text.slice(from, to)) };
};

/** A state of the model by its label. */
export const stateWords = (outline: Outline, name: string) => outline.states.find((state) => state.name === name)?.label || name.replaceAll("_", " ");

/** What is varied, in words. */
export function describe(outline: Outline, variation: Variation): string[] {
  const words: string[] = [];
  for (const { party, preference } of preferencesOf(outline)) {
    const name = withinSentence(party.label || party.name);
    const all = sayable(outline);
    const said = (statement: Statement | undefined) => (statement ? pieces(statement.text, all, party.name).map((one) => one.words).join("") : "the rest");
    for (const statement of preference.statements)
      if (variation.off.has(statement.range[0])) words.push(/^not [\p{XIDC}.]+( if .*)?$/u.test(statement.text) ? `${name} did not mind “${said(statement).replace(/^not /, "")}”` : `${name} did not care for “${said(statement)}”`);
      else if (variation.opposed.has(statement.range[0])) words.push(`${name} wanted the opposite of “${said(statement)}”`);
    const called = (weight: { option: string }) => pieces(weight.option, all, party.name).map((one) => one.words).join("");
    for (const weight of preference.weights) {
      const now = variation.weights.get(weight.range[0]);
      if (variation.off.has(weight.range[0])) words.push(`“${called(weight)}” weighed nothing for ${name}`);
      else if (now !== undefined) words.push(`“${called(weight)}” weighed ${now} for ${name} (now ${weight.weight})`);
    }
    const order = variation.orders.get(preference.range[0]);
    if (order && preference.form === "rank") {
      const first = order.findIndex((one, at) => one !== at + 1);
      const ranked = (one: number | undefined) => preference.classes[(one ?? 0) - 1]?.map((tied) => stateWords(outline, tied.state)).join(" = ") ?? "the rest";
      if (first >= 0) words.push(`${name} ranked “${ranked(order[first])}” above “${ranked(order[first + 1])}”`);
    } else if (order) {
      const tiers = tiersOf(preference);
      const first = order.findIndex((tier, at) => tier !== at + 1);
      if (first >= 0) words.push(`${name} put “${said(tiers[order[first]! - 1]![0])}” before “${said(tiers[order[first + 1]! - 1]?.[0])}”`);
    }
  }
  for (const constraint of outline.constraints) if (variation.off.has(constraint.range[0])) words.push(`without “${constraint.text}”`);
  for (const [key, direction] of variation.directions) {
    const [party, option] = key.split(".");
    const found = outline.parties.find((p) => p.name === party)?.options.find((o) => o.name === option);
    const owner = outline.parties.find((p) => p.name === party);
    const [who, label] = [withinSentence(owner?.label || (party ?? "")), found?.label || option];
    words.push(direction === "irrevocable" ? `${who} could not take back “${label}”` : direction === "unresumable" ? `${who} could not take up “${label}” again once dropped` : `${who} could freely take up and drop “${label}”`);
  }
  return words;
}
