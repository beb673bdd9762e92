// Loads the search index. It lies in scripts beside the pages, the only files that a browser loads from disk:
// each calls annexShard with its name, the mark of its index and its data.
"use strict";
(() => {
  const waiting = new Map(); // by name: how to hand over the data, or to give up
  const loaded = new Map();
  let mark;

  globalThis.annexShard = (name, from, data) => {
    mark ??= from;
    // What a browser has kept of an older index must not be mixed with the new one.
    if (from === mark) waiting.get(name)?.resolve(data);
    else waiting.get(name)?.reject(new Error(name + " is of another index"));
  };

  const insert = (name) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    waiting.set(name, { resolve, reject });
    script.src = annexSearch.root + "search/" + name + ".js" + (mark ? "?" + mark : "");
    script.addEventListener("error", () => reject(new Error(script.src + " cannot be loaded")));
    script.addEventListener("load", () => script.remove());
    document.head.append(script);
  });

  // Lets the page answer somebody who types, before what takes long.
  annexSearch.pause = () => new Promise((resolve) => setTimeout(resolve));

  // Returns the data of a shard, which is loaded once. One that failed may be asked for again.
  annexSearch.load = (name) => {
    if (!loaded.has(name)) {
      const shard = insert(name);
      loaded.set(name, shard);
      shard.catch(() => loaded.delete(name));
    }
    return loaded.get(name);
  };
})();
