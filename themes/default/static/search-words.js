// Cuts a text into words and finds IDs in it, just as search/word.go does when the index is made.
"use strict";
(() => {
  const separators = "\\0-/:-@[-`{-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u037e\u0387\u0589\u058a\u05be\u060c\u061b-\u061f"
    + "\u06d4\u0964\u0965\u2000-\u2bff\u2e00-\u2e7f\u3000-\u3020\u30fb\ud800-\uf8ff\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffff";
  const letters = "[^" + separators + "]+";
  const word = new RegExp(letters + "(?:['\u2019]" + letters + ")*", "g");
  const longest = 40;

  // One character after the other, for a whole word in capitals may become another one.
  const lower = (text) => /^[\0-\x7f]*$/.test(text) ? text.toLowerCase() : [...text].map((c) => c.toLowerCase()[0]).join("");

  // Returns the words of a text, each with its place.
  annexSearch.words = (text) => [...text.matchAll(word)].map(({ 0: found, index }) => ({
    word: lower(found.replaceAll("\u2019", "'").slice(0, longest)), start: index, end: index + found.length,
  }));

  annexSearch.longestPart = (text) => text.split("'").reduce((longest, part) => part.length > longest.length ? part : longest, "");

  annexSearch.slug = (text) => annexSearch.words(text.normalize("NFC")).map(({ word }) => word).join("-");

  // Returns what all spellings of an ID have in common, “r.12” for R-012, or nothing for what does not look like one.
  annexSearch.idKey = (text) => {
    const parts = text.match(/[A-Za-z]+|[0-9]+/g) ?? [];
    if (parts.length < 2 || !/[0-9]/.test(text)) return "";
    return parts.map((part) => part.toLowerCase().replace(/^0+(?=[0-9])/, "")).join(".");
  };

  // Returns everything in a text that looks like an ID, with its place.
  annexSearch.ids = (text) => [...text.matchAll(/[A-Za-z0-9](?:[A-Za-z0-9.:_-]*[A-Za-z0-9])?/g)]
    .map(({ 0: found, index }) => ({ key: annexSearch.idKey(found), start: index, end: index + found.length }))
    .filter(({ key }) => key);
})();
