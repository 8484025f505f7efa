// What can come of a state: the states its moves lead to, the states their moves lead to, and so on, each
// once, where it is first reached. Columns are numbers of moves; a state stands beside the state it was
// reached from.

import type { Move, MovesFrom } from "../answer/moves";

interface TreeNode { state: string; depth: number; y: number; via: Move | null; hidden: number }
interface Tree { nodes: TreeNode[]; again: Move[]; height: number; depth: number; wanted: string[] } // wanted: states whose moves are not known yet

export function treeOf(known: Map<string, MovesFrom>, root: string, improvementsOnly: boolean, depth = 3, breadth = 5, limit = 70): Tree {
  const nodes = new Map<string, TreeNode>([[root, { state: root, depth: 0, y: 0, via: null, hidden: 0 }]]);
  const children = new Map<string, string[]>();
  const wanted: string[] = [];
  const again: Move[] = [];
  for (let level = [root], at = 0; level.length && at < depth; at++) {
    const next: string[] = [];
    for (const state of level) {
      const last = nodes.get(state)!.via?.party;
      const here = known.get(state);
      if (!here) wanted.push(state);
      const out = (here?.moves ?? []).filter((move) => move.party !== last && (!improvementsOnly || move.improves));
      const kept = spread(out, breadth);
      const all = (here?.counts ?? []).reduce((sum, of, party) => sum + (party === last ? 0 : Number(improvementsOnly ? of.improvements : of.moves)), 0);
      nodes.get(state)!.hidden = Math.max(all, out.length) - kept.length;
      for (const move of kept) {
        if (nodes.has(move.to)) again.push(move);
        else if (nodes.size >= limit) nodes.get(state)!.hidden++;
        else {
          nodes.set(move.to, { state: move.to, depth: at + 1, y: 0, via: move, hidden: 0 });
          children.set(state, [...(children.get(state) ?? []), move.to]);
          next.push(move.to);
        }
      }
    }
    level = next;
  }
  // Leaves stand one below another; what leads to them beside the first, so that where it begins is in view however tall it grows.
  let height = 0;
  const place = (state: string): number => {
    const below = children.get(state) ?? [];
    const ys = below.map(place);
    const y = ys.length ? ys[0]! : height++;
    nodes.get(state)!.y = y;
    return y;
  };
  place(root);
  const all = [...nodes.values()];
  return { nodes: all, again, height, depth: Math.max(...all.map((node) => node.depth)), wanted };
}

/** From the widest to the narrowest: how many moves ahead, and how many of each state. */
const SHAPES = [[3, 5], [3, 4], [3, 3], [2, 5], [3, 2], [2, 4], [2, 3], [2, 2], [1, 5], [1, 3]] as const;

/** As much of what can come as stands in so many lines; what is left out is counted where it would stand. */
export function treeWithin(lines: number, known: Map<string, MovesFrom>, root: string, improvementsOnly: boolean): Tree {
  const whole = treeOf(known, root, improvementsOnly);
  if (whole.height <= lines) return whole;
  for (const [depth, breadth] of SHAPES) {
    const tree = treeOf(known, root, improvementsOnly, depth, breadth);
    if (tree.height <= lines) return tree;
  }
  return treeOf(known, root, improvementsOnly, 1, 3);
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
