// Lets a field search while somebody types, and shows what it finds: filters, a list, and what to try where there is
// nothing. It works in the dialog of every page and on the search page.
"use strict";
(() => {
  const { element } = annexSearch;
  const page = annexSearch.firstPage;
  const patience = 80; // milliseconds after a key, before the search begins
  const slow = 300; // milliseconds, after which something is shown that is nearly what was asked for
  let opened;

  const button = (className, text, action) => {
    const button = element("button", className, text);
    button.type = "button";
    button.addEventListener("click", action);
    return button;
  };
  const link = (text, path) => {
    const link = element("a", "", text);
    link.href = annexSearch.root + path;
    return link;
  };
  const option = (text, value) => {
    const option = element("option", "", text);
    option.value = value;
    return option;
  };

  // Root is what holds the field and the results. What is chosen is told to changed.
  annexSearch.view = async (root, field, results, chosen = { kind: "", status: "" }, changed = () => {}) => {
    const index = await (opened ??= annexSearch.open());
    const { kinds, runs, statuses, words } = index.start;
    const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
    const found = element("p", "found"), notes = element("div", "notes"), hits = element("ul", "hits"), more = element("p", "more-hits");
    const selects = { kind: element("select"), status: element("select") };
    const filters = element("div", "filters", ...Object.entries(selects).map(([key, select]) => element("label", "", element("span", "", say(key)), select)), found);
    found.setAttribute("role", "status");
    for (const [key, select] of Object.entries(selects)) select.name = key;
    results.replaceChildren(filters, notes, hits, more);
    let turn = 0; // what was asked for later counts, whatever comes first

    const ask = (query) => {
      field.value = query;
      chosen.kind = chosen.status = "";
      field.focus();
      search();
    };
    const queries = (title, all) => element("p", "queries", element("span", "", title), ...all.map((query) => button("chip", query, () => ask(query))));

    // The kinds that there are among the documents, and the ways in which these stand.
    const offer = (documents) => {
      const counts = kinds.map(() => 0);
      let run = 0;
      for (const document of documents.sort((a, b) => a - b)) {
        while (runs[run + 3] <= document) run += 2;
        counts[runs[run]]++;
      }
      const fill = (key, options) => {
        selects[key].replaceChildren(option(say("all"), ""), ...options);
        selects[key].value = chosen[key];
      };
      fill("kind", kinds.flatMap(({ word, label }, i) => counts[i] || word === chosen.kind ? [option(label + " (" + counts[i] + ")", word)] : []));
      const offered = new Map();
      for (const { word, label, kinds: having } of statuses) {
        if (word === chosen.status || having.some((i) => chosen.kind ? kinds[i].word === chosen.kind : counts[i])) offered.set(word, label);
      }
      offered.delete("");
      fill("status", [...offered].map(([word, label]) => option(label, word)));
    };

    // What stands there before anything is looked for.
    const begin = () => {
      const recent = annexSearch.recent();
      const forget = button("quiet", say("forget"), () => {
        annexSearch.forget();
        field.focus();
        search();
      });
      if (recent.length) {
        notes.append(queries(say("recent"), recent));
        notes.lastChild.append(forget);
      }
      notes.append(element("p", "", say("begin")), element("p", "links-row", link(say("how"), "search/index.html#help"), link(say("index"), "search/all.html")));
    };

    const explain = ({ corrected, any, hits, suggested }, query) => {
      for (const { word, found } of corrected) notes.append(element("p", "", say("corrected", { word, found: found.join(say("or")) })));
      if (any) notes.append(element("p", "", say("any")));
      if (hits.length) return;
      notes.append(element("p", "", say("none", { query })));
      if (chosen.kind || chosen.status) notes.append(element("p", "queries", button("chip", say("unfiltered"), () => ask(field.value))));
      if (suggested.length) notes.append(queries(say("try"), suggested));
      notes.append(element("p", "links-row", link(say("how"), "search/index.html#help"), link(say("index"), "search/all.html")));
    };

    // Makes the next results. What stands in each is shown once it is in view.
    const next = async ({ hits: all, highlights }, from) => {
      const part = all.slice(from, from + page);
      const entries = await Promise.all(part.map(({ document }) => annexSearch.entry(index, document)));
      const items = entries.map((entry) => annexSearch.hit(entry, highlights));
      const seen = new IntersectionObserver((changes) => changes.filter(({ isIntersecting }) => isIntersecting).forEach(async ({ target }) => {
        seen.unobserve(target);
        const i = items.indexOf(target);
        const excerpt = await annexSearch.excerpt(index, part[i].document, highlights);
        if (excerpt) annexSearch.addExcerpt(target, entries[i], excerpt, highlights);
      }));
      for (const item of items) seen.observe(item);
      return items;
    };

    const offerMore = (answer) => {
      const from = hits.children.length, left = answer.hits.length - from;
      more.replaceChildren();
      if (left > 0) more.append(button("tool", say("more", { count: left }), async () => {
        const mine = turn, items = await next(answer, from);
        if (mine !== turn) return;
        hits.append(...items);
        offerMore(answer);
        items[0].querySelector("a").focus();
      }));
    };

    const look = async (query) => {
      const wide = await annexSearch.search(index, query, { status: chosen.status });
      const answer = chosen.kind ? await annexSearch.search(index, query, chosen) : wide;
      return { wide, answer, items: await next(answer, 0) };
    };

    // Whether somebody has to wait for something.
    const isSlow = (promise) => Promise.race([promise.then(() => false), new Promise((resolve) => setTimeout(resolve, slow, true))]);

    // Where words follow each other is much to load. Entries that have them, wherever, are there before.
    const find = async (mine) => {
      const finding = look(field.value), loose = annexSearch.loosened(index, field.value);
      if (loose && await isSlow(finding)) {
        const nearly = await look(loose);
        if (mine === turn && nearly.answer.hits.length) show(nearly, say("exact"));
      }
      const exact = await finding;
      if (mine === turn) show(exact, "");
    };

    // Shows what was found. Where that is not all there is to it, it says so.
    const show = ({ wide, answer, items }, unfinished) => {
      const query = field.value.trim();
      const isEmpty = !query && !chosen.kind && !chosen.status;
      changed({ q: query, ...chosen });
      offer(query || chosen.status ? wide.hits.map(({ document }) => document) : [...Array(index.start.documents).keys()]);
      found.textContent = unfinished || (isEmpty ? "" : say("count", { count: answer.hits.length }));
      notes.replaceChildren();
      if (isEmpty) begin();
      else if (!unfinished) explain(answer, query);
      // Somebody may be among the results of a moment ago already.
      const reached = hits.contains(document.activeElement) && document.activeElement.href;
      hits.replaceChildren(...items);
      if (reached) ([...hits.querySelectorAll(".what a")].find(({ href }) => href === reached) ?? field).focus();
      offerMore(answer);
    };
    const search = () => {
      const mine = ++turn;
      return find(mine).catch((error) => {
        if (mine === turn) found.textContent = say("failed") + " (" + error.message + ")";
      });
    };

    let timer;
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(search, patience);
    });
    for (const [key, select] of Object.entries(selects)) {
      select.addEventListener("change", () => {
        chosen[key] = select.value;
        if (key === "kind") chosen.status = "";
        search();
      });
    }
    hits.addEventListener("click", (event) => { if (event.target.closest("a")) annexSearch.remember(field.value); });

    // The arrows go from the field through the results, and letters go back to the field.
    root.addEventListener("keydown", async (event) => {
      const links = [...hits.querySelectorAll(".what a")];
      const at = links.indexOf(document.activeElement);
      const isInField = document.activeElement === field;
      const go = (to) => {
        event.preventDefault();
        to?.focus();
      };
      if (event.key === "ArrowDown" && (isInField || at >= 0)) go(links[at + 1]);
      else if (event.key === "ArrowUp" && at >= 0) go(links[at - 1] ?? field);
      else if (event.key === "Home" && at >= 0) go(links[0]);
      else if (event.key === "End" && at >= 0) go(links.at(-1));
      else if (event.key === "Enter" && isInField && !event.isComposing) {
        event.preventDefault();
        clearTimeout(timer);
        await search();
        hits.querySelector(".what a")?.click();
      } else if (event.key.length === 1 && event.key !== " " && at >= 0 && !event.ctrlKey && !event.metaKey && !event.altKey) field.focus();
    });
    await search();
  };
})();
