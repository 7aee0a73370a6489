const index = read('index');
const states = new Map(index.states.map((state) => [state.name, state]));

const entries = index.entries.map(([name, origin, pattern, face, kind], place) => ({
  place,
  name: index.texts[name],
  origin: index.texts[origin],
  face: index.texts[face],
  kind: index.texts[kind],
  cells: index.patterns[pattern]
}));
// Cells are shared by all entries that have the same.
for (const pattern of index.patterns) {
  pattern.forEach((cell, place) => {
    const [to, side, state, count] = cell;
    pattern[place] = {to: index.texts[to], side: index.texts[side], state: index.texts[state], count};
  });
}

const chunkID = (place) => 'chunk-' + Math.floor(place / index.chunk);

let last = {};
const chunk = (id) => {
  if (last.id !== id) last = {id, content: read(id)};
  return last.content;
};

// An entry with all of its details; nothing while the page is still being read up to there.
const details = (place) => {
  const content = chunk(chunkID(place));
  const entry = content && content.entries[place % index.chunk];
  if (!entry) return null;
  const text = (value) => typeof value === 'number' ? content.texts[value]
    : Array.isArray(value) ? value.map(text)
    : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, text(inner)]))
    : value;
  return {
    problems: text(entry.problems || []),
    counts: text(entry.counts || []),
    halves: entry.halves.map(({tags, ...half}) => {
      const side = text(half.side);
      return {...text(half), tags: tags.map((tag) => ({...text(content.tags[tag]), side}))};
    })
  };
};

// Whether a text stands anywhere in the details of an entry.
const holds = (place, matches) => {
  const content = chunk(chunkID(place));
  const entry = content && content.entries[place % index.chunk];
  if (!entry) return false;
  if (!content.matched || content.matched.by !== matches) {
    content.matched = {by: matches, texts: new Set(content.texts.map((text, place) => matches(text) ? place : -1))};
  }
  const found = content.matched.texts;
  const isIn = (value) => typeof value === 'number' ? found.has(value)
    : value && typeof value === 'object' ? Object.values(value).some(isIn) : false;
  return isIn([entry.problems, entry.counts])
    || entry.halves.some(({tags, ...half}) => isIn(half) || tags.some((tag) => isIn(content.tags[tag])));
};
