// Looks words up in the index: which forms there are, which documents have a term, and where it stands in them.
// The twin of search/shards.go and search/lookup.go.
"use strict";
(() => {
  const mostNear = 2, mostEnds = 3, shortestTypo = 3, shortestStem = 4, shortestSimilar = 3;
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const valueOf = new Uint8Array(128);
  for (let i = 0; i < 64; i++) valueOf[digits.charCodeAt(i)] = i;

  // Numbers have five bits a character, the lowest first, and a sixth where more follow.
  const reader = (text) => {
    let at = 0;
    const digit = () => at < text.length ? valueOf[text.charCodeAt(at++)] : 0;
    const number = () => {
      let number = 0, shift = 0, value;
      do {
        value = digit();
        number |= (value & 31) << shift;
        shift += 5;
      } while (value > 31 && shift < 30);
      return number;
    };
    // Many small numbers stand bit after bit, six to a character.
    let value = 0, left = 0;
    const bit = () => {
      if (!left) {
        value = digit();
        left = 6;
      }
      const bit = value & 1;
      value >>= 1;
      left--;
      return bit;
    };
    const bits = (count) => {
      for (; left < count; left += 6) value |= digit() << left;
      const bits = value & (1 << count) - 1;
      value >>= count;
      left -= count;
      return bits;
    };
    // Rice's code: so many bits are as likely as not, and the rest is small.
    const gap = (even) => {
      let rest = 0;
      while (bit()) rest++;
      return rest << even | bits(even);
    };
    // Huffman's code, in its canonical form.
    const level = ({ counts, order }) => {
      for (let length = 0, word = 0, first = 0, at = 0; length < counts.length; length++) {
        const count = counts[length];
        word |= bit();
        if (word - first < count) return order[at + word - first];
        at += count;
        first = (first + count) << 1;
        word <<= 1;
      }
      return 0;
    };
    return { digit, number, gap, level };
  };

  const evenBits = (having, all) => Math.max(0, 31 - Math.clz32(all * 3 / 4 / Math.max(1, having)));

  // Returns so many documents of all. Where most are, the gaps are between the others.
  const documentsOf = (read, having, all) => {
    const isOfOthers = having > all >> 1, listed = isOfOthers ? all - having : having;
    const documents = new Int32Array(having), even = evenBits(listed, all);
    let at = 0, before = -1;
    for (let i = 0; i < listed; i++) {
      const document = before + 1 + read.gap(even);
      if (isOfOthers) while (++before < document) documents[at++] = before;
      else documents[at++] = document;
      before = document;
    }
    if (isOfOthers) while (++before < all) documents[at++] = before;
    return documents;
  };

  // How common that is, in steps, four of which double it.
  const commonness = (documents) => {
    let step = 0;
    for (let rest = Math.min(documents, 32768) ** 4; rest >= 2; rest /= 2) step++;
    return step;
  };

  // How many levels have each number of bits, and the levels by that.
  const codeOf = (lengths) => {
    const counts = new Uint8Array(32), levels = [...lengths].map((digit, level) => ({ level, length: valueOf[digit.charCodeAt(0)] })).filter(({ length }) => length);
    for (const { length } of levels) counts[length - 1]++;
    return { counts, order: levels.sort((a, b) => a.length - b.length).map(({ level }) => level) };
  };

  // With what each shard of a sort begins, written as how far it lies behind the one before.
  const startsOf = (gaps) => {
    let last = 0;
    return gaps.map((gap) => last += gap);
  };

  annexSearch.open = async () => {
    const loaded = await annexSearch.load("start");
    const partsOf = ({ forms, terms }) => ({ forms: forms.split(" "), terms: startsOf(terms) });
    const start = { ...loaded, parts: partsOf(loaded.parts), forms: partsOf(loaded.forms), ends: loaded.ends.split(" "), places: startsOf(loaded.places), texts: startsOf(loaded.texts) };
    const stop = new Set(start.stop.split(" ")), weak = new Set(start.weak.split(" "));
    const known = new Map(); // shards, decoded
    const once = async (name, decode) => {
      if (!known.has(name)) known.set(name, decode(await annexSearch.load(name)));
      return known.get(name);
    };

    // The shard of a sort in which something would be, if they begin with these.
    const shardOf = (starts, wanted) => {
      let shard = 0;
      while (shard + 1 < starts.length && starts[shard + 1] <= wanted) shard++;
      return shard;
    };

    // Each text begins with a capital that says how many letters it shares with the one before.
    const spelledOut = (texts) => {
      let before = "";
      return texts.split(/(?=[A-Z])/).map((part) => before = before.slice(0, valueOf[part.charCodeAt(0)]) + part.slice(1));
    };

    // The forms of a shard, whose new terms begin with that one.
    const decodeForms = (texts, numbers, first) => {
      const read = reader(numbers);
      let newest = first - 1;
      return spelledOut(texts).map((text) => {
        const back = read.number();
        const term = back ? newest - back + 1 : newest + 1;
        newest = Math.max(newest, term);
        return { text, term, common: read.digit() };
      });
    };
    const formsIn = (shard) => start.forms.terms[shard] === undefined ? [] : once("forms-" + shard, ([texts, numbers]) => decodeForms(texts, numbers, start.forms.terms[shard]));
    const wordsIn = async (shard) => {
      const first = start.parts.terms[shard];
      if (first === undefined) return { forms: [], postings: [] };
      return once("words-" + shard, ([texts, numbers, lengths, postings, others]) =>
        ({ forms: decodeForms(texts, numbers, first), first, code: codeOf(lengths), postings: postings.split(" "), others }));
    };

    const endsIn = (shard) => once("ends-" + shard, ([texts, commons]) => spelledOut(texts).map((text, i) => ({ text, common: valueOf[commons.charCodeAt(i)] })));

    // The shards in which forms would be that begin so, and these forms, in order.
    const shardsOf = (starts, prefix) => {
      const shards = [shardOf(starts, prefix)];
      for (let next = shards[0] + 1; starts[next]?.startsWith(prefix); next++) shards.push(next);
      return shards;
    };
    const among = async (shards, formsIn, prefix) => (await Promise.all(shards.map(formsIn))).flat().filter(({ text }) => text.startsWith(prefix));

    // Returns the form that is spelled so, if there is one.
    const form = async (text) => (await wordsIn(shardOf(start.parts.forms, text))).forms.find((form) => form.text === text);

    // Returns the forms that begin so, in order, and loads nothing else.
    const spelled = (prefix) => among(shardsOf(start.forms.forms, prefix), formsIn, prefix);

    // The same. Those that lie together are loaded with what is known of them, which is likely to be asked for next.
    const beginning = (prefix) => {
      const shards = shardsOf(start.parts.forms, prefix);
      return shards.length > 2 ? spelled(prefix) : among(shards, async (shard) => (await wordsIn(shard)).forms, prefix);
    };

    // Returns the forms that end so, in the order of their ends; none where so many do that they say nothing.
    const backwards = (text) => [...text].reverse().join("");
    const ending = async (end) => {
      const shards = shardsOf(start.ends, backwards(end));
      if (shards.length > mostEnds) return [];
      return (await among(shards, endsIn, backwards(end))).map(({ text, common }) => ({ text: backwards(text), common }));
    };

    // Returns so many of the forms, each of another term, the most common first.
    const mostCommon = (forms, most) => {
      const chosen = [];
      for (const form of forms.toSorted((a, b) => b.common - a.common)) {
        if (chosen.length < most && !chosen.some(({ term }) => term === form.term)) chosen.push(form);
      }
      return chosen;
    };

    // One letter too many, one too few, a wrong one, or two that changed places.
    const isOneErrorApart = (a, b) => {
      if (a.length > b.length) [a, b] = [b, a];
      if (b.length - a.length > 1) return false;
      let same = 0;
      while (same < a.length && a[same] === b[same]) same++;
      if (a.length < b.length) return a.slice(same) === b.slice(same + 1);
      if (same === a.length) return false;
      return a.slice(same + 1) === b.slice(same + 1)
        || (same + 1 < a.length && a[same] === b[same + 1] && a[same + 1] === b[same] && a.slice(same + 2) === b.slice(same + 2));
    };

    // Returns forms that may be meant by a word that does not occur: those with one typing error behind its second letter,
    // then those that begin with it or alike, as other forms of a word do, and at last those with an error before that.
    const near = async (word) => {
      if (word.length < shortestTypo || /[0-9]/.test(word)) return [];
      const isTypo = ({ text }) => isOneErrorApart(word, text);
      let found = (await spelled(word.slice(0, 2))).filter(isTypo);
      if (!found.length) found = await spelled(word);
      for (let end = word.length - 1; !found.length && end >= Math.max(shortestStem, word.length - 3); end--) {
        found = (await spelled(word.slice(0, end))).filter(({ text }) => text.length <= word.length + 1);
      }
      if (!found.length) {
        const ended = (await ending(word.slice(2))).filter(isTypo).sort((a, b) => b.common - a.common);
        for (const { text } of ended.slice(0, mostNear)) found.push(await form(text));
      }
      if (!found.length) {
        const changed = word[0] + word[2] + word[1] + word.slice(3);
        found = (await spelled(changed)).filter(({ text }) => text === changed);
      }
      return mostCommon(found, mostNear);
    };

    // Returns the most common forms that begin as a word does, as far as there are any.
    const similar = async (word) => {
      for (let end = Math.ceil(word.length / 2); end >= shortestSimilar; end--) {
        const found = await beginning(word.slice(0, end));
        if (found.length) return mostCommon(found, mostNear).map(({ text }) => text);
      }
      return [];
    };

    // Returns what is known of a term: its forms, how much it counts, and which documents have it at which level.
    const posting = async (term) => {
      const { forms, first, code, postings, others } = await wordsIn(shardOf(start.parts.terms, term));
      if (known.has(term)) return known.get(term);
      const read = reader(postings[term - first]);
      const having = read.number(), documents = documentsOf(read, having, start.documents);
      const levels = documents.map(() => read.level(code));
      const spelled = forms.filter((form) => form.term === term).map(({ text }) => text);
      for (let i = 0; i < others.length; i += 2) if (others[i] === term - first) spelled.unshift(...others[i + 1].split(" "));
      known.set(term, { forms: spelled, rarity: start.rarities[commonness(having)], documents, levels });
      return known.get(term);
    };

    // Returns where a term stands in each document that has it, of those that are wanted.
    const places = async (term, isWanted) => {
      const { documents } = await posting(term);
      const shard = shardOf(start.places, term);
      const read = reader((await annexSearch.load("places-" + shard))[term - start.places[shard]]);
      const all = new Map();
      for (const document of documents) {
        const count = 1 + read.gap(0), even = evenBits(count, start.span), own = [];
        for (let i = 0, before = -1; i < count; i++) own.push(before += 1 + read.gap(even));
        if (isWanted(document)) all.set(document, own);
      }
      return all;
    };

    return { start, stop, weak, form, beginning, mostCommon, near, similar, posting, places, shardOf };
  };
})();
