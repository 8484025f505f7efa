// A drawing seen closely: Ctrl with the wheel, two fingers or the buttons zoom, dragging pans, Fit shows it
// whole. It opens whole, as far as its words can still be read, and keeps fitting until somebody zooms. The
// drawing is scrolled, not moved, so that what gets the focus comes into view by itself; d3-zoom reads the
// gestures.

import { select } from "d3-selection";
import { zoom, zoomIdentity, zoomTransform } from "d3-zoom";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../ui/parts";
import { onCanvasKey } from "./choosing";

const CLOSEST = 4;
const FARTHEST = 0.05;
const READABLE = 0.72; // of a drawing's own size
const LARGEST = 1.25; // at which one opens
const NOTE_MARGIN = 6; // above and below a note beside the drawing

interface Props { of: string; children: ComponentChildren } // of: which drawing; another begins anew

export function PanZoom({ of, children }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const own = useRef(true); // it fits by itself, until somebody zooms
  const [share, setShare] = useState(1);
  const drawing = () => host.current?.querySelector<SVGSVGElement>("svg.drawing") ?? null;
  const behavior = useRef(zoom<HTMLDivElement, unknown>().scaleExtent([FARTHEST, CLOSEST]));

  useEffect(() => {
    const box = host.current!;
    const area = select(box);
    const show = ({ transform, sourceEvent }: { transform: { k: number; x: number; y: number }; sourceEvent: unknown }) => {
      const svg = drawing();
      if (!svg) return;
      if (sourceEvent) own.current = false;
      svg.style.width = `${svg.viewBox.baseVal.width * transform.k}px`;
      svg.style.maxWidth = "none";
      [box.scrollLeft, box.scrollTop] = [-transform.x, -transform.y];
      setShare(transform.k);
    };
    behavior.current.filter((event: MouseEvent | WheelEvent | TouchEvent) =>
      event.type === "wheel" ? (event as WheelEvent).ctrlKey || (event as WheelEvent).metaKey : event.type === "touchstart" ? (event as TouchEvent).touches.length > 1 : !(event as MouseEvent).button).on("zoom", show);
    // Scrolled by other means: the next gesture begins from there.
    const scrolled = () => { Object.assign(box, { __zoom: zoomIdentity.translate(-box.scrollLeft, -box.scrollTop).scale(zoomTransform(box).k) }); };
    area.call(behavior.current).on("dblclick.zoom", null);
    box.addEventListener("scroll", scrolled, { passive: true });
    // What is drawn comes bit by bit, and the room for it changes.
    const again = () => { if (own.current) fit(READABLE); };
    const drawn = new MutationObserver(again);
    drawn.observe(box, { subtree: true, childList: true, attributes: true, attributeFilter: ["viewBox"] });
    const room = new ResizeObserver(again);
    room.observe(box);
    return () => {
      drawn.disconnect();
      room.disconnect();
      area.on(".zoom", null);
      box.removeEventListener("scroll", scrolled);
    };
  }, []);
  useEffect(() => {
    own.current = true;
    fit(READABLE);
  }, [of]);

  const by = (factor: number) => {
    own.current = false;
    behavior.current.scaleBy(select(host.current!), factor);
  };
  /** Whole, but no smaller than `least` of its own size. */
  const fit = (least: number) => {
    const [box, svg] = [host.current!, drawing()];
    if (!svg || !box.clientWidth) return;
    const { width, height } = svg.viewBox.baseVal;
    const words = [...box.children].reduce((sum, child) => sum + (child === svg ? 0 : child.clientHeight + 2 * NOTE_MARGIN), 0); // beside the drawing
    const whole = Math.min(box.clientWidth - 2, ((box.clientHeight - words - 2) * width) / height) / width;
    behavior.current.transform(select(box), zoomIdentity.scale(Math.max(least, Math.min(LARGEST, whole))));
  };
  return (
    <div class="pan-zoom">
      <div class="canvas" ref={host} tabIndex={0} role="region" aria-label="The drawing" onKeyDown={onCanvasKey}>{children}</div>
      <div class="zooms" role="group" aria-label="Size of the drawing">
        <Button aria-label="Larger" title="Larger (Ctrl with the wheel)" onClick={() => by(1.25)}>+</Button>
        <Button aria-label="Smaller" title="Smaller (Ctrl with the wheel)" onClick={() => by(0.8)}>−</Button>
        <Button title="The whole drawing" onClick={() => { own.current = false; fit(FARTHEST); }}>Fit</Button>
        <span class="small faint" role="status">{Math.round(100 * share)} %</span>
      </div>
    </div>
  );
}
