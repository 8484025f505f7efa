// The columns of the table of states: which are shown, how wide, which stay in view while the others are scrolled. TanStack Table keeps
// that. Rows are drawn from the typed arrays of the answer, so that a million states need no million objects.

import { signal } from "@preact/signals";
import { createTable, getCoreRowModel, type ColumnDef, type TableState } from "@tanstack/table-core";
import { partyLabel, type Conflict } from "../model/conflict";
import type { StateTable } from "../answer/table";
import { specialists } from "../ui/specialists";

export type Part = "options" | "places" | "stable"; // what can be left out
type Kind = "id" | "name" | "equilibrium" | Part;
/** `left`: where a column that stays in view stands; null: it is scrolled. */
export interface Column { id: string; kind: Kind; party: number; width: number; left: number | null }

const PADDING = 16;
const WIDTHS = { id: 76, concept: 40, option: 28, place: 46 };
const OVER = 7.6; // pixels, about, of a letter of the party's label above its choices, which breaks between its words
const NARROWEST = 120;
const WIDEST = 900;

type Kept = Pick<TableState, "columnSizing" | "columnPinning" | "columnVisibility">;
const kept = signal<Kept>({ columnSizing: {}, columnPinning: { left: ["id", "name"], right: [] }, columnVisibility: {} });
const hidden = signal<Partial<Record<Part, boolean>>>({});

const idOf = (kind: Kind, party: number) => (kind === "options" || kind === "stable" ? `${kind}:${party}` : kind);

/** Whether this part is shown; what each party's stability is, where the parties are many, only when asked for. */
export const isShown = (part: Part, parties: number) => !(hidden.value[part] ?? (part === "stable" && parties > 6));
export const showPart = (part: Part, on: boolean) => { hidden.value = { ...hidden.value, [part]: !on }; };

export const isPinned = (id: string) => kept.value.columnPinning.left?.includes(id) ?? false;
export function pin(id: string, on: boolean) {
  const left = (kept.value.columnPinning.left ?? []).filter((one) => one !== id);
  kept.value = { ...kept.value, columnPinning: { left: on ? [...left, id] : left, right: [] } };
}

/** As wide as somebody made it. */
export const setWidth = (id: string, width: number) => { kept.value = { ...kept.value, columnSizing: { ...kept.value.columnSizing, [id]: Math.max(NARROWEST, Math.min(WIDEST, width)) } }; };

// Without the names of the concepts: how far it holds in words, and for a party as a mark.
const WORDS = 160;
const MARK = 62;

function definitions(table: StateTable, conflict: Conflict, room: number): (ColumnDef<never> & { meta: { kind: Kind; party: number } })[] {
  const parties = conflict.parties.map((party, at) => ({ at, options: party.options.length, over: OVER * Math.max(...partyLabel(party).split(/\s+/).map((word) => word.length + 1), partyLabel(party).length / 3 + 3.5) + PADDING }));
  const column = (kind: Kind, party: number, size: number) => ({ id: idOf(kind, party), size: Math.round(size), meta: { kind, party } });
  const unit = textUnit();
  const concepts = unit * table.concepts.length * WIDTHS.concept + PADDING;
  return [
    column("id", -1, room < 480 ? 52 : unit * WIDTHS.id),
    column("name", -1, Math.max(room < 480 ? 170 : NARROWEST, Math.min(unit * 440, 0.32 * room))),
    column("equilibrium", -1, specialists.value ? concepts : unit * WORDS),
    ...(isShown("options", parties.length) ? parties.map(({ at, options, over }) => column("options", at, Math.max(unit * options * WIDTHS.option + PADDING, unit * over))) : []),
    ...(isShown("places", parties.length) && table.ranked ? [column("places", -1, unit * parties.length * WIDTHS.place + PADDING)] : []),
    ...(isShown("stable", parties.length) ? parties.map(({ at }) => column("stable", at, specialists.value ? concepts : unit * MARK)) : []),
  ];
}

/** How much larger than usual the page's text is: widths and heights go along. */
export const textUnit = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;

const PAPER = 690; // pixels between the margins of A4, and a little less
const NAME_ON_PAPER = 340;
const SMALLEST = 0.42; // smaller print cannot be read

/** The columns on paper and how much they are made smaller; for whom a state is stable is left out where all would be too small. */
export function columnsOnPaper(all: Column[]): { columns: Column[]; zoom: number; left: boolean } {
  const on = all.map((column) => ({ ...column, left: null, width: column.kind === "name" ? NAME_ON_PAPER : column.width }));
  const zoomOf = (columns: Column[]) => Math.min(0.8, PAPER / columns.reduce((sum, { width }) => sum + width, 0));
  const fewer = on.filter(({ kind }) => kind !== "stable");
  const fold = zoomOf(on) < SMALLEST && fewer.length < on.length;
  const columns = fold ? fewer : on;
  return { columns, zoom: zoomOf(columns), left: fold };
}

/** The columns as they stand from left to right, in `room` pixels. */
export function columnsOf(table: StateTable, conflict: Conflict, room: number): Column[] {
  const core = createTable<never>({ data: [], columns: definitions(table, conflict, room), getCoreRowModel: getCoreRowModel(), renderFallbackValue: null, state: {}, onStateChange: () => undefined });
  // What would fill most of a narrow page does not stay.
  const left = (kept.value.columnPinning.left ?? []).filter((id) => room >= 480 || id === "name");
  core.setOptions((options) => ({ ...options, state: { ...core.initialState, ...kept.value, columnPinning: { left, right: [] } } }));
  const pinned = core.getLeftLeafColumns();
  return [...pinned, ...core.getCenterLeafColumns()].map((column) => {
    const { kind, party } = column.columnDef.meta as { kind: Kind; party: number };
    return { id: column.id, kind, party, width: column.getSize(), left: pinned.includes(column) ? column.getStart("left") : null };
  });
}
