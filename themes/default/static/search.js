// All that finds entries and shows them. It is loaded once somebody searches, in one file.
//= search-shards.js
//= search-words.js
//= search-lookup.js
//= search-query.js
//= search-rank.js
//= search-recent.js
//= search-hit.js
//= search-view.js
