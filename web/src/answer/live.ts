// The answer follows the text: a moment after the last key the model is checked, outlined and solved; a new key stops what is
// still running. What takes long goes through a job, which tells its progress and can be stopped.

import { batch, effect } from "@preact/signals";
import * as api from "../api";
import type { Conflict } from "../model/conflict";
import { inUnits, type Outline } from "../model/outline";
import { record } from "../session/timeline";
import * as store from "../store";
import { problemOf } from "./said";
import { parseTable } from "./table";

const LISTED = 200_000; // states that are listed without being asked for
const DIRECT = 5000; // states up to which a run is not worth a job

let current: AbortController | null = null;
let lastTook = 0;
let lastStates = 0;

export const ask = <T>(verb: string, args: string[], signal?: AbortSignal, text = store.text.value) =>
  api.run<T>({ verb, text, path: store.folder.value, args }, signal);

interface Solved { text: string; states: number; where: string | null; limit: number }

async function solve({ text, states, where, limit }: Solved, signal: AbortSignal): Promise<string> {
  const args = ["--format", "csv", "--list", String(limit), ...(where ? ["--where", where] : [])];
  const question = { verb: "solve", text, path: store.folder.value, args };
  const ran = states <= DIRECT ? await api.run<never>(question, signal) : await api.job<never>(question, (progress) => progressed("solving", progress), signal);
  if (ran.exit !== 0) throw failed(ran, "the conflict was not solved");
  return ran.text;
}

function failed(ran: { exit: number; stderr: string }, otherwise: string): api.ApiError {
  const { message, help } = problemOf(ran.stderr, otherwise);
  return new api.ApiError(ran.exit, message, help);
}

function progressed(what: string, progress: api.Progress | null) {
  if (store.running.value) store.running.value = { ...store.running.value, what, progress };
}

async function counts(text: string, signal: AbortSignal): Promise<store.Large> {
  const question = { verb: "solve", text, path: store.folder.value, args: ["--format", "json", "--list", "12"] };
  const ran = await api.job<{ states: { feasible: string }; equilibria: store.Large["equilibria"]; statusQuo: string | null }>(question, (p) => progressed("counting", p), signal);
  if (!ran.result) throw failed(ran, "the states were not counted");
  return { feasible: ran.result.states.feasible, equilibria: ran.result.equilibria, statusQuo: ran.result.statusQuo };
}

/** Checks, outlines and solves the text there is. */
export async function answerNow(): Promise<void> {
  current?.abort();
  const control = new AbortController();
  current = control;
  const { signal } = control;
  const text = store.text.value;
  const begun = performance.now();
  store.running.value = { what: "checking", progress: null, since: begun };
  store.problem.value = null;
  try {
    const known = store.answer.value;
    // What is small is solved at once, beside the check, as if it were sound: one wait instead of two.
    const early = lastStates <= DIRECT ? solve({ text, states: 0, where: null, limit: DIRECT }, signal).catch((reason: unknown) => reason) : null;
    const [check, outlined, exported] = await Promise.all([
      ask<{ files: store.Checked[] }>("check", ["--format", "json", "--coverage"], signal, text),
      ask<Outline>("outline", ["--format", "json"], signal, text),
      ask<Conflict>("export", ["--format", "json"], signal, text),
    ]);
    if (signal.aborted) return;
    const checked = check.result?.files[0] ?? null;
    if (!checked) throw failed(check, "the model could not be checked");
    const states = Number(checked.states ?? 0);
    batch(() => {
      store.checked.value = checked;
      store.checkedText.value = text;
      if (outlined.result) store.outline.value = { text, outline: inUnits(outlined.result, text) };
    });
    if (!checked.ok || !exported.result) return;
    const large = states > LISTED ? await counts(text, signal) : null;
    const first = states <= DIRECT && early ? await early : null;
    const csv = typeof first === "string" ? first : await solve({ text, states, where: null, limit: large ? 4096 : LISTED }, signal);
    if (signal.aborted) return;
    lastStates = states;
    const table = parseTable(csv);
    const took = performance.now() - begun;
    lastTook = took;
    store.answer.value = { text, conflict: exported.result, table, large, took, where: null };
    record(text, store.answer.value, known);
  } catch (reason) {
    if (!signal.aborted) store.fail(reason);
  } finally {
    if (current === control) {
      store.running.value = null;
      current = null;
    }
  }
}

/** The rows of the table asked anew: only some states, or more of them than are listed by themselves. */
export async function list(where: string | null, limit: number): Promise<void> {
  const known = store.answer.value;
  if (!known) return;
  current?.abort();
  const control = new AbortController();
  current = control;
  store.running.value = { what: "listing", progress: null, since: performance.now() };
  try {
    const csv = await solve({ text: known.text, states: Number(store.checked.value?.states ?? 0), where, limit }, control.signal);
    if (!control.signal.aborted) store.answer.value = { ...known, table: parseTable(csv), where };
  } finally {
    if (current === control) {
      store.running.value = null;
      current = null;
    }
  }
}

export function stop() {
  current?.abort();
  current = null;
  if (store.running.value) store.tell("Stopped. The answer shown is of an earlier text; type or press Ctrl+Enter to ask again.");
  store.running.value = null;
}

/** Answers a moment after each change: soon where answers are quick, later where they are slow. */
export function follow() {
  let timer = 0;
  effect(() => {
    const text = store.text.value;
    store.folder.value;
    store.opened.value;
    current?.abort();
    clearTimeout(timer);
    if (text === "") return;
    timer = window.setTimeout(() => void answerNow(), Math.max(15, Math.min(150, lastTook / 2 - 40)));
  });
}
