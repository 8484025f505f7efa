import { describe, expect, it } from "vitest";
import { fixesOf } from "../src/editor/fixes";
import { apply } from "../src/text/edits";

const fixed = (text: string, words: string, help: string) => {
  const at = text.indexOf(words);
  return fixesOf(text, help, [at, at + words.length]).map((fix) => [fix.title, apply(text, fix.edits)]);
};

describe("fixes from help", () => {
  it("take the word that was meant", () => {
    expect(fixed("prefer A\n  atack\n", "atack", "did you mean `attack`, an option of A?")).toEqual([["Change to attack", "prefer A\n  attack\n"]]);
    expect(fixed("x atack", "atack", "did you mean `attack` or `A.attack`?").map(([title]) => title)).toEqual(["Change to attack", "Change to A.attack"]);
  });
  it("write the right word", () => {
    expect(fixed("player C\n", "player", "the word here is `party`")).toEqual([["Write party", "party C\n"]]);
    expect(fixed("never a && b", "&&", "write `and`")).toEqual([["Write and", "never a and b"]]);
  });
  it("close a parenthesis before a comment", () => {
    expect(fixed("never (a and b  # why\n", "(", "close it with `)` on the same line")).toEqual([["Close it at the end of the line", "never (a and b)  # why\n"]]);
  });
  it("add a preference that is missing", () => {
    expect(fixed("party B\n", "B", "say what it wants below `prefer B`")[0]![1]).toBe("party B\nprefer B\n  ");
  });
  it("offer nothing where help says nothing to do", () => {
    expect(fixed("x", "x", "declare it first")).toEqual([]);
    expect(fixesOf("x", undefined, [0, 1])).toEqual([]);
  });
});
