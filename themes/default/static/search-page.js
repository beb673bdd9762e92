// The search page: what is looked for stands in its address, so that it can be sent to somebody.
"use strict";
(() => {
  const root = document.querySelector("[data-search-page]");
  if (!root) return;
  const field = root.querySelector("input");
  const asked = new URLSearchParams(location.search);
  field.value = asked.get("q") ?? "";
  annexSearch.show = () => field.select();
  annexSearch.attach(root, field, root.querySelector(".results"), { kind: asked.get("kind") ?? "", status: asked.get("status") ?? "" }, (chosen) => {
    const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value));
    try { history.replaceState(null, "", location.pathname + (query.size ? "?" + query : "") + location.hash); } catch { /* some browsers forbid it for files */ }
  });
})();
