// A variant that `robust` solved, as a variation of the text: its changes are found by the lines they name.

import type { Outline } from "../model/outline";
import type { Change } from "../answer/robust";
import { preferencesOf, tiersOf, unvaried, type Variation } from "./variation";

/** None if a change cannot be made by switching, moving or binding what stands in the text. */
export function variationOf(text: string, outline: Outline, changes: Change[]): Variation | null {
  const variation = unvaried();
  const lineOf = (place: number) => text.slice(0, place).split("\n").length;
  return changes.every((change) => add(change, outline, lineOf, variation)) ? variation : null;
}

function add({ kind, lines, party }: Change, outline: Outline, lineOf: (place: number) => number, variation: Variation): boolean {
  const stands = (placed: { range: [number, number] }) => lines.includes(lineOf(placed.range[0]));
  if (kind === "bind" || kind === "free") {
    const found = outline.parties.flatMap((one) => one.options.filter(stands).map((option) => [one, option] as const)).find(([one]) => one.name === party);
    if (!found) return false;
    variation.directions.set(`${found[0].name}.${found[1].name}`, kind === "bind" ? "irrevocable" : "both");
    return true;
  }
  const off = kind === "allow" ? outline.constraints.filter(stands) : kind === "drop" ? preferencesOf(outline).flatMap(({ preference }) => [...preference.statements.filter(stands), ...preference.weights.filter(stands)]) : [];
  for (const one of off) variation.off.add(one.range[0]);
  if (kind !== "swap") return off.length > 0;
  for (const { preference } of preferencesOf(outline)) {
    const moved = tiersOf(preference).flatMap((tier, at) => (tier.some(stands) ? [at + 1] : []));
    if (moved.length !== 2) continue;
    const [a, b] = moved as [number, number];
    variation.orders.set(preference.range[0], tiersOf(preference).map((_, at) => (at + 1 === a ? b : at + 1 === b ? a : at + 1)));
    return true;
  }
  return false;
}
