// The session: every variant that was answered, newest first; each can be returned to.

import { useEffect, useState } from "preact/hooks";
import { putBack, returnTo, takeFile } from "../session/document";
import * as drafts from "../session/drafts";
import { cannotReport, exportReport } from "../session/report";
import { describeChange, variants } from "../session/timeline";
import * as store from "../store";
import { Button } from "../ui/parts";

export function TimelineScreen() {
  const all = variants.value;
  return (
    <div class="screen timeline">
      <h1>This session</h1>
      <p class="about">Every variant that was answered. Returning to one of this document puts its text into the model, and undo takes that back; one of another document opens as a document of its own.</p>
      <div class="bar">
        <Button class="primary" why={cannotReport()} onClick={() => void exportReport().catch(store.fail)}>Export the case as one HTML report</Button>
        {store.path.value && store.dirty.value && <Button onClick={() => void takeFile().catch(store.fail)}>Take the file as it is on disk (undo brings mine back)</Button>}
      </div>
      <ol reversed>
        {[...all].reverse().map((variant, at) => {
          const own = variant.document === store.document.value;
          const current = own && variant.text === store.text.value;
          return (
            <li key={all.length - at} class={`card ${current ? "current" : ""}`}>
              <div class="faint small">{variant.time} · {variant.title}{own ? "" : ` · ${variant.path ?? "another document"}`}</div>
              <code class="change">{variant.change}</code>
              <div>holds best: {variant.finding}</div>
              <Button why={current ? "This is the text as it is" : null} onClick={() => returnTo(variant)}>{current ? "now" : own ? "Return to this" : "Open as a document of its own"}</Button>
            </li>
          );
        })}
      </ol>
      <Kept />
    </div>
  );
}

/** Texts of this document from earlier sessions, too. */
function Kept() {
  const [kept, setKept] = useState<drafts.Version[]>([]);
  useEffect(() => {
    drafts.versions(store.document.value, store.path.value, store.session.value?.folder ?? null).then(setKept).catch(() => undefined);
  }, [store.document.value, store.path.value, store.answer.value]);
  if (!kept.length) return null;
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">Kept in this browser</h2>
      <ul>
        {kept.map((version) => (
          <li key={version.id} class="card">
            <div class="faint small">{new Date(version.time).toLocaleString()}</div>
            <code class="change">{version.text === store.text.value ? "the text as it is" : describeChange(store.text.value, version.text)}</code>
            <Button why={version.text === store.text.value ? "This is the text as it is" : null} onClick={() => putBack(version.text)}>Return to this</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
