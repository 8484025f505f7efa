// The answer follows the text. A moment after the last key, the model is checked, outlined and solved; a new
// key stops what is still running. Solving is one question, whatever the size: few states come as a list,
// many as counts and examples. A screen that shows a long list asks for it.

import { batch, effect } from "@preact/signals";
import * as api from "../api";
import { inUnits, type Outline } from "../model/outline";
import { record } from "../session/timeline";
import * as store from "../store";
import { endQuestions } from "./asking";
import type { Solution } from "./solution";
import { tableOf, tableOfCsv } from "./table";
import { learnVerdicts } from "./wording";

export const LISTED = 5000; // states that are listed unasked
const AT_ONCE = 64; // of those, so many come with the answer; more follow it
const BESIDE = 500; // milliseconds after which the rest is asked beside the answer
export const LISTABLE = 200_000; // states that are listed without a question about which

let current: AbortController | null = null;
let listing: AbortController | null = null;
let lastTook = 0;
let answers = 0;

export const ask = <T>(verb: string, args: string[], signal?: AbortSignal, text = store.text.value) =>
  api.run<T>({ verb, text, path: store.folder.value, args }, signal);

/** What is solved beyond what is always: the concepts that specialists ask for. */
const alsoUnder = () => (store.alsoUnder.peek() ? ["--concept", `default,${store.alsoUnder.peek()}`] : []);

/** The answer to a text; long work reports its progress. */
export async function solve(text: string, args: string[], tell: (progress: api.Progress | null) => void, signal?: AbortSignal): Promise<Solution> {
  const ran = await api.job<Solution>({ verb: "solve", text, path: store.folder.peek(), args: ["--format", "json", ...alsoUnder(), ...args], now: true }, tell, signal);
  if (!ran.result) throw api.failed(ran, "the conflict was not solved");
  return ran.result;
}

function progressed(what: string, progress: api.Progress | null) {
  if (store.running.value) store.running.value = { ...store.running.value, what, progress };
}

/** When what is there now has been drawn; soon in a page that nobody sees. */
const drawn = () =>
  new Promise<void>((done) => {
    if (typeof requestAnimationFrame !== "undefined") requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 50);
  });

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
    const before = store.answer.value;
    // As if it were sound: the answer is shown as soon as it is solved; what is wrong, and where everything stands, is asked when that is done, or
    // takes long, so that it takes no processor from what one waits for.
    const solved = solve(text, ["--list", String(AT_ONCE), "--with-model"], (progress) => progressed("solving", progress), signal).catch((reason: unknown) => reason as Error);
    const after = Promise.race([solved.then(drawn), new Promise((done) => setTimeout(done, BESIDE))]);
    const checked = after.then(() => ask<{ files: store.Checked[] }>("check", ["--format", "json", "--coverage"], signal, text)).then((ran) => {
      const found = ran.result?.files[0];
      if (!found) throw api.failed(ran, "the model could not be checked");
      batch(() => {
        store.checked.value = found;
        store.checkedText.value = text;
      });
      return found;
    });
    const outlined = after.then(() => ask<Outline>("outline", ["--format", "json"], signal, text)).then((ran) => {
      if (ran.result && text === store.text.value) store.outline.value = { text, outline: inUnits(ran.result, text) };
    });
    outlined.catch(() => undefined);
    checked.catch(() => undefined);
    const solution = await solved;
    if (signal.aborted) return;
    if (solution instanceof Error) {
      await Promise.all([checked, outlined]);
      if ((await checked).ok) throw solution;
      return;
    }
    const { model: conflict } = solution;
    if (!conflict) throw new api.ApiError(0, "the program does not tell the model", "it is of another version than this page: build both anew");
    const took = performance.now() - begun;
    lastTook = took;
    learnVerdicts(solution.verdicts ?? []);
    batch(() => {
      store.forget();
      store.learn([...solution.named, ...solution.groups.flatMap((group) => group.examples.map((state) => ({ ...state, equilibrium: group.equilibrium })))]);
      if (store.listing.value?.text !== text) store.listing.value = null;
      if (store.answer.peek()) store.carryStates(store.answer.peek()!.conflict, conflict);
      store.answer.value = { text, conflict, solution, table: tableOf(solution), took, serial: ++answers };
      store.running.value = null; // the remaining questions delay nobody
    });
    const answered = store.answer.value!;
    await drawn();
    if (store.answer.value === answered) record(text, answered, before);
    await Promise.all([checked, outlined, listFew(answered, signal)]);
  } catch (reason) {
    if (!signal.aborted) store.fail(reason);
  } finally {
    if (current === control) {
      store.running.value = null;
      current = null;
    }
  }
}

/** The states of an answer that came without them, where they are few. */
async function listFew(answer: store.Answer, signal: AbortSignal): Promise<void> {
  if (answer.table || !isListed(answer.solution)) return;
  const solution = await solve(answer.text, ["--list", String(LISTED)], () => undefined, signal);
  if (!signal.aborted && store.answer.value === answer) store.answer.value = { ...answer, solution, table: tableOf(solution) };
}

/** Whether its states are listed unasked, now or in a moment. */
export const isListed = (solution: Solution) => !solution.stopped && BigInt(solution.states.feasible) <= BigInt(LISTED);

/** What the program has against an expression, as data: with CSV it says so as text alone. */
async function refusal(text: string, where: string | null): Promise<string | null> {
  if (!where) return null;
  const ran = await ask<never>("states", ["--format", "json", "--list", "0", "--where", where], undefined, text);
  const { message, help } = api.problemOf(ran, "");
  return message ? `${message}${help ? ` — ${help}` : ""}` : null;
}

/** In how many states it holds. */
async function counted(answer: store.Answer, where: string | null): Promise<string> {
  if (!where) return answer.solution.states.feasible;
  const ran = await ask<{ count: string }>("states", ["--format", "json", "--list", "0", "--where", where], undefined, answer.text);
  return ran.result?.count ?? "?";
}

/** States listed: those in which an expression holds, or all of them. */
export async function list(where: string | null, limit: number): Promise<void> {
  const answer = store.answer.value;
  if (!answer) return;
  listing?.abort();
  const control = new AbortController();
  listing = control;
  const running = { what: "listing", progress: null, since: performance.now() };
  store.running.value = running;
  try {
    const args = ["--format", "csv", "--list", String(limit), ...alsoUnder(), ...(where ? ["--where", where] : [])];
    const ran = await api.job<never>({ verb: "solve", text: answer.text, path: store.folder.peek(), args, now: true }, (progress) => progressed("listing", progress), control.signal);
    if (ran.exit !== 0) throw api.failed(ran, (await refusal(answer.text, where)) ?? "the states were not listed");
    if (control.signal.aborted || store.answer.value !== answer) return;
    const table = tableOfCsv(ran.text);
    store.listing.value = { text: answer.text, where, count: table.count < limit ? String(table.count) : await counted(answer, where), table };
  } finally {
    if (listing === control) {
      listing = null;
      if (!current) store.running.value = null;
    }
  }
}

export function stop() {
  const asked = current !== null;
  current?.abort();
  listing?.abort();
  endQuestions();
  current = listing = null;
  if (asked && store.running.value) store.tell("Stopped. The answer shown is of an earlier text; type or press Ctrl+Enter to ask again.");
  store.running.value = null;
}

/** Answers a moment after each change: soon if answers are quick, later if they are slow. */
export function follow() {
  let timer = 0;
  effect(() => {
    const text = store.text.value;
    void store.folder.value;
    void store.opened.value;
    const busy = current !== null; // one who types faster than is answered is not asked about at every key
    current?.abort();
    listing?.abort();
    endQuestions(); // what is asked about the answer there was is of no use to the next one
    clearTimeout(timer);
    if (text === "") return;
    const wait = Math.min(150, lastTook / 4 - 60);
    if (busy || wait > 0) timer = window.setTimeout(() => void answerNow(), Math.max(10, wait));
    else queueMicrotask(() => { if (text === store.text.peek()) void answerNow(); });
  });
  addEventListener("pagehide", () => api.stopJobs());
}
