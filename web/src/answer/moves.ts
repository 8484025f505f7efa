// Unilateral moves among the listed states, for drawing: from the options' directions or, in graph form, from the moves listed.

import { flatOptions, type Conflict, type FlatOption } from "../model/conflict";
import { labelOf, lettersOf, rowOf, type StateTable } from "./table";

export interface Move { party: number; from: number; to: number; improves: boolean }

export class Moves {
  private readonly options: FlatOption[];
  private readonly merged: boolean;
  private readonly listed: Map<number, number[]>[] | null; // by party: row → rows
  private readonly known = new Map<number, number[]>();

  constructor(private readonly conflict: Conflict, private readonly table: StateTable) {
    this.options = flatOptions(conflict);
    this.merged = (conflict.states ?? []).some((state) => state.options.includes("-"));
    this.listed = conflict.parties.some((party) => party.moves) ? this.readListed() : null;
  }

  private readListed(): Map<number, number[]>[] {
    const rows = new Map<string, number>();
    for (let row = 0; row < this.table.count; row++) {
      rows.set(`s${this.table.ids[row]}`, row);
      rows.set(labelOf(this.table, row), row);
    }
    for (const state of [...(this.conflict.states ?? []), ...this.conflict.named]) {
      const row = rowOf(this.table, state.options);
      if (row >= 0) rows.set(state.name, row);
    }
    return this.conflict.parties.map((party) => {
      const from = new Map<number, number[]>();
      for (const [a, b] of party.moves ?? []) {
        const [x, y] = [rows.get(a), rows.get(b)];
        if (x !== undefined && y !== undefined) from.set(x, [...(from.get(x) ?? []), y]);
      }
      return from;
    });
  }

  /** The rows a party can move to from a row, in ascending order. */
  targets(row: number, party: number): number[] {
    if (this.listed) return [...(this.listed[party]!.get(row) ?? [])].sort((a, b) => a - b);
    const key = row * this.conflict.parties.length + party;
    let found = this.known.get(key);
    if (!found) {
      found = this.merged ? this.mergedTargets(row, party) : this.freeTargets(row, party);
      this.known.set(key, found);
    }
    return found;
  }

  from(row: number): Move[] {
    return this.conflict.parties.flatMap((_, party) => this.targets(row, party).map((to) => this.move(row, to, party)));
  }

  into(row: number): Move[] {
    const found: Move[] = [];
    for (let party = 0; party < this.conflict.parties.length; party++)
      for (const from of this.sources(row, party)) found.push(this.move(from, row, party));
    return found;
  }

  move(from: number, to: number, party: number): Move {
    const places = this.table.places[party]!;
    return { party, from, to, improves: places[to]! < places[from]! };
  }

  private sources(row: number, party: number): number[] {
    if (this.listed || this.merged) {
      const found = [];
      for (let from = 0; from < this.table.count; from++) if (from !== row && this.targets(from, party).includes(row)) found.push(from);
      return found;
    }
    return this.freeTargets(row, party, true);
  }

  private allowed(option: FlatOption, from: string, to: string): boolean {
    if (from === to || from === "-" || to === "-") return true;
    return from === "N" ? option.direction !== "unresumable" : option.direction !== "irrevocable";
  }

  private freeTargets(row: number, party: number, backwards = false): number[] {
    const letters = lettersOf(this.table, row);
    let choices = [""];
    this.options.forEach((option, at) => {
      const own = letters[at]!;
      const other = own === "Y" ? "N" : "Y";
      const may = option.party === party && (backwards ? this.allowed(option, other, own) : this.allowed(option, own, other));
      choices = choices.flatMap((choice) => (may ? [choice + own, choice + other] : [choice + own]));
    });
    return choices.map((choice) => rowOf(this.table, choice)).filter((to) => to >= 0 && to !== row).sort((a, b) => a - b);
  }

  private mergedTargets(row: number, party: number): number[] {
    const from = lettersOf(this.table, row);
    const found = [];
    for (let to = 0; to < this.table.count; to++) {
      if (to === row) continue;
      const letters = lettersOf(this.table, to);
      const may = this.options.every((option, at) => {
        const [a, b] = [from[at]!, letters[at]!];
        return option.party === party ? this.allowed(option, a, b) : a === b || a === "-" || b === "-";
      });
      if (may) found.push(to);
    }
    return found;
  }
}
