// What a form writes stands in a sound model: checked by the program. Skipped where the program is not built.

import { describe, expect, it } from "vitest";
import { inUnits, type Outline } from "../src/model/outline";
import { addOption, apply, nameFrom } from "../src/text/edits";
import { removal } from "../src/text/removal";
import { built, help, terminal } from "./server";

const MODEL = `conflict "A strike"
party Union
  option strike "Strike, or threaten to"
  option talk
party Firm
  option pay
  option talk  # both can
define quiet = not strike
define peace = quiet and pay
never strike and pay
always Union.talk or Firm.talk or strike
status quo strike, Union.talk
state war "strike, and no talk" = strike
state deal = pay, Union.talk, Firm.talk
prefer Union
  pay
  peace
  Firm.talk if strike
prefer Firm
  quiet
  not pay
`;
const outlineOf = (text: string) => inUnits(JSON.parse(terminal("outline", text, ["--format", "json"])) as Outline, text);
const check = (text: string) => terminal("check", text, ["--format", "json"]);

describe.skipIf(!built)("the form", () => {
  it.each([
    ["Union", "strike", 9, ["strike and pay", "peace", "quiet"], /state war "strike, and no talk" = none/],
    ["Firm", "pay", 6, ["not pay", "peace"], /state deal = Union\.talk, Firm\.talk/],
    ["Firm", "talk", 3, ["Firm.talk"], /status quo strike, Union\.talk/],
  ])("removes a choice with all that mentions it: %s.%s", (party, option, mentions, without, left) => {
    const outline = outlineOf(MODEL);
    const owner = outline.parties.find((one) => one.name === party)!;
    const found = removal(MODEL, outline, owner, owner.options.find((one) => one.name === option)!);
    expect(found.mentions).toHaveLength(mentions);
    const text = apply(MODEL, found.all);
    expect(() => check(text)).not.toThrow();
    expect(text).toMatch(left);
    for (const words of without) expect(text).not.toContain(`\n  ${words}\n`);
    // The choice alone leaves what mentions it: that is a mistake, and told.
    expect(() => check(apply(MODEL, found.alone))).toThrow();
  });

  it("gives names that can be names, whatever words are typed", () => {
    const reserved = /cannot be names[^:]*: ([^;]*);/.exec(help("language").replace(/\s+/g, " "))![1]!.split(", ");
    expect(reserved.length).toBeGreaterThan(40);
    for (const words of [...reserved, "None", "Quiet", "Union", "Deal", "3 days", "Straße", "—"]) {
      const outline = outlineOf(MODEL);
      const taken = [...reserved, ...outline.parties.flatMap((one) => [one.name, ...one.options.map((option) => option.name)]), ...outline.defines.map((one) => one.name), ...outline.states.map((one) => one.name)];
      const text = apply(MODEL, addOption(MODEL, outline.parties[0]!, nameFrom(words.toLowerCase(), taken), words));
      expect(() => check(text), words).not.toThrow();
    }
  });
});
