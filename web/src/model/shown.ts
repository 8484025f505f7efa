// Whether the model stands beside the answer on a wide page: as the person left it; at first where there is room for both. On a narrow page
// one of them is seen at a time (`store.side`).

import { signal } from "@preact/signals";
import { keep, recall } from "../session/remembered";
import * as store from "../store";

const KEPT = "stasis-model";
const ROOM = 1900; // pixels of a page on which the answer has room beside a model

const asLeft = (): boolean => {
  const kept = recall(KEPT);
  return kept === null ? innerWidth >= ROOM : kept === "shown";
};

export const modelShown = signal(asLeft());

/** As the person wants it from now on. */
export function turnModel(on = !modelShown.value) {
  modelShown.value = on;
  keep(KEPT, on ? "shown" : "hidden");
}

/** For what is to be seen or typed in the text now; the next document has it as the person left it. */
export function revealModel() {
  modelShown.value = true;
  store.side.value = "model";
}

export const modelAsLeft = () => { modelShown.value = asLeft(); };
