// Rows of the table of states as other programs take them: a spreadsheet from the clipboard, as a table or as text; a file of CSV.

import { conceptsOf, type StateTable } from "../answer/table";
import { conceptName } from "../answer/wording";
import { download, fileName } from "../graph/save";
import * as store from "../store";

const AS_TABLE = 20_000; // rows that are copied as a table, too; more of them as text alone

function head(table: StateTable): string[] {
  const words = store.wording.value!;
  return ["#", "state", "equilibrium", ...words.options.map((option) => `${words.party(option.party)}: ${option.label}`), ...table.parties.map((party) => `rank for ${words.party(words.at(party))}`)];
}

function cells(table: StateTable, row: number): string[] {
  const words = store.wording.value!;
  return [
    String(table.ids[row] ?? ""), words.title(store.ofRow(table, row)), conceptsOf(table, table.equilibria[row]!).map(conceptName).join(" "),
    ...[...table.letters[row]!], ...table.places.map((places) => (places[row] ? String(places[row]) : "")),
  ];
}

const lines = (table: StateTable, rows: Int32Array): string[][] => [head(table), ...[...rows].map((row) => cells(table, row))];

const escaped = (words: string) => words.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
const quoted = (words: string) => (/[",\r\n]|^\s|\s$/.test(words) ? `"${words.replaceAll('"', '""')}"` : words);

export const asText = (table: StateTable, rows: Int32Array) => lines(table, rows).map((line) => line.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n") + "\n";
export const asCsv = (table: StateTable, rows: Int32Array) => lines(table, rows).map((line) => line.map(quoted).join(",")).join("\r\n") + "\r\n";
export const asTable = (table: StateTable, rows: Int32Array) => `<table>${lines(table, rows).map((line) => `<tr>${line.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`).join("")}</table>`;

/** Into the clipboard. */
export async function copyRows(table: StateTable, rows: Int32Array): Promise<void> {
  const text = asText(table, rows);
  if (typeof ClipboardItem === "undefined" || rows.length > AS_TABLE) return navigator.clipboard.writeText(text);
  const of = (words: string, type: string) => new Blob([words], { type });
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": of(text, "text/plain"), "text/html": of(asTable(table, rows), "text/html") })]);
}

export function downloadRows(table: StateTable, rows: Int32Array): string {
  const name = fileName(`${store.answer.value!.conflict.conflict} states`, "csv");
  download(name, new Blob(["\ufeff", asCsv(table, rows)], { type: "text/csv" })); // the mark tells spreadsheets that it is UTF-8
  return name;
}
