// A reason in words: what is done in a state, and the improvement that shows how a party stands there.

import { shown, type PartyReasons, type StateReasons } from "../answer/reasons";
import { number, ordinal } from "../answer/wording";
import { partyStatement } from "../model/place";
import { Said } from "../model/wish";
import * as store from "../store";
import { lights, PartyMark } from "../ui/parts";

/** Two or three lists of what the parties do in a state. */
export function Doings({ letters, before }: { letters: string; before?: string | null }) {
  const words = store.wording.value!;
  if (before && before !== letters) {
    return (
      <ul class="doings">
        {before === store.today.value && <li class="small faint">Otherwise than today:</li>}
        {words.changesTogether(before, letters).map(({ entry, called }) => (
          <li key={entry.party}><PartyMark at={entry.party}>{called}</PartyMark> {words.changeWords(entry)}</li>
        ))}
      </ul>
    );
  }
  const done = words.done(letters);
  return (
    <ul class="doings">
      {done.length === 0 && <li class="faint">nobody does anything</li>}
      {done.map(({ entry: { party, does }, called }) => <li key={party}><PartyMark at={party}>{called}</PartyMark> {does.join(" · ")}</li>)}
    </ul>
  );
}

/** The improvement that shows how a party stands, and what keeps it from that. */
export function ReasonWords({ state, party }: { state: StateReasons; party: PartyReasons }) {
  const words = store.wording.value!;
  const told = shown(party)!;
  const named = words.named(told.to.options);
  const statement = told.wish ? partyStatement(party.party, told.wish.words) : null;
  const cited = told.wish?.because[0];
  const most = store.placesOf(words.at(party.party));
  return (
    <div class="reason" tabIndex={0} {...lights({ from: state.state.options, to: told.to.options }, statement?.range ?? null)}>
      <p>
        <PartyMark at={words.at(party.party)} /> would gain {party.little ? "a little " : ""}by one move: {told.act}
        {named ? <>, which leads to <button type="button" class="link" onClick={() => store.choose(told.to.options, "why")}>“{named}”</button></> : null}.
        {told.places && ` That is liked ${place(told.places[1])} best${most ? ` of ${number(most)}` : ""}; ${state.today ? "today" : "this"}, ${place(told.places[0])} best.`}
        {party.improvements !== "1" ? ` (${number(party.improvements)} of its moves would be an improvement; this one changes least.)` : ""}
      </p>
      {told.deterrence && <p>{told.deterrence}</p>}
      {told.wish && (
        <p class="small">
          The wish behind it: <Said outline={store.outline.value?.outline ?? null} words={told.wish.words} own={party.party} />
          {cited ? <> because “{cited.words}”</> : <span class="faint"> (nothing is cited for this)</span>}
        </p>
      )}
    </div>
  );
}

const place = (at: number | string) => (typeof at === "number" ? ordinal(at) : `${number(at)}th`);

