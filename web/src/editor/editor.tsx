// The text of the model. CodeMirror lives in a shadow root: there it puts its styles into constructable sheets, which the
// content security policy allows without a nonce.

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, isolateHistory, redo, undo } from "@codemirror/commands";
import { bracketMatching, indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic as Shown } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { ChangeSet, Compartment, EditorState, StateEffect, StateField, type ChangeDesc, type Text } from "@codemirror/state";
import { Decoration, drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, hoverTooltip, keymap, lineNumbers, type DecorationSet } from "@codemirror/view";
import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { revealModel } from "../model/shown";
import { differences } from "../session/merge";
import * as store from "../store";
import { Bytes } from "../text/bytes";
import type { Edit } from "../text/edits";
import { fixOf } from "./fix";
import { conflictLanguage } from "./language";
import { typing } from "./typing";
import { completionsAt, meaningOf } from "./words";

let view: EditorView | null = null;
const locking = new Compartment();
let locked = false;

// The changes since the text whose outline is known; the outline's places refer to that text.
let since: { text: string; changes: ChangeDesc } | null = null;

/** Where a range of the outlined text stands in the current text; null if it is no longer there. */
export function placeNow([from, to]: [number, number]): [number, number] | null {
  if (!since || since.text !== store.outline.peek()?.text) return null;
  const [begin, end] = from === to ? [since.changes.mapPos(from, 1), since.changes.mapPos(from, 1)] : [since.changes.mapPos(from, 1), since.changes.mapPos(to, -1)];
  return begin < end || from === to ? [begin, end] : null;
}

/** Edits the text as one step that undo takes back. */
export function edit(edits: Edit[], reveal = false) {
  if (!view || edits.length === 0) return;
  const changes = edits.map(({ from, to, insert }) => ({ from, to, insert }));
  if (view.state.readOnly) return;
  view.dispatch({ changes, userEvent: "input.form", annotations: isolateHistory.of("full") });
  const first = Math.min(...edits.map((one) => one.from));
  if (reveal) revealRange([first, first]);
}

const texts = new WeakMap<Text, string>();

/** The text of a document as the editor holds it, put together once. */
function textOf(doc: Text): string {
  const known = texts.get(doc);
  if (known !== undefined) return known;
  const text = doc.toString();
  texts.set(doc, text);
  return text;
}

/** Half a character pair, which no file can hold, is what every program shows for it. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, "\ufffd");

/** Another text in place of this one, as one step that undo takes back; `forget`: as the text of another document. */
export function setText(text: string, forget = false) {
  if (!view) {
    store.text.value = text;
    return;
  }
  if (forget) {
    view.setState(stateOf(text));
    view.scrollDOM.scrollTop = 0;
    store.text.value = text;
  } else edit(differences(textOf(view.state.doc), text));
}

/** A text that is only read: it is never saved. */
export function lock(on: boolean) {
  locked = on;
  view?.dispatch({ effects: locking.reconfigure(EditorState.readOnly.of(on)) });
}

export const undoEdit = () => view && undo(view);
export const redoEdit = () => view && redo(view);
export const focusEditor = () => view?.focus();

/** Selects a range of the text and scrolls to it; the text is shown where it was hidden. */
export function revealRange([from, to]: [number, number]) {
  if (!view) return;
  revealModel();
  const length = view.state.doc.length;
  const [a, b] = [Math.min(from, length), Math.min(to, length)];
  view.dispatch({ selection: { anchor: a, head: b }, effects: EditorView.scrollIntoView(a, { y: "center" }) });
}

// A range lit from elsewhere: the statement behind a reason.
const light = StateEffect.define<[number, number] | null>();
const lights = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let result = marks.map(transaction.changes);
    for (const one of transaction.effects)
      if (one.is(light)) {
        const length = transaction.newDoc.length;
        const range = one.value && ([Math.min(one.value[0], length), Math.min(one.value[1], length)] as const);
        result = range && range[0] < range[1] ? Decoration.set(Decoration.mark({ class: "cm-lit" }).range(range[0], range[1])) : Decoration.none;
      }
    return result;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const theme = EditorView.theme({
  "&": { height: "100%", fontSize: "var(--code-size)", backgroundColor: "var(--paper)", color: "var(--ink)" },
  "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--ink)", paddingBottom: "40vh" },
  ".cm-gutters": { backgroundColor: "var(--paper)", color: "var(--faint)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--line-active)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { background: "var(--selection)" },
  ".cm-matchingBracket": { backgroundColor: "var(--lit)", outline: "none" },
  ".cm-lit": { backgroundColor: "var(--lit)", borderRadius: "3px", boxShadow: "0 0 0 2px var(--lit)" },
  ".cm-tooltip": { backgroundColor: "var(--raised)", color: "var(--ink)", border: "1px solid var(--rule)", borderRadius: "6px", boxShadow: "var(--shadow)", maxWidth: "min(34rem, 90vw)" },
  ".cm-tooltip-hover .meaning": { padding: "6px 10px", fontFamily: "var(--sans)", fontSize: "13px", lineHeight: "1.45" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 8px", lineHeight: "1.5" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--on-accent)" },
  ".cm-completionDetail": { color: "inherit", opacity: "0.7", fontStyle: "normal" },
  ".cm-diagnostic": { fontFamily: "var(--sans)", fontSize: "13px", padding: "6px 10px" },
  ".cm-diagnosticAction": { backgroundColor: "var(--accent)", color: "var(--on-accent)", borderRadius: "4px", padding: "3px 10px", minHeight: "24px", fontSize: "13px" },
  ".cm-panels": { backgroundColor: "var(--raised)", color: "var(--ink)" },
  ".cm-textfield, .cm-button": { backgroundColor: "var(--paper)", color: "var(--ink)", backgroundImage: "none", border: "1px solid var(--rule)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--bad)", textUnderlineOffset: "3px" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--warn)", textUnderlineOffset: "3px" },
  ".cm-selectionMatch": { backgroundColor: "var(--line-active)" },
});

const hover = hoverTooltip((at, pos) => {
  const outline = store.fitting.value;
  const line = at.state.doc.lineAt(pos);
  const before = /[\p{XIDC}.]*$/u.exec(line.text.slice(0, pos - line.from))![0];
  const after = /^[\p{XIDC}.]*/u.exec(line.text.slice(pos - line.from))![0];
  const word = before + after;
  if (!outline || !word) return null;
  const lines = meaningOf(outline, pos, word);
  if (!lines.length) return null;
  return {
    pos: pos - before.length,
    end: pos + after.length,
    above: true,
    create: () => {
      const dom = document.createElement("div");
      dom.className = "meaning";
      for (const one of lines) dom.appendChild(document.createElement("div")).textContent = one;
      return { dom };
    },
  };
});

function stateOf(text: string): EditorState {
  return EditorState.create({
    doc: text,
    extensions: [
      lineNumbers(), highlightActiveLine(), highlightActiveLineGutter(), history(), drawSelection(), bracketMatching(), closeBrackets(),
      // Every character stays what it is, but for what is pasted: that may come from anywhere.
      EditorState.lineSeparator.of("\n"), EditorView.clipboardInputFilter.of((pasted) => wellFormed(pasted.replace(/\r\n?/g, "\n"))),
      EditorState.tabSize.of(2), indentUnit.of("  "), EditorView.lineWrapping, search({ top: true }), highlightSelectionMatches(), lintGutter(), lights, hover, theme,
      conflictLanguage, typing, locking.of(EditorState.readOnly.of(locked)),
      autocompletion({
        override: [(context) => {
          const word = context.matchBefore(/[\p{XIDC}.]+/u);
          if (!word && !context.explicit) return null;
          const before = context.state.sliceDoc(context.state.doc.lineAt(context.pos).from, context.pos);
          const options = completionsAt(store.outline.value?.outline ?? null, before);
          return options.length ? { from: word?.from ?? context.pos, options, validFor: /^[\p{XIDC}.]*$/u } : null;
        }],
      }),
      keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap]), // Tab leaves the text, as it does everywhere else
      EditorView.contentAttributes.of({ tabindex: "0", "aria-label": "The model's text", spellcheck: "false", autocorrect: "off", autocapitalize: "off" }),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        if (since) since.changes = since.changes.composeDesc(update.changes.desc);
        store.text.value = textOf(update.state.doc);
      }),
    ],
  });
}

/** The program's diagnostics as CodeMirror shows them, with the fixes they name. */
function shown(text: string, diagnostics: store.Diagnostic[]): Shown[] {
  const bytes = new Bytes(text);
  return diagnostics.map((diagnostic) => {
    const [from, to] = bytes.range([diagnostic.begin, diagnostic.end]);
    const more = [diagnostic.note, diagnostic.help].filter(Boolean).join("; ");
    return {
      from, to: Math.max(to, Math.min(from + 1, text.length)), severity: diagnostic.severity, source: diagnostic.code,
      message: diagnostic.message + (more ? ` — ${more}` : ""),
      actions: fixOf(diagnostic, bytes).map((fix) => ({ name: fix.title, apply: () => edit(fix.edits) })),
    };
  });
}

export function Editor() {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = host.current!.shadowRoot ?? host.current!.attachShadow({ mode: "open" });
    view = new EditorView({ state: stateOf(store.text.peek()), parent: root, root });
    const stops = [
      effect(() => {
        const checked = store.checked.value;
        const text = store.checkedText.value;
        if (view && checked && text === textOf(view.state.doc)) view.dispatch(setDiagnostics(view.state, shown(text, checked.diagnostics)));
      }),
      effect(() => {
        const known = store.outline.value;
        since = known && view && known.text === textOf(view.state.doc) ? { text: known.text, changes: ChangeSet.empty(view.state.doc.length).desc } : null;
      }),
      effect(() => {
        const range = store.litRange.value;
        view?.dispatch({ effects: range ? [light.of(range), EditorView.scrollIntoView(Math.min(range[0], view.state.doc.length), { y: "nearest", yMargin: 60 })] : [light.of(null)] });
      }),
    ];
    return () => {
      stops.forEach((stop) => stop());
      view?.destroy();
      view = null;
    };
  }, []);
  return <div class="editor" ref={host} data-testid="editor" />;
}
