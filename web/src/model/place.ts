// Where a statement of the answered model stands in the text now open, if it is that text.

import * as store from "../store";
import type { Statement } from "./outline";

const plain = (words: string) => words.replace(/\s+/g, " ").trim();

/** A preference statement of a party by its words, as `export` writes them. */
export function partyStatement(party: string, words: string): Statement | null {
  const outline = store.fitting.value;
  const statements = outline?.parties.find((candidate) => candidate.name === party)?.preference?.statements ?? [];
  return statements.find((statement) => plain(statement.text) === plain(words) || plain(`${statement.mark ?? ""} ${statement.text}`) === plain(words)) ?? tierOf(party, words, statements);
}

/** If the words differ (a family's `self`), the tier decides. */
function tierOf(party: string, words: string, statements: Statement[]): Statement | null {
  const preference = store.answer.value?.conflict.parties.find((candidate) => candidate.name === party)?.preference;
  if (preference?.form !== "prefer") return null;
  const tier = preference.tiers.findIndex((all) => all.some((one) => one.wanted === words));
  return statements.find((statement) => statement.tier === tier + 1) ?? null;
}
