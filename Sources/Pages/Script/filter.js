const search = document.getElementById('search');
const clear = document.getElementById('clear');
const keys = ['event', 'to', 'side', 'state'];
const filterButtons = document.querySelectorAll('.map button, .totals button');
let filter = {};
// The entries that hold what is searched for; nothing where nothing is.
let hits = null;

const isShown = (entry) => {
  if (filter.event && entry.name !== filter.event) return false;
  const isWanted = (cell) => ['to', 'side', 'state'].every((key) => filter[key] ? cell[key] === filter[key] : key !== 'state' || cell.state !== 'idle');
  if ((filter.to || filter.side || filter.state) && !entry.cells.some(isWanted)) return false;
  return !hits || hits.has(entry.place);
};

let kept;
// What is shown stands in the address, so that it can be passed on; browsers refuse to change that too often.
const keep = () => {
  clearTimeout(kept);
  kept = setTimeout(keepNow, 200);
};
const keepNow = () => {
  const state = new URLSearchParams(Object.entries({...filter, search: search.value.trim()}).filter((pair) => pair[1]));
  if (current) state.set('at', current.place + 1);
  history.replaceState(null, '', '#' + state);
};

const apply = () => {
  const shown = entries.filter(isShown);
  rows.forEach((item, place) => { item.hidden = true; });
  for (const entry of shown) if (rows[entry.place]) rows[entry.place].hidden = false;
  const hasKey = keys.some((key) => filter[key]);
  const isFiltered = hasKey || Boolean(hits);
  document.getElementById('found').textContent =
    isFiltered ? shown.length + ' of ' + counted(entries.length, 'event') : counted(entries.length, 'event');
  clear.hidden = !isFiltered;
  for (const button of filterButtons) {
    button.ariaPressed = String(hasKey && keys.every((key) => (button.dataset[key] || '') === (filter[key] || '')));
  }
  if (!current || !isShown(current)) choose(shown[0] || null);
  else if (filter.to) show(current);
  keep();
};

// Shows what one of the buttons stands for; pressed again, everything.
const press = (button) => {
  const isPressed = button.ariaPressed === 'true';
  filter = {};
  if (!isPressed) for (const key of keys) if (button.dataset[key]) filter[key] = button.dataset[key];
  apply();
};
for (const button of filterButtons) {
  button.addEventListener('click', () => press(button));
}

// First what the list shows, then all the details, a chunk at a time.
let run = 0;
const find = () => {
  const words = search.value.trim().toLowerCase();
  const own = run += 1;
  if (!words) {
    hits = null;
    return apply();
  }
  const matches = (text) => text.toLowerCase().includes(words);
  hits = new Set(entries.filter((entry) => matches(entry.name + ' ' + entry.origin + ' ' + entry.face)).map((entry) => entry.place));
  apply();
  const step = (start) => {
    if (own !== run) return;
    const known = hits.size;
    const end = Math.min(start + index.chunk, entries.length);
    for (let place = start; place < end; place += 1) if (!hits.has(place) && holds(place, matches)) hits.add(place);
    if (hits.size > known) apply();
    if (end < entries.length) setTimeout(step, 0, end);
  };
  step(0);
};
let wait;
search.addEventListener('input', () => {
  clearTimeout(wait);
  wait = setTimeout(find, 120);
});
clear.addEventListener('click', () => {
  filter = {};
  search.value = '';
  find();
  search.focus();
});
