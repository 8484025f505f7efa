// The moves from one state: a lane for each party, its targets in the order in which the party likes them, best on the left, and a
// line between those it likes better than here and the rest.

import type { Move } from "../answer/moves";
import type { StateTable } from "../answer/table";

export interface Lane { party: number; better: Move[]; rest: Move[]; left: number }

export function lanesOf(table: StateTable, moves: Move[], parties: number[], limit = 10): Lane[] {
  return parties.map((party) => {
    const places = table.places[party]!;
    const own = moves.filter((move) => move.party === party).sort((a, b) => places[a.to]! - places[b.to]! || a.to - b.to);
    const better = own.filter((move) => move.improves);
    const rest = own.filter((move) => !move.improves);
    const shown = better.slice(0, limit);
    return { party, better: shown, rest: rest.slice(0, Math.max(0, limit - shown.length)), left: own.length - shown.length - Math.min(rest.length, Math.max(0, limit - shown.length)) };
  });
}
