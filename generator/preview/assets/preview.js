// Reloads the page after each change, and lays what is wrong with the content
// over it until that is mended.
"use strict";

const { seen } = document.currentScript.dataset;

document.addEventListener("DOMContentLoaded", () => {
  const events = new EventSource("/_annex/events");
  let lost = false;
  events.addEventListener("change", (event) => update(event.data));
  events.addEventListener("findings", showFindings);
  events.addEventListener("error", () => { lost = true; });
  // What changed between the page and its first word from the server was told to nobody.
  events.addEventListener("hello", (event) => { if (lost || event.data !== seen) location.reload(); });
  showFindings();
  showEditions();
});

// update shows the page anew, or the one that has changed. Where something is wrong
// the page is that of the last good state, for it may have been given a later one.
async function update(page) {
  if (page && location.pathname !== "/" + page && (await fetchFindings()).length === 0) location.assign("/" + page);
  else location.reload();
}

async function showFindings() {
  const findings = await fetchFindings();
  if (findings.length > 0) overlay(findings);
  else document.querySelector("dialog.annex-findings")?.remove();
}

// showEditions lets the reader choose between editions.
async function showEditions() {
  const { editions, current } = await (await fetch("/_annex/editions")).json();
  if (!editions || editions.length < 2) return;
  const label = element("label", "annex-editions", "Preview: ");
  const select = element("select");
  for (const edition of editions) {
    const option = element("option", "", edition);
    option.selected = edition === current;
    select.append(option);
  }
  select.addEventListener("change", async () => {
    await fetch("/_annex/edition?name=" + select.value, { method: "POST" });
    const there = await fetch(location.pathname, { method: "HEAD" });
    if (there.ok) location.reload();
    else location.assign("/");
  });
  label.append(select);
  document.body.append(label);
}

async function fetchFindings() {
  return (await fetch("/_annex/findings")).json();
}

function overlay(findings) {
  document.querySelector("dialog.annex-findings")?.remove();
  const dialog = element("dialog", "annex-findings");
  dialog.setAttribute("aria-label", "What is wrong with the content");
  const count = findings.length === 1 ? "1 error" : `${findings.length} errors`;
  dialog.append(element("h1", "", `${count} in the content`),
    element("p", "", "The page behind shows the last good state. It is made anew when you save. Esc closes this."));
  for (const finding of findings) {
    const article = element("article");
    article.append(element("p", "place", finding.place), element("h2", "", finding.message));
    if (finding.source) article.append(element("pre", "", finding.source));
    if (finding.hint) article.append(element("p", "hint", finding.hint));
    article.append(element("p", "code", finding.code));
    dialog.append(article);
  }
  document.body.append(dialog);
  dialog.showModal();
}

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}
