// Arrow keys in a drawing: right to where a move leads, left to where one came from, up and down to the next
// state drawn.

export function alongMoves(event: KeyboardEvent) {
  const box = (event.target as Element).closest<SVGGElement>("[data-state]");
  const drawing = box?.ownerSVGElement;
  if (!box || !drawing) return;
  const boxes = [...drawing.querySelectorAll<SVGGElement>("[data-state]")];
  const state = box.dataset["state"]!;
  const boxOf = (letters: string | undefined) => boxes.find((one) => one.dataset["state"] === letters);
  const along = (from: "from" | "to", to: "from" | "to") =>
    [...drawing.querySelectorAll<SVGGElement>(`[data-${from}="${CSS.escape(state)}"]`)].map((arrow) => boxOf(arrow.dataset[to])).find((one) => one && one !== box);
  const beside = (by: number) => boxes[(boxes.indexOf(box) + by + boxes.length) % boxes.length];
  const next = event.key === "ArrowRight" ? along("from", "to") : event.key === "ArrowLeft" ? along("to", "from") : event.key === "ArrowDown" ? beside(1) : event.key === "ArrowUp" ? beside(-1) : undefined;
  if (!event.key.startsWith("Arrow")) return;
  event.preventDefault();
  next?.focus();
}
