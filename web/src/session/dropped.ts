// Files that are dropped on the page: a conflict is opened, reports are read, anything else is said to be neither. A file dropped is no way to
// leave the page.

import { takeReports } from "../ui/reports";
import * as store from "../store";
import { openDropped } from "./document";
import { isReport } from "./reports";

async function take(files: File[]): Promise<void> {
  const model = files.find((file) => /\.(conflict|gmcr)$/.test(file.name));
  const reports = files.filter((file) => isReport(file.name));
  if (model) await openDropped(model.name, await model.text());
  if (reports.length) await takeReports(reports);
  if (!model && !reports.length) store.tell(`${files[0]!.name} is neither a conflict nor a report: texts, pages, mail, captions, PDF and office files are.`);
}

export function takeDropped() {
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (!files.length) return; // words that are dragged within the page
    event.stopPropagation(); // the text would take the file's words in
    void take(files).catch(store.fail);
  }, true);
}
