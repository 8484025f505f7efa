// Every variant that was answered in this session, so that each can be returned to.

import { signal } from "@preact/signals";
import { conceptsOf } from "../answer/table";
import { Wording } from "../answer/wording";
import type { Answer } from "../store";

export interface Variant { text: string; title: string; change: string; finding: string; states: number; time: string }

export const variants = signal<Variant[]>([]);
const KEPT = 200;

/** The lines that differ between two texts, after what begins and ends alike is left out. */
export function changedLines(before: string, after: string): { gone: string[]; come: string[] } {
  const [a, b] = [before.split("\n"), after.split("\n")];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [gone, come] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  return { gone: gone.filter((line) => !come.includes(line)), come: come.filter((line) => !gone.includes(line)) };
}

export function describeChange(before: string, after: string): string {
  const { gone, come } = changedLines(before, after);
  const lines = [...come.map((line) => `+ ${line.trim()}`), ...gone.map((line) => `− ${line.trim()}`)].filter((line) => line.length > 2);
  if (lines.length === 0) return before === after ? "the same text" : "lines in another order";
  return lines.slice(0, 2).join("   ") + (lines.length > 2 ? `   and ${lines.length - 2} more lines` : "");
}

export function finding(answer: Answer): string {
  const { table } = answer;
  const words = new Wording(answer.conflict);
  const rows: { row: number; strength: number }[] = [];
  for (let row = 0; row < table.count; row++) if (table.equilibria[row]) rows.push({ row, strength: conceptsOf(table, table.equilibria[row]!).length });
  if (answer.large) return `${answer.large.equilibria["nash"]?.count ?? "?"} Nash equilibria`;
  const best = Math.max(0, ...rows.map((r) => r.strength));
  const top = rows.filter((r) => r.strength === best);
  if (!top.length) return "nothing can hold";
  const named = top.slice(0, 3).map((r) => words.title(table, r.row));
  return named.join(" · ") + (top.length > 3 ? ` and ${top.length - 3} more` : "");
}

export function record(text: string, answer: Answer, before: Answer | null) {
  const known = variants.value;
  if (known.at(-1)?.text === text) return;
  const same = before !== null && before.conflict.conflict === answer.conflict.conflict;
  const variant = {
    text,
    title: answer.conflict.conflict,
    change: same ? describeChange(before.text, text) : "opened",
    finding: finding(answer),
    states: answer.table.count,
    time: new Date().toLocaleTimeString(),
  };
  variants.value = [...known, variant].slice(-KEPT);
}
