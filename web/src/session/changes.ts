// Changes that the form makes. Its places are those of the outline, which comes a moment after the text. A
// change of a few words is made at once, where those words now stand; a change of order waits for the outline
// of the current text.

import { computed, effect, signal, untracked } from "@preact/signals";
import { edit, placeNow } from "../editor/editor";
import type { Outline } from "../model/outline";
import * as store from "../store";
import type { Range } from "../text/bytes";
import type { Edit } from "../text/edits";

type Change = (outline: Outline, text: string) => Edit[];

const waiting = signal<Change[]>([]);

/** Whether the outline shows every change that was made. */
export const settled = computed(() => store.fitting.value !== null && !waiting.value.length);

/** Words in place of those that the outline shows; `edits` gets the current text and where they stand in it. */
export function changeWords(range: Range, edits: (text: string, range: Range) => Edit[]) {
  const now = placeNow(range);
  if (now) edit(edits(store.text.peek(), now));
  else store.tell("The text has moved on: this was not changed.");
}

/** A change found anew in the outline that fits the text. */
export function change(find: Change) {
  waiting.value = [...waiting.peek(), find];
}

/** Makes what still waits, as far as the outline there is allows. The page is being left. */
export function changeAtOnce() {
  const known = store.outline.peek();
  const all = waiting.peek();
  waiting.value = [];
  if (!known) return;
  for (const find of all) {
    const edits = find(known.outline, known.text).flatMap((one) => {
      const place = placeNow([one.from, one.to]);
      return place ? [{ from: place[0], to: place[1], insert: one.insert }] : [];
    });
    edit(edits);
  }
}

/** Ends when nothing waits; at the latest after three seconds. */
export function changed(): Promise<void> {
  if (!waiting.peek().length) return Promise.resolve();
  return new Promise((done) => {
    const timer = setTimeout(done, 3000);
    const stop = effect(() => {
      if (waiting.value.length) return;
      clearTimeout(timer);
      queueMicrotask(() => stop());
      done();
    });
  });
}

export function makeChanges() {
  effect(() => {
    const outline = store.fitting.value;
    const [next, ...rest] = waiting.value;
    if (!outline || !next) return;
    untracked(() => {
      waiting.value = rest;
      edit(next(outline, store.text.value));
    });
  });
}
