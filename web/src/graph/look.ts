// How parties and states look in a drawing: the page's colour of the party, lighter in the dark, and for each party a dash pattern too,
// so that colour never stands alone.

const PARTY_COLOURS = 8;
const DASHES = ["", "8 4", "2 3", "10 3 2 3", "5 2", "12 4 4 4", "1 4", "6 2 1 2 1 2"];

export const colourOf = (party: number) => `var(--party-${party % PARTY_COLOURS})`;
/** The colour itself, as the page has it now. */
export const partyColour = (party: number) => getComputedStyle(document.documentElement).getPropertyValue(`--party-${party % PARTY_COLOURS}`).trim();
export const dashOf = (party: number) => DASHES[party % DASHES.length]!;

/** Words broken to lines of at most `width` characters, a longer word too, at most `lines` of them. */
export function broken(words: string, width: number, lines: number): string[] {
  const result: string[] = [];
  for (const word of words.split(/\s+/)) {
    const last = result.at(-1);
    if (last !== undefined && last.length + word.length < width) result[result.length - 1] = `${last} ${word}`;
    else result.push(...(word.match(new RegExp(`.{1,${Math.max(1, width)}}`, "gu")) ?? [""]));
  }
  if (result.length <= lines) return result;
  const kept = result.slice(0, lines);
  kept[lines - 1] = kept[lines - 1]!.slice(0, width - 2).replace(/[\s,.;:]+$/, "") + " …";
  return kept;
}

/** As wide as there is room for, but neither so small that it cannot be read nor larger than is of use. */
export const fitting = (width: number, most = 1.4) => ({ width: `clamp(${Math.round(0.86 * width)}px, 100%, ${Math.round(most * width)}px)`, height: "auto" });
