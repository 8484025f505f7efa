// An answer to an open question of the model (stasis/questions-1), written into its text: the mark of doubt goes, a line that is not so
// becomes a comment, neighbours change places; and the words that say so are cited.

import type { Outline, OutlinePreference, Statement, Weight } from "../model/outline";
import type { Range } from "./bytes";
import { apply, cite, quoted, setAside, wholeLines, type Edit } from "./edits";

export interface OpenPoint { point: "line" | "pair" | "direction" | "order" | "assumption"; party: string; ranges: Range[] }
export interface Evidence { source: string; words: string }
type Line = Statement | Weight;

/** The edits, ranges of the point and the outline in UTF-16; none where the point is not found in the text. */
export function answerEdits(text: string, outline: Outline, point: OpenPoint, yes: boolean, evidence: Evidence | null): Edit[] {
  const [first, second] = point.ranges;
  if (!first) return [];
  if (point.point === "pair") return pairEdits(text, outline, first, yes, evidence);
  const found = lineAt(outline, first);
  if (!found) return [];
  if (point.point === "order") return second ? orderEdits(text, found, lineAt(outline, second), yes, evidence) : [];
  if (!yes) return setAside(text, found.lineRange);
  const mark = "markRange" in found && found.markRange && found.mark === "perhaps" ? [{ from: found.markRange[0], to: found.range[0], insert: "" }] : [];
  return [...mark, ...cited(text, found, evidence)];
}

const cited = (text: string, line: Line, evidence: Evidence | null) => (evidence ? cite(text, line.range, line.lineRange, evidence.source, evidence.words) : []);

function lineAt(outline: Outline, [begin]: Range): Line | null {
  for (const party of outline.parties)
    for (const line of [...(party.preference?.statements ?? []), ...(party.preference?.weights ?? [])]) if (line.range[0] === begin) return line;
  return null;
}

/** The lower line goes above the upper one, with its citations. */
function orderEdits(text: string, upper: Line, lower: Line | null, yes: boolean, evidence: Evidence | null): Edit[] {
  if (!lower) return [];
  if (yes) return cited(text, upper, evidence);
  const with_ = apply(text, cited(text, lower, evidence));
  const [from, to] = wholeLines(text, lower.lineRange);
  const moved = with_.slice(from, to + with_.length - text.length);
  const at = wholeLines(text, upper.lineRange)[0];
  return [{ from: at, to: at, insert: moved.endsWith("\n") ? moved : moved + "\n" }, { from, to, insert: "" }];
}

/** The pair is no longer unsure; where it is the other way round, the worse state goes just above the better one. A ranking cites nothing, so
 * the words stand in a comment. */
function pairEdits(text: string, outline: Outline, range: Range, yes: boolean, evidence: Evidence | null): Edit[] {
  const block = outline.unsure?.find((one) => one.pairs.some((pair) => pair.range[0] === range[0]));
  const pair = block?.pairs.find((one) => one.range[0] === range[0]);
  if (!block || !pair) return [];
  const edits = block.pairs.length > 1 ? [withoutPair(block.pairs.map((one) => one.range), range)] : [{ from: wholeLines(text, block.blockRange)[0], to: wholeLines(text, block.blockRange)[1], insert: "" }];
  const preference = outline.parties.find((one) => one.name === block.party)?.preference;
  if (!preference) return edits;
  if (!yes) edits.push(...exchanged(text, preference, pair.one, pair.other));
  const at = wholeLines(text, preference.lineRange)[0];
  if (evidence) edits.push({ from: at, to: at, insert: `# ${pair.one} and ${pair.other}: ${evidence.source} ${quoted(evidence.words)}\n` });
  return edits;
}

function withoutPair(all: Range[], range: Range): Edit {
  const at = all.findIndex((one) => one[0] === range[0]);
  const next = all[at + 1];
  return next ? { from: range[0], to: next[0], insert: "" } : { from: all[at - 1]![1], to: range[1], insert: "" };
}

function exchanged(text: string, preference: OutlinePreference, one: string, other: string): Edit[] {
  const placeOf = (name: string) => preference.classes.findIndex((tied) => tied.some((state) => state.state === name));
  const [better, worse] = [placeOf(one), placeOf(other)].sort((a, b) => a - b) as [number, number];
  if (better < 0) return [];
  const spans = preference.classes.map((tied): Range => [tied[0]!.range[0], tied.at(-1)!.range[1]]);
  const words = spans.map((span) => text.slice(...span));
  const order = [...words.slice(0, better), words[worse]!, ...words.slice(better, worse), ...words.slice(worse + 1)];
  return spans.flatMap(([from, to], k) => (order[k] === words[k] ? [] : [{ from, to, insert: order[k]! }]));
}
