// Takes back what a page says of a certificate once the certificate's last day has passed. A page that is built
// after that day says so by itself; this is for pages that were built before.
"use strict";
(() => {
  const today = new Date().toISOString().slice(0, 10);
  for (const claim of document.querySelectorAll("[data-last-day]")) {
    if (today <= claim.dataset.lastDay) continue;
    for (const part of claim.querySelectorAll("[data-until-then]")) part.hidden = true;
    for (const part of claim.querySelectorAll("[data-from-then]")) part.hidden = false;
  }
})();
