// Fields that are being typed in. Their content counts when the model is saved and when the page is left.

import { useEffect, useRef } from "preact/hooks";

const open = new Set<() => void>();

/** `take` puts what is typed into the model; it may be called again and again. */
export function useTyped(take: () => void) {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const now = () => latest.current();
    open.add(now);
    return () => { open.delete(now); };
  }, []);
}

export const takeFields = () => { for (const take of open) take(); };
