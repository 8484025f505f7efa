// Choosing a state in a drawing. What is chosen is drawn anew around it, so that the second half of a double click, and the next key, meet
// another state in its place, or none: both are of the state that was chosen.

import { useEffect, useRef } from "preact/hooks";
import * as store from "../store";

const BOX = "svg.drawing [data-state]";

let clicked: string | null = null; // by the first half of what may become a double click
let toFocus: string | null = null; // chosen by a key, and not drawn yet in its new place

const stateUnder = (target: EventTarget | null) => (target instanceof Element ? (target.closest<SVGGElement>(BOX)?.dataset["state"] ?? null) : null);

/** A double click on a state asks why about it, whatever lies there when its second half comes. */
export function askByDoubleClick() {
  addEventListener("click", (event) => {
    if (event.detail <= 1) clicked = stateUnder(event.target);
    else if (clicked !== null) event.stopPropagation();
  }, { capture: true });
  addEventListener("dblclick", () => {
    const asked = clicked;
    clicked = null;
    if (asked !== null) store.choose(asked, "why");
  }, { capture: true });
}

/** Enter chooses a state; on the one that is chosen it asks why. */
function byKey(state: string, box: Element) {
  if (state === store.chosenLetters.peek()) {
    toFocus = null;
    return store.choose(state, "why");
  }
  toFocus = state;
  box.closest<HTMLElement>(".canvas")?.focus({ preventScroll: true }); // has the keys until the state is drawn again
  store.choose(state);
}

/** The canvas of a drawing, where the keys go while it is drawn anew. */
export function onCanvasKey(event: KeyboardEvent) {
  if (event.target !== event.currentTarget || event.key !== "Enter" || toFocus === null || toFocus !== store.chosenLetters.peek()) return;
  event.preventDefault();
  toFocus = null;
  store.choose(store.chosenLetters.peek()!, "why");
}

/** What makes the box of a state a button that chooses it, and gives it the focus back once it is drawn anew. */
export function useChoosing(state: string | null) {
  const ref = useRef<SVGGElement>(null);
  useEffect(() => {
    if (toFocus === null || state !== toFocus || !ref.current) return;
    const now = document.activeElement;
    if (now === null || now === document.body || now.matches(".canvas") || now.closest("svg.drawing")) ref.current.focus();
    toFocus = null;
  });
  return {
    ref,
    onClick: () => { if (state !== null) store.choose(state); },
    onKeyDown: (event: KeyboardEvent) => {
      if (state === null || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      byKey(state, event.currentTarget as Element);
    },
  };
}
