// Why a state holds for a party, or does not: the program's own words, beside the drawing. A line about a
// move lights it in the drawing, and in the model the statement that makes it worth while.

import { useState } from "preact/hooks";
import { at, PATIENCE, shown, improvementsTold, useReasons, type MoveWords, type PartyReasons, type StateReasons } from "../answer/reasons";
import { concepts as conceptsOf } from "../answer/solution";
import { beginning, conceptAsks, conceptName, joined, STRENGTH, strength } from "../answer/wording";
import { Neighbourhood } from "../graph/neighbourhood_view";
import { partyStatement } from "../model/place";
import { Said } from "../model/wish";
import * as store from "../store";
import { Badges, Button, Inquiry, lights, PartyMark, StrengthMark, Waiting } from "../ui/parts";
import { specialists } from "../ui/specialists";
import { StatePicker } from "../ui/state_picker";
import { Doings, ReasonWords } from "./reason";

export function WhyScreen() {
  const answer = store.answer.value!;
  const words = store.wording.value!;
  const party = answer.conflict.parties.some((one) => one.name === store.chosenParty.value) ? store.chosenParty.value : null;
  const concept = store.chosenConcept.value;
  const letters = store.chosenLetters.value;
  const [patience, setPatience] = useState(PATIENCE);
  const reasons = useReasons({ states: letters ? [letters] : [], party, concept, patience });
  // Who stays and who leaves is asked for all parties, whichever party the question is about.
  const whole = useReasons({ states: letters ? [letters] : [], limit: improvementsTold() });
  if (!letters) return <Waiting what="There is no state to explain." />;
  const told = at(reasons.found, letters) ?? reasons.found?.states[0] ?? null;
  const all = at(whole.found, letters) ?? whole.found?.states[0] ?? null;
  const state = store.stateAt(letters);
  const known = all?.equilibrium ?? state.equilibrium ?? null;
  const wrong = reasons.wrong ?? whole.wrong;
  return (
    <div class="screen why">
      <h1 class="hidden">Why</h1>
      <div class="bar">
        <StatePicker label="Why does" state={letters} onPick={(one) => store.choose(one)} />
        <label>hold for{" "}
          <select value={party ?? ""} onChange={(event) => { store.chosenParty.value = event.currentTarget.value || null; }}>
            <option value="">everyone</option>
            {answer.conflict.parties.map((one, at) => <option key={one.name} value={one.name}>{words.party(at)}</option>)}
          </select>
        </label>
        {(specialists.value || concept) && <label>under{" "}
          <select value={concept ?? ""} onChange={(event) => { store.chosenConcept.value = event.currentTarget.value || null; }}>
            <option value="">every concept</option>
            {conceptsOf(answer.solution).map((one) => <option key={one} value={one}>{conceptName(one)}</option>)}
          </select>
        </label>}
      </div>
      {concept && <p class="about"><b>{conceptName(concept)}</b> asks: {conceptAsks(concept)}</p>}
      <div class="two">
        <section aria-label="The reason" class="reason-text">
          <h2>{words.inWords(all?.state ?? state)} {known && <StrengthMark concepts={known} />}</h2>
          {known && specialists.value && <Badges concepts={known} of={conceptsOf(answer.solution)} />}
          <Doings letters={letters} />
          {all && <Standing parties={all.parties} chosen={party} />}
          {wrong && <p class="problem" role="alert">{wrong.message}{wrong.help && <span class="help"> {wrong.help}</span>}</p>}
          {all && all.parties.filter((one) => shown(one) && (!party || one.party === party)).slice(0, 8).map((one) => <ReasonWords key={one.party} state={all} party={one} />)}
          <h3>Step by step</h3>
          {!told && !wrong && <Inquiry what="explaining …" of={reasons} />}
          {told && <Steps state={told} plain={!specialists.value && !concept ? known : null} />}
          {told?.story.unfinished && <p class="warn">{told.story.unfinished} <Button onClick={() => setPatience(patience * 8)}>Take longer</Button></p>}
        </section>
        <section aria-label="Its moves" class="reason-graph"><Neighbourhood narrow state={letters} only={party ? words.at(party) : null} /></section>
      </div>
    </div>
  );
}

const STAYS = { itself: "would stay", answers: "would stay: leaving would be answered", fear: "would stay by fear", not: "would leave" } as const;

/** Who stays and who leaves; members of a family with the same stance share a button. */
function Standing({ parties, chosen }: { parties: PartyReasons[]; chosen: string | null }) {
  const { conflict } = store.answer.value!;
  const words = store.wording.value!;
  const groups = new Map<string, PartyReasons[]>();
  for (const one of parties) {
    const family = conflict.parties[words.at(one.party)]?.family;
    const key = family && parties.length > 8 && one.party !== chosen ? `${family}:${one.stays}` : one.party;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return (
    <div class="party-tabs" role="group" aria-label="Stable for whom">
      {[...groups.values()].map((members) => {
        const one = members[0]!;
        const family = conflict.parties[words.at(one.party)]?.family;
        return (
          <button type="button" key={one.party} class={`party-tab ${chosen === one.party ? "on" : ""}`} aria-pressed={chosen === one.party}
            onClick={() => { store.chosenParty.value = chosen === one.party ? null : one.party; }}>
            <PartyMark at={words.at(one.party)}>{members.length > 1 ? `${members.length} of ${family}` : undefined}</PartyMark> <span class="small">{one.stays ? STAYS[one.stays] : one.stable.length ? `stable under ${one.stable.map(conceptName).join(", ")}` : "would leave"}</span>
          </button>
        );
      })}
    </div>
  );
}

/** `plain`: under which concepts it holds, where none of them is to be named. */
function Steps({ state, plain }: { state: StateReasons; plain: string[] | null }) {
  const words = store.wording.value!;
  const standing = (parties: string[], heading: string) => {
    const one = state.parties.find((party) => party.party === parties[0]);
    return plain && one?.stays ? `${beginning(joined(parties.map((name) => words.party(words.at(name)))))}: ${STAYS[one.stays]}.` : heading;
  };
  const { title, words: why } = STRENGTH[strength(plain ?? [])];
  const story = plain ? state.inWords : state.story;
  return (
    <div class="lines">
      {story.heading && <div class="line line-title">{plain ? `${words.inWords(state.state)}: ${title.toLowerCase()}; ${why}.` : story.heading}</div>}
      {story.stances.map((stance) => (
        <div key={stance.parties.join()}>
          <div class="line line-party">{standing(stance.parties, stance.heading)}</div>
          <div class={plain ? "line" : "line line-party"}>{stance.moves}</div>
          {stance.improvements.map((move) => <Improvement key={move.to} plain={plain !== null} from={state.state.options} move={move} party={state.parties.find((one) => one.party === stance.parties[0])} />)}
          {stance.untold && <div class="line line-detail">{stance.untold}</div>}
        </div>
      ))}
    </div>
  );
}

function Improvement({ from, move, party, plain }: { from: string; move: MoveWords; party: PartyReasons | undefined; plain: boolean }) {
  const words = store.wording.value!;
  const told = party?.told.find((one) => one.to.options === move.to);
  const place = told?.wish && party ? partyStatement(party.party, told.wish.words) : null;
  return (
    <>
      <div class="line line-improvement" tabIndex={0} {...lights({ from, to: move.to }, place?.range ?? null)}>
        {party && told && <><PartyMark at={words.at(party.party)} /> could {told.act}{words.named(move.to) && <>: <b>{words.named(move.to)}</b></>} </>}
        {!(plain && told) && <span class="numbers">{move.move}</span>} {move.change && <span class="soft">{plain ? `(${move.change})` : move.change}</span>}
        {told?.wish && <div class="decides">the wish behind it: {plain && party ? <Said outline={store.outline.value?.outline ?? null} words={told.wish.words} own={party.party} /> : <code>{told.wish.words}</code>}{told.wish.because[0] && <> — “{told.wish.because[0].words}”</>}</div>}
      </div>
      {move.question && <div class="line line-question">{move.question}</div>}
      {move.replies.map((reply, at) => (
        <div class="line line-answer" key={at} tabIndex={0} {...lights({ from: reply.path[0]!, to: reply.path.at(-1)! }, null)}>
          {reply.steps.map((step) => <div key={step}>{step}</div>)}
          {reply.effects.map((effect) => <div class="line-detail" key={effect.text}>{effect.text}{effect.decides && !plain && <> <span class={`tag ${effect.decides.startsWith("counts") ? "counts" : ""}`}>{effect.decides}</span></>}</div>)}
        </div>
      ))}
      {move.untold && <div class="line line-detail">{move.untold}</div>}
      {plain && told?.deterrence ? <div class="line line-verdict">{told.deterrence}</div> : move.conclusions.map((one) => <div class="line line-verdict" key={one.text}>{one.text}</div>)}
    </>
  );
}
