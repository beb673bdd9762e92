// Marks in the contents the heading that is being read, and closes the contents where they stand above the text.
"use strict";
(() => {
  const contents = document.querySelector(".toc details");
  if (!contents) return;
  if (getComputedStyle(contents.parentElement).position === "static") contents.open = false;

  const links = new Map();
  for (const link of contents.querySelectorAll("a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  const mark = () => {
    let current;
    for (const heading of links.keys()) {
      if (current && heading.getBoundingClientRect().top > innerHeight * 0.3) break;
      current = heading;
    }
    for (const [heading, link] of links) {
      if (heading === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }, { passive: true });
  mark();
})();
