import { describe, expect, it } from "vitest";
import { Moves } from "../src/answer/moves";
import { parseTable, sortRows } from "../src/answer/table";
import { gridOf } from "../src/graph/grid";
import { broken } from "../src/graph/look";
import { lanesOf } from "../src/graph/neighbourhood";
import { treeOf } from "../src/graph/tree";
import { flatOptions, type Conflict } from "../src/model/conflict";

// Syria and Iraq, 1975, as `solve --format csv` answers it: places and equilibria are the published ones.
const csv = `id,label,options,release,escalate,attack,place:Syria,place:Iraq,equilibrium:nash,nash:Syria,nash:Iraq,equilibrium:gmr,gmr:Syria,gmr:Iraq
1,waiting,NNN,N,N,N,1,4,0,1,0,1,1,1
2,released,YNN,Y,N,N,4,1,0,0,1,0,0,1
3,tension,NYN,N,Y,N,2,6,0,0,0,0,1,0
4,attacked,NNY,N,N,Y,5,2,0,0,1,0,0,1
5,anyway,YNY,Y,N,Y,6,5,0,0,0,0,0,1
6,war,NYY,N,Y,Y,3,3,1,1,1,1,1,1
`;
const party = (name: string, options: string[]) => ({ name, label: "", options: options.map((option) => ({ name: option, label: "", direction: "both" as const })), preference: null });
const conflict: Conflict = { conflict: "", about: [], sources: [], parties: [party("Syria", ["release", "escalate"]), party("Iraq", ["attack"])], families: [], defines: [], constraints: [], states: null, named: [], statusQuo: "NNN" };
const table = parseTable(csv);
const moves = new Moves(conflict, table);

describe("the table", () => {
  it("reads every column", () => {
    expect([table.count, table.optionCount, table.parties, table.concepts]).toEqual([6, 3, ["Syria", "Iraq"], ["nash", "gmr"]]);
    expect([...table.places[1]!]).toEqual([4, 1, 6, 2, 5, 3]);
    expect([...table.equilibria]).toEqual([2, 0, 0, 0, 0, 3]);
    expect([...table.stable[0]!]).toEqual([3, 0, 2, 0, 0, 3]);
    expect(table.labels.get(5)).toBe("war");
  });
  it("sorts by place, by equilibria and backwards", () => {
    const rows = Int32Array.from([0, 1, 2, 3, 4, 5]);
    expect([...sortRows(table, rows, { by: "place", party: 1 }, false)]).toEqual([1, 3, 5, 0, 4, 2]);
    expect([...sortRows(table, rows, { by: "place", party: 1 }, true)]).toEqual([2, 4, 0, 5, 3, 1]);
    expect([...sortRows(table, rows, { by: "equilibria" }, false)].slice(0, 2)).toEqual([5, 0]);
  });
});

describe("layout", () => {
  it("moves only by one's own options", () => {
    expect(moves.targets(0, 0)).toEqual([1, 2]);
    expect(moves.targets(0, 1)).toEqual([3]);
    expect(moves.into(5).map((move) => [move.party, move.from])).toEqual([[0, 3], [0, 4], [1, 2]]);
  });
  it("puts one party's choices in columns and the others' in rows, each state once", () => {
    const grid = gridOf(table, flatOptions(conflict), 0, [0]);
    expect(grid.columns).toEqual(["NN", "YN", "NY"]);
    expect(grid.lines.map((line) => line.cells)).toEqual([[0, 1, 2], [3, 4, 5]]);
    expect(gridOf(table, flatOptions(conflict), 0, [4], 1)).toMatchObject({ left: 1, lines: [{ others: "Y" }] });
  });
  it("leaves a hole where a state cannot be", () => {
    const without = parseTable(csv.split("\n").filter((line) => !line.startsWith("5,")).join("\n"));
    expect(gridOf(without, flatOptions(conflict), 0, []).lines[1]!.cells).toEqual([3, -1, 4]);
  });
  it("grows the tree of improvements, each state once, nobody twice in a row", () => {
    const tree = treeOf(moves, 0, true);
    expect(tree.nodes.map((node) => [node.row, node.depth])).toEqual([[0, 0], [3, 1], [5, 2]]);
    const all = treeOf(moves, 0, false);
    expect(new Set(all.nodes.map((node) => node.row)).size).toBe(all.nodes.length);
    const places = all.nodes.map((node) => `${node.depth}:${node.y}`);
    expect(new Set(places).size).toBe(places.length); // no two in one place
  });
  it("puts improvements first in a lane, best for the party first", () => {
    const [syria] = lanesOf(table, moves.from(3), [0]);
    expect(syria!.better.map((move) => move.to)).toEqual([5]);
    expect(syria!.rest.map((move) => move.to)).toEqual([4]);
  });
  it("breaks words to lines", () => {
    expect(broken("Talks on neutral ground, nothing settled", 24, 2)).toEqual(["Talks on neutral ground,", "nothing settled"]);
    expect(broken("one two three four five six", 8, 2).at(-1)).toMatch(/…$/);
  });
});
