// Where each thing of the model stands in its text: stasis/outline-1, with UTF-16 ranges.

import { Bytes, type Range } from "../text/bytes";
import type { Direction } from "./conflict";

export interface Because { source: string; words: string; range: Range; wordsRange: Range; passage: { path: string; range: Range; line: number } | null }
interface Placed { range: Range; lineRange: Range }
interface Named extends Placed { name: string; label: string; nameRange: Range; labelRange: Range | null }
export interface OutlineOption extends Named { direction: Direction; directionRange: Range | null; because: Because[] }
export interface Statement extends Placed { text: string; tier: number; because: Because[]; mark?: "strongly" | "perhaps"; markRange?: Range }
export interface Weight extends Placed { option: string; weight: string; because: Because[] }
export interface OutlinePreference extends Placed {
  form: "prefer" | "rank" | "weigh"; each: boolean; blockRange: Range;
  statements: Statement[]; weights: Weight[]; classes: { state: string; range: Range }[][];
  strongAfter?: number[]; // the classes, from 1, that `>>` follows
}
export interface OutlineParty extends Named { family: string | null; blockRange: Range; options: OutlineOption[]; preference: OutlinePreference | null; because: Because[] }
export interface Constraint extends Placed { text: string; never: boolean; condition: string; conditionRange: Range; because: Because[] }
export interface Define extends Named { meaning: string; meaningRange: Range }
export interface Source extends Named { path: string; description: string }
export interface Outline {
  sound: boolean;
  title: ({ text: string } & Placed) | null;
  about: ({ text: string } & Placed)[];
  sources: Source[];
  parties: OutlineParty[];
  constraints: Constraint[];
  defines: Define[];
  unsure?: ({ party: string; pairs: { one: string; other: string; range: Range }[]; blockRange: Range } & Placed)[];
  statusQuo: ({ options: { option: string; range: Range }[]; letters?: string } & Placed) | null;
  states: (Named & { kind: "listed" | "named"; letters?: string })[];
}

const isRange = (value: unknown): value is Range =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === "number" && typeof value[1] === "number";

/** All ranges in the text become UTF-16; those of passages are bytes of a source and are left. */
export function inUnits(outline: Outline, text: string): Outline {
  const bytes = new Bytes(text);
  const walk = (value: unknown, key: string): unknown => {
    if (key === "passage") return value;
    if (/[rR]ange$/.test(key) && isRange(value)) return bytes.range(value);
    if (Array.isArray(value)) return value.map((item) => walk(item, ""));
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, name)]));
    return value;
  };
  const result = walk(outline, "") as Outline;
  for (const party of result.parties)
    if (party.preference) party.preference = { ...party.preference, statements: party.preference.statements ?? [], weights: party.preference.weights ?? [], classes: party.preference.classes ?? [] };
  return result;
}

/** Whatever can carry a `because` line, with the range of all its lines. */
export interface Citable { kind: "option" | "statement" | "constraint" | "party" | "weight"; title: string; party: string; range: Range; lineRange: Range; because: Because[] }

export function citables(outline: Outline): Citable[] {
  const found: Citable[] = [];
  const seen = new Set<number>(); // the members of a family share their options and preference
  const add = (kind: Citable["kind"], title: string, party: string, placed: Placed, because: Because[]) => {
    if (seen.has(placed.range[0])) return;
    seen.add(placed.range[0]);
    found.push({ kind, title, party, range: placed.range, lineRange: placed.lineRange, because });
  };
  for (const party of outline.parties) {
    const owner = party.family ?? party.name;
    add("party", party.label || party.name, owner, party, party.because);
    for (const option of party.options) add("option", option.label || option.name, owner, option, option.because);
    for (const statement of party.preference?.statements ?? []) add("statement", statement.text, owner, statement, statement.because);
    for (const weight of party.preference?.weights ?? []) add("weight", `${weight.option} ${weight.weight}`, owner, weight, weight.because);
  }
  for (const constraint of outline.constraints) add("constraint", constraint.text, "", constraint, constraint.because);
  return found.sort((a, b) => a.range[0] - b.range[0]);
}
