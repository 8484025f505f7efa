// How sure: the conflict solved again in every variant with one change. What holds in nearly all of them does
// not depend on one reading; a verdict that depends on a single line is shown with that line.

import { useState } from "preact/hooks";
import { LISTED } from "../answer/live";
import { useRobustness, type Robustness, type Varied } from "../answer/robust";
import { conceptName, conceptNames, joined, plural } from "../answer/wording";
import { focusEditor, revealRange } from "../editor/editor";
import * as store from "../store";
import { Button, Inquiry, Unfinished } from "../ui/parts";
import { called, specialists, spokenOf } from "../ui/specialists";
import { QuestionList } from "./questions";
import { ChangeWords } from "./would_hold";

/** What each count is of, in plain words: a state that holds by itself is counted in all three. */
const AT_LEAST: Record<string, string> = { nash: "by itself", seq: "or by answers", gmr: "or by fear" };

const countOf = (concept: string) => (specialists.value ? conceptName(concept) : (AT_LEAST[concept] ?? conceptName(concept)));

const open = store.stateOfDocument(); // letters

export function RobustScreen() {
  const answer = store.answer.value!;
  const words = store.wording.value!;
  const [go, setGo] = useState(answer.table !== null && answer.table.count <= LISTED); // larger ones are asked by a click
  const asked = useRobustness(go);
  const { found, wrong, progress } = asked;
  return (
    <div class="screen robust">
      <h1>How sure is this?</h1>
      <p class="about">Each statement is left out, each two neighbours are exchanged, each choice made binding or free, each constraint left out, one at a time, and the conflict is solved again. A state that holds in nearly all of these does not hang on one reading of what was said.</p>
      {!go && !found && <Button class="primary" onClick={() => setGo(true)}>Solve all variants (this conflict is large: it takes a while)</Button>}
      {wrong && <p class="problem" role="alert">{wrong.message}{wrong.help && <span class="help"> {wrong.help}</span>}</p>}
      {go && <Inquiry what={progress?.total ? `solving variant ${progress.done} of ${progress.total} …` : "solving variants …"} of={asked} />}
      {found && (
        <>
          <Unfinished stopped={found.stopped} />
          <p>{found.stopped ? `${found.solved} of ${plural(found.variants.length, "variant")} solved` : plural(found.solved, "variant")}. The bar shows in how many of them the state holds; ✓ that it does as the model is written.</p>
          <div class="wide-table"><table class="compare robust-table">
            <thead><tr><th>state</th>{spokenOf(found.concepts).map((concept) => <th key={concept}>{countOf(concept)}</th>)}</tr></thead>
            <tbody>
              {found.states.map((state) => {
                const title = words.inWordsOrToday(state);
                const shown = open.value === state.options;
                return [
                  <tr key={state.options}>
                    <th scope="row"><button type="button" class="link" aria-expanded={shown} onClick={() => { open.value = shown ? null : state.options; }}>{title}</button></th>
                    {spokenOf(found.concepts).map((concept) => {
                      const held = state.heldIn[concept] ?? 0;
                      return (
                        <td key={concept} data-of={countOf(concept)} aria-label={`${held} of ${found.solved}`}>
                          <span class="share"><meter min={0} max={found.solved} value={held} /> {state.asWritten.includes(concept) ? "✓ " : ""}{held}</span>
                        </td>
                      );
                    })}
                  </tr>,
                  shown && <tr key={`${state.options}+`} class="turns"><td colSpan={1 + spokenOf(found.concepts).length}><Turns state={state} found={found} /></td></tr>,
                ];
              })}
            </tbody>
          </table></div>
          <p class="small">Open a state to see which single changes turn its verdict.</p>
        </>
      )}
      <QuestionList />
    </div>
  );
}

/** The variants that turn a state's verdict, each with the concepts it turns. */
function Turns({ state, found }: { state: Varied; found: Robustness }) {
  const byVariant = new Map<number, string[]>();
  for (const [concept, ids] of Object.entries(state.turnedIn)) if (spokenOf(found.concepts).includes(concept)) for (const id of ids) byVariant.set(id, [...(byVariant.get(id) ?? []), concept]);
  if (byVariant.size === 0) return <p>{found.stopped ? "None of the changes that were tried turns it." : "No single change turns it: its verdict is the same in every variant."}</p>;
  return (
    <>
      <ul>
        {[...byVariant].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]).slice(0, 12).map(([id, concepts]) => {
          const variant = found.variants.find((one) => one.id === id)!;
          const falls = concepts.filter((concept) => state.asWritten.includes(concept));
          const comes = concepts.filter((concept) => !state.asWritten.includes(concept));
          return (
            <li key={id}>
              {falls.length > 0 && <span class="bad-words">{specialists.value ? `falls under ${conceptNames(falls)}` : `no longer holds ${joined(falls.map(called), "or")}`}</span>}
              {comes.length > 0 && <span class="good">{falls.length ? " and " : ""}{specialists.value ? `would hold under ${conceptNames(comes)}` : `would hold ${joined(comes.map(called), "or")}`}</span>} {variant.changes.map((change) => (
                <span key={change.words}>
                  <button type="button" class="link" onClick={() => reveal(change.lines[0])}><ChangeWords change={change} /></button>
                  {change.because[0] ? <span class="faint"> (though: “{change.because[0].words}”)</span> : <span class="faint"> (nothing is cited for it)</span>}
                </span>
              ))}
            </li>
          );
        })}
      </ul>
      {byVariant.size > 12 && <p class="faint">and {byVariant.size - 12} more</p>}
      <Button onClick={() => store.choose(state.options, "why")}>Why, as written</Button>
    </>
  );
}

function reveal(line: number | undefined) {
  if (!line) return;
  const lines = store.text.value.split("\n");
  const begin = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  store.modelView.value = "text";
  revealRange([begin, begin + (lines[line - 1]?.length ?? 0)]);
  setTimeout(focusEditor);
}
