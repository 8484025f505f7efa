import { conceptsOf, lettersOf } from "../answer/table";
import { strength } from "../answer/wording";
import * as store from "../store";

const RANK = { nobody: 0, would: 1, could: 2, not: 3 };

/** The states a person would ask for, the named ones and the strongest first; any other by its number. */
export function offered(limit = 60): number[] {
  const answer = store.answer.value;
  const words = store.wording.value;
  if (!answer || !words) return [];
  const { table } = answer;
  const rows: { row: number; weight: number }[] = [];
  for (let row = 0; row < table.count; row++) {
    const named = table.labels.has(row) || (table.count <= 200 && words.named(lettersOf(table, row)) !== null);
    const mask = table.equilibria[row]!;
    if (row === store.todayRow.value) rows.push({ row, weight: -1 });
    else if (named || mask) rows.push({ row, weight: RANK[strength(conceptsOf(table, mask))] + (named ? 0 : 4) });
    else if (table.count <= limit) rows.push({ row, weight: 9 });
  }
  return rows.sort((a, b) => a.weight - b.weight || a.row - b.row).slice(0, limit).map(({ row }) => row);
}

export function StatePicker({ label, row, onPick }: { label: string; row: number; onPick: (row: number) => void }) {
  const answer = store.answer.value;
  const words = store.wording.value;
  if (!answer || !words) return null;
  const rows = offered();
  if (row >= 0 && !rows.includes(row)) rows.unshift(row);
  const ids = answer.table.ids;
  return (
    <span class="picker">
      <label>
        {label}{" "}
        <select value={String(row)} onChange={(event) => onPick(Number(event.currentTarget.value))}>
          {rows.map((at) => (
            <option key={at} value={String(at)}>
              {at === store.todayRow.value ? "Today: " : ""}{words.title(answer.table, at)}{answer.table.count > 9 ? ` (${ids[at]})` : ""}
            </option>
          ))}
        </select>
      </label>
      {answer.table.count > rows.length && (
        <label>
          or number{" "}
          <input class="short" inputMode="numeric" value={String(ids[row] ?? "")} aria-label={`${label}, by number`}
            onChange={(event) => {
              const found = ids.indexOf(Number(event.currentTarget.value));
              if (found >= 0) onPick(found);
              else store.tell(`There is no state ${event.currentTarget.value} in the list.`);
            }} />
        </label>
      )}
    </span>
  );
}
