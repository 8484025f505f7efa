// Wishes in words that people know: names of the language as labels, and typed labels as names.

import type { Outline } from "./outline";

export interface Said { name: string; label: string; of: string } // `of`: whose choice it is, or what else it is

/** What a wish can mention, by its name in the language; an option of all members of a family once more, by the family's. */
export function sayable(outline: Outline): Said[] {
  const counts = new Map<string, number>();
  for (const party of outline.parties) for (const option of party.options) counts.set(option.name, (counts.get(option.name) ?? 0) + 1);
  const families = new Map(outline.parties.flatMap((party) => (party.family ? [[party.family, party.options] as const] : [])));
  return [
    ...[...families].flatMap(([family, options]) => options.map((option) => ({ name: `${family}.${option.name}`, label: option.label || option.name.replaceAll("_", " "), of: family.replaceAll("_", " ") }))),
    ...outline.parties.flatMap((party) => party.options.map((option) => ({ name: counts.get(option.name) === 1 ? option.name : `${party.name}.${option.name}`, label: option.label || option.name.replaceAll("_", " "), of: party.label || party.name }))),
    ...outline.defines.map((define) => ({ name: define.name, label: define.label || define.name.replaceAll("_", " "), of: "defined below" })),
  ];
}

interface Piece { words: string; name: string | null } // name: the words are a label

/** The words of a wish, names replaced by labels; with the party if two options have the same label. `self.x` is the wisher's own. */
export function pieces(wish: string, all: Said[], own: string): Piece[] {
  const byName = new Map(all.map((one) => [one.name, one]));
  const selfs = new Map(all.map((one) => [one.name.replace(/^[^.]*\./, "self."), one.label]));
  const twice = new Set(all.filter((one, at) => all.some((other, k) => k !== at && other.label === one.label)).map((one) => one.label));
  return wish.split(/([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)?)/u).filter(Boolean).map((word) => {
    if (word.startsWith("self.") && selfs.has(word)) return { words: `its own: ${selfs.get(word)!}`, name: word };
    const found = byName.get(word) ?? byName.get(`${own}.${word}`) ?? byName.get(word.replace(/^[^.]*\./, ""));
    return found ? { words: twice.has(found.label) ? `${found.of}: ${found.label}` : found.label, name: found.name } : { words: word, name: null };
  });
}

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Words a person typed as a wish of the party `own`, labels in them (in quotation marks or not) replaced by names: the longest first. A label of
    several options is the party's own, or that of the party named before it (`West: Accept`); else it is left as it is. */
export function inNames(words: string, all: Said[], own = ""): string {
  let left = words;
  const names: string[] = [];
  const replace = (label: string, name: string) => {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}_.])["“]?${label}["”]?(?![\\p{L}\\p{N}_.])`, "giu");
    left = left.replace(pattern, () => `\u0000${names.push(name) - 1}\u0000`);
  };
  const longest = [...all].filter(({ label, name }) => label.toLowerCase() !== name.toLowerCase()).sort((a, b) => b.label.length - a.label.length);
  const several = (one: Said) => all.some((other) => other.name !== one.name && other.label.toLowerCase() === one.label.toLowerCase());
  for (const one of longest) if (several(one)) replace(`${escaped(one.of)}["”]?:\\s*["“]?${escaped(one.label)}`, one.name);
  for (const one of longest) if (!several(one) || one.name.startsWith(`${own}.`)) replace(escaped(one.label), one.name);
  return left.replace(/\u0000(\d+)\u0000/g, (_, at: string) => names[Number(at)]!);
}

/** A wish without the words that say it is one: `Tenants want heating` is `heating` in the wishes of the tenants, `would like to strike` is `strike`. */
export function wished(words: string, party: { name: string; label: string }): string {
  const who = [party.label, party.name].filter(Boolean).map(escaped).join("|");
  return words.trim().replace(new RegExp(`^(?:(?:${who}|I|we|they)\\s+)?(?:wants?|wishes|wish|likes?|would like|would rather have|prefers?)\\s+(?:to\\s+)?(?=\\S)`, "iu"), "");
}

const LAST = /(?:[(,]|(?<![\p{L}\p{N}_])(?:not|and|or|xor|implies|iff|if|of|unless)(?![\p{L}\p{N}_]))\s*(?=[^(,]*$)/giu;

/** What is being typed: the words after the last operator, and where they begin. */
export function fragment(words: string): { from: number; typed: string } {
  const found = [...words.matchAll(LAST)].at(-1);
  const from = found ? found.index + found[0].length : 0;
  return { from, typed: words.slice(from) };
}

/** Those in whose label, name or owner all the typed words begin a word. */
export function matching(typed: string, all: Said[], limit = 8): Said[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (!wanted.length) return [];
  return all.filter(({ name, label, of }) => {
    const words = `${label} ${name.replaceAll("_", " ")} ${of}`.toLowerCase().split(/[\s.:]+/);
    return wanted.every((one) => words.some((word) => word.startsWith(one)));
  }).slice(0, limit);
}
