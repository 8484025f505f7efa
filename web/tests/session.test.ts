import { describe, expect, it } from "vitest";
import { compare } from "../src/answer/compare";
import { readExplanation } from "../src/answer/explanation";
import { problemOf } from "../src/answer/said";
import { parseTable } from "../src/answer/table";
import { joined, number, ordinal, strength } from "../src/answer/wording";
import { changedLines, describeChange } from "../src/session/timeline";

const head = "id,label,options,x,place:A,equilibrium:nash,nash:A\n";

describe("before and after", () => {
  it("matches states by what is done in them, not by number", () => {
    const before = parseTable(`${head}1,s1,N,N,1,1,1\n2,s2,Y,Y,2,0,0\n`);
    const after = parseTable(`${head}1,s1,Y,Y,1,1,1\n`);
    const { changed, same } = compare(before, after);
    expect(same).toEqual([]);
    expect(changed).toEqual([{ letters: "N", before: ["nash"], after: null }, { letters: "Y", before: [], after: ["nash"] }]);
  });
});

describe("explanations", () => {
  it("finds the moves in the lines", () => {
    const lines = readExplanation(`State 1, status quo, and Iraq: stable under GMR.
      nothing is done

Iraq can improve by one move:
  1 → 4 attack  (take attack)          Iraq: 4th → 2nd
What could Syria do then, and would it deter Iraq?
  4 → 5 attack anyway  (take release)  Iraq ends 5th, worse than 4th: deters        counts for GMR
                                       but Iraq answers 5 → 2 water released (1st)  so not for SMR
  4 → 6 war  (take escalate)           Iraq ends 3rd, better than 4th: does not deter
Deterred under GMR.
`);
    expect(lines.map((line) => line.kind)).toEqual(["title", "detail", "blank", "party", "improvement", "question", "answer", "detail", "answer", "verdict"]);
    expect(lines[4]).toMatchObject({ move: [1, 4], single: true });
    expect(lines[6]).toMatchObject({ move: [4, 5], single: true, deters: true, after: "Iraq ends 5th, worse than 4th: deters        counts for GMR" });
    expect(lines[7]).toMatchObject({ move: [5, 2], single: false });
    expect(lines[8]!.deters).toBe(false);
  });
});

describe("the timeline", () => {
  it("tells what changed", () => {
    expect(changedLines("a\nb\nc", "a\nx\nc")).toEqual({ gone: ["b"], come: ["x"] });
    expect(describeChange("a\n  b\nc", "a\nc")).toBe("− b");
    expect(describeChange("a\nb\nc", "a\nc\nb")).toBe("lines in another order");
  });
});

describe("wording", () => {
  it("counts and joins", () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 112].map(ordinal)).toEqual(["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"]);
    expect(number("1234567")).toBe("1,234,567");
    expect(joined(["a", "b", "c"])).toBe("a, b and c");
    expect([["nash", "gmr"], ["gmr", "seq"], ["gmr", "smr"], []].map(strength)).toEqual(["nobody", "would", "could", "not"]);
  });
});

describe("what the program says", () => {
  it("is its first error, whatever it remarked before", () => {
    const stderr = "warning[S0411]: 2 states are never told apart\n --> -:13:1\n  = help: add a statement\n\nerror[S0203]: unknown option `damm`\n --> --where:1:1\n  = help: did you mean `dam`, an option of Up?\n";
    expect(problemOf(stderr)).toEqual({ message: "unknown option `damm`", help: "did you mean `dam`, an option of Up?" });
    expect(problemOf("error: no party is called `Irak`\nhelp: did you mean `Iraq`?\n")).toEqual({ message: "no party is called `Irak`", help: "did you mean `Iraq`?" });
    expect(problemOf("").message).toBe("the program gave no answer");
  });
});
