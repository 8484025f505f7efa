// What a party wants, from questions: the program (stasis/elicited-1) says which two states to compare next, the reader says which of
// them the party would rather have, and what comes of it is written into the model. A reload keeps the answers.

import { useState } from "preact/hooks";
import * as api from "../api";
import { useAsked } from "../answer/asking";
import { joined, plural, withinSentence, type Wording } from "../answer/wording";
import type { StateRef } from "../answer/solution";
import { edit } from "../editor/editor";
import { Said } from "../model/wish";
import { keptInTab } from "../session/tab";
import * as store from "../store";
import { setPreference } from "../text/edits";
import { Button, Inquiry } from "../ui/parts";
import { specialists } from "../ui/specialists";

type Word = "1" | "2" | "=" | "?";
type Asked = StateRef | { statement: string }; // statements where the states are many
interface Next { one: Asked; other: Asked; atMost: number; lines: Record<Word, string> }
interface Elicited { complete: boolean; finished: boolean; next: Next | null; answers: { line: string }[]; open: { state: StateRef; concept: string }[]; lines: string; linesInWords: string }

// By party: the lines answered, of this document alone.
const given = keptInTab<{ document: string; of: Record<string, string[]> }>("answers", { document: "", of: {} });
const answersOf = (party: string) => (given.value.document === store.document.value ? (given.value.of[party] ?? []) : []);
const setAnswers = (party: string, lines: string[]) => {
  const before = given.value.document === store.document.value ? given.value.of : {};
  given.value = { document: store.document.value, of: { ...before, [party]: lines } };
};

export function ElicitScreen() {
  const answer = store.answer.value!;
  const parties = answer.conflict.parties;
  const [party, setParty] = useState(store.chosenParty.value ?? parties[0]?.name ?? "");
  const lines = answersOf(party);
  const asking = useAsked<Elicited>(JSON.stringify([party, lines]), async (text, tell, signal) => {
    const args = ["--party", party, "--format", "json", ...lines.flatMap((line) => ["--answer", line])];
    const ran = await api.job<Elicited>({ verb: "elicit", text, path: store.folder.peek(), args }, tell, signal);
    if (!ran.result) throw api.failed(ran);
    return ran.result;
  });
  const { found, wrong } = asking;

  const label = parties.find((one) => one.name === party)?.label || party;
  return (
    <div class="screen elicit">
      <h1>What do they want?</h1>
      <p class="about">Two states at a time (where there are many, two statements): which would the party rather have? {found?.complete ? "Of so many states it is not worked out which answers change an equilibrium: the whole list is asked for." : "Only what can still change an equilibrium is asked."}</p>
      <div class="bar">
        <label>Asked: <select value={party} onChange={(event) => setParty(event.currentTarget.value)}>{parties.map((one) => <option key={one.name} value={one.name}>{one.label || one.name}</option>)}</select></label>
        <Button onClick={() => setAnswers(party, lines.slice(0, -1))} why={lines.length ? null : "Nothing has been answered yet"}>Take back the last</Button>
        <Button onClick={() => setAnswers(party, [])} why={lines.length ? null : "Nothing has been answered yet"}>Begin again</Button>
      </div>
      {wrong && <p class="problem" role="alert">{wrong.message}{wrong.help && <span class="help"> {wrong.help}</span>}</p>}
      <Inquiry what="looking for the next question …" of={asking} />
      {found?.next && <Question next={found.next} party={party} label={label} onAnswer={(word) => setAnswers(party, [...lines, found.next!.lines[word]])} />}
      {found?.finished && <p class="good" role="status"><b>Nothing is left to ask.</b> {found.open.length > 0 && `What is not known leaves ${plural(found.open.length, "verdict")} open.`}</p>}
      {found && found.answers.length > 0 && <Result found={found} party={party} />}
    </div>
  );
}

/** What is done and not done in one of two states alone: `Ukraine: Go to Moscow`, `Russia: not Offer Moscow`. */
function apart(words: Wording, { entry, called }: ReturnType<Wording["changesTogether"]>[number]): string[] {
  const who = called ?? words.party(entry.party);
  return [...entry.takes.map((label) => `${who}: ${label}`), ...entry.drops.map((label) => `${who}: not “${label}”`)];
}

const isStatement = (asked: Asked): asked is { statement: string } => "statement" in asked;

/** What one of the two is called, and what is done in it alone. */
function Either({ one, other, party }: { one: Asked; other: Asked; party: string }) {
  const words = store.wording.value!;
  if (isStatement(one)) return <h3><Said outline={store.outline.value?.outline ?? null} words={one.statement} own={party} /></h3>;
  return (
    <>
      <h3>{words.inWords(one)}</h3>
      {!isStatement(other) && <p>{joined(words.changesTogether(other.options, one.options).flatMap((change) => apart(words, change))) || "nothing else is done"}</p>}
    </>
  );
}

function Question({ next, party, label, onAnswer }: { next: Next; party: string; label: string; onAnswer: (word: Word) => void }) {
  const words = store.wording.value!;
  const { one, other } = next;
  return (
    <section class="card" aria-live="polite">
      <h2>Which would {withinSentence(label)} rather have?</h2>
      <div class="two">
        {([["1", one, other], ["2", other, one]] as const).map(([word, asked, against]) => (
          <div key={word} class="either">
            <Either one={asked} other={against} party={party} />
            <Button class="primary" onClick={() => onAnswer(word)}>Rather this ({word})</Button>
          </div>
        ))}
      </div>
      {isStatement(one) || isStatement(other)
        ? <p class="small faint">While nothing that it wants more is at stake; “Alike” if it does not matter.</p>
        : <p class="small faint">In both: {words.doneWords([...one.options].map((letter, at) => (letter === other.options[at] ? letter : "N")).join(""))}.</p>}
      <div class="bar">
        <Button onClick={() => onAnswer("=")}>Alike</Button> <Button onClick={() => onAnswer("?")}>Not known</Button>
        <span class="faint">{next.atMost === 1 ? "the last question" : `at most ${next.atMost} questions are left`}</span>
      </div>
    </section>
  );
}

function Result({ found, party }: { found: Elicited; party: string }) {
  const outline = store.fitting.value;
  const preference = outline?.parties.find((one) => one.name === party)?.preference;
  const lines = specialists.value ? found.lines : found.linesInWords; // what is written is what is shown
  const unsure = outline?.unsure?.filter((one) => one.party === party) ?? [];
  const why = !outline ? "The text has moved on" : preference?.each ? "A whole family shares these lines; write them by hand" : null;
  return (
    <section aria-label="What comes of it">
      <div class="bar"><h2 class="grow">What comes of it</h2><Button onClick={() => edit(setPreference(store.text.value, preference ?? null, lines, unsure), true)} why={why}>Write it into the model</Button></div>
      <pre class="small" tabIndex={0}>{lines}</pre>
    </section>
  );
}
