// What the editor says about the words of a model: completion and hover, from its outline.

import type { Completion } from "@codemirror/autocomplete";
import type { Outline } from "../model/outline";
import { citables } from "../model/outline";
import { MODIFIERS, OPERATORS } from "./language";

const STATEMENT_HELP: Record<string, string> = {
  party: "who decides; its options stand below", option: "what the party above can do", never: "no state has this", always: "every state has this",
  define: "a name for a condition", prefer: "what a party wants, most important first", rank: "states, best first", weigh: "a number for each option",
  source: "a text that is cited", because: "the words a line rests on", state: "a name for a state", expect: "a result this model must give",
  unsure: "states of a ranking whose order is not known", attitude: "how a party looks on what others want",
  view: "what a party sees otherwise", unaware: "in a view: an option the party does not know", blind: "in a view: states that are not there",
  "status quo": "what is done today", parties: "many parties alike", move: "moves listed outright", states: "states listed outright", about: "what the conflict is about",
};

function statementCompletions(): Completion[] {
  return Object.entries(STATEMENT_HELP).map(([label, detail]) => ({ label, detail, type: "keyword" }));
}

function nameCompletions(outline: Outline | null): Completion[] {
  if (!outline) return [];
  const counts = new Map<string, number>();
  for (const party of outline.parties) for (const option of party.options) counts.set(option.name, (counts.get(option.name) ?? 0) + 1);
  const found: Completion[] = [];
  for (const party of outline.parties) {
    found.push({ label: party.name, detail: party.label || "party", type: "class" });
    for (const option of party.options)
      found.push({ label: counts.get(option.name) === 1 ? option.name : `${party.name}.${option.name}`, detail: option.label || `option of ${party.name}`, type: "property" });
  }
  for (const define of outline.defines) found.push({ label: define.name, detail: "defined here", type: "function" });
  return found;
}

export function completionsAt(outline: Outline | null, before: string): Completion[] {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  if (/^\s*[\p{XIDC}]*$/u.test(line)) {
    const inBlock = /^\s/.test(line);
    return inBlock ? [...nameCompletions(outline), ...words(OPERATORS), ...statementCompletions()] : statementCompletions();
  }
  if (/^\s*because\s+\p{XIDC}*$/u.test(line)) return (outline?.sources ?? []).map((source) => ({ label: source.name, detail: source.description || source.path, type: "variable" }));
  if (/^\s*(prefer|rank|weigh|move|unsure|attitude|view)\s+[\p{XIDC} ]*$/u.test(line))
    return (outline?.parties ?? []).map((party) => ({ label: party.name, detail: party.label, type: "class" }));
  if (/^\s*option\s+\p{XIDC}+.*\s\p{XIDC}*$/u.test(line)) return words(["irrevocable", "unresumable", "because"]);
  if (/^\s*(conflict|about|party|option|source)\b/.test(line)) return [];
  if ((line.match(/"/g)?.length ?? 0) % 2) return [];
  return [...nameCompletions(outline), ...words(OPERATORS), ...words(MODIFIERS)];
}

const words = (all: string[]): Completion[] => all.map((label) => ({ label, type: "keyword", boost: -1 }));

/** What a word stands for, as lines to show. */
export function meaningOf(outline: Outline, at: number, word: string): string[] {
  const own = citables(outline).find((item) => at >= item.lineRange[0] && at <= item.lineRange[1]);
  const lines: string[] = [];
  for (const party of outline.parties) {
    if (party.name === word) lines.push(`${party.label || party.name} (party)`, ...party.options.map((option) => `· ${option.label || option.name}`));
    for (const option of party.options) {
      const owner = enclosingParty(outline, at);
      if (word === `${party.name}.${option.name}` || (word === option.name && (!owner || owner === party.name || !hasOption(outline, owner, word)))) {
        lines.push(`${party.label || party.name}: ${option.label || option.name}`);
        if (option.direction !== "both") lines.push(option.direction === "irrevocable" ? "cannot be taken back" : "once dropped it is gone");
      }
    }
  }
  const define = outline.defines.find((item) => item.name === word);
  if (define) lines.push(`${define.name} = ${define.meaning.replace(/\s+/g, " ")}`);
  for (const because of own?.because ?? []) lines.push(`cites ${because.source}: “${because.words}”`);
  return [...new Set(lines)];
}

const hasOption = (outline: Outline, party: string, name: string) => outline.parties.some((p) => p.name === party && p.options.some((o) => o.name === name));
const enclosingParty = (outline: Outline, at: number) => outline.parties.find((party) => at >= party.blockRange[0] && at <= party.blockRange[1])?.name;
