// The lines of `explain`, with the moves they speak of: `1782 → 1790`, by the numbers of states.

export interface ReasonLine {
  text: string;
  kind: "title" | "party" | "improvement" | "question" | "answer" | "detail" | "verdict" | "blank";
  move: [number, number] | null;
  single: boolean; // the line tells this one move, and behind it only `after`
  after: string;
  deters: boolean | null;
}

export function readExplanation(text: string): ReasonLine[] {
  return text.replace(/\n+$/, "").split("\n").map((line) => {
    const arrow = /(?:^|\s)(\d+) → (\d+)\b(?! →)/.exec(line);
    const move: [number, number] | null = arrow ? [Number(arrow[1]), Number(arrow[2])] : null;
    const kind = kindOf(line, move);
    // `4 → 5 attack anyway  (take release)  Iraq ends 5th …`: the move, its name, what is changed, and what comes of it.
    const alone = move && (line.match(/→/g)!.length === 1 || kind === "improvement") ? /^\s+\d+ → \d+[^(]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?\s*(.*)$/.exec(line) : null;
    return { text: line, kind, move, single: alone !== null, after: kind === "improvement" ? "" : (alone?.[1] ?? ""), deters: /does not deter/.test(line) ? false : /: deters\b/.test(line) ? true : null };
  });
}

function kindOf(line: string, move: [number, number] | null): ReasonLine["kind"] {
  if (line.trim() === "") return "blank";
  if (/^State \d+/.test(line)) return "title";
  if (/^(Not )?[Dd]eterred\b/.test(line)) return "verdict";
  if (/^What could /.test(line)) return "question";
  if (/^\S.*: (not )?stable under/.test(line)) return "party";
  if (/^\s+\d+ → \d+/.test(line) && move) return /: \d+\w\w → \d+\w\w\s*$/.test(line) ? "improvement" : "answer";
  return /^\S/.test(line) ? "party" : "detail";
}
