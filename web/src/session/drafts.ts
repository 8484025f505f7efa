// What has been typed and is not in a file, kept in the browser's own database: every document with its
// history, so that nothing is lost by closing, reloading, a crash or the end of the server. A draft belongs
// to the tab that holds its lock; other drafts are offered.

import { openDB, type DBSchema, type IDBPDatabase } from "idb";

export interface Draft {
  document: string; // a name of its own
  title: string;
  path: string | null;
  root?: string | null; // the folder the studio was started on: a path means a file only there
  folder: string | null;
  revision: string | null;
  saved: string; // the text as it was opened or saved last
  text: string;
  time: number;
  unanswered?: string[]; // texts sent to be saved whose answer never came: the file may have one of them
  crlf?: boolean; // the file ends its lines with CR LF
  gone?: boolean; // the file is no longer there: this is the only copy
}
export interface Version { id?: number; document: string; root?: string | null; title: string; text: string; time: number }

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft; indexes: { time: number } };
  versions: { key: number; value: Version; indexes: { document: string } };
}

const KEPT_VERSIONS = 50; // of each document
const LOCK = "stasis-draft:";

let database: Promise<IDBPDatabase<Schema>> | null = null;
const forgetDatabase = () => { database = null; };

/** A database that was closed (site data cleared, a newer page) is opened anew the next time. */
const open = () =>
  (database ??= openDB<Schema>("stasis-studio", 1, {
    upgrade(db) {
      db.createObjectStore("drafts", { keyPath: "document" }).createIndex("time", "time");
      db.createObjectStore("versions", { keyPath: "id", autoIncrement: true }).createIndex("document", "document");
    },
    blocking(_, __, event) {
      (event.target as IDBDatabase).close();
      forgetDatabase();
    },
    terminated: forgetDatabase,
  }).catch((reason: unknown) => {
    forgetDatabase();
    throw reason;
  }));

/** Only what differs from where it began, or is in no file any more, is a draft; what does not is taken out. Drafts stay until they are saved or
    thrown away. */
export async function keep(draft: Draft): Promise<void> {
  const write = async () => {
    const db = await open();
    await (draft.text === draft.saved && !draft.gone ? db.delete("drafts", draft.document) : db.put("drafts", draft));
  };
  await write().catch((reason: unknown) => {
    // The connection may have been closed without a word: once more with a new one.
    if (!(reason instanceof DOMException) || reason.name === "QuotaExceededError") throw reason;
    forgetDatabase();
    return write();
  });
}

/** A text of the document to come back to. */
export async function keepVersion(version: Version): Promise<void> {
  const db = await open();
  const before = await db.getAllKeysFromIndex("versions", "document", version.document);
  const last = before.at(-1);
  if (last !== undefined && (await db.get("versions", last))?.text === version.text) return;
  await db.add("versions", version);
  for (const old of before.slice(0, Math.max(0, before.length + 1 - KEPT_VERSIONS))) await db.delete("versions", old);
}

/** The newest first. */
export const drafts = async (): Promise<Draft[]> => (await (await open()).getAllFromIndex("drafts", "time")).reverse();
export const draft = async (document: string): Promise<Draft | undefined> => (await open()).get("drafts", document);
/** When it was kept last; 0: never. */
export const timeOf = async (document: string): Promise<number> => (await draft(document))?.time ?? 0;
/** Texts of a document; of a file also those of earlier times it was open. The newest first. */
export const versions = async (document: string, path: string | null, root: string | null): Promise<Version[]> =>
  (await (await open()).getAll("versions")).filter((version) => version.document === document || (path !== null && version.title === path && inFolder(version, root))).reverse();

/** Whether a path of this means a file of that folder; who does not say which is from before there was a choice. */
export const inFolder = (of: { root?: string | null }, root: string | null) => of.root === undefined || of.root === root;

export async function remove(document: string): Promise<void> {
  const db = await open();
  await db.delete("drafts", document);
  for (const old of await db.getAllFromIndex("versions", "document", document)) await db.delete("versions", old.id!);
}

// --- who holds what ---

let held: { document: string; release: () => void } | null = null;

/** This tab works on the document, as long as it lives or until it holds another; false where another tab has it. */
export function hold(document: string): Promise<boolean> {
  if (held?.document === document) return Promise.resolve(true);
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((tell) => {
    void navigator.locks.request(LOCK + document, { ifAvailable: true }, (lock) => {
      tell(lock !== null);
      if (!lock) return undefined;
      held?.release();
      return new Promise<void>((done) => { held = { document, release: done }; });
    }).catch(() => tell(true));
  });
}

/** The same right after a reload, when the page that was left may still have it for a moment. */
export async function holdAgain(document: string): Promise<boolean> {
  for (let at = 0; at < 8; at++) {
    if (await hold(document)) return true;
    await new Promise((done) => setTimeout(done, 100));
  }
  return false;
}

/** Documents that some tab works on. */
export async function heldDocuments(): Promise<Set<string>> {
  const { held } = (await navigator.locks?.query()) ?? { held: [] };
  return new Set((held ?? []).map((lock) => lock.name ?? "").filter((name) => name.startsWith(LOCK)).map((name) => name.slice(LOCK.length)));
}
