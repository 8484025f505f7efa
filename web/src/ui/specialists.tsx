// The names of the solution concepts stand behind one switch, on the first screen: without it every screen says in plain words how far a state
// holds. Three of the concepts have plain words of their own.

import { signal } from "@preact/signals";
import { conceptName } from "../answer/wording";
import { keep, recall } from "../session/remembered";
import { Badges, StrengthMark } from "./parts";

const KEPT = "stasis-specialists";

/** Whether the names of the solution concepts are shown, for those who know them. */
export const specialists = signal(recall(KEPT) === "yes");

export function rememberSpecialists(on: boolean) {
  specialists.value = on;
  keep(KEPT, on ? "yes" : "no");
}

const PLAIN: Record<string, string> = { nash: "by itself", seq: "by answers", gmr: "by fear" };

/** Those of the concepts that are spoken of. */
export const spokenOf = (concepts: string[]) => (specialists.value || !concepts.some((one) => Object.hasOwn(PLAIN, one)) ? concepts : Object.keys(PLAIN).filter((one) => concepts.includes(one)));
/** A state holds … this; behind the switch, the concept's name. */
export const called = (concept: string) => (!specialists.value && Object.hasOwn(PLAIN, concept) ? PLAIN[concept]! : conceptName(concept));

/** How far it holds, in a word with its mark; for specialists under which concepts, too. */
export function Verdict({ concepts, of }: { concepts: string[]; of: string[] }) {
  return <><StrengthMark concepts={concepts} />{specialists.value && <> <Badges concepts={concepts} of={of} /></>}</>;
}
