// Finds and ranks the documents that answer a query, in whole numbers, so that the terminal comes to the same. The twin
// of search/answer.go, search/suggest.go and search/excerpt.go.
"use strict";
(() => {
  annexSearch.firstPage = 5; // how many results are shown at first
  const namedKind = 115; // how much the documents of a kind count whose name is a word of the query, in percent
  const mostSuggested = 4;
  const excerptWords = 32, excerptLead = 6, mostSpots = 3;

  // Adds up what the groups are worth to each document.
  const score = async (index, plan) => {
    const { documents: count, worths } = index.start;
    const ownLevel = worths.length - 1; // of the entry that an ID is the ID of
    const board = { wanted: 0, scores: new Float64Array(count), groups: new Uint16Array(count) };
    const best = new Float64Array(count);
    const forms = new Map(), keys = new Map(); // what is to be marked, with the group that it answers
    for (const [number, group] of plan.groups.entries()) {
      const touched = [];
      let measure; // what was written, or is most common, sets it
      for (const { term, weight } of group.terms) {
        const posting = await index.posting(term);
        measure ??= posting.rarity;
        for (const form of posting.forms) if (!group.weak && !forms.has(form)) forms.set(form, number);
        const rarity = Math.min(measure, posting.rarity);
        for (let i = 0; i < posting.documents.length; i++) {
          const document = posting.documents[i], level = posting.levels[i];
          const worth = worths[level] * weight * (level === ownLevel ? 1 : rarity);
          if (!best[document]) touched.push(document);
          if (worth > best[document]) best[document] = worth;
        }
      }
      for (const key of group.keys) keys.set(key, number);
      for (const document of touched) {
        board.scores[document] += best[document];
        best[document] = 0;
        if (!group.weak) board.groups[document]++;
      }
      if (!group.weak) board.wanted++;
    }
    return { ...board, highlights: { forms, keys } };
  };

  // Returns the documents that answer at least so many groups and that the query does not rule out, the best first. Some
  // kinds count more than others, and one that the query names counts more still.
  const hitsOf = (index, { scores, groups }, { within, without, kinds: named }, wanted) => {
    if (!wanted && !within.length) return [];
    const { runs, kinds } = index.start;
    const hits = [];
    for (let document = 0, run = 0; document < scores.length; document++) {
      while (runs[run + 3] <= document) run += 2;
      if (groups[document] < wanted || within.some((set) => !set[document]) || without.some((set) => set[document])) continue;
      const score = scores[document] * kinds[runs[run]].weight;
      hits.push({ document, score: named.has(runs[run]) ? Math.floor(score / 100) * namedKind : score });
    }
    return hits.sort((a, b) => b.score - a.score || a.document - b.document);
  };

  const answer = async (index, clauses) => {
    const plan = await annexSearch.plan(index, clauses);
    const board = await score(index, plan);
    let hits = plan.sentence && board.wanted ? [] : hitsOf(index, board, plan, board.wanted), any = false;
    if (!hits.length && board.wanted) {
      hits = hitsOf(index, board, plan, 1);
      any = hits.length > 0 && !board.groups.includes(board.wanted);
    }
    return { hits, any, corrected: plan.corrected, unknown: plan.unknown, suggested: [], highlights: board.highlights, wanted: board.wanted, sentence: plan.sentence };
  };

  // Returns other queries where one finds nothing: without what narrows it down, and with words that look alike.
  const suggest = async (index, clauses) => {
    const suggested = [];
    const propose = async (query, finds) => {
      if (suggested.length >= mostSuggested || !query || query === annexSearch.write(clauses) || suggested.includes(query)) return;
      if (await finds()) suggested.push(query);
    };
    const attempt = async (other) => {
      other = other.filter(({ text }) => text);
      await propose(annexSearch.write(other), async () => (await answer(index, other)).hits.length);
    };
    const isPlain = ({ facet, exclude }) => !facet && !exclude;
    await attempt(clauses.map((c) => ({ ...c, phrase: false })));
    await attempt(clauses.filter(({ facet }) => !facet));
    await attempt(clauses.filter(({ exclude }) => !exclude));
    await attempt(clauses.filter(isPlain).map((c) => ({ ...c, phrase: false })));
    for (const { text } of clauses.filter(isPlain)) {
      for (const { word } of annexSearch.words(text)) {
        for (const form of await index.similar(word)) await propose(form, () => true); // for it occurs
      }
    }
    return suggested;
  };

  // Whether a title has all words of the query, and whether it has others.
  const compareTitle = (index, title, { highlights, wanted }) => {
    const groups = annexSearch.words(title).filter(({ word }) => !index.stop.has(word)).map(({ word }) => highlights.forms.get(word));
    const asked = new Set(groups.filter((group) => group !== undefined));
    return { hasAll: asked.size > 0 && asked.size === wanted, hasOthers: groups.includes(undefined) };
  };

  // Puts one of the hits that are shown at first before the others: that whose whole title was asked for, or else, where
  // no sentence was, the best whose title has all of several words.
  const promote = async (index, found) => {
    const first = found.hits.slice(0, annexSearch.firstPage);
    const entries = await Promise.all(first.map(({ document }) => annexSearch.entry(index, document)));
    const titles = entries.map(({ title }) => compareTitle(index, title, found));
    let best = titles.findIndex(({ hasAll, hasOthers }) => hasAll && !hasOthers);
    if (best < 0 && found.wanted > 1 && !found.sentence) best = titles.findIndex(({ hasAll }) => hasAll);
    if (best > 0) found.hits.unshift(...found.hits.splice(best, 1));
  };

  // Chosen are values of properties, by their keys, as filters choose them.
  annexSearch.search = async (index, query, chosen = {}) => {
    const clauses = annexSearch.parse(query, index.start.facets);
    for (const [facet, text] of Object.entries(chosen)) if (text) clauses.push({ text, facet, phrase: false, exclude: false, open: false });
    const found = await answer(index, clauses);
    if (!found.hits.length) found.suggested = await suggest(index, clauses);
    await promote(index, found);
    return found;
  };

  // Returns a query for entries that have the words of phrases wherever they stand; nothing where there is no phrase.
  annexSearch.loosened = (index, query) => {
    const clauses = annexSearch.parse(query, index.start.facets);
    if (!clauses.some(({ phrase, facet }) => phrase && !facet)) return "";
    const stay = clauses.filter(({ phrase, exclude, facet }) => facet || !(phrase && exclude));
    return annexSearch.write(stay.map((c) => ({ ...c, phrase: c.phrase && c.facet !== "" })));
  };

  // Returns what a list of results shows of a document.
  annexSearch.entry = async (index, document) => {
    const { entries, labels, statuses, kinds } = index.start;
    const shard = await annexSearch.load("entries-" + Math.floor(document / entries));
    const [id, title, lead, label, status, path] = shard[document % entries];
    const { kind, label: name, folder } = labels[label];
    return { id, title, lead, kind: kinds[kind], label: name, status: statuses[status], path: path ?? folder + id.replaceAll(":", "/") + ".html" };
  };

  // Returns the words of a text, and which of them are to be marked. An ID is one of them.
  const spotsIn = (text, { forms, keys }) => {
    let spots = annexSearch.words(text).map(({ word, start, end }) => ({ start, end, group: forms.get(word) ?? -1 }));
    for (const { key, start, end } of keys.size ? annexSearch.ids(text) : []) {
      if (!keys.has(key)) continue;
      spots = spots.filter((spot) => spot.start >= end || spot.end <= start);
      const at = spots.findIndex((spot) => spot.start >= start);
      spots.splice(at < 0 ? spots.length : at, 0, { start, end, group: keys.get(key) });
    }
    return spots;
  };

  const groupsIn = (spots) => new Set(spots.map(({ group }) => group).filter((group) => group >= 0)).size;

  // Returns the stretch of words with the most groups, and of those the one with the most words to be marked. Where there
  // are none of the words it is the beginning.
  const bestWindow = (all) => {
    let best = { from: 0, to: Math.min(all.length, excerptWords), marked: [] }, most = 0;
    all.forEach((first, i) => {
      if (first.group < 0) return;
      const from = Math.max(0, i - excerptLead), to = Math.min(all.length, from + excerptWords);
      const marked = all.slice(i, to).filter(({ group }) => group >= 0);
      const worth = 100 * groupsIn(marked) + marked.length;
      if (worth > most) [most, best] = [worth, { from, to, marked }];
    });
    return best;
  };

  // Takes a text apart into words to be marked and what stands between them.
  annexSearch.parts = (text, highlights, all = spotsIn(text, highlights), from = 0, to = all.length) => {
    const parts = [];
    const add = (text, marked) => { if (text) parts.push({ text, marked }); };
    let at = from ? all[from].start : 0;
    if (from) add("… ", false);
    for (const { start, end, group } of all.slice(from, to)) {
      if (group < 0) continue;
      add(text.slice(at, start), false);
      add(text.slice(start, end), true);
      at = end;
    }
    add(text.slice(at, to < all.length ? all[to - 1].end : text.length), false);
    if (to < all.length) add(" …", false);
    return parts;
  };

  // Returns the piece of a document's text that says most about what was looked for, if there is one.
  annexSearch.excerpt = async (index, document, highlights) => {
    const shard = index.shardOf(index.start.texts, document);
    const passages = (await annexSearch.load("texts-" + shard))[document - index.start.texts[shard]];
    let best, most = 0;
    for (let i = 0; i < passages.length; i += 3) {
      const [anchor, heading, text] = passages.slice(i, i + 3);
      const all = spotsIn(text, highlights);
      const { from, to, marked } = bestWindow(all);
      const worth = (mostSpots + 1) * groupsIn([...marked, ...spotsIn(heading, highlights)]) + Math.min(mostSpots, marked.length);
      if (all.length && worth > most) [most, best] = [worth, { anchor, heading, parts: annexSearch.parts(text, highlights, all, from, to) }];
    }
    if (best?.anchor === "=") best.anchor = annexSearch.slug(best.heading); // as most do, it follows from the heading
    return best;
  };
})();
