// Light, dark, or as the system says; remembered for the next time.

import { effect, signal } from "@preact/signals";
import { keep, recall } from "./session/remembered";

type Theme = "system" | "light" | "dark";
const NEXT: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };

const stored = (): Theme => {
  const found = recall("stasis-theme");
  return found === "light" || found === "dark" ? found : "system";
};

export const theme = signal<Theme>(stored());
export const turnTheme = () => {
  theme.value = NEXT[theme.value];
};

effect(() => {
  if (theme.value === "system") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.setAttribute("data-theme", theme.value);
  keep("stasis-theme", theme.value);
});
