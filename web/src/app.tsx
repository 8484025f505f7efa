// The page: the model on the left, the answer on the right, one bar above both.

import type { ComponentType } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { goOn } from "./address";
import { answerNow, stop } from "./answer/live";
import { duration, number } from "./answer/wording";
import { Editor, redoEdit, undoEdit } from "./editor/editor";
import { Form } from "./model/form";
import { Problems } from "./model/problems";
import { modelShown, turnModel } from "./model/shown";
import { AnswerScreen } from "./screens/answer";
import { ElicitScreen } from "./screens/elicit";
import { EvidenceScreen } from "./screens/evidence";
import { GraphScreen } from "./screens/graph";
import { InvertScreen } from "./screens/invert";
import { PathsScreen } from "./screens/paths";
import { PlayScreen } from "./screens/play";
import { RobustScreen } from "./screens/robust";
import { StatesScreen } from "./screens/states";
import { TimelineScreen } from "./screens/timeline";
import { WhatIfScreen } from "./screens/whatif";
import { WhyScreen } from "./screens/why";
import { download, fileName } from "./graph/save";
import { cannotSave, save } from "./session/document";
import { format } from "./session/format";
import { cannotReport, exportReport } from "./session/report";
import * as store from "./store";
import { theme, turnTheme } from "./theme";
import { Dialogs } from "./ui/dialogs";
import { Guard } from "./ui/guard";
import { Guide } from "./ui/guide";
import { Button, Choice, Waiting } from "./ui/parts";

const SCREENS: { screen: store.Screen; name: string; says: string; view: ComponentType; verb?: string; always?: boolean }[] = [
  { screen: "answer", name: "Answer", says: "what can hold, whether today holds, and why", view: AnswerScreen },
  { screen: "states", name: "States", says: "every state: what is done, who likes it, for whom it is stable", view: StatesScreen },
  { screen: "graph", name: "Graph", says: "who can move where", view: GraphScreen },
  { screen: "why", name: "Why", says: "the reason, step by step", view: WhyScreen },
  { screen: "whatif", name: "What if", says: "change something and compare", view: WhatIfScreen },
  { screen: "paths", name: "Paths", says: "how to get there", view: PathsScreen },
  { screen: "play", name: "Play", says: "who would do what, step by step", view: PlayScreen },
  { screen: "evidence", name: "Evidence", says: "what the lines rest on", view: EvidenceScreen, always: true },
  { screen: "robust", name: "How sure", says: "what hangs on a single line of the model", view: RobustScreen, verb: "robust" },
  { screen: "invert", name: "What it takes", says: "what the parties would have to want", view: InvertScreen, verb: "invert" },
  { screen: "elicit", name: "What they want", says: "preferences from few questions", view: ElicitScreen, verb: "elicit" },
  { screen: "timeline", name: "Session", says: "everything tried; the report", view: TimelineScreen, always: true },
];

export function App() {
  return (
    <>
      <a class="skip" href="#the-answer">To the answer</a>
      <TopBar />
      <Lost />
      <FileNotes />
      <main class={`panes show-${store.side.value} ${modelShown.value ? "" : "model-hidden"}`}>
        <ModelPane />
        <Splitter />
        <AnswerPane />
      </main>
      <nav class="sides" aria-label="Model or answer">
        <button type="button" aria-pressed={store.side.value === "model"} onClick={() => { store.side.value = "model"; }}>Model{store.errors.value.length ? ` (${store.errors.value.length} ✕)` : ""}</button>
        <button type="button" aria-pressed={store.side.value === "answer"} onClick={() => { store.side.value = "answer"; }}>Answer</button>
      </nav>
      <Notice />
      <Guide />
      <Dialogs />
    </>
  );
}

function TopBar() {
  const { value: session } = store.session;
  return (
    <header class="top">
      <span class="brand" aria-hidden="true"><img src="/icon.svg" width="22" height="22" alt="" /> Stasis</span>
      <Button class="model-switch" aria-expanded={modelShown.value} title="The model as text or as a form, beside the answer (Alt+T)" onClick={() => turnModel()}>{modelShown.value ? "Hide model" : "Show model"}</Button>
      <span class="doc" title={store.path.value ?? "not saved to a file"}>
        {store.path.value ?? store.answer.value?.conflict.conflict ?? store.title.value}
        {store.path.value ? (store.locked.value ? <span class="faint"> · read only</span> : store.gone.value ? <span class="warn"> · the file is gone</span> : store.dirty.value ? <span class="warn"> · not saved</span> : <span class="faint"> · saved</span>) : <span class="faint"> · {store.folder.value?.startsWith("gallery:") ? "a copy from the gallery" : "not saved yet"}</span>}
      </span>
      <Status />
      <span class="push" />
      <span class="tools">
        <Button onClick={() => { store.dialog.value = "find"; }} title="A screen, an outcome, a choice by its words (Ctrl+K)">Find</Button>
        <Button onClick={() => { store.dialog.value = "open"; }} title="Open, new, gallery (Ctrl+O)">Open …</Button>
        <Button onClick={() => void save().catch(store.fail)} why={cannotSave()} title="Save (Ctrl+S)">Save</Button>
        <Button onClick={() => undoEdit()} title="Undo (Ctrl+Z)" aria-label="Undo">↶</Button>
        <Button onClick={() => redoEdit()} title="Redo (Ctrl+Y)" aria-label="Redo">↷</Button>
        <Button onClick={() => void exportReport().catch(store.fail)} why={cannotReport()} title="The case as one HTML file (Ctrl+E)">Report</Button>
        <Button onClick={turnTheme} title={`Colours: ${theme.value}`} aria-label={`Colours: ${theme.value}`}>{theme.value === "dark" ? "☾" : theme.value === "light" ? "☀" : "◐"}</Button>
        <Button onClick={() => { store.dialog.value = "keys"; }} title="Keys (?)" aria-label="Keys">?</Button>
      </span>
      {session?.readOnly && <span class="pill" title={session.readOnlyBecause ?? undefined}>read only</span>}
    </header>
  );
}

/** What is going on, in a few words: solving, stopped, wrong, answered. */
function Status() {
  const running = store.running.value;
  const answer = store.answer.value;
  const errors = store.errors.value.length;
  if (running && performance.now() - running.since > 0) {
    const progress = running.progress;
    return (
      <span class="status running" role="status">
        <span class="spin" aria-hidden="true" /> {progress?.phase ?? running.what} …
        {progress && progress.total > 0 && <progress max={progress.total} value={progress.done} aria-label="share done" />}
        <Button class="stop-button" onClick={stop} title="Stop (Esc)">Stop</Button>
      </span>
    );
  }
  if (errors) return <span class="status bad" role="status">{errors} {errors === 1 ? "mistake" : "mistakes"} in the model{!modelShown.value && <Button class="quiet wide-only" onClick={() => turnModel(true)}>Show them</Button>}</span>;
  if (store.problem.value) return <span class="status bad" role="alert">{store.problem.value.message}</span>;
  if (!answer) return <span class="status" role="status" />;
  if (store.stale.value) return <span class="status" role="status">an earlier answer <Button class="quiet" onClick={() => void answerNow()}>Ask again</Button></span>;
  return <span class="status" role="status" data-took={Math.round(answer.took)}>{number(answer.solution.states.feasible)} {answer.solution.states.feasible === "1" ? "state" : "states"} · {duration(answer.took)}</span>;
}

function ModelPane() {
  const view = store.modelView.value;
  return (
    <section class="pane model" aria-label="The model">
      <div class="tabs">
        <Choice label="How the model is shown" value={view} of={[{ value: "text", name: "Text" }, { value: "form", name: "Form" }]} onPick={(next) => { store.modelView.value = next; }} />
        <span class="push" />
        <label class="small" title={store.path.value ? "" : "Save it to a file first"}>
          <input type="checkbox" checked={store.autosave.value} disabled={!store.path.value || Boolean(cannotSave())} onChange={(event) => { store.autosave.value = event.currentTarget.checked; }} /> save as I type{store.autosave.value && store.held.value ? <b class="warn"> (not saving: {store.held.value})</b> : store.autosave.value && store.lost.value ? <b class="warn"> (not saving: the studio is away)</b> : null}
        </label>
        <Button class="quiet" onClick={() => void format().catch(store.fail)} title="Lay the text out (Alt+Shift+L)">Format</Button>
      </div>
      <div class={`model-body view-${view}`}>
        <Editor />
        {view === "form" && <Form />}
      </div>
      <Problems />
    </section>
  );
}

/** What stands between the text and its file. */
function FileNotes() {
  return (
    <div class="file-notes">
      {store.locked.value && <p class="banner" role="status">Opened read-only: {store.locked.value}.</p>}
      {store.unkept.value && <p class="banner bad" role="alert">{store.unkept.value}</p>}
      {store.elsewhere.value && <p class="banner" role="status">{store.path.value} is open in another tab, too: what is saved there is taken over here.</p>}
      {store.otherStudio.value && <p class="banner" role="status">Another studio has {store.path.value} open, too: what it saves is noticed here.</p>}
      {store.held.value && store.saveConflict.value && (
        <p class="banner bad" role="alert">Nothing is saved: {store.held.value}. <Button class="quiet" onClick={() => { store.dialog.value = "clash"; }}>Look at both …</Button></p>
      )}
    </div>
  );
}

/** The server is away: what to do, and the text to take along. */
function Lost() {
  const why = store.lost.value;
  if (!why) return null;
  const take = () => download(fileName(store.title.value.replace(/\.conflict$/, ""), "conflict"), new Blob([store.text.value], { type: "text/plain" }));
  return (
    <p class="banner bad lost" role="alert">
      {why.message}<span class="help"> {why.help}.</span>{" "}
      <Button onClick={take}>Download my text</Button> <Button onClick={() => void navigator.clipboard.writeText(store.text.value).then(() => store.tell("The text is copied."), store.fail)}>Copy my text</Button>
    </p>
  );
}

function AnswerPane() {
  // A screen is not offered if this program lacks its verb.
  const offered = SCREENS.filter((one) => !one.verb || store.session.value?.verbs.includes(one.verb));
  const current = offered.find((one) => one.screen === store.screen.value) ?? offered[0]!;
  const View = current.view;
  const ready = store.answer.value !== null || current.always;
  const tabs = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const next = offered[(offered.indexOf(current) + by + offered.length) % offered.length]!;
    store.show(next.screen);
    tabs.current?.querySelectorAll("button")[offered.indexOf(next)]?.focus();
  };
  const scroller = useRef<HTMLDivElement>(null);
  const places = useRef(new Map<string, number>()); // how far each screen was scrolled
  useEffect(() => {
    const box = scroller.current;
    box?.scrollTo(0, places.current.get(current.screen) ?? 0);
    const note = () => { places.current.set(current.screen, box?.scrollTop ?? 0); };
    box?.addEventListener("scroll", note, { passive: true });
    tabs.current?.querySelector<HTMLElement>("[aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    return () => box?.removeEventListener("scroll", note);
  }, [current.screen]);
  // Another document begins at the top of each.
  useEffect(() => {
    places.current.clear();
    scroller.current?.scrollTo(0, 0);
  }, [store.document.value]);
  return (
    <section class="pane answer-pane" aria-label="The answer" id="the-answer" tabIndex={-1}>
      <div class="tabs" role="tablist" ref={tabs} onKeyDown={step} aria-label="Screens">
        {offered.map((one) => (
          <button type="button" role="tab" key={one.screen} id={`tab-${one.screen}`} aria-controls="screen" aria-selected={one === current} tabIndex={one === current ? 0 : -1} class={one === current ? "tab on" : "tab"} title={one.says} onClick={() => store.show(one.screen)}>{one.name}</button>
        ))}
      </div>
      {store.stale.value && store.errors.value.length > 0 && <p class="banner">The model has a mistake; this is the answer to the last text without one.</p>}
      {store.problem.value && <p class="banner bad" role="alert">{store.problem.value.message}{store.problem.value.help && <span class="help"> {store.problem.value.help}</span>}</p>}
      <div class="screen-host" id="screen" role="tabpanel" aria-labelledby={`tab-${current.screen}`} tabIndex={0} ref={scroller}>
        {current.screen !== "answer" && <p class="on-paper of-conflict" aria-hidden="true">{store.answer.value?.conflict.conflict ?? store.title.value}</p>}
        {store.astray.value ? <Astray astray={store.astray.value} /> : ready ? <Guard key={current.screen} of={store.answer.value?.text ?? ""}><View /></Guard> : <Waiting what={store.errors.value.length ? "There is no answer yet: the model has a mistake, told below its text." : store.running.value ? "asking …" : "There is no answer yet."} />}
      </div>
    </section>
  );
}

/** In place of a screen: that what the address asks for is not there, and the ways back. */
function Astray({ astray }: { astray: NonNullable<typeof store.astray.value> }) {
  if ("seeking" in astray) return <Waiting what={`looking for state ${astray.seeking} …`} />;
  return (
    <div class="screen astray" role="alert">
      <h1>{astray.closed ? "That document is closed" : "There is no such thing here"}</h1>
      <p>{astray.words}</p>
      <p class="bar">
        <Button class="primary" onClick={goOn}>{astray.closed ? `Go on with ${store.path.value ?? store.title.value}` : "To the answer"}</Button>{" "}
        <Button onClick={() => history.back()}>Back</Button>{" "}
        {astray.closed && <Button onClick={() => { store.dialog.value = "open"; }}>Open …</Button>}
      </p>
    </div>
  );
}

/** The line between the panes, moved by pointer or arrow keys. */
function Splitter() {
  const now = () => parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--split")) || 36;
  const [share, setShare] = useState(now);
  const set = (wanted: number) => {
    const next = Math.max(20, Math.min(75, wanted));
    document.documentElement.style.setProperty("--split", `${next}%`);
    setShare(next);
  };
  return (
    <div class="splitter" role="separator" aria-orientation="vertical" aria-label="Width of the model" aria-valuemin={20} aria-valuemax={75} aria-valuenow={Math.round(share)} tabIndex={0}
      onKeyDown={(event) => { const by = { ArrowLeft: -3, ArrowRight: 3 }[event.key]; if (by) set(now() + by); }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => { if (event.currentTarget.hasPointerCapture(event.pointerId)) set((100 * event.clientX) / innerWidth); }} />
  );
}

function Notice() {
  const words = store.notice.value;
  useEffect(() => {
    if (!words) return;
    const timer = setTimeout(() => { store.notice.value = null; }, 6000);
    return () => clearTimeout(timer);
  }, [words]);
  return <div class={`notice ${words ? "on" : ""}`} role="status" aria-live="polite">{words}</div>;
}
