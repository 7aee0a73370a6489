document.documentElement.classList.remove('static');

// Of the buttons of a table one is reached by Tab, the others by arrow keys.
const cells = [...document.querySelectorAll('.map tr')].map((line) => [...line.querySelectorAll('button')]).filter((line) => line.length);
for (const line of cells) for (const button of line) button.tabIndex = button === cells[0][0] ? 0 : -1;
const moveInMap = (button, key) => {
  const at = cells.findIndex((line) => line.includes(button));
  const line = cells[at];
  const place = line.indexOf(button);
  const above = cells[at + (key === 'ArrowDown' ? 1 : -1)] || line;
  // The nearest in the next row, by where it stands on the screen.
  const middle = (one) => one.getBoundingClientRect().left;
  const next = key === 'ArrowRight' ? line[place + 1] : key === 'ArrowLeft' ? line[place - 1]
    : above.slice().sort((one, other) => Math.abs(middle(one) - middle(button)) - Math.abs(middle(other) - middle(button)))[0];
  if (!next) return;
  button.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
};

const moveInList = (key) => {
  const shown = entries.filter(isShown);
  const at = shown.indexOf(current);
  const next = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1}[key];
  const entry = shown[Math.max(0, Math.min(shown.length - 1, next))];
  choose(entry);
  buttonOf(entry).focus();
};

document.addEventListener('keydown', (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const focused = document.activeElement;
  const isMove = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].includes(event.key);
  if (focused === search) {
    if (event.key === 'Escape' && (search.value || !clear.hidden)) clear.click();
    else if (event.key === 'ArrowDown' && current) buttonOf(current).focus();
    else return;
  } else if (event.key === '/') {
    leaveEntry();
    search.focus();
  } else if (focused.closest('.map') && isMove) {
    moveInMap(focused, event.key);
  } else if (list.contains(focused) && ['ArrowUp', 'ArrowDown', 'Home', 'End'].includes(event.key)) {
    moveInList(event.key);
  } else if (list.contains(focused) && ['ArrowRight', 'Enter'].includes(event.key)) {
    enterEntry();
    article.focus();
  } else if (article.contains(focused) && ['ArrowLeft', 'Escape'].includes(event.key)) {
    leaveEntry();
  } else if (article.contains(focused) && ['ArrowUp', 'ArrowDown'].includes(event.key) && focused.closest('summary')) {
    const all = [...article.querySelectorAll('summary')].filter((one) => one.checkVisibility());
    const next = all[all.indexOf(focused) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next) next.focus();
  } else if (event.key === 'Escape' && !clear.hidden) {
    clear.click();
  } else {
    return;
  }
  event.preventDefault();
});

// On paper everything of the chosen event is open.
let opened = [];
addEventListener('beforeprint', () => {
  fillAll();
  opened = [...article.querySelectorAll('details:not([open])')];
  for (const fold of opened) {
    if (fold.fill) fold.fill();
    fold.open = true;
  }
});
addEventListener('afterprint', () => {
  for (const fold of opened) fold.open = false;
});
const fillAll = () => {
  while (rows.length < entries.length) row(entries[rows.length]).hidden = !isShown(entries[rows.length - 1]);
};

// The page opens on what its address says, else on the first event of which something was sent.
const state = new URLSearchParams(location.hash.slice(1));
for (const key of keys) if (state.get(key)) filter[key] = state.get(key);
search.value = state.get('search') || '';
const wanted = entries[Number(state.get('at')) - 1]
  || entries.find((entry) => isShown(entry) && entry.origin.startsWith('push') && entry.cells.some((cell) => cell.state === 'sent'))
  || entries.find((entry) => isShown(entry) && entry.cells.some((cell) => cell.state === 'sent'));
fillRows();
if (wanted) choose(wanted);
if (search.value) find();
else apply();
if (state.get('at')) enterEntry();
// An event that stands further down in the page than what was read so far.
addEventListener('DOMContentLoaded', () => {
  if (isPending) show(current);
}, {once: true});
