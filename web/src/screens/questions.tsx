// What to find out first: the open questions of the model, those that decide most on top. An answer is written into the model, with the
// words that say so.

import { useState } from "preact/hooks";
import * as api from "../api";
import { useAsked } from "../answer/asking";
import type { Stopped } from "../answer/solution";
import { conceptName, percent } from "../answer/wording";
import { edit } from "../editor/editor";
import * as store from "../store";
import { answerEdits, type OpenPoint } from "../text/answers";
import { Bytes } from "../text/bytes";
import { Button, Inquiry, Unfinished } from "../ui/parts";

interface Outcome { options?: string; called?: string; name?: string; where?: string; quantity?: "some" | "all"; share: number | null }
interface Cited { source: string; words: string }
interface Question extends OpenPoint { id: number; words: string; otherwise: string; because: Cited[]; beside?: { line: string; because: Cited[] }; who: string[]; bits: number; decides: number; shareIf: { yes: number[] | null; no: number[] | null } }
interface Questions { stopped?: Stopped; concept: string; readings: { count: string | null; solved: string; error?: number }; outcomes: Outcome[]; open: number; questions: Question[]; then: { if: "yes" | "no"; question: number | null }[] }

const inPercent = (share: number) => `${percent(share)} %`;
const TOLD = 8;

export function QuestionList() {
  const [go, setGo] = useState(false);
  const [orders, setOrders] = useState(false);
  const [assumptions, setAssumptions] = useState(false);
  const asked = useAsked<Questions>(go ? JSON.stringify([orders, assumptions]) : null, async (text, tell, signal) => {
    const args = ["--format", "json", "--timeout", "60s", ...(orders ? ["--orders"] : []), ...(assumptions ? ["--assumptions"] : [])];
    const ran = await api.job<Questions>({ verb: "ask", text, path: store.folder.peek(), args }, tell, signal);
    if (!ran.result) throw api.failed(ran);
    return ran.result;
  });
  const { found, wrong } = asked;
  return (
    <section class="questions">
      <h2>What to find out first</h2>
      <p class="about">Every reading of what the model leaves open (lines marked <code>perhaps</code>, pairs that are <code>unsure</code>) is solved. The question on top decides most of what is open.</p>
      <div class="bar">
        {!go && <Button class="primary" onClick={() => setGo(true)}>Ask</Button>}
        <label><input type="checkbox" checked={orders} onChange={(event) => setOrders(event.currentTarget.checked)} /> neighbouring lines may stand the other way round</label>
        <label><input type="checkbox" checked={assumptions} onChange={(event) => setAssumptions(event.currentTarget.checked)} /> lines without a citation may not be so</label>
      </div>
      {wrong && <p class="problem" role="alert">{wrong.message}{wrong.help && <span class="help"> {wrong.help}</span>}</p>}
      <Inquiry what="solving the readings …" of={asked} />
      {found && <List found={found} />}
    </section>
  );
}

function List({ found }: { found: Questions }) {
  const worth = found.questions.filter((one) => one.bits > 1e-9);
  return (
    <>
      <Unfinished stopped={found.stopped} />
      <p>{found.readings.count ?? "Very many"} readings, under {conceptName(found.concept)}: {found.outcomes.map((one) => `${outcomeName(one)} holds in ${one.share === null ? "?" : inPercent(one.share)}`).join("; ")}.{found.readings.error !== undefined && ` Drawn at random: within ${inPercent(found.readings.error)} of the truth.`}</p>
      {!found.questions.length && <p>Nothing is open: no line is marked <code>perhaps</code>, and no pair is <code>unsure</code>.</p>}
      {found.questions.length > 0 && !worth.length && <p>No answer, on its own, says anything about these outcomes.</p>}
      <ol>{worth.slice(0, TOLD).map((question) => <Asked key={question.id} question={question} found={found} />)}</ol>
      {worth.length > TOLD && <p class="faint">and {worth.length - TOLD} more</p>}
    </>
  );
}

const outcomeName = (outcome: Outcome) => (outcome.where ? `${outcome.quantity} equilibria with ${outcome.where}` : (outcome.called ?? outcome.name ?? outcome.options ?? ""));

function Asked({ question, found }: { question: Question; found: Questions }) {
  const sources = store.outline.value?.outline.sources ?? [];
  const [words, setWords] = useState("");
  const [source, setSource] = useState(sources[0]?.name ?? "");
  const say = (yes: boolean) => {
    const outline = store.outline.value?.text === store.text.value ? store.outline.value.outline : null;
    const bytes = new Bytes(store.text.value);
    if (!outline) return;
    const point = { ...question, ranges: question.ranges.map((range) => bytes.range(range)) };
    const edits = answerEdits(store.text.value, outline, point, yes, words.trim() && source ? { source, words: words.trim() } : null);
    if (edits.length) edit(edits);
    store.tell(edits.length ? "Written into the model." : yes && !words.trim() ? "It stands so already: the words that say so can be cited." : "The model has changed: ask again.");
  };
  const label = `the answer to “${question.words.replaceAll("`", "")}”`;
  return (
    <li>
      <strong>{question.words.replaceAll("`", "")}</strong>
      <p>It decides {inPercent(question.decides)} of what is open. <meter min={0} max={1} value={question.decides} aria-label={`decides ${inPercent(question.decides)}`} /></p>
      <ul>{found.outcomes.map((outcome, k) => question.shareIf.yes && question.shareIf.no && question.shareIf.yes[k] !== question.shareIf.no[k] && <li key={k}>{outcomeName(outcome)}: {inPercent(question.shareIf.yes[k]!)} if yes, {inPercent(question.shareIf.no[k]!)} if no</li>)}</ul>
      {question.because.map((one) => <p key={one.words} class="faint">{one.source}: “{one.words}”</p>)}
      {question.beside?.because.map((one) => <p key={one.words} class="faint">{question.beside!.line}: {one.source}: “{one.words}”</p>)}
      <p class="small">Who could say: {question.who.join(", ").replaceAll("`", "")}.</p>
      <div class="bar">
        {sources.length > 0 && <><select value={source} aria-label={`Source of ${label}`} onChange={(event) => setSource(event.currentTarget.value)}>{sources.map((one) => <option key={one.name} value={one.name}>{one.description || one.path}</option>)}</select>
          <input type="text" value={words} placeholder="the words that say so" aria-label={`Words for ${label}`} onInput={(event) => setWords(event.currentTarget.value)} /></>}
        <Button onClick={() => say(true)}>Yes</Button>
        <Button onClick={() => say(false)} title={question.otherwise}>No</Button>
      </div>
    </li>
  );
}
