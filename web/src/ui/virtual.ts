// Which rows of a long list are drawn. Browsers give up on elements taller than some millions of pixels, so a very long list
// is drawn on a shorter scale: the scroll bar's way is mapped to the rows', and steps of the wheel stay rows.

interface Window { first: number; count: number; offset: number; height: number }

export const TALLEST = 8_000_000;

/** What to draw at this scroll position; `offset` is where the first drawn row stands, in the list's own height. */
export function windowOf(rows: number, rowHeight: number, scrollTop: number, viewHeight: number, overscan = 6): Window {
  const full = rows * rowHeight;
  const height = Math.min(full, TALLEST);
  const seen = Math.ceil(viewHeight / rowHeight) + 1;
  const way = Math.max(1, height - viewHeight);
  const share = Math.min(1, Math.max(0, scrollTop / way));
  const top = full <= TALLEST ? Math.min(Math.max(0, scrollTop), Math.max(0, full - viewHeight)) : share * (full - viewHeight);
  const first = Math.max(0, Math.floor(top / rowHeight) - overscan);
  const count = Math.max(0, Math.min(rows - first, seen + 2 * overscan));
  return { first, count, offset: full <= TALLEST ? first * rowHeight : scrollTop - (top - first * rowHeight), height };
}

/** The scroll position at which this row is in view, or null if it is already. */
export function scrollTo(row: number, rows: number, rowHeight: number, scrollTop: number, viewHeight: number): number | null {
  const full = rows * rowHeight;
  const scale = full <= TALLEST ? 1 : (TALLEST - viewHeight) / (full - viewHeight);
  const top = scrollTop / scale;
  const at = row * rowHeight;
  if (at >= top && at + rowHeight <= top + viewHeight) return null;
  return (at < top ? at : at + rowHeight - viewHeight) * scale;
}
