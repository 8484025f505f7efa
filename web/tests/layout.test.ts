import { describe, expect, it } from "vitest";
import type { Move, MovesFrom } from "../src/answer/moves";
import type { Solution } from "../src/answer/solution";
import { conceptsOf, sortRows, tableOf } from "../src/answer/table";
import { gridOf } from "../src/graph/grid";
import { broken } from "../src/graph/look";
import { lanesOf } from "../src/graph/neighbourhood";
import { layout } from "../src/graph/save";
import { treeOf } from "../src/graph/tree";
import { flatOptions, type Conflict } from "../src/model/conflict";

// Syria and Iraq, 1975, as `solve --format json` answers it: places and equilibria are the published ones.
const letters = ["NNN", "YNN", "NYN", "NNY", "YNY", "NYY"];
const names = ["waiting", "released", "tension", "attacked", "anyway", "war"];
const solution: Solution = {
  engine: "explicit", parties: ["Syria", "Iraq"], states: { all: "8", feasible: "6" }, statusQuo: "NNN",
  feasible: letters.map((options, at) => ({ id: at + 1, name: names[at]!, options })),
  ranks: { Syria: [1, 4, 2, 5, 6, 3], Iraq: [4, 1, 6, 2, 5, 3] },
  stability: { nash: { Syria: [1, 6], Iraq: [2, 4, 6] }, gmr: { Syria: [1, 3, 6], Iraq: [1, 2, 4, 5, 6] } },
  equilibria: { nash: [6], gmr: [1, 6] }, groups: [], named: [],
};
const table = tableOf(solution)!;
const party = (name: string, options: string[]) => ({ name, label: "", options: options.map((option) => ({ name: option, label: "", direction: "both" as const })), preference: null });
const conflict: Conflict = { conflict: "", about: [], sources: [], parties: [party("Syria", ["release", "escalate"]), party("Iraq", ["attack"])], families: [], defines: [], constraints: [], states: null, named: [], statusQuo: "NNN" };

// As `moves --format json` tells them.
const move = (party: number, from: string, to: string, improves: boolean, places: [number, number]): Move => ({ party, from, to, improves, places, effects: [] });
const from = (moves: Move[]): MovesFrom => ({ moves, transitive: true, counts: [0, 1].map((at) => ({ moves: String(moves.filter((one) => one.party === at).length), improvements: String(moves.filter((one) => one.party === at && one.improves).length) })) });
const known = new Map([
  ["NNN", from([move(0, "NNN", "YNN", false, [1, 4]), move(0, "NNN", "NYN", false, [1, 2]), move(1, "NNN", "NNY", true, [4, 2])])],
  ["NNY", from([move(0, "NNY", "NYY", true, [5, 3]), move(0, "NNY", "YNY", false, [5, 6]), move(1, "NNY", "NNN", false, [2, 4])])],
  ["NYY", from([move(0, "NYY", "NNY", false, [3, 5]), move(1, "NYY", "NYN", false, [3, 6])])],
]);

describe("the table", () => {
  it("has as many concepts as the program tells", () => {
    const many = Object.fromEntries(Array.from({ length: 14 }, (_, k) => [`c${k}`, k === 9 ? [6] : []]));
    const wide = tableOf({ ...solution, equilibria: many, stability: Object.fromEntries(Object.keys(many).map((one) => [one, { Syria: one === "c13" ? [6] : [], Iraq: [] }])) })!;
    expect([...wide.equilibria].map((mask) => conceptsOf(wide, mask))).toEqual([[], [], [], [], [], ["c9"]]);
    expect(conceptsOf(wide, wide.stable[0]![5]!)).toEqual(["c13"]);
  });
  it("has every state with its places and stabilities", () => {
    expect([table.count, table.parties, table.concepts]).toEqual([6, ["Syria", "Iraq"], ["nash", "gmr"]]);
    expect([...table.places[1]!]).toEqual([4, 1, 6, 2, 5, 3]);
    expect([...table.equilibria].map((mask) => conceptsOf(table, mask))).toEqual([["gmr"], [], [], [], [], ["nash", "gmr"]]);
    expect([...table.stable[0]!]).toEqual([3, 0, 2, 0, 0, 3]);
  });
  it("takes sets of states without numbers by their letters, and numbers beyond 2^53 as text", () => {
    const large = tableOf({ ...solution, feasible: [{ id: "9007199254740993", name: "s", options: "NNN" }, { name: "t", options: "YNN" }], ranks: undefined, stability: {}, equilibria: { nash: ["9007199254740993", "YNN"] } })!;
    expect([large.ids, [...large.equilibria], large.ranked]).toEqual([["9007199254740993", null], [1, 1], false]);
  });
  it("is none where the states are too many to list", () => {
    expect(tableOf({ ...solution, feasible: undefined })).toBeNull();
  });
  it("sorts by place, by equilibria and backwards", () => {
    const rows = Int32Array.from([0, 1, 2, 3, 4, 5]);
    expect([...sortRows(table, rows, { by: "place", party: 1 }, false)]).toEqual([1, 3, 5, 0, 4, 2]);
    expect([...sortRows(table, rows, { by: "place", party: 1 }, true)]).toEqual([2, 4, 0, 5, 3, 1]);
    expect([...sortRows(table, rows, { by: "equilibria" }, false)].slice(0, 2)).toEqual([5, 0]);
  });
});

describe("layout", () => {
  const options = flatOptions(conflict);
  it("puts one party's choices in columns and the others' in rows, each state once", () => {
    const grid = gridOf(letters, options, 0, ["NNN"], () => 0);
    expect(grid.columns).toEqual(["NN", "YN", "NY"]);
    expect(grid.lines.map((line) => line.cells)).toEqual([["NNN", "YNN", "NYN"], ["NNY", "YNY", "NYY"]]);
    expect(gridOf(letters, options, 0, ["YNY"], () => 0, 1)).toMatchObject({ left: 1, lines: [{ others: "Y" }] });
  });
  it("leaves a hole where a state cannot be", () => {
    expect(gridOf(letters.filter((one) => one !== "YNY"), options, 0, [], () => 0).lines[1]!.cells).toEqual(["NNY", null, "NYY"]);
  });
  it("grows the tree of improvements, each state once, nobody twice in a row", () => {
    const tree = treeOf(known, "NNN", true);
    expect(tree.nodes.map((node) => [node.state, node.depth])).toEqual([["NNN", 0], ["NNY", 1], ["NYY", 2]]);
    expect(tree.wanted).toEqual([]);
    const all = treeOf(known, "NNN", false);
    expect(new Set(all.nodes.map((node) => node.state)).size).toBe(all.nodes.length);
    const places = all.nodes.map((node) => `${node.depth}:${node.y}`);
    expect(new Set(places).size).toBe(places.length); // no two in one place
  });
  it("says whose moves it still needs, and how many it leaves out", () => {
    const tree = treeOf(new Map([["NNN", { ...known.get("NNN")!, counts: [{ moves: "900", improvements: "0" }, { moves: "1", improvements: "1" }] }]]), "NNN", false);
    expect(tree.wanted).toEqual(["YNN", "NYN", "NNY"]);
    expect(tree.nodes[0]!.hidden).toBe(898);
  });
  it("puts improvements first in a lane, best for the party first, and counts the rest", () => {
    const [syria] = lanesOf(known.get("NNY")!.moves, [0], [{ moves: "7" }, { moves: "1" }], 5);
    expect(syria!.better.map((one) => one.to)).toEqual(["NYY"]);
    expect(syria!.rest.map((one) => one.to)).toEqual(["YNY"]);
    expect(syria!.left).toBe(5);
  });
  it("breaks words to lines", () => {
    expect(broken("Talks on neutral ground, nothing settled", 24, 2)).toEqual(["Talks on neutral ground,", "nothing settled"]);
    expect(broken("one two three four five six", 8, 2).at(-1)).toMatch(/…$/);
  });
});

describe("a saved drawing", () => {
  // Letters as wide as they are in a wide font: an estimate by their number alone would be wrong of both.
  const measure = (words: string, { size }: { size: number }) => [...words].reduce((sum, letter) => sum + size * (/[mwMW—]/.test(letter) ? 0.95 : /[il.,: ]/.test(letter) ? 0.3 : 0.62), 0);
  const frame = (parties: string[], title = "A bridge") => ({ title, subtitle: "Played from " + title, parties: parties.map((name) => ({ name, colour: "red", dash: "" })), marks: ["thick: an improvement for who moves", "double frame: today", "● holds", "◕ holds by answers", "◔ holds by fear only", "○ does not hold"] });
  const cases = [
    frame(["● Russia", "■ Ukraine"]),
    frame(["● The Ministry of Transport, Public Works and Water Management", "■ Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww", "▲ The countries that met in Paris", "◆ The inhabitants of the seven villages along the northern and the southern bank, and whoever else has a house there", "★ The bank"], "A very long title of a conflict about a bridge that nobody wanted, between people of whom all have long names, as it was in the summer"),
    frame(Array.from({ length: 26 }, (_, at) => `● Guarantor ${at}`)),
    frame([]),
  ];
  it.each(cases.flatMap((one) => [180, 560, 1400].map((width) => [one, width] as const)))("has room for all of its words", (one, width) => {
    const made = layout({ width, height: 200 }, one, measure);
    const boxes = [...made.title.map((line) => ({ ...line, size: 16 })), ...[...made.subtitle, ...made.legend.flatMap((item) => item.lines)].map((line) => ({ ...line, size: 12 }))]
      .map(({ x, y, words, size }) => ({ words, left: x, right: x + measure(words, { size }), top: y - size, bottom: y + 0.25 * size }));
    for (const item of made.legend) if (item.party) boxes.push({ words: "a line", left: item.x, right: item.x + 40, top: item.y - 6, bottom: item.y - 2 });
    for (const box of boxes) {
      expect(box.right, box.words).toBeLessThanOrEqual(made.width);
      expect(box.bottom, box.words).toBeLessThanOrEqual(made.height);
      expect(box.bottom <= made.top || box.top >= made.top + 200, box.words).toBe(true);
      for (const other of boxes) if (other !== box) expect(box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top, `${box.words} | ${other.words}`).toBe(true);
    }
    const said = (lines: { words: string }[]) => lines.map(({ words }) => words).join("").replace(/ /g, "");
    expect(said(made.title)).toBe(one.title.replace(/ /g, ""));
    expect(made.legend.map((item) => said(item.lines))).toEqual([...one.parties.map(({ name }) => name), ...one.marks].map((words) => words.replace(/ /g, "")));
  });
});
