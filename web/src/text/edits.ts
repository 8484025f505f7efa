// Edits of the model's text by range. Each function answers what to replace, never a whole new text, so that comments, layout
// and undo are kept. Ranges are UTF-16 offsets, from the outline of this very text.

import type { Range } from "./bytes";
import type { Direction } from "../model/conflict";
import type { Outline, OutlineParty, OutlinePreference } from "../model/outline";

export interface Edit { from: number; to: number; insert: string }

export function apply(text: string, edits: Edit[]): string {
  let result = "";
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    result += text.slice(at, edit.from) + edit.insert;
    at = edit.to;
  }
  return result + text.slice(at);
}

/** The range widened to whole lines, its last line break included. */
export function wholeLines(text: string, [begin, end]: Range): Range {
  const from = text.lastIndexOf("\n", begin - 1) + 1;
  if (end > from && text[end - 1] === "\n") return [from, end];
  const stop = text.indexOf("\n", end);
  return [from, stop < 0 ? text.length : stop + 1];
}

const withBreak = (lines: string) => (lines === "" || lines.endsWith("\n") ? lines : lines + "\n");
const indentAt = (text: string, at: number) => /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", at - 1) + 1))![0];
export const quoted = (words: string) => `"${words.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\s*\n\s*/g, " ")}"`;

/** A name for something new, from words a person typed; not one of `taken`, in whatever case. */
export function nameFrom(words: string, taken: string[]): string {
  const plain = words.normalize("NFD").replace(/(\p{Script=Latin})\p{Mn}+/gu, "$1").normalize("NFC"); // Latin letters without accents
  const joined = plain.replace(/[^\p{XIDC}]+/gu, "_").replace(/^_+|_+$/g, "");
  const base = (joined && !/^\p{XIDS}/u.test(joined) ? "_" + joined : joined) || "new";
  const used = new Set(taken.map((one) => one.toLowerCase()));
  let name = base;
  for (let n = 2; used.has(name.toLowerCase()); n++) name = `${base}_${n}`;
  return name;
}

/** `lines` moved before or after the lines of another statement. */
function move(text: string, lines: Range, to: Range, after: boolean): Edit[] {
  const [from, until] = wholeLines(text, lines);
  const target = wholeLines(text, to);
  const at = after ? target[1] : target[0];
  if (at >= from && at <= until) return [];
  const moved = withBreak(text.slice(from, until));
  const broken = at > 0 && text[at - 1] !== "\n"; // the last line of a text without a final line break
  return [{ from, to: until, insert: "" }, { from: at, to: at, insert: broken ? "\n" + moved.replace(/\n$/, "") : moved }];
}

/** Statement `from` of a preference becomes number `to` of it; its comments and citations go along. */
export function moveStatement(text: string, preference: OutlinePreference, from: number, to: number): Edit[] {
  const moved = preference.statements[from];
  const target = preference.statements[to];
  if (!moved || !target || from === to) return [];
  if (moved.tier === target.tier) return [];
  return move(text, moved.lineRange, target.lineRange, to > from);
}

export const removeLines = (text: string, range: Range): Edit[] => {
  const [from, to] = wholeLines(text, range);
  return [{ from, to, insert: "" }];
};

export const replace = (range: Range, insert: string): Edit[] => [{ from: range[0], to: range[1], insert }];

/** A statement set aside: its lines become comments, so that the text still says what was there. */
export function setAside(text: string, range: Range): Edit[] {
  const [from, to] = wholeLines(text, range);
  const lines = text.slice(from, to).replace(/^([ \t]*)(?=\S)/gm, "$1# ");
  return [{ from, to, insert: lines }];
}

export function addStatement(text: string, party: OutlineParty, words: string): Edit[] {
  const preference = party.preference;
  if (preference) {
    const last = preference.statements.at(-1);
    const at = wholeLines(text, last ? last.lineRange : preference.lineRange)[1];
    const indent = last ? indentAt(text, last.range[0]) : "  ";
    return insertLines(text, at, `${indent}${words}\n`);
  }
  return insertLines(text, text.length, `prefer ${party.name}\n  ${words}\n`);
}

/** The lines of a whole preference in place of those of the party, or at the end where it has none. */
/** `unsure`: the party's blocks of pairs in doubt, which belonged to the preference that goes. */
export function setPreference(text: string, preference: OutlinePreference | null, lines: string, unsure: { blockRange: Range }[] = []): Edit[] {
  const gone = unsure.map(({ blockRange }) => wholeLines(text, blockRange)).map(([from, to]) => ({ from, to, insert: "" }));
  if (!preference) return [...gone, ...insertLines(text, text.length, `\n${withBreak(lines)}`)];
  const [from, to] = wholeLines(text, preference.blockRange);
  return [{ from, to, insert: withBreak(lines) }, ...gone];
}

export function addOption(text: string, party: OutlineParty, name: string, label: string): Edit[] {
  const last = party.options.at(-1);
  const at = wholeLines(text, last ? last.lineRange : party.lineRange)[1];
  const indent = last ? indentAt(text, last.range[0]) : "  ";
  return insertLines(text, at, `${indent}option ${name}${label ? " " + quoted(label) : ""}\n`);
}

export function addParty(text: string, outline: Outline, name: string, label: string): Edit[] {
  const last = outline.parties.at(-1);
  const end = last ? wholeLines(text, linesOf(last))[1] : text.length;
  return insertLines(text, end, `party ${name}${label ? " " + quoted(label) : ""}\n`);
}

export function addConstraint(text: string, outline: Outline, words: string): Edit[] {
  const last = outline.constraints.at(-1);
  const party = outline.parties.at(-1);
  const after = last ? last.lineRange : party ? linesOf(party) : null;
  const at = after ? wholeLines(text, after)[1] : text.length;
  return insertLines(text, at, last ? `${words}\n` : `\n${words}\n`);
}

/** An outcome gets a name, behind the others that have one. */
export function addState(text: string, outline: Outline, name: string, label: string, options: string[]): Edit[] {
  const last = outline.states.filter((state) => state.kind === "named").at(-1);
  const party = outline.parties.at(-1);
  const after = last?.lineRange ?? outline.statusQuo?.lineRange ?? outline.constraints.at(-1)?.lineRange ?? (party ? linesOf(party) : null);
  const line = `state ${name} ${quoted(label)} = ${options.join(", ") || "none"}\n`;
  return insertLines(text, after ? wholeLines(text, after)[1] : text.length, last || outline.statusQuo ? line : `\n${line}`);
}

/** Other choices for an outcome with a name. */
export function setStateOptions(text: string, state: Outline["states"][number], options: string[]): Edit[] {
  const at = text.indexOf("=", (state.labelRange ?? state.nameRange)[1]);
  return at < 0 || at >= state.range[1] ? [] : replace([at + 1, state.range[1]], ` ${options.join(", ") || "none"}`);
}

const withoutQuotes = (said: string) => said.replace(/"(?:[^"\\]|\\.)*"/g, '""');

/** One of the names, as a word of its own. */
export const pattern = (names: string[]) => `(?<![\\p{L}\\p{N}_.])(?:${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})(?![\\p{L}\\p{N}_.])`;

/** Whether what is said speaks of one of the names; what stands in quotation marks does not count. */
export const mentions = (said: string, names: string[]) => new RegExp(pattern(names), "u").test(withoutQuotes(said));

/** The lines that speak of a named outcome, but for its own; what stands in quotation marks or in a comment does not count. */
export function mentionsOf(text: string, state: Outline["states"][number]): { range: Range; words: string }[] {
  let begin = 0;
  return text.split("\n").flatMap((line) => {
    const range: Range = [begin, begin + line.length];
    begin += line.length + 1;
    const own = range[1] > state.lineRange[0] && range[0] < state.lineRange[1];
    return !own && mentions(withoutQuotes(line).replace(/#.*/, ""), [state.name]) ? [{ range, words: line.trim() }] : [];
  });
}

/** The lines of a party that come last: those of its last option. */
const linesOf = (party: OutlineParty): Range => party.options.at(-1)?.lineRange ?? party.lineRange;

function insertLines(text: string, at: number, lines: string): Edit[] {
  return [{ from: at, to: at, insert: at > 0 && text[at - 1] !== "\n" ? "\n" + lines : lines }];
}

/** Where the label after a name stands, and the word for the direction of an option; each empty if there is none. */
function behindName(text: string, [, end]: Range): { label: Range; direction: Range } {
  const label = /^[ \t]+"(?:[^"\\\n]|\\.)*"/.exec(text.slice(end, end + 4096))?.[0].length ?? 0;
  const direction = /^[ \t]+(?:perhaps[ \t]+(?:[0-9.]+[ \t]+)?)?(?:irrevocable|unresumable)(?![\p{L}\p{N}_])/u.exec(text.slice(end + label, end + label + 96))?.[0].length ?? 0;
  return { label: [end, end + label], direction: [end + label, end + label + direction] };
}

/** The direction of an option: a word after its name and label. */
export const setDirection = (text: string, nameRange: Range, direction: Direction): Edit[] =>
  replace(behindName(text, nameRange).direction, direction === "both" ? "" : ` ${direction}`);

/** A label put after a name, changed, or (empty) taken away. */
export const setLabel = (text: string, nameRange: Range, label: string): Edit[] =>
  replace(behindName(text, nameRange).label, label ? ` ${quoted(label)}` : "");

/** A citation below a line: the words as they are, so that they are found again. */
export function cite(text: string, range: Range, lineRange: Range, source: string, words: string): Edit[] {
  const at = wholeLines(text, lineRange)[1];
  const indent = indentAt(text, range[0]) + "  ";
  return insertLines(text, at, `${indent}because ${source} ${quoted(words.trim().replace(/\s+/g, " "))}\n`);
}

/** A source declared after the others, or after the lines that tell what the conflict is about. */
export function addSource(text: string, outline: Outline | null, name: string, path: string): Edit[] {
  const last = outline?.sources.at(-1);
  const about = [...text.matchAll(/^[ \t]*(conflict|about)\b.*$/gm)].at(-1);
  const at = last ? wholeLines(text, last.range)[1] : about ? wholeLines(text, [about.index, about.index + about[0].length])[1] : 0;
  return insertLines(text, at, `${last ? "" : "\n"}source ${name} ${quoted(path)}\n`);
}
