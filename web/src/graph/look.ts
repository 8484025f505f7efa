// How parties and states look in a drawing: Okabe and Ito's colours, which most colour-blind readers tell apart, and for each
// party a dash pattern too, so that colour never stands alone.

export const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8c6d1f", "#6a6a6a"];
export const DASHES = ["", "8 4", "2 3", "10 3 2 3", "5 2", "12 4 4 4", "1 4", "6 2 1 2 1 2"];

export const colourOf = (party: number) => COLOURS[party % COLOURS.length]!;
export const dashOf = (party: number) => DASHES[party % DASHES.length]!;

/** Words broken to lines of at most `width` characters, at most `lines` of them. */
export function broken(words: string, width: number, lines: number): string[] {
  const result: string[] = [];
  for (const word of words.split(/\s+/)) {
    const last = result.at(-1);
    if (last !== undefined && last.length + word.length < width) result[result.length - 1] = `${last} ${word}`;
    else result.push(word);
  }
  if (result.length <= lines) return result.map((line) => (line.length > width ? line.slice(0, width - 1) + "…" : line));
  const kept = result.slice(0, lines).map((line) => (line.length > width ? line.slice(0, width - 1) + "…" : line));
  kept[lines - 1] = kept[lines - 1]!.slice(0, width - 2).replace(/[\s,.;:]+$/, "") + " …";
  return kept;
}

/** As wide as there is room for, but neither so small that it cannot be read nor larger than is of use. */
export const fitting = (width: number) => ({ width: `clamp(${Math.round(0.86 * width)}px, 100%, ${Math.round(1.4 * width)}px)`, height: "auto" });
