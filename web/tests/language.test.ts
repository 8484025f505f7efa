// The colours of the editor: words of the language in their place, names elsewhere.

import type { StreamLanguage } from "@codemirror/language";
import { highlightTree, tagHighlighter, tags } from "@lezer/highlight";
import { expect, test } from "vitest";
import { conflictLanguage } from "../src/editor/language";

/** The words of a text with a colour of the language, as `word:colour`. */
function coloured(text: string): string[] {
  const colours = tagHighlighter([{ tag: tags.keyword, class: "keyword" }, { tag: tags.modifier, class: "modifier" }, { tag: tags.operatorKeyword, class: "logic" }, { tag: tags.operator, class: "operator" }]);
  const found: string[] = [];
  const language = conflictLanguage[0] as StreamLanguage<unknown>;
  highlightTree(language.parser.parse(text), colours, (from, to, colour) => found.push(`${text.slice(from, to)}:${colour}`));
  return found;
}

test("marks are coloured before what they mark", () => {
  expect(coloured("prefer A\n  strongly a | b\n  perhaps not c")).toEqual(["prefer:keyword", "strongly:modifier", "|:operator", "perhaps:modifier", "not:logic"]);
  expect(coloured("rank A\n  s1 >> s2 > s3")).toEqual(["rank:keyword", ">>:operator", ">:operator"]);
  expect(coloured("unsure A s1 ? s2")).toEqual(["unsure:keyword", "?:operator"]);
  expect(coloured("attitude A for B, against C\nattitude each F\n  neutral self")).toEqual(["attitude:keyword", "for:modifier", ",:operator", "against:modifier", "attitude:keyword", "each:modifier", "neutral:modifier", "self:modifier"]);
});

test("their words are names elsewhere", () => {
  expect(coloured("prefer A\n  strongly and d\n  perhaps")).toEqual(["prefer:keyword", "and:logic"]);
  expect(coloured("rank A\n  unsure > b")).toEqual(["rank:keyword", ">:operator"]);
  expect(coloured("weigh A\n  attitude 3\n  against 2")).toEqual(["weigh:keyword"]);
  expect(coloured("states\n  unsure Y N\n  attitude N N")).toEqual(["states:keyword"]);
});
