import { describe, expect, it } from "vitest";
import { fixOf } from "../src/editor/fix";
import type { Diagnostic } from "../src/store";
import { Bytes } from "../src/text/bytes";
import { apply } from "../src/text/edits";

const diagnostic = (edits: { begin: number; end: number; replacement: string }[] | null): Diagnostic =>
  ({ severity: "error", code: "S0203", message: "", line: 1, column: 1, endLine: 1, endColumn: 2, begin: 0, end: 1, ...(edits ? { fix: { safe: false, edits } } : {}) });

describe("what the program proposes", () => {
  it("is one edit of the text, counted in bytes", () => {
    const text = "# Köln\nprefer A\n  atack\n";
    const begin = Buffer.byteLength(text.slice(0, text.indexOf("atack")));
    const [fix] = fixOf(diagnostic([{ begin, end: begin + 5, replacement: "attack" }]), new Bytes(text));
    expect([fix!.title, apply(text, fix!.edits)]).toEqual(["Change to attack", "# Köln\nprefer A\n  attack\n"]);
  });
  it("is called by what it does", () => {
    const title = (edits: { begin: number; end: number; replacement: string }[] | null) => fixOf(diagnostic(edits), new Bytes("abcdef")).map((fix) => fix.title);
    expect(title([{ begin: 1, end: 3, replacement: "" }])).toEqual(["Take it out"]);
    expect(title([{ begin: 1, end: 1, replacement: " of" }])).toEqual(["Add of"]);
    expect(title([{ begin: 0, end: 1, replacement: "x" }, { begin: 3, end: 4, replacement: "y" }])).toEqual(["Make this change"]);
    expect(title(null)).toEqual([]);
  });
});
