// Sorts a register when the head of a column is clicked: upwards, downwards, and as it was. Groups stay apart.
// A cell sorts by its data-rank, or else by its words, with numbers in them as numbers. The order stands in the
// address: ?sort=3 is upwards by the third column, ?sort=-3 downwards.
"use strict";
(() => {
  const words = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });
  for (const table of document.querySelectorAll("table[data-sortable]")) {
    const heads = [...table.tHead.rows[0].cells];
    const bodies = [...table.tBodies].map((body) => ({ body, rows: [...body.rows].filter((row) => !row.classList.contains("group")) }));

    // Empty cells come last, whatever the direction.
    const compare = (column, sign) => (a, b) => {
      const [one, two] = [a.cells[column], b.cells[column]];
      const [oneText, twoText] = [one.textContent.trim(), two.textContent.trim()];
      if (!oneText || !twoText) return (oneText ? 0 : 1) - (twoText ? 0 : 1);
      const byRank = one.dataset.rank && two.dataset.rank ? one.dataset.rank - two.dataset.rank : 0;
      return sign * (byRank || words.compare(oneText, twoText));
    };

    const sort = (column, direction) => {
      const order = direction ? compare(column, direction === "ascending" ? 1 : -1) : null;
      if (table.dataset.rows) table.dispatchEvent(new CustomEvent("order", { detail: order })); // by table-split.js
      else for (const { body, rows } of bodies) body.append(...(order ? rows.toSorted(order) : rows));
      heads.forEach((head, i) => {
        if (i === column && direction) head.setAttribute("aria-sort", direction);
        else head.removeAttribute("aria-sort");
      });
    };

    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const next = { ascending: "descending", descending: "" }[head.getAttribute("aria-sort")] ?? "ascending";
        sort(column, next);
        remember(column, next);
      });
    });

    // On narrow screens the heads are out of sight, so the keyboard passes them by.
    const wide = matchMedia("(min-width: 60rem)");
    const reach = () => { for (const head of heads) head.firstChild.tabIndex = wide.matches ? 0 : -1; };
    wide.addEventListener("change", reach);
    reach();

    const remember = (column, direction) => {
      const query = new URLSearchParams(location.search);
      if (direction) query.set("sort", (direction === "ascending" ? "" : "-") + (column + 1));
      else query.delete("sort");
      const address = location.pathname + (query.size ? "?" + query : "") + location.hash;
      try { history.replaceState(null, "", address); } catch { /* some browsers forbid it for files */ }
    };

    const asked = Number(new URLSearchParams(location.search).get("sort"));
    if (heads[Math.abs(asked) - 1]) sort(Math.abs(asked) - 1, asked > 0 ? "ascending" : "descending");
  }
})();
