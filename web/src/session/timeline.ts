// Every variant that was answered in this session, so that each can be returned to.

import { signal } from "@preact/signals";
import type { Solution } from "../answer/solution";
import { number, Wording } from "../answer/wording";
import * as store from "../store";
import type { Answer } from "../store";

/** Of which document it is a variant: returning to it never puts one document into another. */
export interface Variant { document: string; path: string | null; folder: string | null; text: string; title: string; change: string; finding: string; time: string }

export const variants = signal<Variant[]>([]);
const KEPT = 200;

/** Both without most of the whole lines that they begin with alike: a long text is not taken apart for a change of a few words. */
function between(a: string, b: string): [string, string] {
  const most = Math.min(a.length, b.length);
  let step = 1 << 16;
  let from = 0; // up to here they are alike
  for (; step > 64; step >>= 2) while (from + step < most && a.slice(from, from + step) === b.slice(from, from + step)) from += step;
  from = from && a.lastIndexOf("\n", from - 1) + 1;
  let end = 0;
  for (step = 1 << 16; step > 64; step >>= 2) while (end + step < most - from && a.slice(a.length - end - step, a.length - end) === b.slice(b.length - end - step, b.length - end)) end += step;
  const line = a.indexOf("\n", a.length - end); // the end begins behind this one
  const kept = end === 0 || line < 0 ? 0 : a.length - line;
  return [a.slice(from, a.length - kept), b.slice(from, b.length - kept)];
}

/** The lines that differ between two texts, after what begins and ends alike is left out. */
export function changedLines(before: string, after: string): { gone: string[]; come: string[] } {
  const [a, b] = between(before, after).map((text) => text.split("\n")) as [string[], string[]];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [gone, come] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const [inGone, inCome] = [new Set(gone), new Set(come)];
  return { gone: gone.filter((line) => !inCome.has(line)), come: come.filter((line) => !inGone.has(line)) };
}

export function describeChange(before: string, after: string): string {
  const { gone, come } = changedLines(before, after);
  const lines = [...come.map((line) => `+ ${line.trim()}`), ...gone.map((line) => `− ${line.trim()}`)].filter((line) => line.length > 2);
  if (lines.length === 0) return before === after ? "the same text" : "lines in another order";
  return lines.slice(0, 2).join("   ") + (lines.length > 2 ? `   and ${lines.length - 2} more lines` : "");
}

/** The states that hold under the most concepts: the first group of the answer. */
export function finding(solution: Solution, words: Wording): string {
  const best = solution.groups[0];
  if (!best) return solution.stopped ? "not finished" : "nothing can hold";
  const named = best.examples.slice(0, 3).map((state) => words.inWords(state));
  const more = BigInt(best.count) - BigInt(named.length);
  return named.join(" · ") + (more > 0n ? ` and ${number(String(more))} more` : "");
}

export function record(text: string, answer: Answer, before: Answer | null) {
  const all = variants.value;
  const last = all.at(-1);
  if (last?.text === text && last.document === store.document.value) return;
  const variant: Variant = {
    document: store.document.value, path: store.path.value, folder: store.folder.value, text,
    title: answer.conflict.conflict,
    change: before !== null && last?.document === store.document.value ? describeChange(before.text, text) : "opened",
    finding: finding(answer.solution, new Wording(answer.conflict)),
    time: new Date().toLocaleTimeString(),
  };
  variants.value = [...all, variant].slice(-KEPT);
}
