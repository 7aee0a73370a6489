// A value as a tree that can be folded; `key` is nothing at the top.
const branch = (value, key, parent) => {
  const item = element(key === undefined ? 'div' : 'li', undefined, parent);
  const isNested = value !== null && typeof value === 'object';
  const members = isNested ? Object.entries(value) : [];
  const label = (holder) => {
    if (key !== undefined) element('span', key, holder, 'key').append(': ');
  };
  if (!members.length) {
    label(item);
    const kind = isNested || value === null || typeof value === 'boolean' ? 'word' : typeof value === 'number' ? 'number' : 'text';
    element('span', isNested ? (Array.isArray(value) ? '[]' : '{}') : JSON.stringify(value), item, kind);
    return item;
  }
  let holder = item;
  if (key !== undefined) {
    holder = element('details', undefined, item);
    holder.open = true;
    const summary = element('summary', undefined, holder);
    label(summary);
    element('small', counted(members.length, Array.isArray(value) ? 'element' : 'member'), summary);
  }
  const list = element('ul', undefined, holder);
  for (const [name, inner] of members) branch(inner, name, list);
  return item;
};

const tree = (value, parent) => {
  const holder = element('div', undefined, parent, 'tree');
  branch(value, undefined, holder);
};

// Pairs as an object; what comes twice becomes a list.
const pairs = (text) => {
  const object = {};
  for (const [key, value] of new URLSearchParams(text)) {
    object[key] = key in object ? [].concat(object[key], value) : value;
  }
  return object;
};

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

// What a request says: the parameters of its address, and its body where that is JSON or pairs.
const content = (request) => {
  const query = request.line.split('?').slice(1).join('?');
  const said = {};
  if (query) said.address = pairs(query);
  const body = parsed(request.body);
  if (body !== undefined && body !== null && typeof body === 'object') {
    if (!query) return body;
    said.body = body;
  } else if (request.body) {
    said.body = /^[^\s{}<>]+=\S*$/.test(request.body) ? pairs(request.body) : request.body;
  }
  return said;
};

const bytes = (request) => {
  const head = [request.line].concat(request.headers).join('\n');
  return request.body ? head + '\n\n' + request.body : head;
};

// All requests are shown in the same way, the one that was chosen last.
let view = 'tree';
const requestView = (request, parent) => {
  element('p', undefined, parent, 'request-line').append(element('code', request.line.split('?')[0]));
  const bar = element('div', undefined, parent, 'views');
  bar.role = 'group';
  bar.ariaLabel = 'How the request is shown';
  const shown = element('div', undefined, parent);
  const draw = () => {
    shown.replaceChildren();
    if (view === 'bytes') element('pre', bytes(request), shown);
    else tree(content(request), shown);
    for (const button of bar.querySelectorAll('button')) button.ariaPressed = String(button.value === view);
  };
  for (const [value, words] of [['tree', 'Tree'], ['bytes', 'Bytes']]) {
    const button = element('button', words, bar);
    button.type = 'button';
    button.value = value;
    button.addEventListener('click', () => {
      view = value;
      document.dispatchEvent(new Event('view'));
    });
  }
  element('small', counted(new TextEncoder().encode(request.body).length, 'byte') + ' of body', bar);
  document.addEventListener('view', draw, {signal: drawn.signal});
  draw();
};
let drawn = new AbortController();
