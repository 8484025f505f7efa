// What is typed goes into the browser's database a moment later. When the page is left the database may not be done in time, so the last words
// go where writing does not wait, each document's under a name of its own, and into the database when the next page begins.

import * as store from "../store";
import { changeAtOnce } from "./changes";
import * as drafts from "./drafts";
import { takeFields } from "./fields";

const PENDING = "stasis-pending:";
const SOON = 250; // milliseconds; not put off by the next key: who types on and on is kept, too

let pending = 0;
let failed = false;
let keeping: Promise<void> = Promise.resolve();

function current(): drafts.Draft {
  return {
    document: store.document.peek(), title: store.title.peek(), path: store.path.peek(), folder: store.folder.peek(), revision: store.revision.peek(),
    saved: store.savedText.peek(), text: store.text.peek(), time: Date.now(),
  };
}

/** Whether the browser keeps what is typed. */
export const keepsAll = () => !failed;

export function keepTyped() {
  pending ||= window.setTimeout(() => void flush(), SOON);
}

/** What is waiting to be kept is kept now; ends when the database has it. */
export function flush(): Promise<void> {
  if (!pending) return keeping;
  clearTimeout(pending);
  pending = 0;
  const draft = current();
  keeping = drafts.keep(draft).then(() => kept(draft.document), () => {
    if (!failed) store.tell("This browser has no room to keep what you type: save it to a file.");
    failed = true;
  });
  return keeping;
}

function kept(document: string) {
  failed = false;
  try {
    localStorage.removeItem(PENDING + document);
  } catch {
    // a browser without it holds no last words either
  }
}

/** The text as it is, to come back to. */
export function keepHistory() {
  void drafts.keepVersion({ document: store.document.peek(), title: store.title.peek(), text: store.text.peek(), time: Date.now() }).catch(() => undefined);
}

/** The page is left: what still stands in a field counts. */
export function leaving() {
  takeFields();
  changeAtOnce();
  if (pending) {
    try {
      localStorage.setItem(PENDING + store.document.peek(), JSON.stringify(current()));
    } catch {
      // too large: the database has all but the last moment
    }
  }
  void flush();
}

/** Last words of pages that were left, unless something newer is kept. */
export async function takePending(): Promise<void> {
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PENDING))) {
    const words = JSON.parse(localStorage.getItem(key) ?? "null") as drafts.Draft | null;
    if (words && (await drafts.timeOf(words.document)) < words.time) await drafts.keep(words);
    localStorage.removeItem(key);
  }
}
