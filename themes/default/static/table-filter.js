// Filters above a register. A form names its table; each field narrows the rows, "q" by their text, any other by
// the "key=value" words in data-facets. What is chosen stands in the address, so that it can be sent to somebody,
// and a link can choose: ?current=3-4#register. A choice that only links make is shown as a chip.
"use strict";
(() => {
  for (const form of document.querySelectorAll("form[data-filters]")) {
    const table = document.getElementById(form.dataset.filters);
    const none = document.getElementById(form.dataset.filters + "-none");
    const output = form.querySelector("output");
    const chips = form.querySelector(".chips");
    const onPaper = document.createElement("p"); // which lacks the form and what it says
    onPaper.className = "on-paper";
    form.after(onPaper);
    const fields = [...form.elements].filter((field) => field.name);
    const rows = [...table.querySelectorAll("tbody tr:not(.group)")].map((element) => ({
      element,
      text: element.textContent.toLowerCase(),
      facets: new Set((element.dataset.facets ?? "").split(" ")),
    }));

    const matches = (row) => fields.every(({ name, value }) => {
      if (!value) return true;
      if (name !== "q") return row.facets.has(name + "=" + value);
      return value.toLowerCase().split(/\s+/).every((word) => row.text.includes(word));
    });

    const nameOf = (field) => field.closest("label").querySelector("span").textContent + ": " + field.selectedOptions[0].text;

    const show = () => {
      showChips();
      const chosen = fields.filter(({ value }) => value).map((field) => field.name === "q" ? `“${field.value}”` : nameOf(field));
      table.classList.toggle("is-narrowed", chosen.length > 0);
      onPaper.textContent = chosen.join(" · ");
      if (table.dataset.rows) { // its other rows are on other pages, and table-split.js looks there
        table.dispatchEvent(new CustomEvent("choose", { detail: chosen.length ? matches : null }));
        return;
      }
      let shown = 0;
      for (const row of rows) {
        row.element.hidden = !matches(row);
        if (!row.element.hidden) shown++;
      }
      for (const body of table.tBodies) body.hidden = !body.querySelector("tr:not(.group):not([hidden])");
      none.hidden = shown > 0;
      table.hidden = shown === 0;
      output.textContent = form.dataset.count.replace("{shown}", shown).replace("{total}", rows.length);
      if (chosen.length) onPaper.textContent += " · " + output.textContent;
    };

    const showChips = () => {
      chips.replaceChildren(...fields.filter((field) => field.value && field.closest("[data-linked]")).map((field) => {
        const chip = document.createElement("button");
        const words = nameOf(field);
        chip.type = "button";
        chip.className = "chip";
        chip.textContent = words + " ×";
        chip.setAttribute("aria-label", words + ". " + form.dataset.remove);
        chip.addEventListener("click", () => {
          field.value = "";
          change();
          fields[0].focus();
        });
        return chip;
      }));
    };

    const change = () => {
      const query = new URLSearchParams(location.search);
      for (const { name, value } of fields) {
        if (value) query.set(name, value);
        else query.delete(name);
      }
      const address = location.pathname + (query.size ? "?" + query : "") + location.hash;
      try { history.replaceState(null, "", address); } catch { /* some browsers forbid it for files */ }
      show();
    };

    const query = new URLSearchParams(location.search);
    for (const field of fields) field.value = query.get(field.name) ?? "";
    for (const field of fields) if (field.selectedIndex === -1) field.value = "";
    form.addEventListener("input", change);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    show();
    // The rows above the target may be gone by now, and the form has come.
    if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }
})();
