// Makes what a list of results shows of one entry: at once its title, what it is, how it stands and its lead, and then
// the piece of its text in which the words stand.
"use strict";
(() => {
  const { element } = annexSearch;

  const marked = (parts) => parts.map(({ text, marked }) => marked ? element("mark", "", text) : text);

  annexSearch.hit = ({ id, title, label, lead, path, status: { text, tone } }, highlights) => {
    const link = element("a", "", ...marked(annexSearch.parts(title, highlights)));
    link.href = annexSearch.root + path;
    const about = element("p", "about", element("span", "", label));
    if (text) about.append(element("span", tone && "badge badge-" + tone, element("span", "", text)));
    const snip = element("p", "snip", ...marked(annexSearch.parts(lead, highlights)));
    return element("li", "", element("p", "what", element("span", "id", id), " ", link), about, snip);
  };

  annexSearch.addExcerpt = (item, { path }, { anchor, heading, parts }, highlights) => {
    const shown = marked(parts);
    if (heading) {
      const under = element(anchor ? "a" : "span", "under", ...marked(annexSearch.parts(heading, highlights)));
      if (anchor) under.href = annexSearch.root + path + "#" + anchor;
      shown.unshift(under, " · ");
    }
    item.querySelector(".snip").replaceChildren(...shown);
  };
})();
