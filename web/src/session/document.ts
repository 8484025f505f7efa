// The document: where it comes from, and where it is saved. A file changes only by an explicit save, or by
// saving while typing once that is switched on; and never over a newer version, which is merged if that is
// clear and shown if it is not. Anything that is not in a file stays in the browser's database (drafts.ts),
// so that opening another document asks nothing and loses nothing.

import { batch, effect } from "@preact/signals";
import * as api from "../api";
import { lock, setText } from "../editor/editor";
import { modelAsLeft, revealModel } from "../model/shown";
import * as store from "../store";
import { documentIn } from "./addressed";
import { changeAtOnce, changed, makeChanges } from "./changes";
import * as drafts from "./drafts";
import { takeFields } from "./fields";
import { flush, keepHistory, keepsAll, keepsStill, keepTyped, leaving, notBefore, takePending } from "./keeping";
import { merged } from "./merge";
import { channel, lookAtTabs, tab, tellTabs } from "./tabs";
import type { Variant } from "./timeline";

export const FLAGSHIP = "foreign-troops"; // of the gallery
const CURRENT = "stasis-document"; // of this tab, through a reload

const TEMPLATE = `conflict "A new conflict"
about "What is it about? Who stands against whom?"

party First "The first party"
  option ask "Ask for it"
party Second "The second party"
  option give "Give it"

status quo none

prefer First
  give
  not ask
prefer Second
  not give
  not ask
`;

interface Opened {
  text: string; path?: string | null; folder?: string | null; revision?: string | null; title: string; saved?: string; document?: string; locked?: string | null; time?: number;
  unanswered?: string[]; crlf?: boolean;
}

/** Called once the session is known. */
export const whenSession: (() => void)[] = [];

const fresh = () => crypto.randomUUID();

const root = () => store.session.peek()?.folder ?? null;

/** A file's text with lines that end in LF alone; whether each ended in CR LF. Where only some did, every character stays what it is. */
function withoutCr(text: string): { text: string; crlf: boolean } {
  const crlf = text.includes("\r\n") && !/(^|[^\r])\n|\r(?!\n)/.test(text);
  return { text: crlf ? text.replaceAll("\r\n", "\n") : text, crlf };
}

function open({ text, path = null, folder = null, revision = null, title, saved = text, document = fresh(), locked = null, time = 0, unanswered = [], crlf = false }: Opened) {
  void flush();
  batch(() => {
    // Another document begins with its answer; the first one with what the address says.
    if (store.document.peek() && store.document.peek() !== document) {
      store.show("answer");
      modelAsLeft();
    }
    store.answer.value = null;
    store.checked.value = null;
    store.outline.value = null;
    store.problem.value = null;
    store.beginAnew();
    store.document.value = document;
    store.path.value = path;
    store.folder.value = folder;
    store.revision.value = revision;
    store.savedText.value = saved;
    store.title.value = title;
    store.locked.value = locked;
    store.saveConflict.value = null;
    store.held.value = null;
    store.autosave.value = false;
    store.otherStudio.value = false;
    store.unanswered.value = unanswered;
    store.crlf.value = crlf;
    setText(text, true);
    lock(locked !== null);
    store.text.value = text;
    store.opened.value = store.opened.peek() + 1;
  });
  notBefore(time);
  void drafts.hold(document);
  remember(document, path, folder);
}

/** Which document, and where it can be found again. */
export interface Place { document: string; path: string | null; root?: string | null; gallery: string | null; title?: string }

const placeOf = (document: string, path: string | null, folder: string | null): Place => ({ document, path, root: root(), gallery: folder?.startsWith("gallery:") ? folder.slice(8) : null });

/** That of the document that is open. */
export const placeNow = (): Place => ({ ...placeOf(store.document.value, store.path.value, store.folder.value), title: store.title.value });

/** What this tab shows, for when it is reloaded; and what the studio was started on then. */
function remember(document: string, path: string | null, folder: string | null) {
  sessionStorage.setItem(CURRENT, JSON.stringify({ ...placeOf(document, path, folder), autosave: store.autosave.peek(), startedOn: store.session.peek()?.file ?? null }));
}

let openings = 0;

/** What is being opened; of two that are chosen one after the other, the later one is opened. */
function opening(): { over: () => boolean } {
  const mine = ++openings;
  return { over: () => mine !== openings };
}

/** Nothing is opened any more but what is open. */
export const stay = () => { openings++; };

/** The same document as before a reload, unless another tab (a duplicate) has it. */
const again = async (document: string | undefined) => (document && (await drafts.holdAgain(document)) ? document : fresh());

/** The last words are saved before something else is opened, where saving as one types is on. */
async function saveLast() {
  if (store.autosave.peek() && store.path.peek() && store.dirty.peek() && !store.saveConflict.peek() && !store.lost.peek()) await save(undefined, false).catch(() => undefined);
}

export async function openGallery(name: string, before?: string) {
  const now = opening();
  await saveLast();
  const entry = await api.gallery(name);
  const document = await again(before);
  if (now.over()) return;
  leave();
  open({ text: entry.text, folder: `gallery:${name}`, title: name, document });
}

/** A file; what was typed into it earlier and not saved comes along, merged with what has been saved since where that is plain. */
export async function openFile(path: string, before?: string) {
  const now = opening();
  await flush(); // what was typed or undone a moment ago counts
  await saveLast();
  const found = await api.file(path);
  if (now.over()) return;
  if (path.endsWith(".gmcr")) return openForeign(found);
  const { text, crlf } = withoutCr(found.text);
  const mine = found.locked ? null : await draftOf(path, text);
  const document = mine ? mine.document : await again(before);
  if (now.over()) return;
  leave();
  if (!mine) return open({ text, crlf, path: found.path, folder: found.path, revision: found.revision, title: found.path, locked: found.locked, document });
  open({ ...mine, title: found.path });
  if (mine.revision !== found.revision) meet(found.text, found.revision);
  else store.tell("What you had typed and not saved is here again. Undo and “Take the file” are in Session.");
}

/** What was typed into a file and not saved, that no other tab works on. */
async function draftOf(path: string, text: string): Promise<drafts.Draft | null> {
  for (const draft of await drafts.drafts().catch(() => []))
    if (draft.path === path && drafts.inFolder(draft, root()) && draft.text !== text && (await drafts.hold(draft.document))) return draft;
  return null;
}

/** A file of another program, as a conflict of its own. */
async function openForeign(found: api.FileText) {
  const now = opening();
  const ran = await api.run<never>({ verb: "import", text: found.text, path: null, args: [] });
  if (ran.exit !== 0 || !ran.text) throw api.failed(ran, `${found.path} cannot be read`);
  if (now.over()) return;
  leave();
  open({ text: ran.text, title: found.path.replace(/\.gmcr$/, "").replace(/.*\//, ""), folder: found.path });
  store.tell(`${found.path} is opened as a new conflict: save it under a name of its own.`);
}

export async function openNew() {
  const now = opening();
  await saveLast();
  if (now.over()) return;
  leave();
  open({ text: TEMPLATE, title: "new" });
  revealModel();
}

/** A text that the program made of reports, in no file yet. */
export function openDrafted(text: string, from: string) {
  stay();
  leave();
  open({ text, saved: "", title: `Draft from ${from}` });
  revealModel();
}

/** A conflict that was dropped on the page: what another program wrote is opened as a conflict of its own. Bytes that are no UTF-8 are not guessed at. */
export async function openDropped(name: string, bytes: ArrayBuffer): Promise<void> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new api.ApiError(415, `${name} is not UTF-8 text, so its letters are not known`, "save it as UTF-8 and drop it again; put into the folder, it is opened to be read");
  }
  if (name.endsWith(".gmcr")) return openForeign({ path: name, text, revision: "", locked: null, otherStudio: false });
  stay();
  leave();
  open({ text: withoutCr(text).text, saved: "", title: name.replace(/\.conflict$/, "") });
}

/** What was left unsaved. Where another tab has it (a tab that was duplicated), this one goes on with a copy: neither writes over the other.
    What was typed into a file of another folder is a document of its own here. */
export async function openDraft(document: string, reloaded = false) {
  const now = opening();
  await flush();
  await saveLast();
  const found = await drafts.draft(document);
  if (!found) return;
  const foreign = found.path !== null && !drafts.inFolder(found, root());
  const free = !foreign && (await (reloaded ? drafts.holdAgain : drafts.hold)(document));
  if (now.over()) return;
  leave();
  if (foreign) return open({ text: found.text, saved: "", title: found.title, time: found.time });
  open(free ? found : { ...found, document: fresh() });
  if (!free && !reloaded) store.tell("Another tab has this document: here is a copy of it, a document of its own.");
  if (found.path) void look();
}

/** A document that was open here earlier, from where it is kept; false: it is in no file, and nothing had been typed into it that is kept. */
export async function openAgain(was: Place): Promise<boolean> {
  await flush();
  if (await drafts.draft(was.document).catch(() => undefined)) return openDraft(was.document).then(() => true);
  if (was.path !== null && drafts.inFolder(was, root())) return openFile(was.path, was.document).then(() => true);
  if (was.gallery !== null) return openGallery(was.gallery, was.document).then(() => true);
  return false;
}

/** A variant of the session: of this document in place, undo takes it back; of another as a document of its own. */
export function returnTo(variant: Variant) {
  if (variant.document === store.document.value) return putBack(variant.text);
  stay();
  leave();
  open({ text: variant.text, saved: "", folder: variant.folder?.startsWith("gallery:") ? variant.folder : variant.path, title: `${variant.title}, as it was at ${variant.time}` });
  store.tell("Opened as a document of its own; no file is changed until you save it under a name.");
}

/** An earlier text of this document; the one that it replaces is kept, too, as long as undo forgets. */
export function putBack(text: string) {
  keepHistory();
  setText(text);
}

/** The document that is left is kept, with a message. */
function leave() {
  changeAtOnce(); // what the form still has to do is done to this document
  if (!store.dirty.peek() || !store.text.peek()) return;
  keepHistory();
  store.tell(`What you typed into ${store.path.peek() ?? `“${store.title.peek()}”`} is kept: Open … offers it again.`);
}

export const cannotSave = () =>
  store.session.value?.readOnly ? `Not saved: ${store.session.value.readOnlyBecause ?? "the studio is read-only"}` : store.locked.value ? `Not saved: ${store.locked.value}` : null;

const withEnding = (path: string) => (path.endsWith(".conflict") ? path : `${path}.conflict`);
const beside = (path: string, name: string) => path.slice(0, path.lastIndexOf("/") + 1) + name;

/** The reports of a gallery copy, put beside the file that it becomes. Nothing is written if another report has the name. */
async function saveReports(path: string): Promise<void> {
  const folder = store.folder.value;
  if (!folder?.startsWith("gallery:")) return;
  const { files } = await api.gallery(folder.slice("gallery:".length));
  const cited = store.outline.value?.outline.sources.map((source) => source.path) ?? Object.keys(files);
  for (const name of cited.filter((one) => Object.hasOwn(files, one))) {
    const at = beside(path, name);
    const there = await api.file(at).catch((reason: unknown) => { if (reason instanceof api.ApiError && reason.status === 404) return null; throw reason; });
    if (there && there.text !== files[name]) throw new api.ApiError(409, `${at} is there already, and is another report`, `the model cites ${name} of the gallery: save it in a folder without a ${name}`);
    if (!there) await api.save(at, files[name]!, null);
  }
}

let saving: Promise<void> = Promise.resolve();
let savesUnderWay = 0;

/** Writes the text to its file; without one asks where. One save after the other. */
export function save(path = store.path.value, asked = true): Promise<void> {
  savesUnderWay++;
  saving = saving.catch(() => undefined).then(() => saveNow(path, asked)).finally(() => { savesUnderWay--; });
  return saving;
}

/** `asked`: by a person, who is shown what stands against it; else it is said beside the text, and typing goes on. */
async function saveNow(given: string | null, asked: boolean): Promise<void> {
  const why = cannotSave();
  if (why) return store.tell(why);
  if (!given) {
    store.dialog.value = "save";
    return;
  }
  const document = store.document.value;
  if (asked) takeFields();
  await changed();
  if (store.document.value !== document) return;
  const path = given === store.path.value ? given : withEnding(given.trim());
  if (path !== store.path.value && /(^|\/)\./.test(path) && !path.startsWith("..")) throw new api.ApiError(400, path.endsWith("/.conflict") || path === ".conflict" ? "the file needs a name" : `${path} would be hidden, and Open … lists no hidden files`, "give it a name that begins with a letter");
  const text = store.text.value;
  const same = path === store.path.value;
  try {
    if (!same) await saveReports(path);
    store.unanswered.value = [...store.unanswered.value.slice(-2), text];
    keepTyped();
    void flush();
    const { revision, otherNames, notKept } = await api.save(path, store.crlf.value ? text.replaceAll("\n", "\r\n") : text, same ? store.revision.value : null);
    if (store.document.value !== document) return; // something else was opened meanwhile; the file has what was saved
    batch(() => {
      store.path.value = path;
      store.title.value = path;
      store.folder.value = path;
      remember(document, path, null);
      store.revision.value = revision;
      store.savedText.value = text;
      store.unanswered.value = [];
      store.saveConflict.value = null;
      store.held.value = null;
      if (store.dialog.value === "save" || store.dialog.value === "clash") store.dialog.value = null;
    });
    channel?.postMessage({ saved: path, revision, text, from: tab });
    if (notKept) store.tell(`Saved to ${path}. The file could not keep ${notKept}.`);
    else if (otherNames > 0) store.tell(`Saved to ${path}. The file had ${otherNames} other ${otherNames === 1 ? "name" : "names"} (hard links), which keep the text before.`);
    else if (!store.autosave.value) store.tell(`Saved to ${path}.`);
  } catch (reason) {
    if (store.document.value !== document) return store.fail(reason);
    if (reason instanceof api.ApiError && reason.status !== 0) store.unanswered.value = store.unanswered.value.filter((one) => one !== text); // refused
    if (!(reason instanceof api.ApiError) || reason.status !== 409 || reason.body["busy"] === true) throw reason;
    if (!same) throw reason.message.includes("another report") ? reason : new api.ApiError(409, `${path} is there already`, "choose another name, or open that file");
    if (typeof reason.body["text"] !== "string") return clash(null, null, asked);
    const ours = meet(reason.body["text"], String(reason.body["revision"]), asked);
    if (ours && store.dirty.peek()) return saveNow(given, asked); // nothing of others stands against it
  }
}

/** The file has another text than the one this began from. Whether it is one from here. */
function meet(onDisk: string, revision: string, insist = false): boolean {
  const { text: theirs, crlf } = withoutCr(onDisk);
  // What is here, or was saved from here and never answered, is no change of others.
  if (theirs === store.text.peek() || theirs === store.savedText.peek() || store.unanswered.peek().includes(theirs)) {
    agree(theirs, revision, crlf);
    return true;
  }
  const both = merged(store.savedText.peek(), store.text.peek(), theirs);
  if (both === null) {
    clash(theirs, revision, insist, crlf);
    return false;
  }
  const mine = store.text.peek() !== store.savedText.peek();
  if (mine) keepHistory();
  batch(() => {
    agree(theirs, revision, crlf);
    setText(both);
  });
  store.tell(mine ? "The file was changed on disk; your changes and those are merged. Undo takes that back." : "The file was changed on disk: this is the new version. Undo brings the earlier one back.");
  return false;
}

/** The text of the file, and nothing that stands against saving over it. */
function agree(theirs: string, revision: string, crlf: boolean) {
  batch(() => {
    store.savedText.value = theirs;
    store.revision.value = revision;
    store.crlf.value = crlf;
    store.unanswered.value = [];
    store.saveConflict.value = null;
    store.held.value = null;
    if (store.dialog.value === "clash") store.dialog.value = null;
  });
}

function clash(text: string | null, revision: string | null, ask: boolean, crlf = store.crlf.peek()) {
  store.saveConflict.value = { text, revision, crlf };
  store.held.value = text === null ? "the file is no longer there" : "the file was changed on disk";
  if (ask) store.dialog.value = "clash";
}

/** After a clash: mine over theirs, knowingly; or theirs in place of mine (undo brings mine back). */
export async function settle(mine: boolean) {
  const found = store.saveConflict.value;
  if (!found) return;
  if (!mine && found.text !== null) return takeFile();
  store.revision.value = found.revision;
  store.saveConflict.value = null;
  store.held.value = null;
  store.dialog.value = null;
  if (mine) return save();
}

/** Takes what the file has, whatever was typed; undo brings that back. */
export async function takeFile() {
  if (!store.path.value) return;
  const found = await api.file(store.path.value);
  const { text, crlf } = withoutCr(found.text);
  keepHistory();
  agree(text, found.revision, crlf);
  lock(false);
  setText(text);
  setLock(found.locked);
}

let lookedAt = 0;
const UNSEEN = 30_000; // milliseconds between two looks while nobody sees the page: the file is open here all the same

/** Looks whether the file is still what it was, or what it was when two versions were found. */
async function look() {
  const [path, revision, document, conflict] = [store.path.peek(), store.revision.peek(), store.document.peek(), store.saveConflict.peek()];
  if (!path || store.lost.peek()) return;
  lookedAt = Date.now();
  void lookAtTabs().catch(() => undefined);
  const now = await api.revision(path);
  if (store.path.peek() === path) store.otherStudio.value = now.otherStudio ?? false;
  if (savesUnderWay) return;
  const unmoved = () => !savesUnderWay && store.document.peek() === document && store.revision.peek() === revision && store.saveConflict.peek() === conflict;
  if (now.revision === (conflict ? conflict.revision : revision) || !unmoved()) return;
  if (now.revision === null) return clash(null, null, false);
  const found = await api.file(path);
  if (!unmoved()) return;
  // What cannot be read as it is (not UTF-8 any more) is merged with nothing.
  if (found.locked !== null && store.dirty.peek() && !store.locked.peek()) return clash(found.text, found.revision, false);
  lock(false);
  meet(found.text, found.revision);
  setLock(found.locked);
}

function setLock(why: string | null) {
  store.locked.value = why;
  lock(why !== null);
}

/** What stood against saving when the file was opened may be gone: a protection, a folder that took no files. */
async function lookAtLocks() {
  if (store.lost.peek()) return;
  if (store.session.peek()?.readOnly) {
    const session = await api.session();
    if (!session.readOnly) store.session.value = session;
  }
  const [path, revision, document] = [store.path.peek(), store.revision.peek(), store.document.peek()];
  if (!path || !store.locked.peek()) return;
  const found = await api.file(path);
  if (store.document.peek() === document && store.revision.peek() === revision && found.revision === revision && found.locked !== store.locked.peek()) setLock(found.locked);
}

const MOST_REPORTS = 12; // looked at; the others when the model is opened
let reportsOf = ""; // of which document, and which reports
let reportsSeen: (string | null)[] = [];

/** Reports that the model cites, and of which document; null: none that could change. */
function citedNow(): { of: string; folder: string; cited: string[] } | null {
  const [outline, folder] = [store.outline.peek(), store.folder.peek()];
  if (!outline || !folder || folder.startsWith("gallery:")) return null;
  const cited = [...new Set(outline.outline.sources.map((source) => source.path))].slice(0, MOST_REPORTS);
  return { of: [store.document.peek(), folder, ...cited].join("\n"), folder, cited };
}

/** Looks whether the reports that the model cites are still what they were: citations are found in them, so the model is asked about again. */
async function lookAtReports() {
  const reports = citedNow();
  if (!reports || store.lost.peek()) return;
  const { of, folder, cited } = reports;
  const now = await Promise.all(cited.map((path) => api.revision(beside(folder, path)).then(({ revision }) => revision, () => null)));
  const changed = of === reportsOf && now.some((revision, at) => revision !== reportsSeen[at]);
  [reportsOf, reportsSeen] = [of, now];
  if (changed) batch(() => {
    store.reports.value = store.reports.peek() + 1;
    store.opened.value = store.opened.peek() + 1;
  });
}

// --- other tabs ---

function hear(data: { opened?: string; left?: string; saved?: string; revision?: string; text?: string; from: string }) {
  const path = store.path.peek();
  if (!path || data.from === tab) return;
  if (data.opened === path || data.left === path) void lookAtTabs().catch(() => undefined);
  if (data.saved === path && data.revision !== store.revision.peek()) meet(data.text!, data.revision!);
}

/** What this tab showed before it was reloaded. */
function lastHere(): (Place & { autosave?: boolean; startedOn?: string | null }) | null {
  try {
    return JSON.parse(sessionStorage.getItem(CURRENT) ?? "null") as ReturnType<typeof lastHere>;
  } catch {
    return null;
  }
}

/** `invited`: by the address that the studio printed, not by a reload. */
export async function start(invited: boolean) {
  keep();
  await takePending().catch(() => undefined);
  const session = await sessionWhenThere();
  store.session.value = session;
  for (const told of whenSession) told();
  const before = lastHere();
  await openFirst(session, before, invited);
  // A reload does not end saving as one types.
  if (before?.autosave && store.path.peek() !== null && store.path.peek() === before.path && !cannotSave()) store.autosave.value = true;
}

/** What the studio was just started on, else what this tab showed; that is kept, and offered. */
async function openFirst(session: api.Session, before: ReturnType<typeof lastHere>, invited: boolean): Promise<void> {
  const meant = session.file !== null && (invited || (before?.startedOn !== undefined && before.startedOn !== session.file)) && before?.path !== session.file;
  const of = (history.state as { of?: Place } | null)?.of;
  const named = of ? null : documentIn(location.hash); // a copied address; where it leads nowhere, the address says so
  if (named && (await openAgain(named).catch(() => false))) return;
  if (!meant) return openBefore(session, of ?? before);
  if (!(await openFile(session.file!).then(() => true, (reason: unknown) => { store.fail(reason); return false; }))) return openBefore(session, before);
  const left = before && (await drafts.draft(before.document).catch(() => undefined));
  if (left) store.tell(`What you typed into ${left.path ?? `“${left.title}”`} is kept: Open … offers it again.`);
}

/** What this tab showed, else what the studio was started on, else what there is. */
async function openBefore(session: api.Session, before: Place | null): Promise<void> {
  const mine = await drafts.draft(before?.document ?? "").catch(() => undefined);
  if (mine) return openDraft(mine.document, true);
  const path = (before && drafts.inFolder(before, session.folder) ? before.path : null) ?? (before?.gallery ? null : session.file);
  if (path) {
    const there = await openFile(path, before?.path === path ? before.document : undefined).then(() => null, (reason: unknown) => reason as Error);
    if (there === null) return;
    store.tell(`${path} cannot be opened: ${there.message}.`);
  }
  if (before?.gallery && session.gallery.some((entry) => entry.name === before.gallery)) return openGallery(before.gallery, before.document);
  if (session.file && session.file !== path) return openFile(session.file);
  if (session.gallery.some((entry) => entry.name === FLAGSHIP)) await openGallery(FLAGSHIP);
  else if (session.gallery[0]) await openGallery(session.gallery[0].name);
  else await openNew();
  const left = await drafts.drafts().catch(() => []);
  if (left.length) store.tell(`${left.length === 1 ? "One document" : `${left.length} documents`} with changes that are not saved: Open … offers ${left.length === 1 ? "it" : "them"}.`);
}

/** The session, asked for again and again while the server is away. */
async function sessionWhenThere(): Promise<api.Session> {
  for (;;) {
    try {
      return await api.session();
    } catch (reason) {
      if (!(reason instanceof api.ApiError) || reason.status === 401) throw reason;
      await new Promise((done) => setTimeout(done, 1500));
    }
  }
}

function keep() {
  makeChanges();
  let saveTimer = 0;
  effect(() => {
    void store.text.value;
    void store.document.value;
    void store.path.value;
    void store.savedText.value;
    void store.gone.value;
    keepTyped();
  });
  effect(() => {
    const on = store.autosave.value && store.path.value && store.dirty.value && !store.saveConflict.value && !store.lost.value;
    void store.text.value;
    clearTimeout(saveTimer);
    if (on) saveTimer = window.setTimeout(saveByItself, 800);
  });
  effect(() => {
    if (store.answer.value && store.answer.value.text === store.text.peek() && store.dirty.peek())
      keepHistory();
  });
  effect(() => {
    void store.outline.value;
    if ((citedNow()?.of ?? reportsOf) !== reportsOf) void lookAtReports().catch(() => undefined); // what they are to begin with
  });
  effect(() => {
    void store.autosave.value;
    if (store.document.peek()) remember(store.document.peek(), store.path.peek(), store.folder.peek());
  });
  const watch = () => {
    void look().then(lookAtLocks).then(lookAtReports).catch(() => undefined);
    if (store.autosave.peek() && store.held.peek() && !store.saveConflict.peek() && !store.lost.peek()) saveByItself();
  };
  setInterval(() => { if (document.visibilityState === "visible" || Date.now() - lookedAt > UNSEEN) watch(); }, 2500);
  addEventListener("focus", watch);
  document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? watch() : void flush()));
  addEventListener("pagehide", () => {
    leaving();
    if (store.path.peek() !== null) api.letGo(store.path.peek()!);
  });
  tellTabs(api.letGo);
  effect(() => {
    void store.path.value;
    if (store.session.value) void look().catch(() => undefined);
  });
  addEventListener("beforeunload", (event) => {
    if (store.dirty.value && (!keepsAll() || keepsStill())) event.preventDefault();
  });
  channel?.addEventListener("message", (event: MessageEvent) => hear(event.data as { from: string }));
  connect();
}

/** What cannot be saved is said beside the switch, and tried again. */
function saveByItself() {
  save(undefined, false).catch((reason: unknown) => {
    if (!store.lost.peek()) store.held.value = reason instanceof Error ? reason.message : String(reason);
  });
}

/** The server away: said once, asked for until it is there again. */
function connect() {
  let timer = 0;
  api.connection.found = () => {
    if (!store.lost.peek()) return;
    store.lost.value = null;
    store.problem.value = null;
    store.tell("The studio is there again.");
    store.opened.value = store.opened.peek() + 1; // asks again what went unanswered
    void look().catch(() => undefined);
  };
  api.connection.lost = (why) => {
    store.lost.value = { message: why.message, help: why.help };
    clearTimeout(timer);
    timer = window.setTimeout(() => void api.session().then((session) => { store.session.value = session; }).catch(() => undefined), 1500);
  };
}
