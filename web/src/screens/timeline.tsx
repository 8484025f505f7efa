// The session: every variant that was answered, newest first; each can be returned to.

import { setText } from "../editor/editor";
import { cannotReport, exportReport } from "../session/report";
import { variants } from "../session/timeline";
import * as store from "../store";
import { Button } from "../ui/parts";

export function TimelineScreen() {
  const all = variants.value;
  return (
    <div class="screen timeline">
      <h2>This session</h2>
      <p class="about">Every variant that was answered. Returning to one puts its text into the model; undo takes that back.</p>
      <div class="bar"><Button class="primary" why={cannotReport()} onClick={() => void exportReport().catch(store.fail)}>Export the case as one HTML report</Button></div>
      <ol reversed>
        {[...all].reverse().map((variant, at) => {
          const current = variant.text === store.text.value;
          return (
            <li key={all.length - at} class={`card ${current ? "current" : ""}`}>
              <div class="faint small">{variant.time} · {variant.title}</div>
              <code class="change">{variant.change}</code>
              <div>holds best: {variant.finding}</div>
              <Button why={current ? "This is the text as it is" : null} onClick={() => setText(variant.text)}>{current ? "now" : "Return to this"}</Button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
