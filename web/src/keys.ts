// The keys of the page, in one place: what they do, and their descriptions in the list of keys.

import { answerNow, stop } from "./answer/live";
import { focusEditor, redoEdit, undoEdit } from "./editor/editor";
import { save } from "./session/document";
import { modelShown, turnModel } from "./model/shown";
import { format } from "./session/format";
import { exportReport } from "./session/report";
import * as store from "./store";

export const KEYS = [
  { keys: "?", says: "this list" },
  { keys: "1 … 9 0", says: "the first ten screens, from Answer on (where no text is being typed); with Alt everywhere" },
  { keys: "Alt+T", says: "show or hide the model beside the answer" },
  { keys: "Alt+M", says: "the model's text; Tab leaves it again, Ctrl+] and Ctrl+[ indent" },
  { keys: "Alt+F", says: "the model as a form, or as text" },
  { keys: "Ctrl+K", says: "find a screen, an outcome, a choice by its words" },
  { keys: "Ctrl+O", says: "open, new, gallery" },
  { keys: "Ctrl+S", says: "save" },
  { keys: "Ctrl+E", says: "the whole case as one HTML report" },
  { keys: "Ctrl+Enter", says: "answer now" },
  { keys: "Esc", says: "stop what is running" },
  { keys: "Ctrl+Z Ctrl+Y", says: "undo, redo, also of changes made in the form" },
  { keys: "Ctrl+Space", says: "complete a word (in the text)" },
  { keys: "Ctrl+.", says: "take the first fix that is offered" },
  { keys: "Alt+Shift+L", says: "lay the text out" },
  { keys: "Alt+↑ Alt+↓", says: "move a statement up or down (form, What if), a line (text)" },
  { keys: "↑ ↓ Home End", says: "choose a state in the table; Enter asks why" },
  { keys: "← → ↑ ↓", says: "in a drawing: along the moves, and from state to state; Enter chooses, once more asks why" },
  { keys: "C", says: "cite the marked passage on the chosen line (Evidence)" },
];

const typing = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.shadowRoot !== null);

export const firstFix: { take: (() => void) | null } = { take: null };

export function onKey(event: KeyboardEvent) {
  const ctrl = event.ctrlKey || event.metaKey;
  const inText = typing(event.composedPath()[0] ?? null) || typing(event.target);
  const act = (does: () => unknown) => {
    event.preventDefault();
    const done = does();
    if (done instanceof Promise) done.catch(store.fail);
  };
  if (ctrl && !event.altKey) {
    if (event.key === "s") return act(() => save());
    if (event.key === "k") return act(() => (store.dialog.value = "find"));
    if (event.key === "o") return act(() => (store.dialog.value = "open"));
    if (event.key === "e") return act(exportReport);
    if (event.key === "Enter") return act(answerNow);
    if (event.key === ".") return act(() => firstFix.take?.());
    if (!inText && event.key === "z" && !event.shiftKey) return act(undoEdit);
    if (!inText && (event.key === "y" || (event.key.toLowerCase() === "z" && event.shiftKey))) return act(redoEdit);
    return;
  }
  if (event.altKey && /^Digit[0-9]$/.test(event.code)) return act(() => go(Number(event.code.slice(5))));
  if (event.altKey && event.code === "KeyM") return act(() => { turnModel(true); store.side.value = "model"; store.modelView.value = "text"; setTimeout(focusEditor); });
  if (event.altKey && event.code === "KeyT") return act(() => turnModel());
  if (event.altKey && event.code === "KeyF") return act(() => { store.modelView.value = modelShown.value && store.modelView.value === "form" ? "text" : "form"; turnModel(true); store.side.value = "model"; });
  if (event.altKey && event.shiftKey && event.code === "KeyL") return act(format);
  if (event.key === "Escape" && store.running.value && !store.dialog.value) return act(stop);
  if (inText || event.altKey || store.dialog.value) return;
  if (event.key === "?") return act(() => (store.dialog.value = "keys"));
  if (/^[0-9]$/.test(event.key)) act(() => go(Number(event.key)));
}

function go(number: number) {
  const tab = document.querySelectorAll<HTMLElement>("#the-answer [role=tab]")[number === 0 ? 9 : number - 1];
  tab?.click();
}
