// Typing as people expect: blanks typed at the beginning of a line that was indented automatically are not
// added to the indent, and a word that begins a new statement goes back to the margin.

import { StateEffect, StateField, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/** Words that begin a statement at the margin, never within another. */
const AT_MARGIN = /^[ \t]+(?:conflict|about|source|party|parties|never|always|define|status|states?|prefer|rank|weigh|move|expect)$/;

/** The blanks of a line indented by itself, as far as one has not typed them, too. */
interface Indented { end: number; left: number }

const typedOver = StateEffect.define<null>();

const indented = StateField.define<Indented | null>({
  create: () => null,
  update(now, transaction) {
    if (transaction.effects.some((one) => one.is(typedOver))) return now && now.left > 1 ? { ...now, left: now.left - 1 } : null;
    if (!transaction.docChanged) return transaction.selection ? null : now;
    let found: Indented | null = null;
    transaction.changes.iterChanges((_a, _b, _from, to, inserted) => {
      const blanks = /^\n([ \t]+)$/.exec(inserted.toString());
      if (blanks && transaction.isUserEvent("input")) found = { end: to, left: blanks[1]!.length };
    });
    return found;
  },
});

/** How many blanks before the word go when it is ended by one more; 0: none. */
export const outdent = (before: string): number => (AT_MARGIN.test(before) ? before.length - before.trimStart().length : 0);

const onBlank = EditorView.inputHandler.of((view, from, to, text) => {
  if (text !== " " || from !== to) return false;
  const { state } = view;
  if (state.field(indented)?.end === from) {
    view.dispatch({ effects: typedOver.of(null) });
    return true;
  }
  const line = state.doc.lineAt(from);
  const back = outdent(line.text.slice(0, from - line.from));
  if (!back) return false;
  view.dispatch({ changes: [{ from: line.from, to: line.from + back }, { from, insert: " " }], selection: { anchor: from - back + 1 }, userEvent: "input.type", scrollIntoView: true });
  return true;
});

export const typing: Extension = [indented, onBlank];
