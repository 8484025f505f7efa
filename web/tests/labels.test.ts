import { describe, expect, it } from "vitest";
import { outdent } from "../src/editor/typing";
import { fragment, inNames, matching, pieces, sayable, wished, type Said } from "../src/model/labels";
import type { Outline } from "../src/model/outline";

const ALL: Said[] = [
  { name: "repair", label: "Repair the heating", of: "Landlord" },
  { name: "East.accept", label: "Accept", of: "East" },
  { name: "West.accept", label: "Accept", of: "West" },
  { name: "court", label: "Go to court", of: "Tenants" },
  { name: "heat", label: "Repair the heating at once", of: "Landlord" },
];

describe("labels", () => {
  it("typed become names, the longest first, whatever their case, in quotation marks or not", () => {
    expect(inNames("not repair the heating if “Go to court”", ALL)).toBe("not repair if court");
    expect(inNames("Repair the heating at once and Repair the heating", ALL)).toBe("heat and repair");
    expect(inNames("East.accept or court", ALL)).toBe("East.accept or court");
    expect(inNames("repairs", ALL)).toBe("repairs");
  });

  it("of several options are the party's own, or of the party that is named", () => {
    expect(inNames("not accept if west: Accept", ALL, "East")).toBe("not East.accept if West.accept");
    expect(inNames("accept", ALL, "Tenants")).toBe("accept");
  });

  it("are wished for in plain words", () => {
    const tenants = { name: "Tenants", label: "The tenants" };
    expect(["Tenants want repair", "the tenants would like to strike", "we want not court", "want", "wantonness", "Landlord wants court", "prefers heat if court"].map((words) => wished(words, tenants)))
      .toEqual(["repair", "strike", "not court", "want", "wantonness", "Landlord wants court", "heat if court"]);
  });

  it("stand for names in a sentence, with the party where two are alike", () => {
    expect(pieces("not repair if East.accept", ALL, "Tenants").map((one) => one.words).join("")).toBe("not Repair the heating if East: Accept");
    expect(pieces("accept or repair", ALL, "West").map((one) => one.words).join("")).toBe("West: Accept or Repair the heating");
  });

  it("stand for the options of a family, of a member, and of whoever wishes", () => {
    const line = { range: [0, 0] as [number, number], lineRange: [0, 0] as [number, number] };
    const option = (name: string, label: string) => ({ ...line, name, label, direction: "both", because: [] });
    const member = (name: string) => ({ ...line, name, label: "", family: "Companies", blockRange: [0, 0], options: [option("stop", "Stop the line")], preference: null, because: [] });
    const all = sayable({ parties: [member("East"), member("West"), { ...member("Town"), family: null, options: [option("fine", "Fine them")] }], defines: [] } as unknown as Outline);
    const said = (wish: string, own: string) => pieces(wish, all, own).map((one) => one.words).join("");
    expect(said("none of Companies.stop", "Town")).toBe("none of Companies: Stop the line");
    expect(said("not Town.fine if self.stop", "Companies")).toBe("not Fine them if its own: Stop the line");
    expect(said("East.stop if unknown.word", "Town")).toBe("East: Stop the line if unknown.word");
    expect(inNames("none of Companies: Stop the line", all, "Town")).toBe("none of Companies.stop");
  });

  it("are found by the beginnings of their words, behind the last operator", () => {
    expect(fragment("not repair if go to").typed).toBe("go to");
    expect(fragment("exactly one of (repair, go co").typed).toBe("go co");
    expect(fragment("not bui").typed).toBe("bui");
    expect(fragment("notice").typed).toBe("notice");
    expect(matching("heat rep", ALL).map((one) => one.name)).toEqual(["repair", "heat"]);
    expect(matching("west", ALL).map((one) => one.name)).toEqual(["West.accept"]);
    expect(matching("", ALL)).toEqual([]);
  });
});

describe("typing", () => {
  it("takes back to the margin what begins a statement, and nothing else", () => {
    expect(["  party", "    prefer", "\tstatus", "party", "  option", "  parties_at_law", "  not party", "  because", "  exactly"].map(outdent)).toEqual([2, 4, 1, 0, 0, 0, 0, 0, 0]);
  });
});
