// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { addressOf, readAddress } from "../src/address";
import { problemOf, type Ran } from "../src/api";
import { compare } from "../src/answer/compare";
import type { Solution } from "../src/answer/solution";
import { conceptAsks, conceptName, joined, number, ordinal, strength, Wording } from "../src/answer/wording";
import type { Conflict } from "../src/model/conflict";
import { carried } from "../src/store";
import { differences, merged } from "../src/session/merge";
import { opposite } from "../src/session/variation";
import { apply } from "../src/text/edits";
import { changedLines, describeChange, finding } from "../src/session/timeline";

const solution = (feasible: string[] | null, equilibria: string[], named: [string, string[]][] = []): Solution => ({
  engine: "explicit", parties: ["A"], states: { all: "2", feasible: String(feasible?.length ?? 10n ** 20n) }, statusQuo: null,
  ...(feasible ? { feasible: feasible.map((options, at) => ({ id: at + 1, name: `s${at + 1}`, options })) } : {}),
  stability: { nash: {} }, equilibria: { nash: feasible ? equilibria.map((one) => feasible.indexOf(one) + 1) : { count: "18775098004285089048721", examples: equilibria } },
  groups: [], named: named.map(([options, equilibrium]) => ({ name: options, options, today: false, equilibrium, stable: {} })),
});

describe("before and after", () => {
  it("matches states by what is done in them, not by number", () => {
    const { complete, changed, same } = compare(solution(["N", "Y"], ["N"]), solution(["Y"], ["Y"]));
    expect([complete, same]).toEqual([true, []]);
    expect(changed).toEqual([{ letters: "N", before: ["nash"], after: null }, { letters: "Y", before: [], after: ["nash"] }]);
  });
  it("speaks of named states and counts alone where the rest is not known", () => {
    const told = compare(solution(null, ["N"], [["N", ["nash"]], ["Y", []]]), solution(null, ["Y"], [["N", []], ["Y", []]]));
    expect(told.complete).toBe(false);
    expect(told.changed).toEqual([{ letters: "N", before: ["nash"], after: [] }]);
    expect(told.counts).toEqual([{ concept: "nash", before: "18775098004285089048721", after: "18775098004285089048721" }]);
  });
});

describe("the timeline", () => {
  it("tells what changed", () => {
    expect(changedLines("a\nb\nc", "a\nx\nc")).toEqual({ gone: ["b"], come: ["x"] });
    expect(describeChange("a\n  b\nc", "a\nc")).toBe("− b");
    expect(describeChange("a\nb\nc", "a\nc\nb")).toBe("lines in another order");
  });
  it("tells the same of long texts as line by line", () => {
    const plainly = (before: string, after: string) => {
      const [a, b] = [before.split("\n"), after.split("\n")];
      let [head, tail] = [0, 0];
      while (head < a.length && head < b.length && a[head] === b[head]) head++;
      while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
      const [gone, come] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
      return { gone: gone.filter((line) => !come.includes(line)), come: come.filter((line) => !gone.includes(line)) };
    };
    let seed = 7;
    const drawn = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 300; round++) {
      const lines = Array.from({ length: drawn(400) }, () => ["", "prefer A", "  x and y", "# the same", `# ${drawn(9)}`][drawn(5)]!);
      const changed = [...lines];
      for (let times = drawn(4); times > 0; times--) changed.splice(drawn(changed.length + 1), drawn(3), ...["new", "", "# the same"].slice(0, drawn(4)));
      const [before, after] = [lines.join("\n"), changed.join("\n")];
      expect(changedLines(before, after)).toEqual(plainly(before, after));
    }
  });
  it("says what holds best from the program's own groups, however many", () => {
    const words = new Wording({ conflict: "", about: [], sources: [], parties: [{ name: "A", label: "", options: [{ name: "x", label: "", direction: "both" }], preference: null }], families: [], defines: [], constraints: [], states: null, named: [], statusQuo: null });
    const answer = solution(null, []);
    expect(finding(answer, words)).toBe("nothing can hold");
    answer.groups = [{ equilibrium: ["nash"], count: "18775098004285089048721", examples: [{ name: "", options: "Y", called: "Peace without A: x" }] }];
    expect(finding(answer, words)).toBe("Peace without A: x and 18,775,098,004,285,089,048,720 more");
  });
});

describe("what is tried", () => {
  it("turns a wish round, and back", () => {
    for (const [wish, turned] of [["talks", "not talks"], ["not talks", "talks"], ["talks if press", "not (talks if press)"], ["not (a and b)", "a and b"], ["not (a) and (b)", "not (not (a) and (b))"], ["not a.b", "a.b"]])
      expect(opposite(wish!), wish).toBe(turned);
  });
});

describe("a state that is looked at", () => {
  const conflict = (...parties: [string, string[]][]): Conflict => ({ conflict: "", about: [], sources: [], parties: parties.map(([name, options]) => ({ name, label: "", options: options.map((one) => ({ name: one, label: "", direction: "both" as const })), preference: null })), families: [], defines: [], constraints: [], states: null, named: [], statusQuo: null });
  it("stays the same when choices change their places, come or go", () => {
    const before = conflict(["A", ["x", "y"]], ["B", ["x"]]);
    expect(carried(before, conflict(["A", ["x", "y"]], ["B", ["x"]]))).toBeNull();
    expect(carried(before, conflict(["A", ["y", "x"]], ["B", ["x"]]))!("YNY")).toBe("NYY");
    expect(carried(before, conflict(["B", ["x", "z"]], ["A", ["y"]]))!("NYY")).toBe("YNY");
  });
});

describe("a state that nobody named", () => {
  it("is told apart by what differs, which stands by itself", () => {
    const words = new Wording({ conflict: "", about: [], sources: [], parties: [{ name: "A", label: "Ukraine", options: [{ name: "accept", label: "Accept a settlement", direction: "both" }, { name: "go", label: "Go to Moscow", direction: "both" }], preference: null }], families: [], defines: [], constraints: [], states: null, named: [{ name: "talks", label: "Talks", options: "Y-" }, { name: "t", label: "Talks on neutral ground", options: "NY" }], statusQuo: "YY" });
    expect(words.parts({ name: "", options: "YN", called: "Talks on neutral ground + A: accept" })).toEqual({ base: "Talks on neutral ground", rest: "Ukraine: + Accept a settlement, − Go to Moscow" });
    expect(words.parts({ name: "", options: "Y-", called: "whatever" })).toEqual({ base: "Talks", rest: "" });
    expect(words.title({ name: "", options: "YN", called: "Talks on neutral ground + A: accept" })).toBe("Talks on neutral ground; Ukraine: + Accept a settlement, − Go to Moscow");
    expect(words.inWords({ name: "", options: "YN", called: "Talks on neutral ground + A: accept" })).toBe("Talks on neutral ground, but Ukraine would choose “Accept a settlement” and drop “Go to Moscow”");
    expect(words.parts({ name: "", options: "NN", called: "status quo without A: go" })).toEqual({ base: "As today", rest: "Ukraine: − Accept a settlement, − Go to Moscow" });
    // Never by a number, which says nothing.
    expect(words.parts({ name: "s3", options: "NN", id: 3 })).toEqual({ base: "nothing is done", rest: "" });
    expect(words.parts({ name: "", options: "YY", called: "status quo" })).toEqual({ base: "Today", rest: "" });
  });
});

describe("merging", () => {
  const base = "one\ntwo\nthree\nfour\nfive\nsix\n";
  it("takes what only one side changed", () => {
    expect(merged(base, base.replace("two", "TWO"), base.replace("five", "FIVE"))).toBe("one\nTWO\nthree\nfour\nFIVE\nsix\n");
    expect(merged(base, base + "seven\n", "zero\n" + base)).toBe(`zero\n${base}seven\n`);
    expect(merged(base, base.replace("two\n", ""), base.replace("five", "FIVE"))).toBe("one\nthree\nfour\nFIVE\nsix\n");
    expect(merged(base, base, "other")).toBe("other");
    expect(merged(base, "other", base)).toBe("other");
    expect(merged(base, base.replace("two", "2"), base.replace("two", "2"))).toBe(base.replace("two", "2"));
  });
  it("asks where both changed the same lines", () => {
    expect(merged(base, base.replace("two", "TWO"), base.replace("two", "zwei"))).toBeNull();
    expect(merged(base, base.replace("three\n", ""), base.replace("three", "drei"))).toBeNull();
    expect(merged(base, base + "mine\n", base + "theirs\n")).toBeNull();
  });
  it("never loses a line of either side", () => {
    let seed = 7;
    const random = (n: number) => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % n;
    for (let round = 0; round < 300; round++) {
      const lines = Array.from({ length: 12 }, (_, at) => `l${at}`);
      const edited = (mark: string) => lines.flatMap((line, at) => (random(6) === 0 ? [] : random(6) === 0 ? [`${mark}${at}`] : random(6) === 0 ? [line, `${mark}+${at}`] : [line]));
      const [mine, theirs] = [edited("m"), edited("t")];
      const both = merged(lines.join("\n"), mine.join("\n"), theirs.join("\n"));
      if (both === null) continue;
      for (const line of [...mine, ...theirs]) if (/^[mt]/.test(line)) expect(both.split("\n")).toContain(line);
      expect(apply(lines.join("\n"), differences(lines.join("\n"), both))).toBe(both);
      expect(apply(both + "\n", differences(both + "\n", mine.join("\n")))).toBe(mine.join("\n"));
      for (const line of lines) if (mine.includes(line) && theirs.includes(line)) expect(both.split("\n").filter((one) => one === line)).toHaveLength(1);
        else expect(both.split("\n")).not.toContain(line);
    }
  });
});

describe("wording", () => {
  it("counts and joins", () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 112].map(ordinal)).toEqual(["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"]);
    expect(number("12374000000000000000000000000")).toBe("12,374,000,000,000,000,000,000,000,000");
    expect(joined(["a", "b", "c"])).toBe("a, b and c");
    expect(["nash", "sim", "l2", "stackelberg_US", "strong_gmr"].map(conceptName)).toEqual(["Nash", "SIM", "L2", "US leads", "STRONG GMR"]);
    expect(conceptAsks("l3")).toContain("this far: 3");
    expect([["nash", "gmr"], ["gmr", "seq"], ["gmr", "smr"], [], ["another"]].map(strength)).toEqual(["nobody", "would", "could", "not", "not"]);
  });
});

describe("what the program says", () => {
  const ran = (problems?: object[]) => ({ exit: 1, result: null, text: "", stderr: "", ...(problems ? { problems: { problems } } : {}) }) as Ran<unknown>;
  it("is its first error, whatever it remarked before", () => {
    expect(problemOf(ran([{ severity: "warning", message: "two are alike" }, { severity: "error", message: "unknown option `damm`", help: "did you mean `dam`?" }]))).toEqual({ message: "unknown option `damm`", help: "did you mean `dam`?" });
    expect(problemOf(ran()).message).toBe("the program gave no answer");
  });
});

describe("addresses", () => {
  it("name the screen, the state, the party and the concept", () => {
    expect(addressOf("why", "1790", "Russia", "seq")).toBe("#why/1790/Russia/seq");
    expect(addressOf("why", "1790", "", "")).toBe("#why/1790");
    expect(addressOf("answer", "1790", "Russia", "seq")).toBe("#answer");
    expect(readAddress("#why/1790/Russia/seq")).toEqual({ screen: "why", state: "1790", party: "Russia", concept: "seq" });
    expect(readAddress(addressOf("why", "YN-N", "Côte d’Ivoire/2", ""))).toEqual({ screen: "why", state: "YN-N", party: "Côte d’Ivoire/2", concept: "" });
    expect(readAddress("#nothing")).toBeNull();
    expect(readAddress("#why/%")).toEqual({ screen: "why", state: "%", party: "", concept: "" });
  });
});
