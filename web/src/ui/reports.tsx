// Start from a report: reports are chosen, pasted, opened or dropped; their statements are shown with their
// passages, corrected and ticked; a model is drafted from them, or what they add goes into the open model.

import { useEffect, useMemo, useState } from "preact/hooks";
import * as api from "../api";
import { plural } from "../answer/wording";
import * as desk from "../session/reports";
import * as store from "../store";
import { Bytes } from "../text/bytes";
import { Button, Waiting } from "./parts";

/** Files that were dropped on the page, or chosen: reports go on the desk. */
export async function takeReports(files: File[]): Promise<void> {
  store.dialog.value = "reports";
  for (const file of files) await desk.add(file.name, new Uint8Array(await file.arrayBuffer()));
}

export function Reports() {
  const { chosen, pasted } = desk.desk.value;
  const [files, setFiles] = useState<string[]>([]);
  useEffect(() => {
    api.files().then(({ files: found }) => {
      const all = found.filter((file) => !file.problem && (file.kind === "report" || file.kind === "document")).map((file) => file.path);
      setFiles(all.filter((path) => !all.includes(path.replace(/\.txt$/, "")) || !path.endsWith(".txt")));
    }).catch(store.fail);
  }, [chosen]);
  useEffect(() => {
    for (const report of chosen) if (!desk.read.value[report]) void desk.readReport(report).catch(store.fail);
  }, [chosen]);
  const readOnly = store.session.value?.readOnly ? `Only reports that are in the folder can be read: ${store.session.value.readOnlyBecause ?? "the studio is read-only"}` : null;
  const pick = (input: HTMLInputElement) => void takeReports([...(input.files ?? [])]).catch(store.fail).finally(() => { input.value = ""; });
  return (
    <div class="reports">
      <p class="small">A first draft is made of what was said in reports, each line with the words it rests on; the modelling is yours. What is pasted, opened or dropped is put into {store.session.value?.folder}, where the model cites it.</p>
      <fieldset class="chosen-reports">
        <legend>Reports</legend>
        {[...new Set([...files, ...chosen])].map((path) => (
          <label key={path}><input type="checkbox" checked={chosen.includes(path)} onChange={(event) => desk.choose(path, event.currentTarget.checked)} /> {path}</label>
        ))}
        {!files.length && !chosen.length && <span class="faint">There is no report in the folder yet.</span>}
        <label class="button" title={readOnly ?? "Texts, pages, mail, captions, PDF and office files"}>Open files …<input type="file" class="hidden" multiple disabled={readOnly !== null} onChange={(event) => pick(event.currentTarget)} /></label>
      </fieldset>
      <div class="pasted">
        <textarea class="wide" rows={3} aria-label="Text of a report" placeholder="or paste the text of a report here" value={pasted} onInput={(event) => { desk.desk.value = { ...desk.desk.value, pasted: event.currentTarget.value }; }} />
        <Button class={pasted.trim() ? "primary" : ""} why={readOnly ?? (pasted.trim() ? null : "Paste the text first")} onClick={() => void desk.addPasted().catch(store.fail)}>Put it into the folder and read it</Button>
      </div>
      {chosen.map((report) => <Found key={report} report={report} />)}
      <DraftButtons />
    </div>
  );
}

function DraftButtons() {
  const used = desk.reportsUsed().length;
  const none = desk.desk.value.chosen.some((report) => !desk.read.value[report]) ? "A report is still being read" : used ? null : "Choose a report in which something was said, and tick what to use";
  const open = store.folder.value?.startsWith("gallery:") ? "Save the copy of the gallery to a file first" : store.locked.value ? `The model is read-only: ${store.locked.value}` : store.errors.value.length ? "Mend the mistakes in the model first" : null;
  return (
    <div class="actions sticky">
      <Button class="primary" why={none} onClick={() => void desk.draft(false).catch(store.fail)}>Draft a model</Button>
      <Button why={none ?? open} onClick={() => void desk.draft(true).catch(store.fail)}>Add to the model that is open</Button>
    </div>
  );
}

/** What was said in one report. */
function Found({ report }: { report: string }) {
  const found = desk.read.value[report];
  const bytes = useMemo(() => (found?.text ? new Bytes(found.text) : null), [found]);
  if (!found) return <Waiting what={`reading ${report} …`} />;
  if (found.problem) return <p class="problem" role="alert">{report}: {found.problem}</p>;
  const used = found.statements.filter((one) => !desk.saidOf(one).unused);
  return (
    <section aria-label={report}>
      <h3>{report}: {found.statements.length ? `${plural(found.statements.length, "statement")} found, ${used.length} used` : "no statement was found"}</h3>
      <ul class="statements">
        {found.statements.map((one) => <Row key={one.id} one={one} passage={desk.passage(one, bytes, found.text)} />)}
      </ul>
    </section>
  );
}

function Row({ one, passage: [before, words, behind] }: { one: desk.Statement; passage: [string, string, string] }) {
  const said = desk.saidOf(one);
  const kind = said.kind ?? one.kind;
  return (
    <li class={said.unused ? "unused" : ""}>
      <input type="checkbox" aria-label={`Use statement ${one.id}`} checked={!said.unused} onChange={(event) => desk.say(one, { unused: !event.currentTarget.checked })} />
      <span class="who">
        <input aria-label={`Who says statement ${one.id}`} placeholder="nobody can be told" value={said.speaker ?? one.speaker ?? ""} onInput={(event) => desk.say(one, { speaker: event.currentTarget.value })} />
        {one.principal && one.principal !== one.speaker && said.speaker === undefined && <span class="faint small"> for {one.principal}</span>}
      </span>
      <select aria-label={`Kind of statement ${one.id}`} value={kind} onChange={(event) => desk.say(one, { kind: event.currentTarget.value })}>
        {desk.KINDS.map((each) => <option key={each}>{each}</option>)}
      </select>
      <blockquote>{before}<mark>{words}</mark>{behind}</blockquote>
    </li>
  );
}
