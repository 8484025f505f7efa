import { describe, expect, it } from "vitest";
import { scrollTo, TALLEST, windowOf } from "../src/ui/virtual";

describe("the virtual list", () => {
  it("draws what is seen and a little more", () => {
    expect(windowOf(100, 30, 0, 300)).toEqual({ first: 0, count: 23, offset: 0, height: 3000 });
    const middle = windowOf(100, 30, 1500, 300);
    expect(middle.first).toBe(44);
    expect(middle.offset).toBe(44 * 30);
    expect(windowOf(3, 30, 0, 300).count).toBe(3);
    expect(windowOf(0, 30, 0, 300).count).toBe(0);
  });

  it.each([10, 1000, 300_000, 1_000_000, 30_000_000])("reaches the first and the last of %i rows", (rows) => {
    const view = 600;
    const { height } = windowOf(rows, 30, 0, view);
    expect(height).toBeLessThanOrEqual(TALLEST);
    expect(windowOf(rows, 30, 0, view).first).toBe(0);
    const end = windowOf(rows, 30, Math.max(0, height - view), view);
    expect(end.first + end.count).toBe(rows);
    // The last row's lower edge stands at the end of the list.
    expect(end.offset + end.count * 30).toBeCloseTo(height, 3);
  });

  it.each([1000, 1_000_000])("scrolls any of %i rows into view", (rows) => {
    for (const row of [0, 1, Math.floor(rows / 3), rows - 2, rows - 1]) {
      const top = scrollTo(row, rows, 30, 123, 600);
      const drawn = windowOf(rows, 30, top ?? 123, 600, 0);
      expect(row).toBeGreaterThanOrEqual(drawn.first);
      expect(row).toBeLessThan(drawn.first + drawn.count);
    }
    expect(scrollTo(5, rows, 30, 0, 600)).toBeNull();
  });
});
