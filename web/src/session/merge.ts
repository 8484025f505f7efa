// Two versions of a text with a common origin, merged line by line (diff3). Lines that only one of them
// changed are taken from it; if both changed the same lines, there is no merge, and a person is asked.

import type { Edit } from "../text/edits";

type Block = [from: number, to: number, others: number]; // lines of the base that stand unchanged in the other, from `others` on

const MOST = 4000; // lines beyond those that begin and end alike: the table of a comparison grows with the square

/** The longest common lines, as blocks; null if there is too much to compare. */
function common(base: string[], other: string[]): Block[] | null {
  let head = 0;
  while (head < base.length && head < other.length && base[head] === other[head]) head++;
  let tail = 0;
  while (tail < base.length - head && tail < other.length - head && base[base.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  const [n, m] = [base.length - head - tail, other.length - head - tail];
  if (n > MOST || m > MOST) return null;
  const width = m + 1;
  const length = new Uint16Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--) length[i * width + j] = base[head + i] === other[head + j] ? length[(i + 1) * width + j + 1]! + 1 : Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!);
  const pairs: [number, number][] = Array.from({ length: head }, (_, at) => [at, at]);
  for (let i = 0, j = 0; i < n && j < m; )
    if (base[head + i] === other[head + j]) pairs.push([head + i++, head + j++]);
    else if (length[(i + 1) * width + j]! >= length[i * width + j + 1]!) i++;
    else j++;
  for (let at = tail; at > 0; at--) pairs.push([base.length - at, other.length - at]);
  const blocks: Block[] = [];
  for (const [a, b] of pairs) {
    const last = blocks.at(-1);
    if (last && last[1] === a && last[2] + (a - last[0]) === b) last[1] = a + 1;
    else blocks.push([a, a + 1, b]);
  }
  return blocks;
}

/** Where the line stands in the other text, or -1 if it was changed there. */
const placeIn = (blocks: Block[], line: number) => {
  const found = blocks.find(([from, to]) => line >= from && line < to);
  return found ? found[2] + line - found[0] : -1;
};

/** Null if both changed the same lines. */
export function merged(base: string, mine: string, theirs: string): string | null {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  const [o, a, b] = [base, mine, theirs].map((text) => text.split("\n")) as [string[], string[], string[]];
  const [inA, inB] = [common(o, a), common(o, b)];
  if (!inA || !inB) return null;
  const result: string[] = [];
  let [at, i, j] = [0, 0, 0];
  while (at <= o.length) {
    // The next line of the base that stands in both, or the end of all three.
    let next = at;
    while (next < o.length && (placeIn(inA, next) < i || placeIn(inB, next) < j)) next++;
    const [k, l] = next < o.length ? [placeIn(inA, next), placeIn(inB, next)] : [a.length, b.length];
    const [was, my, their] = [o.slice(at, next), a.slice(i, k), b.slice(j, l)].map((lines) => lines.join("\n"));
    const [mineChanged, theirsChanged] = [my !== was || k - i !== next - at, their !== was || l - j !== next - at];
    if (mineChanged && theirsChanged && !(my === their && k - i === l - j)) return null;
    result.push(...(mineChanged ? a.slice(i, k) : b.slice(j, l)));
    if (next >= o.length) break;
    result.push(o[next]!);
    [at, i, j] = [next + 1, k + 1, l + 1];
  }
  return result.join("\n");
}

/** What turns one text into the other: the lines that differ, so that places in the others are kept. */
export function differences(before: string, after: string): Edit[] {
  if (before === after) return [];
  const [a, b] = [before.split("\n"), after.split("\n")];
  const blocks = common(a, b);
  if (!blocks) return [{ from: 0, to: before.length, insert: after }];
  const starts = [0];
  for (const line of a) starts.push(starts.at(-1)! + line.length + 1);
  const edits: Edit[] = [];
  let [at, other] = [0, 0];
  for (const [from, to, others] of [...blocks, [a.length, a.length, b.length] as Block]) {
    const lines = b.slice(other, others);
    // The last line has no line break after it, so the one before it comes or goes with it.
    if (from === a.length && (at < from || lines.length)) edits.push({ from: Math.max(0, starts[at]! - 1), to: before.length, insert: `${at > 0 && lines.length ? "\n" : ""}${lines.join("\n")}` });
    else if (at < from || lines.length) edits.push({ from: starts[at]!, to: starts[from]!, insert: lines.map((line) => `${line}\n`).join("") });
    [at, other] = [to, others + to - from];
  }
  return edits;
}
