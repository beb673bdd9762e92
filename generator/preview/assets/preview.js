// Reloads the page after each change, and lays what is wrong with the content
// over it until that is mended.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const events = new EventSource("/_annex/events");
  let lost = false;
  events.addEventListener("change", update);
  events.addEventListener("error", () => { lost = true; });
  events.addEventListener("hello", () => { if (lost) location.reload(); });
  showFindings();
});

async function update() {
  const findings = await fetchFindings();
  if (findings.length === 0) location.reload();
  else overlay(findings);
}

async function showFindings() {
  const findings = await fetchFindings();
  if (findings.length > 0) overlay(findings);
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
