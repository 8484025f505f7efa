// What can come of a state: the states its moves lead to, theirs, and so on, each once, where it is first reached. Columns are
// numbers of moves; a state stands beside the state it was reached from.

import type { Move, Moves } from "../answer/moves";

export interface TreeNode { row: number; depth: number; y: number; via: Move | null; hidden: number }
export interface Tree { nodes: TreeNode[]; again: Move[]; height: number; depth: number }

export function treeOf(moves: Moves, root: number, improvementsOnly: boolean, depth = 3, breadth = 5, limit = 70): Tree {
  const nodes = new Map<number, TreeNode>([[root, { row: root, depth: 0, y: 0, via: null, hidden: 0 }]]);
  const children = new Map<number, number[]>();
  const again: Move[] = [];
  for (let level = [root], at = 0; level.length && at < depth; at++) {
    const next: number[] = [];
    for (const row of level) {
      const last = nodes.get(row)!.via?.party;
      const out = moves.from(row).filter((move) => move.party !== last && (!improvementsOnly || move.improves));
      const kept = spread(out, breadth);
      nodes.get(row)!.hidden = out.length - kept.length;
      for (const move of kept) {
        if (nodes.has(move.to)) again.push(move);
        else if (nodes.size >= limit) nodes.get(row)!.hidden++;
        else {
          nodes.set(move.to, { row: move.to, depth: at + 1, y: 0, via: move, hidden: 0 });
          children.set(row, [...(children.get(row) ?? []), move.to]);
          next.push(move.to);
        }
      }
    }
    level = next;
  }
  // Leaves stand one below another; what leads to them in their middle.
  let height = 0;
  const place = (row: number): number => {
    const below = children.get(row) ?? [];
    const ys = below.map(place);
    const y = ys.length ? (ys[0]! + ys.at(-1)!) / 2 : height++;
    nodes.get(row)!.y = y;
    return y;
  };
  place(root);
  const all = [...nodes.values()];
  return { nodes: all, again, height, depth: Math.max(...all.map((node) => node.depth)) };
}

/** At most `limit` moves, taken from each party in turn so that none is left out. */
function spread(moves: Move[], limit: number): Move[] {
  const byParty = new Map<number, Move[]>();
  for (const move of moves) byParty.set(move.party, [...(byParty.get(move.party) ?? []), move]);
  const kept: Move[] = [];
  for (let at = 0; kept.length < limit && [...byParty.values()].some((all) => all.length > at); at++)
    for (const all of byParty.values()) if (kept.length < limit && all[at]) kept.push(all[at]!);
  return kept.sort((a, b) => a.party - b.party);
}
