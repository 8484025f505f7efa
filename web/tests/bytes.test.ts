import { describe, expect, it } from "vitest";
import { Bytes } from "../src/text/bytes";

const texts = ["", "plain", "é", "“in the sky”, he said", "a😀b", "Türkiye — ‘x’\nzweite Zeile ß", "日本語 and more"];

describe("Bytes", () => {
  it.each(texts)("agrees with the encoder at every character of %j", (text) => {
    const bytes = new Bytes(text);
    const encoder = new TextEncoder();
    for (let unit = 0; unit <= text.length; unit++) {
      const before = text.slice(0, unit);
      if (/[\ud800-\udbff]$/.test(before)) continue; // inside a pair there is no byte offset
      expect(bytes.unit(encoder.encode(before).length)).toBe(unit);
    }
    expect(bytes.length).toBe(encoder.encode(text).length);
  });

  it("takes an offset inside a character to its begin, and one beyond the end to the end", () => {
    const bytes = new Bytes("a“b");
    expect([0, 1, 2, 3, 4, 5, 99].map((byte) => bytes.unit(byte))).toEqual([0, 1, 1, 1, 2, 3, 3]);
  });
});
