// What is being tried in What if: changes of the model that was answered, none of them in its text yet.

import type { Solution } from "../answer/solution";
import type { Direction } from "../model/conflict";
import type { Outline } from "../model/outline";
import { keptInTab } from "./tab";
import { unvaried, type Variation } from "./variation";

/** What it began on. */
export interface Begun { document: string; text: string; outline: Outline; solution: Solution }

export const variation = keptInTab<Variation>("changes", unvaried(),
  ({ off, opposed, orders, weights, directions }) => [off, opposed, orders, weights, directions].map((one) => [...one]),
  (kept) => {
    const [off, opposed, orders, weights, directions] = kept as [number[], number[], [number, number[]][], [number, string][], [string, Direction][]];
    return { off: new Set(off), opposed: new Set(opposed), orders: new Map(orders), weights: new Map(weights), directions: new Map(directions) };
  });
/** The text that they are changes of; null: none yet. */
export const triedOn = keptInTab<string | null>("changes-of", null);

export function vary(change: (variation: Variation) => void) {
  const next: Variation = {
    off: new Set(variation.value.off), opposed: new Set(variation.value.opposed), orders: new Map(variation.value.orders), weights: new Map(variation.value.weights), directions: new Map(variation.value.directions),
  };
  change(next);
  for (const [key, order] of next.orders) if (order.every((tier, at) => tier === at + 1)) next.orders.delete(key);
  variation.value = next;
}
