// The text laid out by the program, around mistakes: a line that the program cannot read stays as it is, and what stands around it is laid out.

import { ask } from "../answer/live";
import { setText } from "../editor/editor";
import * as store from "../store";
import { keepHistory } from "./keeping";

const ROUNDS = 5; // a line that is left out may be what others need
const HOLE = /^(\s*)# \u27e6(\d+)\u27e7$/;

interface Laid { text: string; left: number }

/** null: it cannot be laid out. */
async function laidOut(text: string): Promise<Laid | null> {
  const lines = text.split("\n");
  const holes = new Set<number>();
  for (let round = 0; round < ROUNDS; round++) {
    const now = lines.map((line, at) => (holes.has(at) ? `${/^\s*/.exec(line)![0]}# \u27e6${at}\u27e7` : line)).join("\n");
    const ran = await ask<never>("fmt", [], undefined, now);
    if (ran.exit === 0 && ran.text) return filled(ran.text, lines, holes.size);
    const wrong = await mistaken(now);
    if (!wrong.some((at) => !holes.has(at))) return null;
    for (const at of wrong) holes.add(at);
  }
  return null;
}

async function mistaken(text: string): Promise<number[]> {
  const ran = await ask<{ files: store.Checked[] }>("check", ["--format", "json"], undefined, text);
  return ran.result?.files[0]?.diagnostics.filter((one) => one.severity === "error").map((one) => one.line - 1) ?? [];
}

/** The lines that were left out, each in its place again. */
function filled(text: string, lines: string[], holes: number): Laid | null {
  let found = 0;
  const all = text.split("\n").map((line) => {
    const hole = HOLE.exec(line);
    if (!hole) return line;
    found++;
    return hole[1]! + lines[Number(hole[2])]!.trimStart();
  });
  return found === holes ? { text: all.join("\n"), left: holes } : null;
}

export async function format(): Promise<void> {
  const [text, document] = [store.text.peek(), store.document.peek()];
  const laid = await laidOut(text);
  if (store.text.peek() !== text || store.document.peek() !== document) return store.tell("The text has moved on meanwhile: lay it out again.");
  if (!laid) return store.tell("The text cannot be laid out around its mistakes: mend them first.");
  keepHistory();
  setText(laid.text);
  if (laid.left) store.tell(`Laid out, but for ${laid.left === 1 ? "a line" : `${laid.left} lines`} with a mistake.`);
}
