// Remembers what was looked for in this edition, in this browser, where it lets us.
"use strict";
(() => {
  const most = 5;
  const name = "annex-searches-" + document.documentElement.dataset.edition;

  annexSearch.recent = () => {
    try {
      const recent = JSON.parse(localStorage.getItem(name) ?? "[]");
      return Array.isArray(recent) ? recent.filter((query) => typeof query === "string").slice(0, most) : [];
    } catch {
      return []; // a browser that remembers nothing, or something else under our name
    }
  };

  annexSearch.remember = (query) => {
    query = query.trim();
    if (query.length < 2 || query.length > 200) return;
    try {
      localStorage.setItem(name, JSON.stringify([query, ...annexSearch.recent().filter((other) => other !== query)].slice(0, most)));
    } catch { /* as above */ }
  };

  annexSearch.forget = () => {
    try { localStorage.removeItem(name); } catch { /* as above */ }
  };
})();
