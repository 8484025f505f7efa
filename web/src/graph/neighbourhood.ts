// The moves from one state, a lane for each party: the one that is spoken of, then improvements, the best for it first.

import type { Move } from "../answer/moves";

export interface Lane { party: number; better: Move[]; rest: Move[]; left: number }

export function lanesOf(moves: Move[], parties: number[], counts: { moves: string }[], limit: number, told: string | null = null): Lane[] {
  return parties.map((party) => {
    const own = moves.filter((move) => move.party === party).sort((a, b) => Number(b.to === told) - Number(a.to === told) || Number(b.improves) - Number(a.improves) || Number(a.places?.[1] ?? 0) - Number(b.places?.[1] ?? 0));
    const better = own.filter((move) => move.improves).slice(0, limit);
    const rest = own.filter((move) => !move.improves).slice(0, Math.max(0, limit - better.length));
    return { party, better, rest, left: Number(counts[party]?.moves ?? own.length) - better.length - rest.length };
  });
}
