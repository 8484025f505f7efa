// The conflict as written, every name resolved: stasis/conflict-2, which `export --format json` answers.

export type Direction = "both" | "irrevocable" | "unresumable";
interface Cited { source: string; words: string }
interface OptionOf { name: string; label: string; direction: Direction; because?: Cited[] }
interface Wanted { wanted: string; mark?: "strongly" | "perhaps"; because?: Cited[] }
type Preference =
  | { form: "prefer"; tiers: Wanted[][] }
  | { form: "rank"; classes: string[][]; strongAfter?: number[] }
  | { form: "weigh"; weights: { option?: string; wanted?: string; weight: string; because?: Cited[] }[] };
export interface Party { name: string; label: string; family?: string; options: OptionOf[]; preference: Preference | null; moves?: [string, string][]; unsure?: [string, string][]; attitudes?: { towards: string; attitude: "for" | "against" | "neutral" }[] }
export interface NamedState { name: string; label: string; options: string }
export interface Conflict {
  conflict: string;
  about: string[];
  sources: { name: string; path: string; description: string }[];
  parties: Party[];
  families: { name: string; label: string; members: string[] }[];
  defines: { name: string; label: string; meaning: string }[];
  constraints: { always: string }[];
  states: NamedState[] | null;
  named: NamedState[];
  statusQuo: string | null;
  expectations?: { kind: string; state?: string }[];
}

export interface FlatOption { party: number; name: string; label: string; full: string; direction: Direction }

/** All options in the order of declaration, the order of a state's letters. */
export function flatOptions(conflict: Conflict): FlatOption[] {
  const seen = new Map<string, number>();
  for (const party of conflict.parties) for (const option of party.options) seen.set(option.name, (seen.get(option.name) ?? 0) + 1);
  return conflict.parties.flatMap((party, at) =>
    party.options.map((option) => ({
      party: at,
      name: option.name,
      label: option.label || option.name,
      full: seen.get(option.name) === 1 ? option.name : `${party.name}.${option.name}`,
      direction: option.direction,
    })),
  );
}

export const partyLabel = (party: { name: string; label: string }) => party.label || party.name;
