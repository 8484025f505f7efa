// The evidence: a report with the cited passages marked, beside it every line of the model that can cite. A passage is cited by
// dragging it onto a line, or by marking it, choosing the line and pressing C.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import * as api from "../api";
import { ask } from "../answer/live";
import { plural } from "../answer/wording";
import { edit, revealRange } from "../editor/editor";
import { citables, type Citable } from "../model/outline";
import { Said } from "../model/wish";
import * as store from "../store";
import { Bytes } from "../text/bytes";
import { addSource, cite, nameFrom } from "../text/edits";
import { Button, PartyMark, Waiting } from "../ui/parts";

interface Mark { from: number; to: number; key: number } // key: where the citation stands in the model
interface Span { text: string; span: [number, number] }
interface LedgerEntry { id: number; speaker?: string | null; principal?: string | null; kind?: string; quote?: Span | null; content?: Span | null; sentence?: [number, number] }

const shownSource = store.ofDocument<string | null>(null);
const pointed = store.ofDocument<number | null>(null);
const line = store.ofDocument<number | null>(null); // the line of the model that C cites on
const marked = store.ofDocument("");

export function EvidenceScreen() {
  const outline = store.fitting.value;
  const [texts, setTexts] = useState<Record<string, string | null>>({}); // by version and path
  const [extra, setExtra] = useState<string[]>([]);
  const sources = outline?.sources ?? [];
  const current = sources.find((source) => source.name === shownSource.value) ?? sources[0];
  const path = current ? resolve(current.path) : null;
  const version = path === null ? null : `${store.reports.value} ${path}`;

  useEffect(() => {
    if (!path || !version || version in texts) return;
    api.source(path).then((found) => setTexts((all) => ({ ...all, [version]: found.text }))).catch(() => setTexts((all) => ({ ...all, [version]: null })));
  }, [version]);
  useEffect(() => {
    api.files().then((found) => setExtra(found.files.filter((file) => file.kind === "report" && !file.problem).map((file) => file.path))).catch(() => undefined);
  }, []);

  if (!outline) return <Waiting what="The evidence is shown as soon as the text can be read." />;
  const lines = citables(outline);
  const text = version ? texts[version] : undefined;
  const citing = () => lines.find((one) => one.range[0] === line.value) ?? null;
  const act = (target: Citable | null, words: string) => {
    if (!current) return store.tell("Declare a source first: the model has none.");
    if (!words.trim()) return store.tell("Mark the words in the report first.");
    if (!target) return store.tell("Choose a line of the model first.");
    edit(cite(store.text.value, target.range, target.lineRange, current.name, words));
    line.value = null;
    store.tell(`Cited on “${target.title}”.`);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() === "c" && !event.ctrlKey && !event.metaKey && !event.altKey && !(event.target instanceof HTMLInputElement)) {
      event.preventDefault();
      act(citing(), marked.value);
    }
  };
  const uncited = store.checked.value?.coverage?.uncited ?? [];
  const citable = store.checked.value?.coverage?.citable ?? lines.length;
  return (
    <div class="screen evidence" onKeyDown={onKey}>
      <h1 class="hidden">Evidence</h1>
      <div class="bar">
        {sources.length > 1 && (
          <label>Report <select value={current?.name} onChange={(event) => { shownSource.value = event.currentTarget.value; }}>{sources.map((source) => <option key={source.name} value={source.name}>{source.description || source.path}</option>)}</select></label>
        )}
        {current && <span class="grow">{current.description || current.path}</span>}
        <Button class="primary" data-testid="cite" why={!marked.value ? "Mark the words in the report first" : line.value === null ? "Choose a line of the model first" : null} onClick={() => act(citing(), marked.value)}>Cite on the chosen line (C)</Button>
        <Button onClick={() => { store.dialog.value = "reports"; }} title="Reads reports, and adds what was said in them to the model">Another report …</Button>
        <AddSource reports={extra.filter((report) => !sources.some((source) => resolve(source.path) === report))} />
      </div>
      {sources.length === 0 && <div class="card empty"><h3>No report yet</h3><p>A model can say what its lines rest on: declare a report with <code>source report "report.txt"</code>, and its words can be cited on every option and preference. {extra.length ? "Choose one of the reports in this folder above." : "Put a plain-text report beside the model's file to begin."}</p></div>}
      <div class="two wide-left">
        <section class="report" aria-label="The report">
          {current && text === undefined && <Waiting what="reading the report …" />}
          {text === null && <p class="problem">{current?.path} cannot be read. Put it beside the model's file.</p>}
          {typeof text === "string" && current && <Report text={text} path={current.path} lines={lines} />}
          {typeof text === "string" && current && <Ledger text={text} path={current.path} lines={lines} onUse={(words) => { marked.value = words; store.tell("Now choose the line of the model that rests on these words, and press C."); }} />}
        </section>
        <section class="citing" aria-label="The lines of the model">
          <h2>{citable - uncited.length} of {citable} lines cite a report{text === null ? ", which cannot be read" : ""}</h2>
          <p class="small">Drag marked words onto a line, or mark them, choose a line and press C.</p>
          <ul>
            {lines.map((item) => (
              <Line key={item.range[0]} item={item} onCite={(words) => act(item, words)} />
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

/** A source's path as the server is asked for it: relative to the model's folder. */
function resolve(path: string): string {
  const folder = store.folder.value;
  if (!folder) return path;
  if (folder.startsWith("gallery:")) return `${folder}/${path}`;
  const slash = folder.lastIndexOf("/");
  return slash < 0 ? path : `${folder.slice(0, slash + 1)}${path}`;
}

function marksOf(text: string, path: string, lines: Citable[]): Mark[] {
  const bytes = new Bytes(text);
  return lines.flatMap((item) => item.because.flatMap((because) => {
    if (!because.passage || because.passage.path !== path) return [];
    const [from, to] = bytes.range(because.passage.range);
    return [{ from, to, key: because.range[0] }];
  }));
}

function Report({ text, path, lines }: { text: string; path: string; lines: Citable[] }) {
  const host = useRef<HTMLDivElement>(null);
  const marks = useMemo(() => marksOf(text, path, lines), [text, path, store.fitting.value]);
  const flowing = unwrapped(text);
  const cuts = [...new Set([0, text.length, ...marks.flatMap((mark) => [mark.from, mark.to])])].sort((a, b) => a - b);
  useEffect(() => {
    const note = () => {
      const selection = getSelection();
      if (selection && !selection.isCollapsed && host.current?.contains(selection.anchorNode)) marked.value = selection.toString();
    };
    document.addEventListener("selectionchange", note);
    return () => document.removeEventListener("selectionchange", note);
  }, []);
  useEffect(() => {
    if (pointed.value !== null) host.current?.querySelector(`[data-keys~="${pointed.value}"]`)?.scrollIntoView({ block: "nearest" });
  }, [pointed.value]);
  return (
    <div class="report-text" ref={host} tabIndex={0} aria-label="The report's text" data-testid="report-text">
      {cuts.slice(0, -1).map((from, at) => {
        const to = cuts[at + 1]!;
        const here = marks.filter((mark) => mark.from <= from && mark.to >= to);
        const words = flowing.slice(from, to);
        if (!here.length) return <span key={from}>{words}</span>;
        return (
          <mark key={from} data-keys={here.map((mark) => mark.key).join(" ")} class={here.some((mark) => mark.key === pointed.value) ? "on" : ""}
            onMouseEnter={() => { pointed.value = here[0]!.key; }} onMouseLeave={() => { pointed.value = null; }}>{words}</mark>
        );
      })}
    </div>
  );
}

/** The report with the line breaks inside its paragraphs taken as spaces: the same length, so that every place stays. */
const unwrapped = (text: string) => text.replace(/([^\n])\n(?=[^\n\s])/g, "$1 ");

function Line({ item, onCite }: { item: Citable; onCite: (words: string) => void }) {
  const [over, setOver] = useState(false);
  const at = store.answer.value?.conflict.parties.findIndex((party) => party.name === item.party || party.family === item.party) ?? -1;
  const chosen = line.value === item.range[0];
  return (
    <li class={`${item.because.length ? "" : "uncited"} ${over ? "over" : ""} ${chosen ? "on" : ""} ${item.because.some((because) => because.range[0] === pointed.value) ? "lit" : ""}`}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); onCite(event.dataTransfer?.getData("text/plain") ?? marked.value); }}>
      <button type="button" class="choice" aria-pressed={chosen} onClick={() => { line.value = chosen ? null : item.range[0]; }}
        onMouseEnter={() => { store.litRange.value = item.range; }} onMouseLeave={() => { store.litRange.value = null; }} onDblClick={() => revealRange(item.range)}>
        <span class="kind">{item.kind === "statement" ? "wants" : item.kind}</span>{" "}
        {at >= 0 && item.kind !== "party" ? <PartyMark at={at}>{item.party}</PartyMark> : null} {item.kind === "party" || item.kind === "option" ? item.title : <Said outline={store.fitting.value} words={item.title} own={item.party} />}
        {!item.because.length && <span class="faint"> — nothing cited</span>}
      </button>
      {item.because.map((because) => (
        <blockquote key={because.range[0]} tabIndex={0} class={because.passage ? "" : "lost"} onMouseEnter={() => { pointed.value = because.range[0]; }} onMouseLeave={() => { pointed.value = null; }} onFocus={() => { pointed.value = because.range[0]; shownSource.value = because.source; }} onBlur={() => { pointed.value = null; }}>
          “{because.words}” {!because.passage && <b class="warn">not found in {because.source}</b>}
        </blockquote>
      ))}
    </li>
  );
}

function AddSource({ reports }: { reports: string[] }) {
  if (!reports.length || store.folder.value?.startsWith("gallery:")) return null;
  return (
    <label>Add a report{" "}
      <select value="" onChange={(event) => {
        const chosen = event.currentTarget.value;
        const outline = store.fitting.value;
        if (!chosen || !outline) return;
        const slash = store.folder.value?.lastIndexOf("/") ?? -1;
        const prefix = slash < 0 ? "" : store.folder.value!.slice(0, slash + 1);
        const relative = chosen.startsWith(prefix) ? chosen.slice(prefix.length) : chosen;
        edit(addSource(store.text.value, outline, nameFrom(relative.replace(/.*\//, "").replace(/\.\w+$/, ""), outline.sources.map((source) => source.name)), relative));
        event.currentTarget.value = "";
      }}>
        <option value="">choose …</option>
        {reports.map((report) => <option key={report}>{report}</option>)}
      </select>
    </label>
  );
}

const spanOf = (entry: LedgerEntry) => entry.quote?.span ?? entry.content?.span ?? entry.sentence;

/** What was said in the report and is cited nowhere, as `read` finds it. */
function Ledger({ text, path, lines, onUse }: { text: string; path: string; lines: Citable[]; onUse: (words: string) => void }) {
  const [entries, setEntries] = useState<LedgerEntry[] | null>(null);
  const can = store.session.value?.verbs.includes("read");
  useEffect(() => {
    if (!can) return;
    const control = new AbortController();
    ask<{ statements: LedgerEntry[] }>("read", ["--format", "json"], control.signal, text)
      .then((ran) => {
        setEntries(ran.result?.statements ?? null);
      })
      .catch(() => undefined);
    return () => control.abort();
  }, [text, can]);
  if (!entries?.length) return null;
  const bytes = new Bytes(text);
  const marks = marksOf(text, path, lines);
  const unused = entries.filter((entry) => {
    const span = spanOf(entry);
    if (!span) return false;
    const [from, to] = bytes.range(span);
    return !marks.some((mark) => mark.from < to && mark.to > from);
  });
  return (
    <details class="ledger">
      <summary>{unused.length ? `${unused.length} of ${plural(entries.length, "statement")} found in the report ${unused.length === 1 ? "is" : "are"} cited nowhere` : entries.length === 1 ? "The one statement found in the report is cited" : `All ${entries.length} statements found in the report are cited`}</summary>
      <ul>
        {unused.map((entry) => {
          const span = spanOf(entry)!;
          const words = text.slice(...bytes.range(span));
          return (
            <li key={entry.id}>
              <b>{entry.speaker ?? "somebody"}</b>{entry.principal && entry.principal !== entry.speaker ? ` (${entry.principal})` : ""}{entry.kind ? `, ${entry.kind}` : ""}: “{words}”{" "}
              <Button class="quiet" onClick={() => onUse(words)}>Use</Button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
