// Everything wrong with the text, each with its place and the fix that the program names.

import { edit, focusEditor, revealRange } from "../editor/editor";
import { fixOf } from "../editor/fix";
import { firstFix } from "../keys";
import * as store from "../store";
import { Bytes } from "../text/bytes";
import { Button } from "../ui/parts";

export function Problems() {
  const checked = store.checked.value;
  const text = store.checkedText.value;
  firstFix.take = null;
  if (!checked || text === null || checked.diagnostics.length === 0) return null;
  const bytes = new Bytes(text);
  const fresh = text === store.text.value;
  const errors = checked.diagnostics.filter((diagnostic) => diagnostic.severity === "error").length;
  const warnings = checked.diagnostics.length - errors;
  const told = [errors && `${errors} ${errors === 1 ? "mistake" : "mistakes"}`, warnings && `${warnings} ${warnings === 1 ? "remark" : "remarks"}`].filter(Boolean).join(", ");
  return (
    <details class={`problems ${errors ? "has-errors" : ""}`} open={errors > 0}>
      <summary>{told}</summary>
      <ul>
        {checked.diagnostics.map((diagnostic) => {
          const range = bytes.range([diagnostic.begin, diagnostic.end]);
          const fixes = fixOf(diagnostic, bytes);
          if (fresh && fixes[0] && !firstFix.take) {
            const first = fixes[0];
            firstFix.take = () => edit(first.edits);
          }
          return (
            <li key={`${diagnostic.begin}${diagnostic.code}${diagnostic.message}`} class={diagnostic.severity}>
              <button type="button" class="link" onClick={() => { store.modelView.value = "text"; revealRange(range); setTimeout(focusEditor); }}>
                <span class="where">line {diagnostic.line}</span> {diagnostic.message}
              </button>
              {diagnostic.note && <span class="faint"> {diagnostic.note}</span>}
              {diagnostic.help && <span class="help"> {diagnostic.help}</span>}
              {fixes.map((fix) => <Button key={fix.title} class="fix" why={fresh ? null : "The text has moved on"} onClick={() => edit(fix.edits)}>{fix.title}</Button>)}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
