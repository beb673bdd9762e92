// The marks and notes of an auditor, kept in this browser under the address of the workbook. They can be saved as a
// file, loaded from one, and printed with the page. Nothing is sent anywhere.
"use strict";
(() => {
  const tools = document.querySelector("[data-workbook]");
  const fields = document.getElementById("work-fields");
  const output = tools.querySelector("output");
  const status = tools.querySelector("[role=status]");
  const key = "annex-workbook " + location.pathname;
  const items = [...document.querySelectorAll("[data-item]")].map((place) => {
    place.append(fields.content.cloneNode(true));
    const printed = document.createElement("p");
    printed.className = "work-printed";
    place.append(printed);
    const id = place.dataset.item;
    const [mark, note] = ["mark", "note"].map((name) => place.querySelector("[data-" + name + "]"));
    mark.name = "mark " + id;
    note.name = "note " + id;
    return { id, mark, note, printed };
  });

  const written = () => {
    const notes = {};
    for (const { id, mark, note } of items) {
      if (mark.value || note.value) notes[id] = { mark: mark.value, note: note.value };
    }
    return notes;
  };

  const show = () => {
    for (const { mark, note, printed } of items) {
      printed.textContent = [mark.value && mark.selectedOptions[0].text, note.value].filter(Boolean).join(": ");
    }
    const done = items.filter(({ mark }) => mark.value).length;
    output.textContent = tools.dataset.count.replace("{done}", done).replace("{total}", items.length);
  };

  const keep = () => {
    show();
    try {
      localStorage.setItem(key, JSON.stringify(written()));
      status.textContent = "";
    } catch {
      status.textContent = tools.dataset.blocked;
    }
  };

  const fill = (notes) => {
    for (const { id, mark, note } of items) {
      mark.value = String(notes[id]?.mark ?? "");
      if (mark.selectedIndex === -1) mark.value = "";
      note.value = String(notes[id]?.note ?? "");
    }
  };

  const parse = (text) => {
    const notes = JSON.parse(text);
    if (typeof notes !== "object" || notes === null || Array.isArray(notes)) throw new Error("not a workbook");
    return notes;
  };

  tools.querySelector("[data-save]").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(written(), null, 2) + "\n"], { type: "application/json" }));
    link.download = "workbook.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
  tools.querySelector("[data-load]").addEventListener("change", async (event) => {
    const file = event.target.files[0];
    if (!file) return;
    try {
      fill(parse(await file.text()));
      keep();
    } catch {
      status.textContent = tools.dataset.unreadable;
    }
    event.target.value = "";
  });
  tools.querySelector("[data-print]").addEventListener("click", () => print());
  tools.querySelector("[data-clear]").addEventListener("click", () => {
    if (!confirm(tools.dataset.sure)) return;
    fill({});
    keep();
  });
  for (const { mark, note } of items) {
    mark.addEventListener("input", keep);
    note.addEventListener("input", keep);
    // Browsers bring only the caret into view, so that the last line of a page may cut the rest off.
    note.addEventListener("focus", () => note.scrollIntoView({ block: "nearest" }));
  }
  try { fill(parse(localStorage.getItem(key) ?? "{}")); } catch { /* what was kept cannot be read: begin anew */ }
  show();
  tools.hidden = false;
  document.querySelector("[data-without-script]").hidden = true;
})();
