// Looks words up in the index: which forms there are, which documents have a term, and where it stands in them.
// The twin of search/shards.go and search/lookup.go.
"use strict";
(() => {
  const mostNear = 4, shortestTypo = 3, shortestStem = 4, shortestSimilar = 3;
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
    // Many small numbers stand bit after bit, six to a character: gaps in Rice's code, ranks in Elias' gamma code.
    let value, left = 0;
    const bit = () => {
      if (!left) [value, left] = [digit(), 6];
      return value >> (6 - left--) & 1;
    };
    const bits = (count) => {
      let number = 0;
      for (let i = 0; i < count; i++) number |= bit() << i;
      return number;
    };
    const ones = () => {
      let count = 0;
      while (bit()) count++;
      return count;
    };
    const gap = (even) => ones() << even | bits(even);
    const rank = () => {
      const length = ones();
      return (1 << length | bits(length)) - 1;
    };
    return { digit, number, gap, rank, more: () => at < text.length };
  };

  // With what each shard of a sort begins, written as how far it lies behind the one before.
  const startsOf = (gaps) => {
    let last = 0;
    return gaps.map((gap) => last += gap);
  };

  annexSearch.open = async () => {
    const loaded = await annexSearch.load("start");
    const start = { ...loaded, terms: startsOf(loaded.terms), places: startsOf(loaded.places), texts: startsOf(loaded.texts) };
    const stop = new Set(start.stop.split(" ")), weak = new Set(start.weak.split(" "));
    const known = new Map(); // shards of forms, decoded
    const postings = new Map();

    const shardOf = (starts, number) => {
      let shard = 0;
      while (shard + 1 < starts.length && starts[shard + 1] <= number) shard++;
      return shard;
    };

    const formsIn = async (shard) => {
      if (known.has(shard)) return known.get(shard);
      const forms = [];
      if (start.forms[shard]) {
        const [texts, numbers] = await annexSearch.load("forms-" + shard);
        const read = reader(numbers);
        let newest = start.forms[shard].terms - 1, before = "";
        for (const part of texts.split(/(?=[A-Z])/)) {
          const text = before.slice(0, valueOf[part.charCodeAt(0)]) + part.slice(1);
          const back = read.number();
          const term = back ? newest - back + 1 : newest + 1;
          newest = Math.max(newest, term);
          forms.push({ text, term, common: read.digit() });
          before = text;
        }
      }
      known.set(shard, forms);
      return forms;
    };

    const formShardOf = (text) => {
      let shard = 0;
      while (shard + 1 < start.forms.length && start.forms[shard + 1].form <= text) shard++;
      return shard;
    };

    // Returns the form that is spelled so, if there is one.
    const form = async (text) => (await formsIn(formShardOf(text))).find((form) => form.text === text);

    // Returns the forms that begin so, in order.
    const beginning = async (prefix) => {
      const found = [];
      for (let shard = formShardOf(prefix); shard < start.forms.length; shard++) {
        if (start.forms[shard].form > prefix && !start.forms[shard].form.startsWith(prefix)) break;
        for (const form of await formsIn(shard)) if (form.text.startsWith(prefix)) found.push(form);
      }
      return found;
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

    // Returns forms that may be meant by a word that does not occur: those with one typing error, then those that begin
    // with it or alike, as other forms of a word do, and at last those with an error in the first letter.
    const near = async (word) => {
      if (word.length < shortestTypo || /[0-9]/.test(word)) return [];
      const isTypo = ({ text }) => isOneErrorApart(word, text);
      let found = (await beginning(word[0])).filter(isTypo);
      if (!found.length) found = await beginning(word);
      for (let end = word.length - 1; !found.length && end >= Math.max(shortestStem, word.length - 3); end--) {
        found = (await beginning(word.slice(0, end))).filter(({ text }) => text.length <= word.length + 1);
      }
      if (!found.length) {
        for (let shard = 0; shard < start.forms.length; shard++) found.push(...(await formsIn(shard)).filter(isTypo));
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
      if (postings.has(term)) return postings.get(term);
      const shard = shardOf(start.terms, term);
      const texts = await annexSearch.load("terms-" + shard);
      const at = 2 * (term - start.terms[shard]);
      const read = reader(texts[at + 1]);
      const rarity = read.number(), count = read.number();
      const documents = new Int32Array(count), levels = new Uint8Array(count);
      const even = Math.max(0, 30 - Math.clz32(start.documents / count)); // bits of a gap that are as likely as not
      for (let i = 0, document = -1; i < count; i++) {
        documents[i] = document += read.gap(even) + 1;
        levels[i] = read.rank();
      }
      const found = { forms: texts[at].split(" ").filter(Boolean), rarity, documents, levels };
      postings.set(term, found);
      return found;
    };

    // Returns where a term stands in each document that has it.
    const places = async (term) => {
      const shard = shardOf(start.places, term);
      const read = reader((await annexSearch.load("places-" + shard))[term - start.places[shard]]);
      const all = [];
      for (let own = [], place = 0; read.more();) {
        const number = read.number();
        own.push(place += number >> 1);
        if (number & 1) {
          all.push(own);
          own = [];
          place = 0;
        }
      }
      return all;
    };

    return { start, stop, weak, form, beginning, mostCommon, near, similar, posting, places, shardOf };
  };
})();
