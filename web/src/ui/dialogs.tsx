// Dialogs: what to open, where to save, which of two versions to keep; and the list of keys.

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import * as api from "../api";
import { plural } from "../answer/wording";
import { KEYS } from "../keys";
import { openDraft, openFile, openGallery, openNew, save, settle } from "../session/document";
import { takePending } from "../session/keeping";
import * as drafts from "../session/drafts";
import { changedLines } from "../session/timeline";
import * as store from "../store";
import { Find } from "./find";
import { beginGuide } from "./guide";
import { Button } from "./parts";
import { Reports } from "./reports";

function Dialog({ title, wide, children }: { title: string; wide?: boolean; children: ComponentChildren }) {
  const box = useRef<HTMLDialogElement>(null);
  const own = useRef(store.dialog.peek());
  const here = useRef(true);
  useEffect(() => {
    const shown = box.current!;
    shown.showModal();
    shown.querySelector<HTMLElement>("input, textarea")?.focus(); // what is asked for, not the way out
    return () => {
      here.current = false;
      shown.close(); // the focus goes back to where it was
    };
  }, []);
  // A browser reports late that a dialog was closed; the next one may already be open.
  const close = () => { if (here.current && store.dialog.peek() === own.current) store.dialog.value = null; };
  return (
    <dialog ref={box} aria-label={title} class={wide ? "wide" : undefined} onCancel={close} onClose={close} onClick={(event) => event.target === box.current && close()}>
      <div class="dialog">
        <header><h2>{title}</h2><button type="button" class="arrow" aria-label="Close" onClick={close}>✕</button></header>
        {children}
      </div>
    </dialog>
  );
}

export function Dialogs() {
  switch (store.dialog.value) {
    case "open": return <Open />;
    case "keys": return <Keys />;
    case "save": return <SaveAs />;
    case "clash": return <Clash />;
    case "find": return <Dialog title="Find"><Find /></Dialog>;
    case "reports": return <FromReports />;
    default: return null;
  }
}

const FromReports = () => <Dialog title="Start from a report" wide><Reports /></Dialog>;

function Open() {
  const session = store.session.value;
  const [files, setFiles] = useState<api.FileEntry[] | null>(null);
  const [whole, setWhole] = useState(true);
  useEffect(() => {
    api.files().then((found) => { setFiles(found.files); setWhole(found.whole !== false); }).catch(store.fail);
  }, []);
  const [left, setLeft] = useState<drafts.Draft[]>([]);
  const reload = () => void takePending().catch(() => undefined).then(() => Promise.all([drafts.drafts(), drafts.heldDocuments()]))
    .then(([all, held]) => setLeft(all.filter((draft) => draft.document !== store.document.value && !held.has(draft.document))))
    .catch(() => undefined);
  useEffect(() => {
    reload();
    const again = setInterval(reload, 1500); // another tab may just have been closed
    return () => clearInterval(again);
  }, []);
  const models = files?.filter((file) => file.kind === "conflict" || file.kind === "gmcr") ?? [];
  // Nothing is asked: the rest is kept, and offered here.
  const go = (act: () => void | Promise<void>) => () =>
    void Promise.resolve(act())
      .then(() => { store.dialog.value = null; })
      .catch(store.fail);
  return (
    <Dialog title="Open a conflict">
      <div class="bar"><Button class="primary" onClick={go(openNew)}>New conflict</Button> <Button onClick={() => { store.dialog.value = "reports"; }}>Start from a report …</Button></div>
      {left.length > 0 && (
        <section><h3>Not saved yet</h3>
          <ul class="choices drafts">{left.map((draft) => (
            <li key={draft.document}>
              <button type="button" onClick={go(() => openDraft(draft.document))}>{draft.path ?? titleOf(draft)}{draft.path !== null && !drafts.inFolder(draft, session?.folder ?? null) ? ` of ${draft.root}` : ""} <span class="faint">{new Date(draft.time).toLocaleString()}</span></button>
              <button type="button" class="arrow" aria-label={`Throw the changes of ${draft.path ?? titleOf(draft)} away`} onClick={() => { if (confirm("These changes are in no file. Throw them away?")) void drafts.remove(draft.document).then(reload); }}>✕</button>
            </li>
          ))}</ul>
        </section>
      )}
      {models.length > 0 && (
        <section><h3>In {session?.folder}</h3>
          <ul class="choices">{models.map((file) => <li key={file.path}>{file.problem ? <span class="faint">{file.path}: cannot be opened, {file.problem}</span> : <button type="button" onClick={go(() => openFile(file.path))}>{file.path}</button>}</li>)}</ul>
        </section>
      )}
      {!whole && <p class="faint">The folder has more files than are listed, or files that lie deeper: start the studio on a folder in it.</p>}
      {files && models.length === 0 && <p class="faint">There is no .conflict file in {session?.folder} yet.</p>}
      <section><h3>From the gallery</h3><p class="small">Published conflicts and one written for this program. They open as a copy; save one to keep what you change.</p>
        <ul class="choices">{session?.gallery.map((entry) => (
          <li key={entry.name}>
            <button type="button" aria-describedby={`about-${entry.name}`} onClick={go(() => openGallery(entry.name))}>{entry.title}</button>
            {entry.about && <span class="says small" id={`about-${entry.name}`}>{entry.about}{entry.parties ? ` ${plural(entry.parties, "party", "parties")}, ${plural(entry.options ?? 0, "choice")}.` : ""}</span>}
          </li>
        ))}</ul>
      </section>
    </Dialog>
  );
}

/** The name of a text without a file: its own title, if it has one. */
const titleOf = (draft: drafts.Draft) => /^\s*conflict\s+"([^"]+)"/m.exec(draft.text)?.[1] ?? draft.title;

function SaveAs() {
  // Beside its file, under another name; what is in no file is called by its title.
  const [path, setPath] = useState(store.path.value ? store.path.value.replace(/(\.conflict)?$/, "-copy.conflict") : `${store.title.value.replace(/[^\p{L}\p{N}_-]+/gu, "-") || "conflict"}.conflict`);
  const [wrong, setWrong] = useState("");
  return (
    <Dialog title="Save as">
      <form onSubmit={(event) => { event.preventDefault(); save(path).catch((reason: api.ApiError) => setWrong(`${reason.message}${reason.help ? `: ${reason.help}` : ""}`)); }}>
        <p><label>File name, in {store.session.value?.folder}<br /><input class="wide" value={path} onInput={(event) => setPath(event.currentTarget.value)} /></label></p>
        {wrong && <p class="problem" role="alert">{wrong}</p>}
        {store.folder.value?.startsWith("gallery:") && <p class="small">The reports that the model cites are saved beside it.</p>}
        <div class="actions"><Button type="submit" class="primary">Save</Button></div>
      </form>
    </Dialog>
  );
}

function Clash() {
  const clash = store.saveConflict.value;
  if (!clash) return null;
  if (clash.text === null) {
    return (
      <Dialog title="The file is gone">
        <p>{store.path.value} is no longer there: it was deleted or renamed. Your text is here.</p>
        <div class="actions">
          <Button onClick={() => void settle(true).catch(store.fail)}>Write it again under this name</Button>
          <Button onClick={() => { store.dialog.value = "save"; }}>Save under another name</Button>
        </div>
      </Dialog>
    );
  }
  const { gone, come } = changedLines(clash.text, store.text.value);
  return (
    <Dialog title="The file is newer">
      <p>{store.path.value} has been changed since it was opened here. Nothing has been overwritten.</p>
      <div class="two">
        <section><h3>On disk</h3><pre class="diff gone">{gone.join("\n") || "(no line that is not here too)"}</pre></section>
        <section><h3>Here</h3><pre class="diff come">{come.join("\n") || "(no line that is not there too)"}</pre></section>
      </div>
      <div class="actions">
        <Button onClick={() => void settle(false).catch(store.fail)}>Take the one on disk (undo brings mine back)</Button>
        <Button onClick={() => void settle(true).catch(store.fail)}>Save mine over it</Button>
        <Button onClick={() => { store.dialog.value = "save"; }}>Save mine under another name</Button>
      </div>
    </Dialog>
  );
}

function Keys() {
  return (
    <Dialog title="Keys">
      <p><Button onClick={() => { store.dialog.value = null; beginGuide(); }}>Show me around: one minute, five steps</Button></p>
      <dl class="keys">{KEYS.map(({ keys, says }) => <div key={keys}><dt>{keys.split(" ").map((key) => <kbd key={key}>{key}</kbd>)}</dt><dd>{says}</dd></div>)}</dl>
    </Dialog>
  );
}
