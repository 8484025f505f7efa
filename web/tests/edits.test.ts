import { describe, expect, it } from "vitest";
import type { OutlineOption, OutlineParty, OutlinePreference } from "../src/model/outline";
import { addOption, addStatement, apply, cite, moveStatement, nameFrom, removeLines, setAside, setDirection, setLabel, setPreference, wholeLines } from "../src/text/edits";
import type { Range } from "../src/text/bytes";

const text = `party A "The first" # who
  option strike "Strike"  # costly
  option talk
prefer A
  not B.x  # before all
    because report "words here"
  # about the next
  strike if talk
  talk`;

const rangeOf = (words: string, from = 0): Range => {
  const at = text.indexOf(words, from);
  if (at < 0) throw new Error(words);
  return [at, at + words.length];
};
const lines = (first: string, last = first): Range => wholeLines(text, [rangeOf(first)[0], rangeOf(last)[1]]);
const statement = (words: string, tier: number, lineRange: Range) => ({ text: words, tier, range: rangeOf(words, rangeOf("prefer")[1]), lineRange, because: [] });
const preference: OutlinePreference = {
  form: "prefer", each: false, range: rangeOf("prefer A"), lineRange: lines("prefer A"), blockRange: [rangeOf("prefer A")[0], text.length],
  statements: [statement("not B.x", 1, lines("not B.x", "words here")), statement("strike if talk", 2, lines("# about the next", "strike if talk")), { text: "talk", tier: 3, range: [text.length - 4, text.length], lineRange: [text.length - 6, text.length], because: [] }],
  weights: [], classes: [],
};
const option = (name: string, label: Range | null): OutlineOption => ({
  name, label: "", nameRange: rangeOf(name), labelRange: label, range: rangeOf(name), lineRange: lines(`option ${name}`), direction: "both", directionRange: null, because: [],
});
const party: OutlineParty = {
  name: "A", label: "The first", family: null, nameRange: [6, 7], labelRange: rangeOf('"The first"'), range: [0, 7], lineRange: lines("party A"), blockRange: [0, 80],
  options: [option("strike", rangeOf('"Strike"')), option("talk", null)], preference, because: [],
};

describe("edits by range", () => {
  it("put a whole preference in place of another, or at the end", () => {
    const ranked = "rank A\n  x > y\n";
    expect(apply(text, setPreference(text, preference, ranked))).toBe(text.slice(0, rangeOf("prefer A")[0]) + ranked);
    expect(apply(text, setPreference(text, null, ranked))).toBe(text + "\n\n" + ranked);
  });

  it("take what was unsure away with the preference that it belonged to", () => {
    const before = 'rank A\n  x > y > z\nunsure A x ? y\nrank B\n  y > x > z\nunsure B x ? y\nunsure A\n  y ? z\n';
    const rangeIn = (words: string): Range => [before.indexOf(words), before.indexOf(words) + words.length];
    const ranked = { ...preference, blockRange: rangeIn("rank A\n  x > y > z") };
    const unsure = [{ blockRange: rangeIn("unsure A x ? y") }, { blockRange: rangeIn("unsure A\n  y ? z") }];
    expect(apply(before, setPreference(before, ranked, "rank A\n  z > y > x\nunsure A z ? y\n", unsure))).toBe('rank A\n  z > y > x\nunsure A z ? y\nrank B\n  y > x > z\nunsure B x ? y\n');
  });

  it("move a statement with its comments and citations, down past the last line and up again", () => {
    const down = apply(text, moveStatement(text, preference, 0, 2));
    expect(down).toBe(text.replace(/ {2}not B.x[^]*?words here"\n/, "") + '\n  not B.x  # before all\n    because report "words here"');
    const up = apply(text, moveStatement(text, preference, 1, 0));
    expect(up.split("\n").slice(4, 6)).toEqual(["  # about the next", "  strike if talk"]);
    expect(up.split("\n").sort()).toEqual(text.split("\n").sort());
    expect(moveStatement(text, preference, 1, 1)).toEqual([]);
  });

  it("take lines away whole, and set them aside as comments", () => {
    expect(apply(text, removeLines(text, preference.statements[0]!.lineRange))).not.toContain("words here");
    const aside = apply(text, setAside(text, preference.statements[0]!.lineRange));
    expect(aside).toContain('  # not B.x  # before all\n    # because report "words here"\n');
  });

  it("add a statement at the end, with the indentation there is", () => {
    expect(apply(text, addStatement(text, party, "not talk"))).toBe(text + "\n  not talk\n");
    expect(apply(text, addStatement(text, { ...party, preference: null }, "talk"))).toBe(text + "\nprefer A\n  talk\n");
  });

  it("add an option below the last", () => {
    expect(apply(text, addOption(text, party, "sue", "Go to court"))).toContain('  option talk\n  option sue "Go to court"\nprefer');
  });

  it("set directions before the comment, and take them back", () => {
    const strike = party.options[0]!.nameRange;
    const bound = apply(text, setDirection(text, strike, "irrevocable"));
    expect(bound).toContain('option strike "Strike" irrevocable  # costly');
    expect(apply(bound, setDirection(bound, strike, "unresumable"))).toContain('option strike "Strike" unresumable  # costly');
    expect(apply(bound, setDirection(bound, strike, "both"))).toBe(text);
    expect(apply(text, setDirection(text, party.options[1]!.nameRange, "unresumable"))).toContain("option talk unresumable\n");
  });

  it("change labels, with marks escaped", () => {
    expect(apply(text, setLabel(text, party.nameRange, 'The "new" one'))).toContain('party A "The \\"new\\" one" # who');
    expect(apply(text, setLabel(text, party.nameRange, ""))).toContain("party A # who");
    expect(apply(text, setLabel(text, party.options[1]!.nameRange, "x"))).toContain('option talk "x"\n');
  });

  it("cite below the line, in one line", () => {
    expect(apply(text, cite(text, preference.statements[1]!.range, preference.statements[1]!.lineRange, "report", ' some\n words "quoted" '))).toContain(
      '  strike if talk\n    because report "some words \\"quoted\\""\n  talk',
    );
  });

  it("make names of words", () => {
    expect(nameFrom("Go to court!", [])).toBe("Go_to_court");
    expect(nameFrom("Go to court", ["Go_to_court"])).toBe("Go_to_court_2");
    expect(nameFrom("3 days", [])).toBe("_3_days");
    expect(nameFrom("…", [])).toBe("new");
    expect(nameFrom("Türkiye & Россия", [])).toBe("Turkiye_Россия");
    expect(nameFrom("3 дня: й", [])).toBe("_3_дня_й");
  });
});
