// Which document an address is of: what stands behind its parts, `?file=talks.conflict`, `?gallery=trade` or `?draft=…`, so
// that a copied address leads to the same document in another tab.

import * as store from "../store";
import type { Place } from "./document";

export const plain = (part: string) => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** Null where an address names none. */
export function documentIn(hash: string): Place | null {
  const named = new Map((/\?(.*)$/s.exec(hash)?.[1] ?? "").split("&").map((part) => {
    const [key = "", ...value] = part.split("=");
    return [key, plain(value.join("="))] as const;
  }));
  const [path, gallery, document] = [named.get("file"), named.get("gallery"), named.get("draft")];
  return path || gallery || document ? { document: document ?? "", path: path || null, root: store.session.peek()?.folder ?? null, gallery: gallery || null } : null;
}

/** `typed`: something was typed into it that is in no file. */
export function documentPart({ path, gallery, document }: Place, typed: boolean): string {
  const words = Object.entries({ file: path, gallery: path === null ? gallery : null, draft: path === null && (typed || gallery === null) ? document : null });
  const said = words.flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value).replaceAll("%2F", "/")}`] : []));
  return said.length ? `?${said.join("&")}` : "";
}

