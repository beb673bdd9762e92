// Takes a query apart and says what it asks for in terms of the index. The twin of search/query.go, search/plan.go
// and search/sets.go.
"use strict";
(() => {
  const mostBeginnings = 6, mostIDs = 12, shortestPrefix = 2;
  const written = 4, stretched = 2; // what a term counts: as it was written, or as what it may be the beginning of
  const stopWord = -1, noTerm = -2;

  // Perhaps a minus, perhaps a key, and then what is in quotes or goes on to the next space.
  const clause = /^[ \t\n\r\u00a0]*(-?)([A-Za-z][A-Za-z-]*:)?(?:"([^"]*)"?|[“”„«»]([^“”„«»]*)[“”„«»]?|([^ \t\n\r\u00a0"“”„«»]+))/;

  annexSearch.parse = (query, facets) => {
    const clauses = [];
    let rest = query.normalize("NFC");
    for (let match; (match = clause.exec(rest));) {
      rest = rest.slice(match[0].length);
      const c = { text: match[3] ?? match[4] ?? match[5], phrase: match[5] === undefined, exclude: match[1] !== "", facet: "" };
      const key = (match[2] ?? "").slice(0, -1).toLowerCase();
      if (facets.includes(key)) c.facet = key;
      else if (c.phrase && key) clauses.push({ text: key, phrase: false, exclude: c.exclude, facet: "" });
      else c.text = (match[2] ?? "") + c.text;
      c.open = rest === "" && !c.phrase && !c.exclude;
      if (c.text) clauses.push(c);
    }
    return clauses;
  };

  annexSearch.write = (clauses) => clauses.map(({ text, phrase, exclude, facet }) =>
    (exclude ? "-" : "") + (facet && facet + ":") + (phrase ? '"' + text + '"' : text)).join(" ");

  annexSearch.plan = async (index, clauses) => {
    const plan = { groups: [], within: [], without: [], kinds: new Set(), corrected: [], unknown: [], sentence: false };
    const sequence = []; // the plain words, as they follow each other
    let cut = ""; // a stop word at the end, which may be the beginning of another word

    const setOf = (documents) => {
      const set = new Uint8Array(index.start.documents);
      for (const document of documents) set[document] = 1;
      return set;
    };

    // The most common terms with a form that begins so, the fewer the less is written.
    const beginnings = async (prefix, but, weight) => index.mostCommon((await index.beginning(prefix)).filter(({ term }) => term !== but),
      Math.min(mostBeginnings, 1 + [...prefix].length)).map(({ term }) => ({ term, weight }));

    // An ID, and while it is being written those that begin so.
    const takeID = async (text, open) => {
      const key = annexSearch.idKey(text);
      if (!key) return false;
      const group = { terms: [], keys: [] };
      const form = await index.form("#" + key);
      if (form) {
        group.terms.push({ term: form.term, weight: written });
        group.keys.push(key);
      }
      for (const { text, term } of open ? await index.beginning("#" + key) : []) {
        if (text === "#" + key || group.keys.length >= mostIDs) continue;
        group.terms.push({ term, weight: stretched });
        group.keys.push(text.slice(1));
      }
      if (!group.terms.length) return false;
      plan.groups.push(group);
      sequence.push({ term: noTerm });
      return true;
    };

    // Whether two parts of the query are an ID: “R 12”.
    const isApart = async (c, next) => next && !next.phrase && !next.exclude && !next.facet && /^[A-Za-z]+$/.test(c.text) && /^[0-9]/.test(next.text)
      && await index.form("#" + annexSearch.idKey(c.text + next.text));

    // The form of a word as it was written, or else of its longest part between apostrophes.
    // Of one that somebody may still be typing, it loads nothing but what tells the forms that begin so.
    const lookUp = async (word, open = false) => {
      const find = async () => open && [...word].length >= shortestPrefix ? (await index.beginning(word)).find(({ text }) => text === word) : index.form(word);
      let form = await find();
      if (!form && !index.stop.has(word)) {
        word = annexSearch.longestPart(word);
        form = await find();
      }
      return { word, form };
    };

    const correct = async (word) => {
      const found = await index.near(word);
      if (found.length) plan.corrected.push({ word, found: found.map(({ text }) => text) });
      else plan.unknown.push(word);
      return found.map(({ term }) => ({ term, weight: written }));
    };

    const takeWord = async (text, open) => {
      const { word, form } = await lookUp(text, open);
      const weak = index.weak.has(word);
      plan.sentence ||= weak || index.stop.has(word); // then not all others need match
      if (index.stop.has(word)) {
        sequence.push({ term: stopWord });
        if (open) cut = word;
        return;
      }
      index.start.kinds.forEach((kind, i) => { if (word === kind.word || word === kind.label.toLowerCase()) plan.kinds.add(i); });
      const term = form?.term ?? noTerm;
      let terms = form ? [{ term, weight: written }] : [];
      if (open && [...word].length >= shortestPrefix) terms.push(...await beginnings(word, term, form ? stretched : written));
      else if (open && !form) return; // a single letter says nothing yet
      if (!terms.length && !weak) terms = await correct(word);
      sequence.push({ term, group: plan.groups.length });
      plan.groups.push({ terms, keys: [], weak });
    };

    const takeWords = async ({ text, open }) => {
      for (const { word, end } of annexSearch.words(text)) await takeWord(word, open && end === text.length);
    };

    const facet = async (key, value) => {
      const name = "=" + key + ":" + annexSearch.slug(value);
      const form = await index.form(name);
      const documents = [];
      for (const { term } of form ? [form] : await index.beginning(name)) documents.push(...(await index.posting(term)).documents);
      return setOf(documents);
    };

    // The terms of a phrase and how far each stands behind its beginning.
    const phraseTerms = async (text) => {
      const terms = [], unknown = [];
      let offset = 0;
      for (const each of annexSearch.words(text)) {
        const { word, form } = await lookUp(each.word);
        if (form) terms.push({ term: form.term, offset });
        else if (!index.stop.has(word)) unknown.push(word);
        offset++;
      }
      return { terms, unknown };
    };

    // The documents in which the terms stand so far behind each other.
    const together = async (terms) => {
      if (terms.length === 1) return (await index.posting(terms[0].term)).documents;
      const having = new Uint16Array(index.start.documents); // how many of the terms
      for (const { term } of terms) for (const document of (await index.posting(term)).documents) having[document]++;
      const isWanted = (document) => having[document] === terms.length;
      if (!having.some((count) => count === terms.length)) return [];
      let starts; // of the phrase, as far as it was looked at, by document
      for (const { term, offset } of terms) {
        await annexSearch.pause(); // these are the longest lists
        const next = new Map();
        for (const [document, places] of await index.places(term, isWanted)) {
          const found = places.map((place) => place - offset).filter((start) => !starts || starts.get(document)?.includes(start));
          if (found.length) next.set(document, found);
        }
        starts = next;
      }
      return starts.keys();
    };

    const takePhrase = async (text) => {
      const { terms, unknown } = await phraseTerms(text);
      plan.unknown.push(...unknown);
      for (const { term } of terms) plan.groups.push({ terms: [{ term, weight: written }], keys: [] });
      if (unknown.length) plan.within.push(setOf([]));
      else if (terms.length) plan.within.push(setOf(await together(terms)));
    };

    const excluded = async (c) => {
      if (c.facet) return facet(c.facet, c.text);
      const form = !c.phrase && annexSearch.idKey(c.text) && await index.form("#" + annexSearch.idKey(c.text));
      if (form) return setOf((await index.posting(form.term)).documents);
      const { terms, unknown } = await phraseTerms(c.text);
      return setOf(unknown.length || !terms.length ? [] : await together(terms));
    };

    // The term of the longest synonym that stands there in the query, and how many words it has.
    const synonymAt = (at) => {
      let best = { length: 0 };
      for (const { term, members } of index.start.synonyms) {
        for (const member of members) {
          if (member.length > best.length && member.every((term, i) => sequence[at + i]?.term === term)) best = { term, length: member.length };
        }
      }
      return best;
    };

    // The term of a group of synonyms stands in for each of its words.
    const useSynonyms = () => {
      for (let at = 0; at < sequence.length;) {
        const { term, length } = synonymAt(at);
        if (length) {
          const [first, ...others] = sequence.slice(at, at + length);
          const group = plan.groups[first.group];
          group.weak = false;
          group.terms = [{ term, weight: written }, ...group.terms.filter(({ weight }) => weight === stretched && length === 1)];
          for (const other of others) if (other.term !== stopWord) plan.groups[other.group] = undefined;
        }
        at += Math.max(1, length);
      }
      plan.groups = plan.groups.filter(Boolean);
    };

    // Words that say little count half, unless there are no others.
    const weigh = () => {
      const isStrong = plan.groups.some(({ weak }) => !weak);
      for (const group of plan.groups) {
        group.weak = Boolean(group.weak && isStrong);
        if (group.weak) for (const term of group.terms) term.weight /= 2;
      }
    };

    for (let i = 0; i < clauses.length; i++) {
      const c = clauses[i];
      if (c.facet || c.phrase || c.exclude) sequence.push({ term: noTerm });
      if (c.exclude) plan.without.push(await excluded(c));
      else if (c.facet) plan.within.push(await facet(c.facet, c.text));
      else if (c.phrase) await takePhrase(c.text);
      else if (await isApart(c, clauses[i + 1])) await takeID(c.text + clauses[++i].text, clauses[i].open);
      else if (!await takeID(c.text, c.open)) await takeWords(c);
    }
    if (!plan.groups.length && !plan.within.length && cut) plan.groups.push({ terms: await beginnings(cut, noTerm, written), keys: [] });
    useSynonyms();
    weigh();
    return plan;
  };
})();
