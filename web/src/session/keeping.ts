// What is typed goes into the browser's database a moment later. When the page is left, the database may not
// finish in time, so the last words are written where writing does not wait, each document's under a name of
// its own, and go into the database when the next page begins.

import * as store from "../store";
import { changeAtOnce } from "./changes";
import * as drafts from "./drafts";
import { takeFields } from "./fields";

const PENDING = "stasis-pending:";
const SOON = 250; // milliseconds; not put off by the next key: who types on and on is kept, too

const MUCH = 500_000; // letters

let pending = 0;
let underWay = 0; // given to the database, which does not have it yet
let lastWords = 0; // when the page was left last
let keeping: Promise<void> = Promise.resolve();
let lastTime = 0;

/** The clock, which may be put back; what is kept later is later. */
function later(): number {
  lastTime = Math.max(Date.now(), lastTime + 1);
  return lastTime;
}

/** What is kept from now on is later than this. */
export const notBefore = (time: number) => { lastTime = Math.max(lastTime, time); };

function current(): drafts.Draft {
  return {
    document: store.document.peek(), title: store.title.peek(), path: store.path.peek(), root: store.session.peek()?.folder ?? null, folder: store.folder.peek(),
    revision: store.revision.peek(), saved: store.savedText.peek(), text: store.text.peek(), time: later(), unanswered: store.unanswered.peek(), crlf: store.crlf.peek(),
    gone: store.gone.peek(),
  };
}

/** Whether the browser keeps what is typed. */
export const keepsAll = () => store.unkept.peek() === null;

export function keepTyped() {
  pending ||= window.setTimeout(store.text.peek().length < MUCH ? () => void flush() : whenIdle, SOON);
}

/** A long text takes the browser ten milliseconds to hand over: between two keys, not under one. */
function whenIdle() {
  if (typeof requestIdleCallback === "undefined") void flush();
  else requestIdleCallback(() => void flush(), { timeout: 4 * SOON });
}

const LONG = 1_500_000; // letters, of which the browser's quick storage may not take the last ones

/** Whether leaving this very moment could lose what was typed last: then it is being kept, and a person may wait for it. */
export function keepsStill(): boolean {
  if (!pending && !underWay) return false;
  void flush();
  return store.text.peek().length + store.savedText.peek().length > LONG;
}

/** What is waiting to be kept is kept now; ends when the database has it. */
export function flush(): Promise<void> {
  if (!pending) return keeping;
  clearTimeout(pending);
  pending = 0;
  const draft = current();
  underWay++;
  keeping = drafts.keep(draft).then(() => kept(draft), (reason: unknown) => {
    const full = reason instanceof DOMException && reason.name === "QuotaExceededError";
    store.unkept.value = full ? "This browser has no room to keep what you type: save it to a file." : `This browser does not keep what you type (${reason instanceof Error ? reason.message : String(reason)}): save it to a file.`;
  }).finally(() => { underWay--; });
  return keeping;
}

function kept({ document, time }: drafts.Draft) {
  store.unkept.value = null;
  if (time < lastWords) return; // the last words are newer
  try {
    localStorage.removeItem(PENDING + document);
  } catch {
    // a browser without it holds no last words either
  }
}

/** The text as it is, to come back to. */
export function keepHistory() {
  const root = store.session.peek()?.folder ?? null;
  void drafts.keepVersion({ document: store.document.peek(), root, title: store.title.peek(), text: store.text.peek(), time: Date.now() }).catch(() => undefined);
}

/** The page is left: what still stands in a field counts. */
export function leaving() {
  takeFields();
  changeAtOnce();
  if (pending || underWay) {
    keepTyped(); // so that it is kept once more, and the last words go when that is done
    const words = current();
    lastWords = words.time;
    try {
      localStorage.setItem(PENDING + words.document, JSON.stringify(words));
    } catch {
      // too large: the database has all but the last moment
    }
  }
  void flush();
}

/** Last words of pages that were left, unless something newer is kept. */
export async function takePending(): Promise<void> {
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PENDING))) {
    const words = read(key);
    if (words && (await drafts.timeOf(words.document)) < words.time) await drafts.keep(words);
    localStorage.removeItem(key);
  }
}

/** Last words that were cut off while they were written say nothing, and keep nobody else's from being taken. */
function read(key: string): drafts.Draft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as drafts.Draft | null;
  } catch {
    return null;
  }
}
