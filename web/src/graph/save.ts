// A drawing as a file of its own: SVG with the page's look written into it, or PNG at twice the size.

const KEPT = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-size", "font-weight", "font-style", "font-family", "text-anchor"];

/** What a drawing says on its own, away from the page: whose lines are whose, what the marks mean. */
export interface Frame { title: string; subtitle: string; parties: { name: string; colour: string; dash: string }[]; marks: string[] }

const EDGE = 14; // around everything
const GAP = 26; // between two items of the legend
const SAMPLE = 48; // a party's line, before its name
const TITLE = { size: 16, line: 20, weight: 600 };
const SMALL = { size: 12, line: 18, weight: 400 };
const LEAST = 520;

/** How wide words are in a size and weight. */
type Measure = (words: string, font: { size: number; weight: number }) => number;

interface Line { x: number; y: number; words: string }
interface Item { x: number; y: number; lines: Line[]; party: Frame["parties"][number] | null }
interface Layout { width: number; height: number; top: number; title: Line[]; subtitle: Line[]; legend: Item[] }

/** Words in lines, none wider than `width`; a word that is wider is broken. */
function wrapped(words: string, width: number, wide: (words: string) => number): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && wide(`${last} ${word}`) <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
      continue;
    }
    let rest = "";
    for (const letter of word) {
      if (rest && wide(rest + letter) > width) {
        lines.push(rest);
        rest = "";
      }
      rest += letter;
    }
    lines.push(rest);
  }
  return lines;
}

/** Where the title, the drawing and the legend stand, by how wide their words are: nothing over anything else, nothing beyond the edge. */
export function layout(drawing: { width: number; height: number }, frame: Frame, measure: Measure): Layout {
  const width = Math.max(drawing.width, LEAST);
  const room = width - 2 * EDGE;
  const small = (words: string) => measure(words, SMALL);
  let y = 4;
  const head = (words: string, font: typeof TITLE) => wrapped(words, room, (part) => measure(part, font)).map((line) => ({ x: EDGE, y: (y += font.line), words: line }));
  const [title, subtitle] = [head(frame.title, TITLE), head(frame.subtitle, SMALL)];
  const top = y + 10;
  const legend: Item[] = [];
  let [x, row, rows] = [EDGE, top + drawing.height + 24, 1];
  const place = (words: string, party: Item["party"]) => {
    const before = party ? SAMPLE : 0;
    const lines = wrapped(words, room - before, small);
    const wide = before + Math.max(0, ...lines.map(small));
    if (x > EDGE && x + wide > width - EDGE) begin();
    legend.push({ x, y: row, party, lines: lines.map((line, at) => ({ x: x + before, y: row + SMALL.line * at, words: line })) });
    x += wide + GAP;
    rows = Math.max(rows, lines.length);
  };
  const begin = () => {
    row += SMALL.line * rows;
    [x, rows] = [EDGE, 1];
  };
  for (const party of frame.parties) place(party.name, party);
  if (frame.parties.length && frame.marks.length) begin();
  for (const mark of frame.marks) place(mark, null);
  return { width, height: row + SMALL.line * (rows - 1) + EDGE, top, title, subtitle, legend };
}

/** As wide as this browser draws it. */
function measureIn(family: string): Measure {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) throw new Error("this browser draws nothing that could be saved");
  return (words, { size, weight }) => {
    pen.font = `${weight} ${size}px ${family}`;
    return pen.measureText(words).width;
  };
}

/** The drawing as it looks now, on its own, under its title and over its legend. */
export function standalone(drawing: SVGSVGElement, frame: Frame): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [seen, made] = [drawing.querySelectorAll<SVGElement>("*"), copy.querySelectorAll<SVGElement>("*")];
  seen.forEach((element, at) => {
    const style = getComputedStyle(element);
    for (const name of KEPT) {
      const value = style.getPropertyValue(name);
      if (value) made[at]!.setAttribute(name, value);
    }
    for (const name of ["class", "tabindex", "style"]) made[at]!.removeAttribute(name);
  });
  const { width, height } = drawing.viewBox.baseVal;
  const family = getComputedStyle(drawing).fontFamily;
  const size = layout({ width, height }, frame, measureIn(family));
  const inner = element("g", { transform: `translate(0 ${size.top})` });
  inner.append(...copy.childNodes);
  const ink = colour("--ink") || "black";
  const said = (lines: Line[], font: typeof TITLE) => lines.map(({ x, y, words }) => element("text", { x, y, fill: ink, "font-size": font.size, "font-weight": font.weight }, words));
  const sample = ({ x, y, party }: Item) => (party ? [element("line", { x1: x, x2: x + SAMPLE - 8, y1: y - 4, y2: y - 4, stroke: party.colour, "stroke-width": 3, "stroke-dasharray": party.dash })] : []);
  copy.replaceChildren(
    element("title", {}, frame.title), element("rect", { width: size.width, height: size.height, fill: colour("--paper") || "white" }),
    ...said(size.title, TITLE), ...said(size.subtitle, SMALL), inner, ...size.legend.flatMap((item) => [...sample(item), ...said(item.lines, SMALL)]));
  for (const name of ["class", "style", "role", "aria-label"]) copy.removeAttribute(name);
  for (const [name, value] of Object.entries({ xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${size.width} ${size.height}`, width: size.width, height: size.height, "font-family": family })) copy.setAttribute(name, String(value));
  return new XMLSerializer().serializeToString(copy);
}

const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
function element(name: string, attributes: Record<string, string | number>, words?: string): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (words !== undefined) made.textContent = words;
  return made;
}

export function download(name: string, content: Blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const fileName = (title: string, ending: string) => `${title.normalize("NFC").replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").toLowerCase() || "conflict"}.${ending}`;

export async function png(drawing: SVGSVGElement, frame: Frame, scale = 2): Promise<Blob> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([standalone(drawing, frame)], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("the drawing is too large for a PNG; save it as SVG"))), "image/png"));
}
