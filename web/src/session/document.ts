// The document: where it comes from, where it is saved. A file is changed only by an explicit save, or by saving as one types once
// that is switched on; and never over a newer version, which is shown instead.

import { batch, effect } from "@preact/signals";
import * as api from "../api";
import { ask } from "../answer/live";
import { setText } from "../editor/editor";
import * as store from "../store";

const FLAGSHIP = "foreign-troops";
const DRAFT = "stasis-draft";

const TEMPLATE = `conflict "A new conflict"
about "What is it about? Who stands against whom?"

party First "The first party"
  option act "Act"
party Second "The second party"
  option answer "Answer"

status quo none

prefer First
  not answer
  act
prefer Second
  answer if act
  not answer
`;

function open(text: string, path: string | null, folder: string | null, revision: string | null, title: string) {
  batch(() => {
    store.answer.value = null;
    store.checked.value = null;
    store.outline.value = null;
    store.problem.value = null;
    store.chosen.value = null;
    store.chosenParty.value = null;
    store.path.value = path;
    store.folder.value = folder;
    store.revision.value = revision;
    store.savedText.value = text;
    store.title.value = title;
    store.saveConflict.value = null;
    store.autosave.value = false;
    setText(text, true);
    store.text.value = text;
    store.opened.value = store.opened.peek() + 1;
  });
}

export async function openGallery(name: string) {
  const entry = await api.gallery(name);
  open(entry.text, null, `gallery:${name}`, null, name);
}

export async function openFile(path: string) {
  if (path.endsWith(".gmcr")) {
    store.tell(`${path} is a file of GMCR+: turn it into text first with \`stasis import ${path}\`.`);
    return;
  }
  const found = await api.file(path);
  open(found.text, found.path, found.path, found.revision, found.path);
}

export function openNew() {
  open(TEMPLATE, null, null, null, "new");
}

export const cannotSave = () => (store.session.value?.readOnly ? "The studio was started with --read-only" : null);

/** Writes the text to its file; without one asks where. */
export async function save(path = store.path.value): Promise<void> {
  if (cannotSave()) return store.tell(cannotSave()!);
  if (!path) {
    store.dialog.value = "save";
    return;
  }
  const text = store.text.value;
  const same = path === store.path.value;
  try {
    const { revision } = await api.save(path, text, same ? store.revision.value : null);
    batch(() => {
      store.path.value = path;
      store.title.value = path;
      store.folder.value = path;
      store.revision.value = revision;
      store.savedText.value = text;
      store.saveConflict.value = null;
      store.dialog.value = null;
    });
    if (!store.autosave.value) store.tell(`Saved to ${path}.`);
  } catch (reason) {
    if (!(reason instanceof api.ApiError) || reason.status !== 409) throw reason;
    if (!same) throw new api.ApiError(409, `${path} is there already`, "choose another name, or open that file");
    store.saveConflict.value = { text: String(reason.body["text"] ?? ""), revision: String(reason.body["revision"] ?? "") };
    store.dialog.value = "clash";
  }
}

/** After a clash: mine over theirs, knowingly; or theirs in place of mine (undo brings mine back). */
export async function settle(mine: boolean) {
  const clash = store.saveConflict.value;
  if (!clash) return;
  store.revision.value = clash.revision;
  store.saveConflict.value = null;
  store.dialog.value = null;
  if (mine) return save();
  store.savedText.value = clash.text;
  setText(clash.text);
}

export async function format() {
  const ran = await ask<never>("fmt", []);
  if (ran.exit !== 0 || !ran.text) return store.tell("A text with mistakes cannot be laid out: mend them first.");
  setText(ran.text);
}

export async function start() {
  const session = await api.session();
  store.session.value = session;
  if (session.otherStudio) store.tell("Another studio has this file open: saving here shows both versions if the other one saved first.");
  const draft = readDraft();
  if (session.file && draft?.path !== session.file) await openFile(session.file);
  else if (draft && draft.text) {
    open(draft.text, draft.path, draft.folder, draft.revision, draft.title);
    store.savedText.value = draft.saved;
  } else if (session.file) await openFile(session.file);
  else if (session.gallery.some((entry) => entry.name === FLAGSHIP)) await openGallery(FLAGSHIP);
  else if (session.gallery[0]) await openGallery(session.gallery[0].name);
  else openNew();
  keep();
}

interface Draft { text: string; saved: string; path: string | null; folder: string | null; revision: string | null; title: string }

function readDraft(): Draft | null {
  try {
    return JSON.parse(sessionStorage.getItem(DRAFT) ?? "null") as Draft | null;
  } catch {
    return null;
  }
}

function keep() {
  let timer = 0;
  effect(() => {
    const draft: Draft = { text: store.text.value, saved: store.savedText.value, path: store.path.value, folder: store.folder.value, revision: store.revision.value, title: store.title.value };
    try {
      sessionStorage.setItem(DRAFT, JSON.stringify(draft)); // survives a reload of this tab, nothing else
    } catch {
      return; // too large to keep; the file is what counts
    }
  });
  effect(() => {
    const on = store.autosave.value && store.path.value && store.dirty.value && !store.saveConflict.value;
    store.text.value;
    clearTimeout(timer);
    if (on) timer = window.setTimeout(() => void save().catch(store.fail), 800);
  });
  addEventListener("beforeunload", (event) => {
    if (store.dirty.value && store.path.value) event.preventDefault();
  });
}
