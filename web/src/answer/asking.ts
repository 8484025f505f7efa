// Questions about the answered text, asked while somebody looks at what they fill. A changed text, Stop and leaving the screen end them
// in the program, too; what the next answer still lacks is asked again.

import { useEffect, useState } from "preact/hooks";
import * as api from "../api";
import * as store from "../store";

const underWay = new Set<AbortController>();

/** A question that begins: a changed text and Stop end it. */
export function beginQuestion(): AbortController {
  const control = new AbortController();
  underWay.add(control);
  store.asking.value = underWay.size;
  return control;
}

export function questionOver(control: AbortController) {
  if (underWay.delete(control)) store.asking.value = underWay.size;
}

/** Ends every question about an answered text. */
export function endQuestions() {
  for (const control of [...underWay]) {
    control.abort();
    questionOver(control);
  }
}

interface Wrong { message: string; help: string }
/** `stopped`: ended before it was answered, by a person or because the text has changed. */
export interface Asking<T> { found: T | null; wrong: Wrong | null; progress: api.Progress | null; stopped: boolean; busy: boolean; stop: () => void; again: () => void }

interface State<T> { of: string | null; text: string; folder: string | null; found: T | null; wrong: Wrong | null; progress: api.Progress | null; stopped: boolean; busy: boolean }

/** Asks what `about` names of the answered text; nothing while that is null. `partly` shows what is known so far. */
export function useAsked<T>(about: string | null, ask: (text: string, tell: (progress: api.Progress | null) => void, signal: AbortSignal, partly: (found: T) => void) => Promise<T>): Asking<T> {
  const { text, serial } = store.answer.value!;
  const folder = store.folder.value;
  const [tries, setTries] = useState(0);
  const [control, setControl] = useState<AbortController | null>(null);
  const none: State<T> = { of: about, text, folder, found: null, wrong: null, progress: null, stopped: false, busy: about !== null };
  const [state, setState] = useState<State<T>>({ ...none, of: null });
  const fits = state.of === about && state.text === text && state.folder === folder;
  useEffect(() => {
    // The same text answered anew, and known: nothing to ask.
    if (about === null || (fits && !state.busy && !state.stopped)) return;
    const own = beginQuestion();
    const { signal } = own;
    let left = false;
    setControl(own);
    setState(none);
    const set = (change: Partial<State<T>>) => !left && setState((now) => ({ ...now, ...change }));
    signal.addEventListener("abort", () => set({ stopped: true, busy: false }), { once: true });
    ask(text, (progress) => set({ progress }), signal, (found) => !signal.aborted && set({ found }))
      .then((found) => !signal.aborted && set({ found, busy: false }))
      .catch((reason: unknown) => {
        if (signal.aborted) return;
        if (reason instanceof api.ApiError) set({ wrong: reason, busy: false });
        else if (reason instanceof DOMException && reason.name === "AbortError") set({ stopped: true, busy: false }); // ended in the program
        else store.fail(reason);
      })
      .finally(() => questionOver(own));
    return () => {
      left = true;
      own.abort();
      questionOver(own);
    };
  }, [about, text, folder, serial, tries]);
  const { found, wrong, progress, stopped, busy } = fits ? state : none;
  return { found, wrong, progress, stopped, busy, stop: () => control?.abort(), again: () => setTries(tries + 1) };
}
