// The table of states: what is done, where each party ranks it, for whom it is stable. Any length; sorted, filtered by an
// expression of the language, which the program itself reads.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import * as api from "../api";
import { ask, isListed, list, LISTABLE } from "../answer/live";
import type { StateRef } from "../answer/solution";
import { sortRows, type SortKey, type StateTable } from "../answer/table";
import { conceptAsks, conceptName, number, ordinal, STRENGTH, strength } from "../answer/wording";
import { partyLabel } from "../model/conflict";
import { NameIt } from "../model/outcomes_form";
import * as store from "../store";
import { Button, GLYPHS, StrengthMark } from "../ui/parts";
import { specialists, Verdict } from "../ui/specialists";
import { usePrinting, VirtualList } from "../ui/virtual_list";
import { columnsOf, columnsOnPaper, isPinned, isShown, pin, setWidth, showPart, textUnit, type Column, type Part } from "./state_columns";
import { copyRows, downloadRows } from "./state_rows";

const MOST_OF = 0.9; // of the names have room whole; that of the chosen state stands below the table, too
const rowHeight = (lines: number) => Math.max(30, 16 + 14 * lines); // by the lines that the longest name takes
const LETTER = { base: 6.2, rest: 7, named: 7.6 }; // pixels, about, of the names
const LINES = 3; // of each of the two parts of a name, at most
const HEAD = [74, 150] as const; // the names of choices and parties above their columns, at least and at most
const SAMPLE = 300; // rows looked at for that
const MATCHES = 20_000; // states in which an expression holds, listed at most
const ALL = 2_000_000;

// The view of the list stays when the reader comes back to it.
const filter = store.ofDocument("");
const onlyEquilibria = store.ofDocument(false);
const key = store.ofDocument<SortKey>({ by: "equilibria" });
const reverse = store.ofDocument(false);

/** Shows the states in which this holds. */
export function statesWhere(expression: string) {
  filter.value = expression;
  store.show("states");
}

export function StatesScreen() {
  const answer = store.answer.value!;
  const { solution } = answer;
  const listing = store.listing.value;
  const where = filter.value.trim() || null;
  const feasible = BigInt(solution.states.feasible);
  const [wrong, setWrong] = useState<{ message: string; help: string } | null>(null);
  const [kept, setKept] = useState<{ of: string; states: Set<string> } | null>(null);
  const fail = (reason: unknown) => (reason instanceof api.ApiError ? setWrong(reason) : store.fail(reason));

  // A few states are already there, and only those in which the expression holds are asked for; many are
  // listed when asked for.
  useEffect(() => {
    setWrong(null);
    const control = new AbortController();
    const timer = setTimeout(() => {
      if (answer.table && where)
        ask<{ states: StateRef[] }>("states", ["--format", "json", "--where", where, "--list", String(answer.table.count)], control.signal, answer.text)
          .then((ran) => (ran.result ? setKept({ of: where, states: new Set(ran.result.states.map((state) => state.options)) }) : setWrong(api.problemOf(ran))))
          .catch(store.fail);
      else if (!answer.table && isListed(answer.solution)) return; // they follow the answer
      else if (!answer.table && where) list(where, MATCHES).catch(fail);
      else if (!answer.table && feasible <= BigInt(LISTABLE) && (listing?.where ?? "none") !== null) list(null, LISTABLE).catch(fail);
      else if (!answer.table && listing?.where) store.listing.value = null;
    }, where ? 120 : 0);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [where, answer]);

  const fits = listing?.text === answer.text && listing.where === where;
  const table = answer.table ?? (fits ? listing.table : null);
  const count = where && !answer.table && fits ? BigInt(listing.count) : feasible;
  const selected = answer.table && where ? (kept?.of === where ? kept.states : null) : null;
  return (
    <div class="screen states">
      <h1 class="hidden">States</h1>
      {table ? <Table table={table} selected={selected} count={count} wrong={wrong} /> : <Unlisted count={count} wrong={wrong} busy={store.running.value?.what === "listing" || isListed(solution)} tooMany={fits} />}
      <Chosen />
    </div>
  );
}

/** On paper: which states these are. */
const Shown = () => (
  <p class="on-paper">{filter.value.trim() ? <>Only states in which this holds: <code>{filter.value.trim()}</code>. </> : "All states that can be. "}{onlyEquilibria.value && "Only those that hold. "}</p>
);

function Filter({ wrong }: { wrong: { message: string; help: string } | null }) {
  return (
    <label class="grow">
      <span class="hidden">Only states in which</span>
      <input type="search" placeholder="only where, e.g. talks and not strike" value={filter.value} onInput={(event) => { filter.value = event.currentTarget.value; }} aria-invalid={wrong ? true : undefined} aria-describedby="filter-problem" data-testid="filter" />
    </label>
  );
}

const Wrong = ({ wrong }: { wrong: { message: string; help: string } | null }) => <p id="filter-problem" class="problem" role="alert" hidden={!wrong}>{wrong?.message}{wrong?.help && <span class="help"> {wrong.help}</span>}</p>;

/** States too many to list unasked: those people speak of, and how to ask for more. */
function Unlisted({ count, wrong, busy, tooMany }: { count: bigint; wrong: { message: string; help: string } | null; busy: boolean; tooMany: boolean }) {
  const { solution } = store.answer.value!;
  const words = store.wording.value!;
  const concepts = Object.keys(solution.equilibria);
  const told = [...new Map([...solution.named, ...solution.groups.flatMap((group) => group.examples)].map((state) => [state.options, state])).values()];
  return (
    <>
      <div class="bar">
        <Filter wrong={wrong} />
        <span class="faint" role="status">{number(String(count))} {count === 1n ? "state" : "states"}{filter.value.trim() && tooMany ? " in which it holds" : ""}</span>
        <Button onClick={() => void list(null, ALL).catch(store.fail)} why={count > BigInt(ALL) ? "Too many to list: ask for some of them with an expression" : null}>List them all</Button>
      </div>
      <Wrong wrong={wrong} />
      {busy ? <p class="waiting" role="status">listing …</p>
        : <p>{number(String(count))} states are too many to list without being asked: say above in which of them you are interested, e.g. <code>{words.options[0]?.full ?? "talks"}</code>. These have a name, or are the first of those that hold:</p>}
      <div class="wide-table"><table class="compare">
        <thead><tr><th>state</th><th>what is done</th><th>does it hold?</th></tr></thead>
        <tbody>
          {told.map((state) => (
            <tr key={state.options}>
              <th scope="row"><button type="button" class="link" onClick={() => store.choose(state.options, "why")}>{words.inWordsOrToday(state)}</button></th>
              <td>{words.doneWords(state.options)}</td>
              <td><Verdict concepts={store.stateAt(state.options).equilibrium ?? []} of={concepts} /></td>
            </tr>
          ))}
        </tbody>
      </table></div>
    </>
  );
}

interface HeadProps { to: SortKey; children: preact.ComponentChildren; title?: string }

const same = (a: SortKey, b: SortKey) => JSON.stringify(a) === JSON.stringify(b);
const sorted = (to: SortKey) => (same(to, key.value) ? (reverse.value ? "descending" : "ascending") : "none");

function Head({ to, children, title }: HeadProps) {
  return (
    <button type="button" class="head" title={title} onClick={() => { reverse.value = same(to, key.value) ? !reverse.value : false; key.value = to; }}>
      {children}{sorted(to) === "ascending" ? " ▴" : sorted(to) === "descending" ? " ▾" : ""}
    </button>
  );
}

function Table({ table, selected, count, wrong }: { table: StateTable; selected: Set<string> | null; count: bigint; wrong: { message: string; help: string } | null }) {
  const words = store.wording.value!;
  const [room, setRoom] = useState(0);
  const printing = usePrinting();
  const onScreen = columnsOf(table, words.conflict, room || innerWidth * 0.6);
  const onPaper = printing ? columnsOnPaper(onScreen) : null;
  const columns = onPaper?.columns ?? onScreen;
  const opened = useRef(store.chosen.value); // a state chosen elsewhere is brought into view; else the list begins at its top
  const rows = useMemo(() => {
    const found = [];
    for (let row = 0; row < table.count; row++) if ((!selected || selected.has(table.letters[row]!)) && (!onlyEquilibria.value || (specialists.value ? table.equilibria[row] : strength(held(table, table.equilibria[row]!)) !== "not"))) found.push(row);
    return sortRows(table, Int32Array.from(found), key.value, reverse.value);
  }, [table, selected, onlyEquilibria.value, specialists.value, key.value, reverse.value]);
  const named = columns.find((column) => column.kind === "name");
  const unit = textUnit();
  const lines = useMemo(() => {
    const taken = (said: string, letter: number) => Math.min(LINES, Math.ceil((said.length * letter * unit) / ((named?.width ?? 0) - 16)));
    const all = [...rows.slice(0, SAMPLE)].map((row) => {
      const { base, rest } = words.parts(store.ofRow(table, row));
      return rest ? taken(base, LETTER.base) + taken(rest, LETTER.rest) : taken(`${table.letters[row] === store.today.value ? "today " : ""}${base}`, LETTER.named);
    }).sort((a, b) => a - b);
    return all[Math.floor(MOST_OF * (all.length - 1))] ?? 1;
  }, [rows, named?.width]);
  const head = useMemo(() => Math.max(HEAD[0], Math.min(HEAD[1], Math.max(...[...words.options.map((option) => option.label), ...words.conflict.parties.map(partyLabel)].map(standing)))), [table]);
  const letters = store.chosenLetters.value;
  const at = letters === null ? -1 : rows.findIndex((row) => table.letters[row] === letters);
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20, Home: -rows.length, End: rows.length }[event.key];
    if (event.key === "Enter" && at >= 0) return store.choose(table.letters[rows[at]!]!, "why");
    if (step === undefined || !rows.length) return;
    event.preventDefault();
    opened.current = store.chosen.value = table.letters[rows[Math.max(0, Math.min(rows.length - 1, (at < 0 ? -1 : at) + step))]!]!;
  };

  return (
    <>
      <div class="bar">
        <Filter wrong={wrong} />
        <label><input type="checkbox" checked={onlyEquilibria.value} onChange={(event) => { onlyEquilibria.value = event.currentTarget.checked; }} /> {specialists.value ? "equilibria only" : "only what can hold"}</label>
        <ColumnsMenu parties={table.parties.length} />
        <span class="faint" role="status">{number(rows.length)} of {number(String(count))} {count === 1n ? "state" : "states"}</span>
        <Button onClick={() => void copyRows(table, rows).then(() => store.tell(`${number(rows.length)} rows copied, as a spreadsheet takes them.`), store.fail)}>Copy</Button>
        <Button onClick={() => store.tell(`Saved as ${downloadRows(table, rows)}, in the folder of downloads.`)}>CSV</Button>
      </div>
      <Wrong wrong={wrong} />
      <Shown />
      {onPaper?.left && <p class="small">For whom each state is stable is left out on paper.</p>}
      <VirtualList rows={rows.length} rowHeight={Math.round(unit * rowHeight(lines))} lines={LINES} headRoom={Math.round(unit * head)} current={opened.current === null ? -1 : at} active={at} label="States" zoom={onPaper?.zoom} onKey={onKey} onRoom={setRoom}
        head={columns.map((column) => <HeadCell key={column.id} column={column} table={table} />)}
        row={(position) => {
          const row = rows[position]!;
          return (
            <div key={row} id={`row-${position}`} role="row" aria-rowindex={position + 2} aria-selected={position === at} class={`row ${position === at ? "chosen" : ""} ${table.equilibria[row] ? "holds" : ""}`}
              onClick={() => store.choose(table.letters[row]!)} onDblClick={() => store.choose(table.letters[row]!, "why")}>
              {columns.map((column) => <Cell key={column.id} column={column} table={table} row={row} />)}
            </div>
          );
        }}
      />
    </>
  );
}

/** How high a label stands above its column, in two lines if it is long. */
const standing = (label: string) => 6.4 * (label.length <= 18 ? label.length + 1 : Math.max(18, ...label.split(/\s+/).map((word) => word.length), Math.ceil(label.length / 2) + 3));

const PARTS: Record<Part, string> = { options: "what is done", places: "ranks", stable: "for whom it is stable" };

function ColumnsMenu({ parties }: { parties: number }) {
  return (
    <details class="menu">
      <summary>Columns</summary>
      <div>
        {(Object.keys(PARTS) as Part[]).map((part) => (
          <label key={part}><input type="checkbox" checked={isShown(part, parties)} onChange={(event) => showPart(part, event.currentTarget.checked)} /> {PARTS[part]}</label>
        ))}
        <span class="faint small">stay in view:</span>
        {["name", "equilibrium"].map((id) => <label key={id}><input type="checkbox" checked={isPinned(id)} onChange={(event) => pin(id, event.currentTarget.checked)} /> {id === "name" ? "what it is called" : specialists.value ? id : "whether it holds"}</label>)}
      </div>
    </details>
  );
}

const placed = ({ width, left }: Column) => ({ width: `${width}px`, ...(left === null ? {} : { left: `${left}px` }) });
const classOf = ({ kind, party, left }: Column) => `cell ${kind === "options" ? "group" : kind} ${party >= 0 ? `party-${party % 8}` : ""} ${left === null ? "" : "pinned"}`;

function HeadCell({ column, table }: { column: Column; table: StateTable }) {
  const words = store.wording.value!;
  const { kind, party } = column;
  const cell = (children: preact.ComponentChildren, sorts?: SortKey, title?: string) => <span class={classOf(column)} style={placed(column)} role="columnheader" aria-sort={sorts ? sorted(sorts) : undefined} title={title}>{children}</span>;
  const concepts = specialists.value && table.concepts.map((concept) => <span class="concept" key={concept} title={conceptAsks(concept)}>{conceptName(concept)}</span>);
  const glyph = GLYPHS[party % 8];
  switch (kind) {
    case "id": return cell(<Head to={{ by: "id" }} title="sort by number">#</Head>, { by: "id" });
    case "name": return cell(<>state<Widen column={column} /></>);
    case "equilibrium": return cell(<><span class="over"><Head to={{ by: "equilibria" }} title={specialists.value ? "equilibria first" : "what holds first"}>{specialists.value ? "equilibrium" : "holds?"}</Head></span>{concepts}</>, { by: "equilibria" });
    case "options": {
      const own = words.options.filter((option) => option.party === party);
      return cell(<>
        <span class="over">{glyph} {words.party(party)}</span>
        {own.map((option) => <span class="option" key={option.name} title={`${words.party(party)}: ${option.label}`}><span>{option.label}</span></span>)}
      </>, undefined, words.party(party));
    }
    case "places": return cell(<><span class="over">rank for</span>{words.conflict.parties.map((one, at) => (
      <span key={one.name} class={`place party-${at % 8}`}><Head to={{ by: "place", party: at }} title={`sort by what ${words.party(at)} likes best`}>{GLYPHS[at % 8]}<span>{partyLabel(one)}</span></Head></span>
    ))}</>);
    case "stable": return cell(<><span class="over">{glyph} {specialists.value ? `stable for ${words.party(party)}` : "stays?"}</span>{concepts}</>, undefined, `${specialists.value ? "stable" : "whether it holds"} for ${words.party(party)}`);
  }
}

/** The right edge of a column, moved by pointer or arrow keys. */
function Widen({ column }: { column: Column }) {
  const begun = useRef<{ at: number; width: number } | null>(null);
  return (
    <span class="widen" role="separator" aria-orientation="vertical" aria-label="Width of the column" aria-valuenow={column.width} tabIndex={0} title="drag, or arrow keys"
      onKeyDown={(event) => { const by = { ArrowLeft: -20, ArrowRight: 20 }[event.key]; if (by) { event.preventDefault(); event.stopPropagation(); setWidth(column.id, column.width + by); } }}
      onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); begun.current = { at: event.clientX, width: column.width }; }}
      onPointerMove={(event) => { if (begun.current) setWidth(column.id, begun.current.width + event.clientX - begun.current.at); }}
      onPointerUp={() => { begun.current = null; }} />
  );
}

function Cell({ column, table, row }: { column: Column; table: StateTable; row: number }) {
  const words = store.wording.value!;
  const { kind, party } = column;
  const letters = table.letters[row]!;
  const cell = { class: classOf(column), style: placed(column), role: "gridcell" as const };
  switch (kind) {
    case "id": return <span {...cell}>{table.ids[row] ?? ""}</span>;
    case "name": {
      const { base, rest } = words.parts(store.ofRow(table, row));
      return (
        <span {...cell} class={`${cell.class} ${rest ? "told-apart" : "long"}`} title={`${words.title(store.ofRow(table, row))}: ${words.doneWords(letters)}`}>
          {letters === store.today.value && words.named(letters) !== null && <b>today </b>}<span class={words.named(letters) === null ? "base faint" : "base"}>{base}</span>{rest && <span class="rest">{rest}</span>}
        </span>
      );
    }
    case "equilibrium": return !specialists.value ? <span {...cell}><StrengthMark concepts={held(table, table.equilibria[row]!)} /></span> : <Marks cell={cell} mask={table.equilibria[row]!} concepts={table.concepts} star />;
    case "options": {
      const own = words.options.flatMap((option, o) => (option.party === party ? [{ ...option, o }] : []));
      return (
        <span {...cell} aria-label={`${words.party(party)}: ${own.filter((option) => letters[option.o] === "Y").map((option) => option.label).join(", ") || "nothing"}`}>
          {own.map((option) => <span class="option" key={option.name} aria-hidden="true">{letters[option.o] === "Y" ? "●" : letters[option.o] === "-" ? "◌" : <i>–</i>}</span>)}
        </span>
      );
    }
    case "places": return <span {...cell}>{table.places.map((places, at) => <span class="place" key={at}>{places[row] ? ordinal(places[row]) : "–"}</span>)}</span>;
    case "stable": return !specialists.value ? <Stays cell={cell} concepts={held(table, table.stable[party]![row]!)} /> : <Marks cell={cell} mask={table.stable[party]![row]!} concepts={table.concepts} />;
  }
}

const held = (table: StateTable, mask: number) => table.concepts.filter((_, k) => mask & (1 << k));

/** How far a party stays, as a mark. */
function Stays({ cell, concepts }: { cell: preact.JSX.IntrinsicElements["span"]; concepts: string[] }) {
  const { mark, title } = STRENGTH[strength(concepts)];
  return <span {...cell} aria-label={title} title={title}><span class="concept" aria-hidden="true">{mark}</span></span>;
}

function Marks({ cell, mask, concepts, star }: { cell: preact.JSX.IntrinsicElements["span"]; mask: number; concepts: string[]; star?: boolean }) {
  const held = concepts.filter((_, k) => mask & (1 << k));
  return (
    <span {...cell} aria-label={held.map(conceptName).join(", ") || "none"}>
      {concepts.map((concept, k) => <span class="concept" key={concept} aria-hidden="true">{mask & (1 << k) ? (star ? "★" : "●") : <i>·</i>}</span>)}
    </span>
  );
}

function Chosen() {
  const letters = store.chosenLetters.value;
  const words = store.wording.value!;
  if (letters === null) return null;
  return (
    <div class="bar chosen-state">
      <span class="grow"><b>{words.inWords(store.stateAt(letters))}</b> <span class="faint">{words.doneWords(letters)}</span></span>
      <Button onClick={() => { store.chosenParty.value = null; store.show("why"); }}>Why</Button>
      <Button onClick={() => store.show("graph")}>Moves</Button>
      {words.named(letters) === null && <NameIt key={letters} letters={letters} />}
    </div>
  );
}
