// The fix that the program proposes for a diagnostic, as an edit that one click makes.

import type { Diagnostic } from "../store";
import type { Bytes } from "../text/bytes";
import type { Edit } from "../text/edits";

interface Fix { title: string; edits: Edit[] }

/** One fix or none. */
export function fixOf(diagnostic: Diagnostic, bytes: Bytes): Fix[] {
  const told = diagnostic.fix?.edits ?? [];
  if (!told.length) return [];
  const edits = told.map((edit) => {
    const [from, to] = bytes.range([edit.begin, edit.end]);
    return { from, to, insert: edit.replacement };
  });
  return [{ title: titleOf(edits), edits }];
}

function titleOf(edits: Edit[]): string {
  const [only] = edits;
  if (edits.length && edits.every((one) => one.insert === "\n" && one.from < one.to)) return edits.length > 1 ? "End these lines" : "End the line here";
  if (edits.length > 1 || !only) return "Make this change";
  const words = only.insert.trim().replace(/\s+/g, " ");
  if (!words) return only.from === only.to ? "Make this change" : "Take it out";
  return only.from === only.to ? `Add ${words}` : `Change to ${words}`;
}
