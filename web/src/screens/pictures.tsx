// For specialists: what holds as each party sees the conflict (hypergame), whose picture makes it so, what holds in
// each picture, and who would be surprised. Nothing if the model has no views.

import { countOf, type ByPictures, type PictureOf, type StateRef, type Surprise } from "../answer/solution";
import { conceptName, joined, plural } from "../answer/wording";
import * as store from "../store";

const SHOWN = 12; // rows of each kind

export function Pictures() {
  const { solution } = store.answer.value!;
  if (!solution.views?.length || !solution.pictures) return null;
  const concepts = Object.keys(solution.hypergame ?? {});
  const surprises = solution.surprises ?? [];
  return (
    <section class="card" aria-labelledby="pictures">
      <h2 id="pictures">As each sees it</h2>
      <p class="small">Each party judges by its own picture; those without a view see the conflict as it is.</p>
      <div class="wide-table"><table class="compare">
        <thead><tr><th scope="col">outcome</th>{concepts.map((concept) => <th scope="col" key={concept}>{conceptName(concept)}</th>)}<th scope="col">whose picture</th></tr></thead>
        <tbody>
          {solution.pictures.slice(0, SHOWN).map((state) => (
            <tr key={state.options}>
              <th scope="row">{title(state)}</th>
              {concepts.map((concept) => <td key={concept}>{state.under.some((one) => one.concept === concept && one.hypergame) ? "✓" : "·"}</td>)}
              <td>{whose(state)}</td>
            </tr>
          ))}
        </tbody>
      </table></div>
      {solution.pictures.length > SHOWN && <p class="small">and {solution.pictures.length - SHOWN} more</p>}
      <ul class="small">{solution.views.map((view) => <li key={`${view.by ?? ""} ${view.of}`}>{inPicture(view)}</li>)}</ul>
      {surprises.length > 0 && <><h3>Surprised would be</h3><ul>{surprises.slice(0, SHOWN).map((one) => <li key={said(one)}>{said(one)}</li>)}</ul>
        {surprises.length > SHOWN && <p class="small">and {surprises.length - SHOWN} more</p>}</>}
    </section>
  );
}

const title = (state: StateRef) => `${state.id ?? ""} ${state.called ?? state.label ?? state.name}`.trim();
const under = (keys: string[]) => (keys.length ? ` (${keys.map(conceptName).join(", ")})` : "");

/** How many equilibria there are in a picture, by concept. */
function inPicture(view: PictureOf): string {
  const who = view.by === undefined ? `As ${view.of} sees it` : `What ${view.by} thinks ${view.of} sees`;
  return `${who}: ${plural(view.feasible, "state")}; equilibria ${Object.entries(view.equilibria).map(([concept, set]) => `${conceptName(concept)} ${countOf(set)}`).join(", ")}`;
}

/** Who stays or leaves only because of its picture, and who does not see the outcome. */
function whose(state: ByPictures): string {
  const parties = [...new Set(state.under.flatMap((one) => [...one.unseen, ...one.stays, ...one.leaves]))];
  return parties.map((party) => {
    const of = (kind: "stays" | "leaves") => state.under.filter((one) => one[kind].includes(party)).map((one) => one.concept);
    if (state.under.some((one) => one.unseen.includes(party))) return `${party} does not see it`;
    return joined([...(of("stays").length ? [`${party} would stay${under(of("stays"))}`] : []), ...(of("leaves").length ? [`${party} would leave${under(of("leaves"))}`] : [])]);
  }).join("; ");
}

function said(one: Surprise): string {
  const at = `${one.party} at ${title(one.state)}`;
  if (one.kind === "impossible") return `${at}: it does not see that this can be, and all who do would stay${under(one.under ?? [])}`;
  if (one.kind === "notStable") return `${at}: it expects everybody to stay, and ${one.by} leaves${under(one.under ?? [])}`;
  return `${at}: ${one.by} can move to ${title(one.to!)}, and ${one.party} does not know that move`;
}
