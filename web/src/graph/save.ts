// A drawing as a file of its own: SVG with the page's look written into it, or PNG at twice the size.

const KEPT = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-size", "font-weight", "font-style", "font-family", "text-anchor"];

/** What a drawing says on its own, away from the page: whose lines are whose, what the marks mean. */
export interface Frame { title: string; subtitle: string; parties: { name: string; colour: string; dash: string }[]; marks: string[] }

const HEAD = 54;
const LINE = 20;

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
  const size = framed(width, height, frame);
  const inner = element("g", { transform: `translate(0 ${HEAD})` });
  inner.append(...copy.childNodes);
  const ink = colour("--ink") || "black";
  copy.replaceChildren(
    element("title", {}, frame.title), element("rect", { width: size.width, height: size.height, fill: colour("--paper") || "white" }),
    text(14, 24, frame.title, { fill: ink, "font-size": 16, "font-weight": 600 }), text(14, 43, frame.subtitle, { fill: ink, "font-size": 12 }), inner, ...legend(size.width, HEAD + height + 24, frame, ink));
  for (const name of ["class", "style", "role", "aria-label"]) copy.removeAttribute(name);
  for (const [name, value] of Object.entries({ xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${size.width} ${size.height}`, width: size.width, height: size.height, "font-family": getComputedStyle(drawing).fontFamily })) copy.setAttribute(name, String(value));
  return new XMLSerializer().serializeToString(copy);
}

const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const columns = (width: number) => Math.max(1, Math.floor((width - 28) / 230));

/** How large a drawing is with its title and legend. */
function framed(width: number, height: number, frame: Frame): { width: number; height: number } {
  const wide = Math.max(width, 520, 28 + 8.6 * Math.max(frame.title.length, 0.75 * frame.subtitle.length));
  return { width: wide, height: HEAD + height + 24 + LINE * (Math.ceil(frame.parties.length / columns(wide)) + Math.ceil(frame.marks.length / columns(wide))) };
}

function element(name: string, attributes: Record<string, string | number>, words?: string): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (words !== undefined) made.textContent = words;
  return made;
}

const text = (x: number, y: number, words: string, attributes: Record<string, string | number>) => element("text", { x, y, ...attributes }, words);

/** The lines of the parties, each with its name, then what the marks mean. */
function legend(width: number, top: number, frame: Frame, ink: string): SVGElement[] {
  const across = columns(width);
  const place = (at: number, row: number) => ({ x: 14 + 230 * (at % across), y: top + LINE * (row + Math.floor(at / across)) });
  const lines = frame.parties.flatMap((party, at) => {
    const { x, y } = place(at, 0);
    return [element("line", { x1: x, x2: x + 40, y1: y - 4, y2: y - 4, stroke: party.colour, "stroke-width": 3, "stroke-dasharray": party.dash }), text(x + 48, y, party.name, { fill: ink, "font-size": 12 })];
  });
  const below = Math.ceil(frame.parties.length / across);
  return [...lines, ...frame.marks.map((mark, at) => { const { x, y } = place(at, below); return text(x, y, mark, { fill: ink, "font-size": 12 }); })];
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
