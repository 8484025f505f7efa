// What is being tried in What if: changes of the model that was answered, none of them in its text yet.

import { signal } from "@preact/signals";
import type { Solution } from "../answer/solution";
import type { Outline } from "../model/outline";
import { unvaried, type Variation } from "./variation";

/** What it began on. */
export interface Begun { document: string; text: string; outline: Outline; solution: Solution }

export const variation = signal<Variation>(unvaried());

export function vary(change: (variation: Variation) => void) {
  const next: Variation = {
    off: new Set(variation.value.off), opposed: new Set(variation.value.opposed), orders: new Map(variation.value.orders), weights: new Map(variation.value.weights), directions: new Map(variation.value.directions),
  };
  change(next);
  for (const [key, order] of next.orders) if (order.every((tier, at) => tier === at + 1)) next.orders.delete(key);
  variation.value = next;
}
