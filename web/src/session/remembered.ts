// What a person chose once, whatever conflict is open: kept in this browser. Studios on several folders have a port each, which a browser takes
// for sites of their own with storage apart; a cookie of this machine is one for all of them.

const YEAR = 365 * 24 * 3600; // seconds

export function recall(name: string): string | null {
  try {
    const found = document.cookie.split("; ").find((one) => one.startsWith(`${name}=`));
    return found ? decodeURIComponent(found.slice(name.length + 1)) : localStorage.getItem(name);
  } catch {
    return null; // private windows may refuse
  }
}

/** Kept for the next time; where the browser refuses, for this page alone. */
export function keep(name: string, value: string) {
  try {
    localStorage.setItem(name, value);
    document.cookie = `${name}=${encodeURIComponent(value)}; max-age=${YEAR}; path=/; SameSite=Strict`;
  } catch {
    return;
  }
}
