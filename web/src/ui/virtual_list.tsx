import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { flushSync } from "preact/compat";
import { number } from "../answer/wording";
import { scrollTo, windowOf } from "./virtual";

interface Props {
  rows: number;
  rowHeight: number;
  current: number; // kept in view; -1: none
  active: number; // the row that keys act on; -1: none
  head: ComponentChildren;
  row: (at: number) => ComponentChildren;
  onKey?: (event: KeyboardEvent) => void;
  onRoom?: (width: number) => void;
  label: string;
  zoom?: number | undefined; // on paper
  lines: number; // of a row
  headRoom: number; // pixels for words that stand upright
}

const PRINTED = 80; // rows on paper at most: two pages of them, and not a book

/** Whether the page is being printed: then the beginning of a list is drawn. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const [begin, end] = [() => flushSync(() => setPrinting(true)), () => setPrinting(false)];
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  return printing;
}

/** A table of any length of which only what is seen is drawn. */
export function VirtualList({ rows, rowHeight, current, active, head, row, onKey, onRoom, label, zoom, lines, headRoom }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const header = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 600 });
  const printing = usePrinting();
  useLayoutEffect(() => {
    const box = scroller.current!;
    const measure = () => {
      setSeen({ top: box.scrollTop, height: box.clientHeight - (header.current?.offsetHeight ?? 0) });
      onRoom?.(box.clientWidth);
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(box);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const box = scroller.current!;
    const to = current < 0 ? null : scrollTo(current, rows, rowHeight, box.scrollTop, seen.height);
    if (to !== null) box.scrollTop = to;
  }, [current, rows]);
  const drawn = printing ? { first: 0, count: Math.min(rows, PRINTED), offset: 0, height: Math.min(rows, PRINTED) * rowHeight } : windowOf(rows, rowHeight, seen.top, seen.height);
  return (
    <div class="virtual" style={{ "--head-room": `${headRoom}px`, ...(printing && zoom ? { zoom } : {}) }} ref={scroller} tabIndex={0} role="grid" aria-label={label} aria-rowcount={rows + 1} aria-activedescendant={active >= drawn.first && active < drawn.first + drawn.count ? `row-${active}` : undefined} onKeyDown={(event) => event.target === event.currentTarget && onKey?.(event)}
      onScroll={(event) => { const box = event.currentTarget; setSeen({ top: box.scrollTop, height: seen.height }); }}>
      <div class="virtual-head" ref={header} role="rowgroup"><div role="row" class="virtual-head-row">{head}</div></div>
      <div class="virtual-body" role="rowgroup" style={{ height: `${drawn.height}px`, "--row": `${rowHeight}px`, "--lines": lines }}>
        <div class="virtual-rows" role="presentation" style={{ transform: `translateY(${drawn.offset}px)` }}>
          {Array.from({ length: drawn.count }, (_, at) => row(drawn.first + at))}
        </div>
        {printing && rows > PRINTED && <p class="left-out">These are the first {number(PRINTED)} of {number(rows)} rows, as they are sorted; {number(rows - PRINTED)} are left out on paper.</p>}
      </div>
    </div>
  );
}
