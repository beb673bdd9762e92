// Closes the menu of the header on Escape, on a click elsewhere, and when the focus leaves it. It opens and
// closes without this script, too.
"use strict";
(() => {
  for (const menu of document.querySelectorAll("details[data-menu]")) {
    const leave = (to) => { if (menu.open && !menu.contains(to)) menu.open = false; };
    document.addEventListener("click", (event) => leave(event.target));
    menu.addEventListener("focusout", (event) => { if (event.relatedTarget) leave(event.relatedTarget); });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }
})();
