// What a title tells, for whoever has no pointer to rest on it: shown while the thing has the focus of the keyboard, and when it is tapped,
// or held where a tap does something else. Readers are told titles anyway.

const SHOWN = 8000; // milliseconds

let tip: HTMLElement | null = null;
let timer = 0;

/** What carries a title, and what it says; a shape of a drawing has it as a child. */
function titled(target: EventTarget | null): { at: Element; words: string } | null {
  for (let at = target instanceof Element ? target : null; at; at = at.parentElement) {
    const words = at.getAttribute("title") ?? (at instanceof SVGElement ? at.querySelector(":scope > title")?.textContent : null);
    if (words) return { at, words };
  }
  return null;
}

function hide() {
  clearTimeout(timer);
  tip?.remove();
  tip = null;
}

function show({ at, words }: { at: Element; words: string }) {
  hide();
  tip = document.createElement("div");
  tip.className = "tip";
  tip.setAttribute("aria-hidden", "true");
  tip.textContent = words;
  (at.closest("dialog") ?? document.body).append(tip);
  const [thing, own] = [at.getBoundingClientRect(), tip.getBoundingClientRect()];
  const below = thing.bottom + 6;
  tip.style.left = `${Math.max(4, Math.min(innerWidth - own.width - 4, thing.left))}px`;
  tip.style.top = `${below + own.height < innerHeight ? below : Math.max(4, thing.top - own.height - 6)}px`;
  timer = window.setTimeout(hide, SHOWN);
}

export function showTips() {
  addEventListener("focusin", (event) => {
    const found = event.target instanceof Element && event.target.matches(":focus-visible") && !event.target.matches("input, textarea") ? titled(event.target) : null;
    if (found?.at === event.target) show(found);
    else hide();
  });
  addEventListener("focusout", hide);
  addEventListener("scroll", hide, { capture: true, passive: true });
  addEventListener("pointerdown", hide);
  addEventListener("keydown", (event) => event.key === "Escape" && hide(), { capture: true });
  addEventListener("click", (event) => {
    const found = event instanceof PointerEvent && event.pointerType === "touch" ? titled(event.target) : null;
    if (found && !found.at.closest("button, a, label, summary, [role=button], [role=row]")) show(found);
  });
  addEventListener("contextmenu", (event) => {
    const found = event instanceof PointerEvent && event.pointerType === "touch" ? titled(event.target) : null;
    if (!found) return;
    event.preventDefault();
    show(found);
  });
}
