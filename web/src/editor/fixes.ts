// From a diagnostic's help to an edit that follows it: the same words a person would read, done by one click.

import type { Edit } from "../text/edits";
import { removeLines } from "../text/edits";
import type { Range } from "../text/bytes";

export interface Fix { title: string; edits: Edit[] }

/** The fixes that the help of a diagnostic says outright. `range` is where it stands, in UTF-16. */
export function fixesOf(text: string, help: string | undefined, range: Range): Fix[] {
  if (!help) return [];
  const there = text.slice(...range);
  const put = (word: string, title = `Change to ${word}`): Fix => ({ title, edits: [{ from: range[0], to: range[1], insert: word }] });
  const meant = /^did you mean ((?:`[^`]+`(?:, | or |,? or )?)+)/.exec(help);
  if (meant) return [...meant[1]!.matchAll(/`([^`]+)`/g)].map((match) => put(match[1]!));
  const word = /^(?:the word here is|write) `([^`]+)`/.exec(help);
  if (word && word[1] !== there) return [put(word[1]!, `Write ${word[1]}`)];
  if (/^close it with `\)` on the same line/.test(help)) {
    const end = lineEnd(text, range[1]);
    return [{ title: "Close it at the end of the line", edits: [{ from: end, to: end, insert: ")" }] }];
  }
  const missing = /^say what it wants below `(prefer [\w.]+)`/.exec(help);
  if (missing) return [{ title: `Add ${missing[1]}`, edits: [{ from: text.length, to: text.length, insert: `${text.endsWith("\n") ? "" : "\n"}${missing[1]}\n  ` }] }];
  if (/^delete (?:it|this|the line)\b/.test(help)) return [{ title: "Delete the line", edits: removeLines(text, range) }];
  const qualified = /^say (?:which|whose)[^`]*((?:`[^`]+`(?:, | or |,? or )?)+)/.exec(help);
  if (qualified) return [...qualified[1]!.matchAll(/`([^`]+)`/g)].map((match) => put(match[1]!));
  return [];
}

/** The end of the line's words, before white space and a comment. */
function lineEnd(text: string, at: number): number {
  const stop = text.indexOf("\n", at);
  const line = text.slice(at, stop < 0 ? text.length : stop);
  return at + (/^[^#]*?(?=\s*(#|$))/.exec(line)?.[0].length ?? line.length);
}
