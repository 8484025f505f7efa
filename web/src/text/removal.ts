// An option removed, with or without the lines that mention it: wishes, constraints and definitions go, and
// whatever is built on those; lists of what is done lose it.

import type { Outline, OutlineOption, OutlineParty } from "../model/outline";
import { mentions, pattern, removeLines, type Edit } from "./edits";
import type { Range } from "./bytes";

export interface Removal { mentions: string[]; alone: Edit[]; all: Edit[] }

export function removal(text: string, outline: Outline, party: OutlineParty, option: OutlineOption): Removal {
  const alone = removeLines(text, option.lineRange);
  const owners = outline.parties.filter((one) => one.options.some((own) => own.name === option.name));
  const shared = owners.some((one) => one.options.find((own) => own.name === option.name)!.range[0] !== option.range[0]);
  const gone = owners.filter((one) => one === party || one.family === party.family && party.family !== null).map((one) => `${one.name}.${option.name}`);
  if (!shared) gone.push(option.name, ...(party.family ? [`${party.family}.${option.name}`] : []));
  const lines = new Map<number, { range: Range; said: string }>();
  const before = () => lines.size + gone.length;
  for (let known = -1; known !== before(); ) {
    known = before();
    for (const { range, lineRange, said, name } of statements(outline)) {
      if (lines.has(range[0]) || !mentions(said, gone)) continue;
      lines.set(range[0], { range: lineRange, said });
      if (name) gone.push(name);
    }
  }
  const lists = [...outline.states.filter((state) => state.kind === "named").map((state) => state.range), ...(outline.statusQuo ? [outline.statusQuo.range] : [])].filter((range) => mentions(text.slice(...range), gone));
  const all = [...alone, ...[...lines.values()].flatMap(({ range }) => removeLines(text, range)), ...lists.flatMap((range) => without(text, range, gone))];
  return { mentions: [...[...lines.values()].map(({ said }) => said), ...lists.map((range) => text.slice(...range).split("\n")[0]!.trim())], alone, all };
}

/** What says something of choices, with the name it gives that. */
function statements(outline: Outline): { range: Range; lineRange: Range; said: string; name: string | null }[] {
  const wishes = outline.parties.flatMap((party) => [
    ...(party.preference?.statements ?? []).map((one) => ({ ...one, said: one.text })),
    ...(party.preference?.weights ?? []).map((one) => ({ ...one, said: one.option })),
  ]);
  return [
    ...wishes.map(({ range, lineRange, said }) => ({ range, lineRange, said, name: null })),
    ...outline.constraints.map(({ range, lineRange, text }) => ({ range, lineRange, said: text, name: null })),
    ...outline.defines.map(({ range, lineRange, meaning, name }) => ({ range, lineRange, said: meaning, name })),
  ];
}

/** A list of what is done, these left out of it; the words in quotation marks stay as they are. */
function without(text: string, [begin, end]: Range, names: string[]): Edit[] {
  const said = text.slice(begin, end);
  const list = /^status\s+quo\s+/.exec(said)?.[0].length ?? said.lastIndexOf('"') + 1;
  const rest = said.slice(list).replace(new RegExp(`${pattern(names)}\\s*,\\s*`, "gu"), "").replace(new RegExp(`\\s*,\\s*${pattern(names)}`, "gu"), "").replace(new RegExp(pattern(names), "gu"), "none");
  return [{ from: begin + list, to: end, insert: rest }];
}
