// Light, dark, or as the system says; remembered for the next time.

import { effect, signal } from "@preact/signals";

type Theme = "system" | "light" | "dark";
const NEXT: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };

const stored = (): Theme => {
  try {
    const found = localStorage.getItem("stasis-theme");
    return found === "light" || found === "dark" ? found : "system";
  } catch {
    return "system";
  }
};

export const theme = signal<Theme>(stored());
export const turnTheme = () => {
  theme.value = NEXT[theme.value];
};

effect(() => {
  if (theme.value === "system") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.setAttribute("data-theme", theme.value);
  try {
    localStorage.setItem("stasis-theme", theme.value);
  } catch {
    return; // private windows may refuse; the choice then lasts as long as the page
  }
});
