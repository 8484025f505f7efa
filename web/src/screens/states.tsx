// The table of states: what is done, where each party ranks it, for whom it is stable. Any length; sorted, filtered by an
// expression of the language, which the program itself reads.

import { signal } from "@preact/signals";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import * as api from "../api";
import { ask, list, LISTABLE } from "../answer/live";
import type { StateRef } from "../answer/solution";
import { conceptsOf, sortRows, type SortKey, type StateTable } from "../answer/table";
import { conceptAsks, conceptName, number, ordinal } from "../answer/wording";
import * as store from "../store";
import { Badges, Button, GLYPHS } from "../ui/parts";
import { VirtualList } from "../ui/virtual_list";

const ROW = 30;
const MATCHES = 20_000; // states in which an expression holds, listed at most
const ALL = 2_000_000;

// How the list is looked at stays when one comes back to it.
const filter = signal("");
const onlyEquilibria = signal(false);
const key = signal<SortKey>({ by: "equilibria" });
const reverse = signal(false);

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

  // Few states are there already, and only those in which it holds are asked for; many are listed when asked for.
  useEffect(() => {
    setWrong(null);
    const control = new AbortController();
    const timer = setTimeout(() => {
      if (answer.table && where)
        ask<{ states: StateRef[] }>("states", ["--format", "json", "--where", where, "--list", String(answer.table.count)], control.signal, answer.text)
          .then((ran) => (ran.result ? setKept({ of: where, states: new Set(ran.result.states.map((state) => state.options)) }) : setWrong(api.problemOf(ran))))
          .catch(store.fail);
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
      {table ? <Table table={table} selected={selected} count={count} wrong={wrong} /> : <Unlisted count={count} wrong={wrong} busy={store.running.value?.what === "listing"} tooMany={fits} />}
      <Chosen />
    </div>
  );
}

function Filter({ wrong }: { wrong: { message: string; help: string } | null }) {
  return (
    <label class="grow">
      <span class="hidden">Only states in which</span>
      <input type="search" placeholder="only states in which… (e.g. talks and not strike)" value={filter.value} onInput={(event) => { filter.value = event.currentTarget.value; }} aria-invalid={wrong ? true : undefined} aria-describedby="filter-problem" data-testid="filter" />
    </label>
  );
}

const Wrong = ({ wrong }: { wrong: { message: string; help: string } | null }) => <p id="filter-problem" class="problem" role="alert" hidden={!wrong}>{wrong?.message}{wrong?.help && <span class="help"> {wrong.help}</span>}</p>;

/** States too many to list unasked: those people speak of, and how to ask for more. */
function Unlisted({ count, wrong, busy, tooMany }: { count: bigint; wrong: { message: string; help: string } | null; busy: boolean; tooMany: boolean }) {
  const { solution, conflict } = store.answer.value!;
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
        <thead><tr><th>state</th><th>what is done</th><th>holds under</th></tr></thead>
        <tbody>
          {told.map((state) => (
            <tr key={state.options}>
              <th scope="row"><button type="button" class="link" onClick={() => store.choose(state.options, "why")}>{state.options === conflict.statusQuo ? "Today: " : ""}{words.title(state)}</button></th>
              <td>{words.doneWords(state.options)}</td>
              <td><Badges concepts={store.stateAt(state.options).equilibrium ?? []} of={concepts} /></td>
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

/** The rows as a spreadsheet takes them. */
function asText(table: StateTable, rows: Int32Array): string {
  const words = store.wording.value!;
  const names = ["#", "state", "equilibrium", ...words.options.map((option) => `${words.party(option.party)}: ${option.label}`), ...table.parties.map((party) => `rank for ${party}`)];
  const lines = [...rows].map((row) => [
    table.ids[row] ?? "", words.title(store.ofRow(table, row)), conceptsOf(table, table.equilibria[row]!).map(conceptName).join(" "),
    ...[...table.letters[row]!], ...table.places.map((places) => places[row] || ""),
  ]);
  return [names, ...lines].map((cells) => cells.map((cell) => String(cell).replace(/[\t\n]+/g, " ")).join("\t")).join("\n") + "\n";
}

function Table({ table, selected, count, wrong }: { table: StateTable; selected: Set<string> | null; count: bigint; wrong: { message: string; help: string } | null }) {
  const words = store.wording.value!;
  const [columns, setColumns] = useState({ options: true, places: true, stable: table.parties.length <= 6 });
  const opened = useRef(store.chosen.value); // a state chosen elsewhere is brought into view; else the list begins at its top
  const rows = useMemo(() => {
    const found = [];
    for (let row = 0; row < table.count; row++) if ((!selected || selected.has(table.letters[row]!)) && (!onlyEquilibria.value || table.equilibria[row])) found.push(row);
    return sortRows(table, Int32Array.from(found), key.value, reverse.value);
  }, [table, selected, onlyEquilibria.value, key.value, reverse.value]);
  const letters = store.chosenLetters.value;
  const at = letters === null ? -1 : rows.findIndex((row) => table.letters[row] === letters);
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20, Home: -rows.length, End: rows.length }[event.key];
    if (event.key === "Enter" && at >= 0) return store.choose(table.letters[rows[at]!]!, "why");
    if (step === undefined || !rows.length) return;
    event.preventDefault();
    opened.current = store.chosen.value = table.letters[rows[Math.max(0, Math.min(rows.length - 1, (at < 0 ? -1 : at) + step))]!]!;
  };

  const grouped = words.conflict.parties.map((party, index) => ({ party, index, options: words.options.map((option, o) => ({ ...option, o })).filter((option) => option.party === index) }));
  return (
    <>
      <div class="bar">
        <Filter wrong={wrong} />
        <label><input type="checkbox" checked={onlyEquilibria.value} onChange={(event) => { onlyEquilibria.value = event.currentTarget.checked; }} /> equilibria only</label>
        <details class="menu">
          <summary>Columns</summary>
          <div>
            {(["options", "places", "stable"] as const).map((name) => (
              <label key={name}><input type="checkbox" checked={columns[name]} onChange={(event) => setColumns({ ...columns, [name]: event.currentTarget.checked })} /> {{ options: "what is done", places: "ranks", stable: "for whom it is stable" }[name]}</label>
            ))}
          </div>
        </details>
        <span class="faint" role="status">{number(rows.length)} of {number(String(count))} {count === 1n ? "state" : "states"}</span>
        <Button onClick={() => void navigator.clipboard.writeText(asText(table, rows)).then(() => store.tell(`${number(rows.length)} rows copied, as a spreadsheet takes them.`), store.fail)}>Copy</Button>
      </div>
      <Wrong wrong={wrong} />
      <VirtualList rows={rows.length} rowHeight={ROW} current={opened.current === null ? -1 : at} active={at} label="States" onKey={onKey}
        head={<>
          <span class="cell id" role="columnheader" aria-sort={sorted({ by: "id" })}><Head to={{ by: "id" }} title="sort by number">#</Head></span>
          <span class="cell name" role="columnheader">state</span>
          <span class="cell equilibrium" role="columnheader" aria-sort={sorted({ by: "equilibria" })}><span class="over"><Head to={{ by: "equilibria" }} title="equilibria first">equilibrium</Head></span>{table.concepts.map((concept) => <span class="concept" key={concept} title={conceptAsks(concept)}>{conceptName(concept)}</span>)}</span>
          {columns.options && grouped.map(({ party, index, options }) => (
            <span key={party.name} role="columnheader" class={`cell group party-${index % 8}`} title={words.party(index)}>
              <span class="over">{GLYPHS[index % 8]} {options.length > 1 ? words.party(index) : ""}</span>
              {options.map((option) => <span class="option" key={option.name} title={`${words.party(index)}: ${option.label}`}><span>{option.name.replaceAll("_", " ")}</span></span>)}
            </span>
          ))}
          {columns.places && table.ranked && <span class="cell places" role="columnheader"><span class="over">rank for</span>{grouped.map(({ party, index }) => (
            <span key={party.name} class={`place party-${index % 8}`}><Head to={{ by: "place", party: index }} title={`sort by what ${words.party(index)} likes best`}>{GLYPHS[index % 8]}<span>{party.name}</span></Head></span>
          ))}</span>}
          {columns.stable && grouped.map(({ party, index }) => (
            <span key={party.name} role="columnheader" class={`cell stable party-${index % 8}`}>
              <span class="over">{GLYPHS[index % 8]} stable for {party.name}</span>
              {table.concepts.map((concept) => <span class="concept" key={concept} title={conceptAsks(concept)}>{conceptName(concept)}</span>)}
            </span>
          ))}
        </>}
        row={(position) => {
          const row = rows[position]!;
          const letters = table.letters[row]!;
          const today = letters === store.today.value;
          const name = words.named(letters);
          return (
            <div key={row} id={`row-${position}`} role="row" aria-rowindex={position + 2} aria-selected={position === at} class={`row ${position === at ? "chosen" : ""} ${table.equilibria[row] ? "holds" : ""}`}
              onClick={() => store.choose(letters)} onDblClick={() => store.choose(letters, "why")}>
              <span class="cell id" role="gridcell">{table.ids[row] ?? ""}</span>
              <span class="cell name" role="gridcell" title={words.doneWords(letters)}>
                {today && <b>today </b>}{name ?? <span class="faint">{today ? "" : words.title(store.ofRow(table, row))}</span>}
              </span>
              <Marks class="equilibrium" mask={table.equilibria[row]!} concepts={table.concepts} star />
              {columns.options && grouped.map(({ party, index, options }) => (
                <span key={party.name} class={`cell group party-${index % 8}`} role="gridcell" aria-label={`${words.party(index)}: ${options.filter((option) => letters[option.o] === "Y").map((option) => option.label).join(", ") || "nothing"}`}>
                  {options.map((option) => <span class="option" key={option.name} aria-hidden="true">{letters[option.o] === "Y" ? "●" : letters[option.o] === "-" ? "◌" : <i>–</i>}</span>)}
                </span>
              ))}
              {columns.places && table.ranked && <span class="cell places" role="gridcell">{grouped.map(({ party, index }) => <span class="place" key={party.name}>{table.places[index]![row] ? ordinal(table.places[index]![row]) : "–"}</span>)}</span>}
              {columns.stable && grouped.map(({ party, index }) => <Marks key={party.name} class={`stable party-${index % 8}`} mask={table.stable[index]![row]!} concepts={table.concepts} />)}
            </div>
          );
        }}
      />
    </>
  );
}

function Marks({ mask, concepts, star, class: name }: { mask: number; concepts: string[]; star?: boolean; class: string }) {
  const held = concepts.filter((_, k) => mask & (1 << k));
  return (
    <span class={`cell ${name}`} role="gridcell" aria-label={held.map(conceptName).join(", ") || "none"}>
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
      <span class="grow"><b>{words.title(store.stateAt(letters))}</b> <span class="faint">{words.doneWords(letters)}</span></span>
      <Button onClick={() => { store.chosenParty.value = null; store.show("why"); }}>Why</Button>
      <Button onClick={() => store.show("graph")}>Moves</Button>
    </div>
  );
}
