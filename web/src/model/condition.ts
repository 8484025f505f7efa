// Conditions of the language, read and evaluated in the page for one purpose: to show which statement of a preference decides
// between two states. The program's own `export` writes them, so names are resolved and mistakes do not occur; whatever is not
// understood is answered with null and the page does without. Tests hold the ranks found here to the program's own.

import { flatOptions, type Conflict, type Party } from "./conflict";

/** Does it hold in a state, given as the letters of its options? */
export type Condition = (letters: string) => boolean;

const NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

export class Conditions {
  private readonly names = new Map<string, Condition>();
  private readonly groups = new Map<string, string[]>();
  private readonly read = new Map<string, Condition | null>();

  constructor(conflict: Conflict) {
    const options = flatOptions(conflict);
    const byName = new Map<string, string[]>();
    options.forEach((option, at) => {
      const taken: Condition = (letters) => letters[at] === "Y";
      const party = conflict.parties[option.party]!;
      this.names.set(`${party.name}.${option.name}`, taken);
      this.names.set(option.full, taken);
      byName.set(party.name, [...(byName.get(party.name) ?? []), `${party.name}.${option.name}`]);
    });
    for (const [party, all] of byName) this.groups.set(`${party}.*`, all);
    for (const family of conflict.families)
      for (const option of conflict.parties.find((party) => party.name === family.members[0])?.options ?? [])
        this.groups.set(`${family.name}.${option.name}`, family.members.map((member) => `${member}.${option.name}`));
    for (const define of conflict.defines) this.names.set(define.name, (letters) => this.of(define.meaning)?.(letters) ?? false);
  }

  of(words: string): Condition | null {
    let known = this.read.get(words);
    if (known === undefined) {
      try {
        known = new Reader(words, this.names, this.groups).whole();
      } catch {
        known = null;
      }
      this.read.set(words, known);
    }
    return known;
  }
}

class Reader {
  private readonly words: string[];
  private at = 0;

  constructor(text: string, private readonly names: Map<string, Condition>, private readonly groups: Map<string, string[]>) {
    this.words = text.match(/[A-Za-z_]\w*(?:\.(?:[A-Za-z_]\w*|\*))?|\d+|[(),]/g) ?? [];
  }

  whole(): Condition {
    const condition = this.condition();
    if (this.at !== this.words.length) throw new Error(`unexpected ${this.words[this.at]}`);
    return condition;
  }

  private take(word: string): boolean {
    if (this.words[this.at] !== word) return false;
    this.at++;
    return true;
  }

  private condition(): Condition {
    let left = this.conditional();
    while (this.take("iff")) {
      const [a, b] = [left, this.conditional()];
      left = (s) => a(s) === b(s);
    }
    return left;
  }

  private conditional(): Condition {
    const left = this.or();
    if (this.take("implies")) {
      const right = this.conditional();
      return (s) => !left(s) || right(s);
    }
    let result = left;
    while (this.take("if")) {
      const [a, b] = [result, this.or()];
      result = (s) => a(s) || !b(s);
    }
    return result;
  }

  private or(): Condition {
    let left = this.xor();
    while (this.take("or")) {
      const [a, b] = [left, this.xor()];
      left = (s) => a(s) || b(s);
    }
    return left;
  }

  private xor(): Condition {
    let left = this.and();
    while (this.take("xor")) {
      const [a, b] = [left, this.and()];
      left = (s) => a(s) !== b(s);
    }
    return left;
  }

  private and(): Condition {
    let left = this.not();
    while (this.take("and")) {
      const [a, b] = [left, this.not()];
      left = (s) => a(s) && b(s);
    }
    return left;
  }

  private not(): Condition {
    if (this.take("not")) {
      const inner = this.not();
      return (s) => !inner(s);
    }
    return this.primary();
  }

  private primary(): Condition {
    const word = this.words[this.at++];
    if (word === undefined) throw new Error("ends too early");
    if (word === "(") {
      const inner = this.condition();
      if (!this.take(")")) throw new Error("not closed");
      return inner;
    }
    if (word === "true" || word === "false") return () => word === "true";
    if (word === "any" || word === "all" || word === "none") {
      const items = this.list();
      if (word === "any") return (s) => items.some((item) => item(s));
      if (word === "all") return (s) => items.every((item) => item(s));
      return (s) => !items.some((item) => item(s));
    }
    if (word === "at" || word === "exactly") {
      const how = word === "at" ? this.words[this.at++] : "exactly";
      const number = this.words[this.at++] ?? "";
      const count = /^\d+$/.test(number) ? Number(number) : NUMBERS.indexOf(number);
      if (count < 0) throw new Error("not a number");
      const items = this.list();
      const held = (s: string) => items.reduce((sum, item) => sum + (item(s) ? 1 : 0), 0);
      return (s) => (how === "least" ? held(s) >= count : how === "most" ? held(s) <= count : held(s) === count);
    }
    const named = this.names.get(word);
    if (!named) throw new Error(`no ${word}`);
    return named;
  }

  private list(): Condition[] {
    if (!this.take("of")) throw new Error("of");
    const items: Condition[] = [];
    do {
      const group = this.groups.get(this.words[this.at] ?? "");
      if (group) {
        this.at++;
        items.push(...group.map((name) => this.names.get(name)!));
      } else items.push(this.primary());
    } while (this.take(","));
    return items;
  }
}

/** What decides for a party between two states: the first tier that tells them apart, with the statements that do. */
export interface Deciding { tier: number; statements: string[] }

export function deciding(conditions: Conditions, party: Party, before: string, after: string): Deciding | null {
  const preference = party.preference;
  if (!preference || preference.form !== "prefer" || /-/.test(before + after)) return null;
  for (let tier = 0; tier < preference.tiers.length; tier++) {
    const differing = [];
    let balance = 0;
    for (const { wanted } of preference.tiers[tier]!) {
      const condition = conditions.of(wanted);
      if (!condition) return null;
      const change = Number(condition(after)) - Number(condition(before));
      if (change) differing.push({ wanted, change });
      balance += change;
    }
    if (balance) return { tier, statements: differing.filter((s) => Math.sign(s.change) === Math.sign(balance)).map((s) => s.wanted) };
  }
  return null;
}
