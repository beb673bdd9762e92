// Opens the search in a dialog: by its link, by / and by Ctrl-K. What finds and shows things is loaded only then.
// Without this script the link leads to the search page.
"use strict";
const annexSearch = {};
(() => {
  const here = document.currentScript.src;
  annexSearch.root = here.slice(0, here.lastIndexOf("static/"));
  const link = document.querySelector("a[data-search]");
  if (!link) return;

  const load = () => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = annexSearch.root + "static/search.js";
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => reject(new Error(script.src)));
    document.head.append(script);
  });
  let ready;
  annexSearch.ready = () => ready ??= load();

  // Makes an element with a class and with children, which are elements or words.
  annexSearch.element = (name, className, ...children) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...children);
    return element;
  };
  const { element } = annexSearch;

  // Lets a field search, and shows what it finds.
  annexSearch.attach = (root, field, results, chosen, changed) => annexSearch.ready()
    .then(() => annexSearch.view(root, field, results, chosen, changed))
    .catch(() => { results.textContent = link.dataset.failed; });

  let dialog;
  const build = () => {
    const field = element("input", "");
    const attributes = { type: "text", role: "searchbox", name: "q", autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "go",
      "aria-label": link.dataset.label, placeholder: link.dataset.label };
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
    const close = element("button", "tool", link.dataset.close);
    close.type = "button";
    const results = element("div", "results");
    dialog = element("dialog", "dialog", element("div", "search", link.querySelector("svg").cloneNode(true), field, close), results);
    dialog.setAttribute("aria-label", link.dataset.label);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    document.body.append(dialog);
    annexSearch.attach(dialog, field, results);
  };

  // The search page has a field of its own to go to.
  annexSearch.show = () => {
    if (!dialog) build();
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("input").select();
  };

  document.addEventListener("click", (event) => {
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!isPlain || !event.target.closest("[data-search]")) return;
    event.preventDefault();
    annexSearch.show();
  });
  document.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
    const isSlash = key === "/" && !ctrlKey && !metaKey && !altKey && !event.target.closest("input, select, textarea");
    const isCommand = key.toLowerCase() === "k" && (ctrlKey || metaKey) && !shiftKey && !altKey;
    if (!isSlash && !isCommand) return;
    event.preventDefault();
    annexSearch.show();
  });
})();
//= search-page.js
