const article = document.getElementById('entry');

// What the code of a tag says of itself, such as why it sent nothing.
const said = (tag) => (tag.logs || []).map((line) => (parsed(line) || {}).Message).filter((one) => typeof one === 'string');

const texts = (title, lines, parent) => {
  if (!lines || !lines.length) return;
  element('h4', title, parent);
  element('pre', lines.join('\n'), parent);
};

const table = (title, rows, parent) => {
  if (!rows || !rows.length) return;
  const fold = element('details', undefined, parent, 'more');
  element('summary', title + ' (' + rows.length + ')', fold);
  const body = element('tbody', undefined, element('table', undefined, fold, 'values'));
  for (const [name, value] of rows) {
    const line = element('tr', undefined, body);
    element('th', name, line).scope = 'row';
    element('td', value, line, value === 'undefined' ? 'value undefined' : 'value');
  }
};

const tagDetails = (tag, parent) => {
  for (const request of tag.requests || []) requestView(request, parent);
  texts('Calls on the page', tag.calls, parent);
  texts('Cookies', tag.cookies, parent);
  texts('Response headers', tag.headers, parent);
  texts('Addresses loaded', tag.pixels, parent);
  texts('Console', tag.logs, parent);
  table('Variables', (tag.variables || []).map(([name, value]) => ['{{' + name + '}}', value]), parent);
  table('Fields', tag.settings, parent);
  element('p', undefined, parent).append(element('small', 'Type: ' + tag.type));
};

// A tag on one line: what became of it, its name, and why; what it did is below it.
const tagLine = (tag, parent) => {
  const state = states.get(tag.state);
  const fold = element('details', undefined, parent, 'tag');
  fold.tag = tag;
  const line = element('summary', undefined, fold);
  element('span', state.mark + ' ', line, tag.state).ariaHidden = 'true';
  element(tag.state === 'idle' ? 'span' : 'b', tag.name, line);
  const words = tag.state === 'failed' && tag.outcome !== 'failure' ? tag.outcome : state.words;
  line.append(' ');
  if (tag.state === 'idle') fold.classList.add('idle');
  else element('span', words, line, tag.state);
  const reasons = tag.state === 'sent' ? [] : said(tag).slice(-1);
  element('small', ' – ' + reasons.concat(tag.reason).join(' – '), line);
  const holder = element('div', undefined, fold);
  fold.fill = () => {
    if (!holder.firstChild) tagDetails(tag, holder);
  };
  fold.addEventListener('toggle', fold.fill);
  return fold;
};

const byDestination = (tags) => {
  const groups = new Map();
  for (const tag of tags) groups.set(tag.to, (groups.get(tag.to) || []).concat(tag));
  return groups;
};

const tagList = (title, halves, matches, parent) => {
  const count = halves.reduce((sum, half) => sum + half.tags.filter(matches).length, 0);
  element('h3', title + ' (' + count + ')', parent);
  const columns = element('div', undefined, parent, halves.length > 1 ? 'halves both' : 'halves');
  for (const half of halves) {
    const column = element('section', undefined, columns);
    const tags = half.tags.filter(matches);
    if (halves.length > 1) element('h4', half.side === 'browser' ? 'Browser' : 'Server', column);
    for (const [to, group] of byDestination(tags)) {
      const section = element('section', undefined, column, 'group');
      element('h5', to, section);
      const lines = element('div', undefined, section);
      for (const tag of group) tagLine(tag, lines);
    }
    if (!tags.length) element('p', 'none', column, 'idle');
  }
};

// Whether the page had not been read up to the details of the entry.
let isPending = false;

const show = (entry) => {
  drawn.abort();
  drawn = new AbortController();
  const known = details(entry.place);
  article.replaceChildren();
  const back = element('button', '‹ All events', article);
  back.type = 'button';
  back.id = 'back';
  back.addEventListener('click', leaveEntry);
  const head = element('div', undefined, article, 'entry-head');
  element('h2', entry.name, head);
  element('small', entry.origin, head);
  if (entry.face) element('span', entry.face, head, 'face ' + entry.kind);
  isPending = !known;
  if (isPending) return element('p', 'The page is still being read.', article);
  for (const problem of known.problems) element('p', problem, article, 'fault');
  for (const [kind, text] of known.counts) element('p', text, article, 'note ' + kind);
  for (const half of known.halves) {
    element('p', undefined, article).append(
      element('small', (half.side === 'browser' ? 'Browser: ' : 'Server: ') + half.reader));
    for (const note of half.notes || []) element('p', note, article, 'note');
  }
  if (!known.halves.length) return;
  tagList('Fired', known.halves, (tag) => tag.fired || tag.state === 'refused', article);
  tagList('Not fired', known.halves, (tag) => !tag.fired && tag.state !== 'refused', article);
  element('h3', 'Event data', article);
  const columns = element('div', undefined, article, known.halves.length > 1 ? 'halves both' : 'halves');
  for (const half of known.halves) {
    const column = element('section', undefined, columns);
    if (known.halves.length > 1) element('h4', half.side === 'browser' ? 'Browser' : 'Server', column);
    tree(parsed(half.data), column);
  }
  openFirst();
};

// Opens the tag that the filter is about; else one that sent something from the server, since people look for that; else
// whatever left the page, or failed.
const openFirst = () => {
  // Those of the server come first.
  const folds = [...article.querySelectorAll('.tag')].sort((one, other) => other.tag.side.localeCompare(one.tag.side));
  const orders = [
    (tag) => (filter.to || filter.side || filter.state) && keys.every((key) => key === 'event' || !filter[key] || tag[key] === filter[key]),
    (tag) => tag.requests && tag.state === 'sent', (tag) => tag.calls, (tag) => tag.state === 'failed'
  ];
  for (const isWanted of orders) {
    const fold = folds.find((one) => one.tag.state !== 'idle' && isWanted(one.tag));
    if (!fold) continue;
    fold.fill();
    fold.open = true;
    return;
  }
};
