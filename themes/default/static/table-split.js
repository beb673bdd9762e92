// Filters and sorts a list that lies over several pages, as a whole. table-filter.js says which rows are wanted and
// table-sort.js in which order; once somebody asks, the rows of all pages come from scripts (a page on a disk can
// load no others), and the first of those wanted stand in place of the page's own.
"use strict";
(() => {
  const table = document.querySelector("table[data-rows]");
  if (!table) return;
  const { rows: path, pages, first, shown, whole, found, all, loading, failed, more } = table.dataset;
  const base = new URL(path, location); // from where the links in the rows count
  const step = Number(shown);
  const own = [...table.tBodies];
  const output = document.querySelector(`form[data-filters="${table.id}"] output`);
  const none = document.getElementById(table.id + "-none");
  const ways = document.querySelectorAll("nav.leaf");
  const root = document.documentElement;
  const { sheet } = root.dataset; // what a printed page is marked with
  const asked = { wanted: null, order: null, limit: step };

  // What a script brings: the markup of the rows of a page, group by group.
  const parts = [];
  window.annexRows = (number, markup) => {
    const bodies = parts[number - 1] = [];
    let row = null, nested = 0;
    for (const token of markup.match(/<[^>]*>|[^<]+/g)) {
      if (token.startsWith("<table")) nested++;
      else if (token.startsWith("</table")) nested--;
      if (nested || !/^<\/?t(body|r)\b/.test(token)) {
        row?.push(token);
      } else if (token.startsWith("<tbody")) {
        bodies.push({ open: token, head: "", rows: [] });
      } else if (token.startsWith("<tr")) {
        row = [token];
      } else if (token.startsWith("</tr")) {
        row.push(token);
        if (row[0].includes('class="group"')) bodies.at(-1).head = row.join("");
        else bodies.at(-1).rows.push(read(row));
        row = null;
      }
    }
  };

  // A row as the other scripts see one: its text, its facets and its cells.
  const read = (tokens) => {
    const cells = [];
    let nested = 0;
    for (const token of tokens) {
      if (token[0] !== "<") {
        if (cells.length) cells.at(-1).textContent += plain(token);
      }
      else if (token.startsWith("<table")) nested++;
      else if (token.startsWith("</table")) nested--;
      else if (!nested && /^<t[hd]\b/.test(token)) cells.push({ textContent: "", dataset: { rank: attribute(token, "data-rank") } });
    }
    return {
      id: attribute(tokens[0], "id"),
      text: cells.map((cell) => cell.textContent).join("").toLowerCase(),
      facets: new Set(attribute(tokens[0], "data-facets").split(" ")),
      cells,
      markup: tokens.join(""),
    };
  };
  const attribute = (tag, name) => plain(tag.match(` ${name}="([^"]*)"`)?.[1] ?? "");
  const box = document.createElement("textarea");
  const plain = (markup) => {
    if (!markup.includes("&")) return markup;
    box.innerHTML = markup;
    return box.value;
  };

  let loaded, missing = 0;
  const load = () => loaded ??= Promise.all(Array.from({ length: Number(pages) }, (_, i) => new Promise((done) => {
    const script = document.createElement("script");
    script.src = path + (i + 1) + ".js";
    script.onload = done;
    script.onerror = () => { missing++; done(); };
    document.head.append(script);
  }))).then(() => {
    const bodies = []; // a group that goes on on the next page is one
    for (const body of parts.flat()) {
      if (body.open === bodies.at(-1)?.open) bodies.at(-1).rows.push(...body.rows);
      else bodies.push(body);
    }
    return bodies;
  });

  const put = (bodies) => {
    for (const body of [...table.tBodies]) body.remove();
    table.append(...bodies);
    table.hidden = !bodies.length;
    none.hidden = !table.hidden;
  };

  const button = document.createElement("button");
  button.type = "button";
  button.className = "tool";
  button.hidden = true;
  none.after(button);
  button.addEventListener("click", async () => {
    const count = table.rows.length;
    asked.limit += step;
    await show();
    table.rows[count]?.querySelector("a")?.focus();
  });

  const onPaper = document.createElement("p"); // which lacks the filters and what they say
  onPaper.className = "on-paper";
  table.before(onPaper);

  const show = async () => {
    const { wanted, order, limit } = asked;
    const isAsked = Boolean(wanted || order);
    for (const nav of ways) nav.hidden = isAsked;
    root.dataset.sheet = isAsked ? document.querySelector("h1").textContent : sheet;
    if (!isAsked) {
      if (table.tBodies[0] !== own[0]) put(own);
      button.hidden = true;
      output.textContent = whole;
      onPaper.textContent = "";
      return;
    }
    output.textContent = loading;
    const bodies = await load();
    if (wanted !== asked.wanted || order !== asked.order) return; // something else is asked for by now
    let [total, count, room, markup] = [0, 0, limit, ""];
    for (const { open, head, rows } of bodies) {
      const those = wanted ? rows.filter(wanted) : rows;
      const first = (order ? those.toSorted(order) : those).slice(0, room);
      if (first.length) markup += open + head + first.map((row) => row.markup).join("") + "</tbody>";
      total += rows.length;
      count += those.length;
      room -= first.length;
    }
    put(laidOut(markup));
    const say = missing ? failed : count > limit ? found : all;
    const fill = (words, number) => words.replace("{shown}", number).replace("{found}", count).replace("{total}", total);
    output.textContent = onPaper.textContent = fill(say, limit);
    button.hidden = count <= limit;
    button.textContent = fill(more, Math.min(step, count - limit));
  };

  // The rows were laid out for a page beside the scripts; this may be another.
  const laidOut = (markup) => {
    const holder = document.createElement("template");
    holder.innerHTML = `<table>${markup}</table>`;
    for (const name of ["href", "src"]) {
      for (const link of holder.content.querySelectorAll(`[${name}]`)) {
        const at = link.getAttribute(name);
        if (URL.canParse(at, base)) link.setAttribute(name, new URL(at, base));
      }
    }
    return [...holder.content.firstChild.tBodies];
  };

  table.addEventListener("choose", ({ detail }) => {
    Object.assign(asked, { wanted: detail, limit: step });
    show();
  });
  table.addEventListener("order", ({ detail }) => {
    Object.assign(asked, { order: detail, limit: step });
    show();
  });

  // A link to a row leads to the page that has it.
  const target = decodeURIComponent(location.hash.slice(1));
  if (target && !document.getElementById(target)) {
    load().then((bodies) => {
      const at = bodies.flatMap((body) => body.rows).findIndex((row) => row.id === target);
      const page = Math.floor(at / step) + 1;
      if (at >= 0) location.replace((page > 1 ? path.replace(/rows-$/, page + ".html") : first) + location.search + location.hash);
    });
  }
})();
