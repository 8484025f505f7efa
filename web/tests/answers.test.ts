// An answer to an open question, written into the text: checked by the program. Skipped where it is not built.

import { describe, expect, it } from "vitest";
import { inUnits, type Outline } from "../src/model/outline";
import { answerEdits, type Evidence, type OpenPoint } from "../src/text/answers";
import { Bytes } from "../src/text/bytes";
import { apply } from "../src/text/edits";
import { built, terminal } from "./server";

const MODEL = `conflict "Zwei Höfe"
source letter "letter.txt"
party Upper
  option pump
party Lower
  option complain
  option sue
states
  s1  N N N
  s2  Y N N
  s3  N Y N
  s4  N N Y
rank Upper
  s1 > s2 > s3 > s4
unsure Upper s1 ? s2, s3 ? s4
prefer Lower
  perhaps not sue  # it is dear
  complain iff pump
    because letter "too loud"
  not complain
`;
const outlineOf = (text: string) => inUnits(JSON.parse(terminal("outline", text, ["--format", "json"])) as Outline, text);
interface Asked { questions: (OpenPoint & { words: string })[] }
const asked = (text: string, args: string[]) => (JSON.parse(terminal("ask", text, ["--format", "json", ...args])) as Asked).questions;

function answered(question: RegExp, yes: boolean, evidence: Evidence | null = null): string {
  const found = asked(MODEL, ["--orders", "--assumptions"]).find((one) => question.test(one.words))!;
  const bytes = new Bytes(MODEL);
  const text = apply(MODEL, answerEdits(MODEL, outlineOf(MODEL), { ...found, ranges: found.ranges.map((range) => bytes.range(range)) }, yes, evidence));
  expect(() => asked(text, [])).not.toThrow(); // a sound model
  return text;
}

describe.skipIf(!built)("an answer", () => {
  it("takes the mark of a line that is held, and cites what says so", () => {
    expect(answered(/^Does Lower want `not sue` before/, true, { source: "letter", words: "we will not go to court" })).toContain(`  not sue  # it is dear\n    because letter "we will not go to court"\n`);
  });
  it("makes a line that is not held a comment", () => {
    expect(answered(/^Does Lower want `not sue` before/, false)).toContain("  # perhaps not sue  # it is dear\n");
    expect(answered(/^Does Lower want `not complain`, as/, false)).toContain("  # not complain\n");
  });
  it("exchanges neighbours, with their citations", () => {
    expect(answered(/^Would Lower rather have `not sue` without/, false)).toContain(`  complain iff pump\n    because letter "too loud"\n  perhaps not sue  # it is dear\n`);
  });
  it("takes a pair out of what is unsure, and ranks it the other way round", () => {
    expect(answered(/^Would Upper rather have .*s1/, true)).toContain("s1 > s2 > s3 > s4\nunsure Upper s3 ? s4\n");
    expect(answered(/^Would Upper rather have .*s3/, false)).toContain("s1 > s2 > s4 > s3\nunsure Upper s1 ? s2\n");
  });
});
