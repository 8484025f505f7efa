// Reports that a model begins from, or that add to it: which ones are read, and a person's corrections of
// their statements. Kept in the browser until a draft is made. The program reads and drafts; words stand
// where its ledger says.

import { effect, signal } from "@preact/signals";
import * as api from "../api";
import { setText } from "../editor/editor";
import * as store from "../store";
import { Bytes, type Range } from "../text/bytes";
import { nameFrom } from "../text/edits";
import { openDrafted } from "./document";
import { keepHistory } from "./keeping";

export const KINDS = ["threat", "commitment", "demand", "offer", "refusal", "request", "accusation", "denial", "agreement", "report"] as const;

interface Told { text: string; words?: string; span: Range }
export interface Statement {
  id: number; source: string; sentence: Range; speaker: string | null; principal: string | null; kind: string;
  quote: Told | null; content?: Told | null; condition: Told | null;
}
/** What was found in a report, and the text its spans are of; null if that cannot be shown. */
interface ReadReport { statements: Statement[]; text: string | null; problem: string | null }
/** What a person says of a statement. */
interface Said { unused?: boolean; speaker?: string; kind?: string }
interface Desk { chosen: string[]; said: Record<string, Said>; pasted: string }

const EMPTY: Desk = { chosen: [], said: {}, pasted: "" };
export const desk = signal<Desk>(EMPTY);
export const read = signal<Record<string, ReadReport>>({}); // by report

const key = () => `stasis-reports:${store.session.peek()?.folder ?? ""}`;

/** What was on the desk when the page was left. */
export function keepDesk() {
  try {
    desk.value = { ...EMPTY, ...(JSON.parse(localStorage.getItem(key()) ?? "{}") as Partial<Desk>) };
  } catch {
    desk.value = EMPTY;
  }
  effect(() => {
    try {
      localStorage.setItem(key(), JSON.stringify(desk.value));
    } catch {
      store.tell("What you pasted is too large to be kept in this browser: add it to the folder soon.");
    }
  });
}

const wordsOf = (one: Statement) => one.quote ?? one.content ?? null;
/** The same statement as long as its words are the same. */
const keyOf = (one: Statement) => `${one.source}#${one.id} ${wordsOf(one)?.text ?? ""}`;

export const saidOf = (one: Statement): Said => desk.value.said[keyOf(one)] ?? {};

export function say(one: Statement, what: Said) {
  desk.value = { ...desk.value, said: { ...desk.value.said, [keyOf(one)]: { ...saidOf(one), ...what } } };
}

export function choose(report: string, on: boolean) {
  desk.value = { ...desk.value, chosen: [...desk.value.chosen.filter((one) => one !== report), ...(on ? [report] : [])] };
}

/** Finds who said what in a report. */
export async function readReport(report: string): Promise<void> {
  const note = (found: ReadReport) => { read.value = { ...read.value, [report]: found }; };
  try {
    const ran = await api.reports<{ reports: { source: string }[]; statements: Statement[] }>({ verb: "read", reports: [report], path: null, args: [] });
    if (!ran.result) return note({ statements: [], text: null, problem: api.problemOf(ran, ran.stderr || "it cannot be read").message });
    const there = await api.source(ran.result.reports[0]?.source ?? report).catch(() => null);
    note({ statements: ran.result.statements, text: there && !there.text.includes("\ufffd") ? there.text : null, problem: null });
  } catch (reason) {
    if (!(reason instanceof api.ApiError)) throw reason;
    note({ statements: [], text: null, problem: `${reason.message}${reason.help ? `: ${reason.help}` : ""}` });
  }
}

const plain = (source: string, words: string) =>
  /\.(x?html?|rss|atom)$/.test(source) ? (new DOMParser().parseFromString(words, "text/html").body.textContent ?? "") : words;

/** The sentence of a statement: what stands before its words, the words, what stands after them. */
export function passage(one: Statement, bytes: Bytes | null, text: string | null): [string, string, string] {
  const words = wordsOf(one);
  if (text === null || !bytes) return ["", words?.text ?? "", ""];
  const [from, to] = bytes.range(one.sentence);
  const [begin, end] = words ? bytes.range(words.span) : [from, to];
  return [text.slice(Math.min(from, begin), begin), text.slice(begin, end), text.slice(end, Math.max(to, end))].map((part) => plain(one.source, part)) as [string, string, string];
}

// --- reports that are not in the folder yet ---

export const isReport = (name: string) => /\.(txt|text|md|x?html?|eml|mbox|srt|vtt|rss|atom|pdf|docx?|odt|rtf|epub)$/i.test(name);

const base64 = (bytes: Uint8Array) => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
};

/** A plain name that the folder takes, its ending in small letters. */
const nameOf = (name: string) => {
  const [, stem = "report", ending = ".txt"] = /^(?:.*[/\\])?(.*?)(\.\w+)?$/s.exec(name) ?? [];
  return `${stem.replace(/[^\p{L}\p{N} _-]+/gu, "-").replace(/^[-. ]+/, "").slice(0, 80) || "report"}${ending.toLowerCase()}`;
};

/** Puts a report into the folder, never over another: under the next free name. */
export async function add(name: string, bytes: Uint8Array): Promise<void> {
  const wanted = nameOf(name);
  const encoded = base64(bytes);
  for (let n = 1; n < 100; n++) {
    const path = n === 1 ? wanted : wanted.replace(/(\.\w+)$/, `-${n}$1`);
    try {
      await api.putReport(path, encoded);
    } catch (reason) {
      if (!(reason instanceof api.ApiError) || reason.status !== 409) throw reason;
      continue;
    }
    return choose(path, true);
  }
}

/** What was pasted becomes a report, called by its first words. */
export async function addPasted(): Promise<void> {
  const { pasted } = desk.value;
  await add(`${nameFrom(pasted.trim().split(/\s+/).slice(0, 5).join(" "), []).slice(0, 40)}.txt`, new TextEncoder().encode(pasted));
  if (desk.value.pasted === pasted) desk.value = { ...desk.value, pasted: "" };
}

// --- the draft ---

const relative = (path: string, folder: string) => {
  const [names, above] = [path.split("/"), folder.split("/").slice(0, -1)];
  while (names.length > 1 && above.length && names[0] === above[0]) {
    names.shift();
    above.shift();
  }
  return "../".repeat(above.length) + names.join("/");
};

function corrections(reports: string[], model: string): string[] {
  return reports.flatMap((report) => read.value[report]?.statements ?? []).flatMap((one) => {
    const name = `${relative(one.source, model)}#${one.id}`;
    const { unused, speaker, kind } = saidOf(one);
    if (unused) return ["--reject", name];
    return [...(speaker === undefined || speaker === (one.speaker ?? "") ? [] : ["--speaker", `${name}=${speaker}`]), ...(kind === undefined || kind === one.kind ? [] : ["--kind", `${name}=${kind}`])];
  });
}

export const reportsUsed = () => desk.value.chosen.filter((report) => read.value[report]?.statements.some((one) => !saidOf(one).unused));

/** A model of its own from the chosen reports; or what they add to the one that is open, which undo takes back. */
export async function draft(toOpen: boolean): Promise<void> {
  const reports = reportsUsed();
  const [path, text, document] = toOpen ? [store.path.peek(), store.text.peek(), store.document.peek()] : [null, "", ""];
  const ran = await api.reports<never>({ verb: "draft", reports, path, text, args: [...(toOpen ? ["--keep", "-"] : []), ...corrections(reports, path ?? "")] });
  if (ran.exit !== 0 || !ran.text) throw api.failed(ran, ran.stderr.trim() || "no draft was made");
  if (toOpen && (store.document.peek() !== document || store.text.peek() !== text)) return store.tell("The model was changed meanwhile: nothing was added. Try it again.");
  if (toOpen) keepHistory();
  if (toOpen) setText(ran.text);
  else openDrafted(ran.text, reports.map((report) => report.replace(/.*\//, "").replace(/\.\w+$/, "")).join(", "));
  desk.value = { ...desk.value, chosen: [] };
  store.dialog.value = null;
  store.tell(`${/^(?:Drafted|Added) .*$/m.exec(ran.stderr)?.[0] ?? "Drafted."} ${toOpen ? "Undo takes it back." : "Read it against the reports: nothing of it is in a file until you save it."}`);
}
