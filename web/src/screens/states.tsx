// The table of states: what is done, where each party ranks it, for whom it is stable. Any length; sorted, filtered by an
// expression of the language, which the program itself reads.

import { useEffect, useMemo, useState } from "preact/hooks";
import { ask, list } from "../answer/live";
import { problemOf } from "../answer/said";
import { labelOf, lettersOf, sortRows, type SortKey } from "../answer/table";
import { conceptName, CONCEPTS, number, ordinal } from "../answer/wording";
import * as store from "../store";
import { Button, GLYPHS } from "../ui/parts";
import { VirtualList } from "../ui/virtual_list";

const ROW = 30;

export function StatesScreen() {
  const answer = store.answer.value!;
  const { table, large } = answer;
  const words = store.wording.value!;
  const [filter, setFilter] = useState("");
  const [kept, setKept] = useState<Set<number> | null>(null);
  const [wrong, setWrong] = useState<{ message: string; help: string } | null>(null);
  const [onlyEquilibria, setOnly] = useState(false);
  const [key, setKey] = useState<SortKey>({ by: "equilibria" });
  const [reverse, setReverse] = useState(false);
  const [columns, setColumns] = useState({ options: true, places: true, stable: table.parties.length <= 6 });

  useEffect(() => {
    setWrong(null);
    if (!filter.trim()) {
      setKept(null);
      if (large && answer.where) void list(null, 4096).catch(store.fail);
      return;
    }
    const control = new AbortController();
    const timer = setTimeout(() => {
      if (large) {
        list(filter, 20000).catch((reason: { message: string; help?: string }) => setWrong({ message: reason.message, help: reason.help ?? "" }));
        return;
      }
      ask<never>("states", ["--format", "csv", "--where", filter, "--list", String(table.count)], control.signal, answer.text)
        .then((ran) => {
          if (ran.exit !== 0) return setWrong(problemOf(ran.stderr));
          setWrong(null);
          setKept(new Set([...ran.text.matchAll(/^(\d+),/gm)].map((match) => Number(match[1]))));
        })
        .catch(store.fail);
    }, 120);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [filter, answer.text, large === null]);

  const rows = useMemo(() => {
    const found = [];
    for (let row = 0; row < table.count; row++) if ((!kept || kept.has(table.ids[row]!)) && (!onlyEquilibria || table.equilibria[row])) found.push(row);
    return sortRows(table, Int32Array.from(found), key, reverse);
  }, [table, kept, onlyEquilibria, key, reverse]);

  const at = rows.indexOf(store.chosenRow.value);
  const sortBy = (next: SortKey) => {
    setReverse(JSON.stringify(next) === JSON.stringify(key) ? !reverse : false);
    setKey(next);
  };
  const sorted = (next: SortKey) => (JSON.stringify(next) === JSON.stringify(key) ? (reverse ? "descending" : "ascending") : undefined);

  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20, Home: -rows.length, End: rows.length }[event.key];
    if (event.key === "Enter" && at >= 0) return store.choose(rows[at]!, "why");
    if (step === undefined || !rows.length) return;
    event.preventDefault();
    store.choose(rows[Math.max(0, Math.min(rows.length - 1, (at < 0 ? -1 : at) + step))]!);
  };

  const Head = ({ to, children, title }: { to: SortKey; children: preact.ComponentChildren; title?: string }) => (
    <button type="button" class="head" title={title} onClick={() => sortBy(to)} aria-sort={sorted(to)}>
      {children}{sorted(to) === "ascending" ? " ▴" : sorted(to) === "descending" ? " ▾" : ""}
    </button>
  );

  const grouped = words.conflict.parties.map((party, index) => ({ party, index, options: words.options.map((option, o) => ({ ...option, o })).filter((option) => option.party === index) }));
  return (
    <div class="screen states">
      <div class="bar">
        <label class="grow">
          <span class="hidden">Only states in which</span>
          <input type="search" placeholder="only states in which… (e.g. talks and not strike)" value={filter} onInput={(event) => setFilter(event.currentTarget.value)} aria-invalid={wrong ? true : undefined} aria-describedby="filter-problem" data-testid="filter" />
        </label>
        <label><input type="checkbox" checked={onlyEquilibria} onChange={(event) => setOnly(event.currentTarget.checked)} /> equilibria only</label>
        <details class="menu">
          <summary>Columns</summary>
          <div>
            {(["options", "places", "stable"] as const).map((name) => (
              <label key={name}><input type="checkbox" checked={columns[name]} onChange={(event) => setColumns({ ...columns, [name]: event.currentTarget.checked })} /> {{ options: "what is done", places: "ranks", stable: "for whom it is stable" }[name]}</label>
            ))}
          </div>
        </details>
        <span class="faint" role="status">{number(rows.length)} of {number(large?.feasible ?? table.count)} states</span>
        {large && table.count < Number(large.feasible) && (
          <Button onClick={() => void list(answer.where, 2_000_000).catch(store.fail)} why={Number(large.feasible) > 2_000_000 ? "Too many to list: ask for some of them with an expression" : null}>List them all</Button>
        )}
      </div>
      {wrong && <p id="filter-problem" class="problem" role="alert">{wrong.message}{wrong.help && <span class="help"> {wrong.help}</span>}</p>}
      {large && !wrong && table.count < Number(large.feasible) && <p class="small">{number(large.feasible)} states are too many to list without being asked; shown are {number(table.count)}{answer.where ? <> in which <code>{answer.where}</code></> : " of the smallest numbers"}.</p>}
      <VirtualList rows={rows.length} rowHeight={ROW} current={at} label="States" onKey={onKey}
        head={<>
          <span class="cell id"><Head to={{ by: "id" }} title="sort by number">#</Head></span>
          <span class="cell name" role="columnheader">state</span>
          <span class="cell equilibrium"><span class="over"><Head to={{ by: "equilibria" }} title="equilibria first">equilibrium</Head></span>{table.concepts.map((concept) => <span class="concept" key={concept} title={CONCEPTS[concept]?.asks}>{conceptName(concept)}</span>)}</span>
          {columns.options && grouped.map(({ party, index, options }) => (
            <span key={party.name} class={`cell group party-${index % 8}`} title={words.party(index)}>
              <span class="over">{GLYPHS[index % 8]} {options.length > 1 ? words.party(index) : ""}</span>
              {options.map((option) => <span class="option" key={option.name} title={`${words.party(index)}: ${option.label}`}><span>{option.name.replaceAll("_", " ")}</span></span>)}
            </span>
          ))}
          {columns.places && <span class="cell places"><span class="over">rank for</span>{grouped.map(({ party, index }) => (
            <span key={party.name} class={`place party-${index % 8}`}><Head to={{ by: "place", party: index }} title={`sort by what ${words.party(index)} likes best`}>{GLYPHS[index % 8]}<span>{party.name}</span></Head></span>
          ))}</span>}
          {columns.stable && grouped.map(({ party, index }) => (
            <span key={party.name} class={`cell stable party-${index % 8}`}>
              <span class="over">{GLYPHS[index % 8]} stable for {party.name}</span>
              {table.concepts.map((concept) => <span class="concept" key={concept} title={CONCEPTS[concept]?.asks}>{conceptName(concept)}</span>)}
            </span>
          ))}
        </>}
        row={(position) => {
          const row = rows[position]!;
          const letters = lettersOf(table, row);
          const today = row === store.todayRow.value;
          const name = words.named(letters);
          return (
            <div key={row} role="row" aria-rowindex={position + 2} aria-selected={position === at} class={`row ${position === at ? "chosen" : ""} ${table.equilibria[row] ? "holds" : ""}`}
              onClick={() => store.choose(row)} onDblClick={() => store.choose(row, "why")}>
              <span class="cell id" role="gridcell">{table.ids[row]}</span>
              <span class="cell name" role="gridcell" title={words.done(letters).map(({ party, does }) => `${words.party(party)}: ${does.join(", ")}`).join("\n") || "nothing is done"}>
                {today && <b>today </b>}{name ?? <span class="faint">{today ? "" : labelOf(table, row)}</span>}
              </span>
              <Marks class="equilibrium" mask={table.equilibria[row]!} concepts={table.concepts} star />
              {columns.options && grouped.map(({ party, index, options }) => (
                <span key={party.name} class={`cell group party-${index % 8}`} role="gridcell" aria-label={`${words.party(index)}: ${options.filter((option) => letters[option.o] === "Y").map((option) => option.label).join(", ") || "nothing"}`}>
                  {options.map((option) => <span class="option" key={option.name} aria-hidden="true">{letters[option.o] === "Y" ? "●" : letters[option.o] === "-" ? "◌" : <i>–</i>}</span>)}
                </span>
              ))}
              {columns.places && <span class="cell places" role="gridcell">{grouped.map(({ party, index }) => <span class="place" key={party.name}>{table.places[index]![row] ? ordinal(table.places[index]![row]!) : "–"}</span>)}</span>}
              {columns.stable && grouped.map(({ party, index }) => <Marks key={party.name} class={`stable party-${index % 8}`} mask={table.stable[index]![row]!} concepts={table.concepts} />)}
            </div>
          );
        }}
      />
      <Chosen />
    </div>
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
  const row = store.chosenRow.value;
  const answer = store.answer.value!;
  const words = store.wording.value!;
  if (row < 0) return null;
  const done = words.done(lettersOf(answer.table, row));
  return (
    <div class="bar chosen-state">
      <span class="grow"><b>{words.title(answer.table, row)}</b> <span class="faint">{done.map(({ party, does }) => `${words.party(party)}: ${does.join(", ")}`).join(" · ") || "nothing is done"}</span></span>
      <Button onClick={() => { store.chosenParty.value = null; store.show("why"); }}>Why</Button>
      <Button onClick={() => store.show("graph")}>Moves</Button>
    </div>
  );
}
