// The button that changes between the light and the dark theme. The choice is remembered; without one the
// page follows the reader's system. This script runs before the page is drawn, so that it does not flash.
"use strict";
(() => {
  const root = document.documentElement;
  const name = "annex-theme";
  try {
    const chosen = localStorage.getItem(name);
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  } catch { /* a browser that remembers nothing */ }

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-theme-button]");
    if (!button) return;
    const system = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
    const label = () => {
      button.textContent = isDark() ? button.dataset.light : button.dataset.dark;
      button.setAttribute("aria-label", isDark() ? button.dataset.useLight : button.dataset.useDark);
    };
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      try { localStorage.setItem(name, root.dataset.theme); } catch { /* as above */ }
      label();
    });
    system.addEventListener("change", label);
    label();
    button.hidden = false;
  });
})();
