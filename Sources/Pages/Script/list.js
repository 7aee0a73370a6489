const list = document.getElementById('events');
const rows = [];
let current = null;

// So many rows are made at once; the others follow while nothing else is to be done.
const batch = 200;

const row = (entry) => {
  if (rows[entry.place]) return rows[entry.place];
  const item = element('li');
  const button = element('button', undefined, item);
  button.type = 'button';
  button.tabIndex = -1;
  element('span', entry.name, button);
  element('small', entry.origin, button);
  if (entry.face) element('span', entry.face, button, entry.kind);
  const marks = element('span', undefined, button, 'marks');
  for (const state of states.values()) {
    if (state.name === 'idle') continue;
    const count = entry.cells.filter((cell) => cell.state === state.name).reduce((sum, cell) => sum + cell.count, 0);
    if (!count) continue;
    const mark = element('span', state.mark + ' ' + count, marks, state.name);
    mark.title = count + ' ' + state.words;
    mark.ariaLabel = mark.title;
    mark.role = 'img';
  }
  button.addEventListener('click', () => {
    choose(entry);
    enterEntry();
  });
  rows[entry.place] = item;
  list.append(item);
  return item;
};

const fillRows = () => {
  for (let made = 0; rows.length < entries.length && made < batch; made += 1) row(entries[rows.length]).hidden = !isShown(entries[rows.length - 1]);
  if (rows.length < entries.length) setTimeout(fillRows);
};

const buttonOf = (entry) => row(entry).firstChild;

const choose = (entry) => {
  if (current === entry) return;
  if (current) {
    buttonOf(current).ariaCurrent = null;
    buttonOf(current).tabIndex = -1;
  }
  current = entry;
  if (!entry) return article.replaceChildren('No event matches.');
  while (rows.length <= entry.place) row(entries[rows.length]).hidden = !isShown(entries[rows.length - 1]);
  buttonOf(entry).ariaCurrent = 'true';
  buttonOf(entry).tabIndex = 0;
  show(entry);
  keep();
};

// On a narrow screen the entry takes the place of the list.
const enterEntry = () => {
  document.body.classList.add('reading');
  const top = article.getBoundingClientRect().top;
  if (top < 0) article.scrollIntoView();
};
const leaveEntry = () => {
  document.body.classList.remove('reading');
  if (current) buttonOf(current).focus();
};
