extension SimulationPage {
  /// How the page looks: three columns, on a phone one below the other.
  static let style = """
    :root { color-scheme: light dark; --line: #8884; --chosen: #1a73e8; --bad: light-dark(#c5221f, #f28b82); --good: light-dark(#137333, #81c995); --held: light-dark(#a05a00, #fdd663); --quiet: light-dark(#666, #aaa) }
    * { box-sizing: border-box }
    body { margin: 0; font: 15px/1.45 system-ui, sans-serif }
    main { display: grid; grid-template-columns: 15rem 20rem 1fr; height: 100vh }
    nav, section, article { overflow: auto; border-right: 1px solid var(--line); padding: .5rem; min-width: 0 }
    article { border: 0; padding: .5rem 1rem }
    h2 { font-size: 1rem; margin: .25rem .5rem }
    article h2 { margin-inline: 0 }
    h3 { font-size: .95rem; margin: 1.2rem 0 .3rem }
    ul { list-style: none; margin: 0; padding: 0 }
    nav p { margin: .25rem .5rem; color: var(--quiet) }
    input { width: 100%; font: inherit; margin: .25rem 0; padding: .3rem .5rem }
    button { all: unset; display: block; width: 100%; box-sizing: border-box; padding: .4rem .5rem; border-radius: .4rem; cursor: pointer; overflow-wrap: anywhere }
    button:hover { background: #8882 }
    button[aria-current=true] { background: var(--chosen); color: #fff }
    button:focus-visible { outline: 2px solid var(--chosen); outline-offset: 1px }
    button[aria-current=true]:focus-visible { outline-color: currentColor; outline-offset: -4px }
    small { display: block; color: var(--quiet) }
    button[aria-current=true] small { color: inherit }
    .failed { color: var(--bad) } .success { color: var(--good) } .refused { color: var(--held) }
    button[aria-current=true] :is(.failed, .success, .refused) { color: inherit }
    pre { background: #8881; border-radius: .4rem; padding: .6rem; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; margin: .3rem 0 }
    table { border-collapse: collapse; width: 100% }
    th, td { text-align: left; vertical-align: top; border-top: 1px solid var(--line); padding: .25rem .5rem .25rem 0; overflow-wrap: anywhere; font-weight: 400 }
    th { width: 14rem; color: var(--quiet) }
    td { font-family: ui-monospace, monospace; font-size: .9em }
    @media (max-width: 60rem) {
      main { display: block; height: auto }
      nav, section { max-height: 38vh; border-right: 0; border-bottom: 1px solid var(--line) }
      th { width: 40% }
    }
    """

  /// What the page does: arrow keys move in a list and from list to list.
  static let script = """
    'use strict';
    const data = JSON.parse(document.getElementById('data').textContent);
    const lists = {events: document.getElementById('events'), tags: document.getElementById('tags')};
    const details = document.getElementById('details');
    const element = (name, text, parent, kind) => {
      const made = document.createElement(name);
      if (text !== undefined) made.textContent = text;
      if (kind) made.className = kind;
      if (parent) parent.append(made);
      return made;
    };
    const kinds = {'success': 'success', 'refused by consent': 'refused', 'not simulated': '', 'not fired': ''};
    const kind = (tag) => tag.outcome in kinds ? kinds[tag.outcome] : 'failed';
    const count = (event, matches, word) => {
      const number = event.tags.filter(matches).length;
      return number ? ', ' + number + ' ' + word : '';
    };
    const fill = (list, entries, show) => {
      list.replaceChildren();
      entries.forEach((entry, place) => {
        const button = element('button', undefined, element('li', undefined, list));
        button.type = 'button';
        button.tabIndex = place ? -1 : 0;
        element('span', entry.title, button);
        element('small', entry.note, button, entry.kind);
        button.addEventListener('click', () => choose(list, button, () => show(place)));
        button.addEventListener('focus', () => choose(list, button, () => show(place)));
      });
    };
    const choose = (list, button, show) => {
      if (button.getAttribute('aria-current') === 'true') return;
      for (const other of list.querySelectorAll('button')) {
        other.setAttribute('aria-current', other === button);
        other.tabIndex = other === button ? 0 : -1;
      }
      show();
    };
    const table = (title, rows) => {
      if (!rows.length) return;
      element('h3', title, details);
      const body = element('table', undefined, details);
      for (const row of rows) {
        const line = element('tr', undefined, body);
        element('th', row.name, line).scope = 'row';
        element('td', row.value, line);
      }
    };
    const texts = (title, lines) => {
      if (!lines.length) return;
      element('h3', title, details);
      element('pre', lines.join('\\n'), details);
    };
    const showData = (event) => {
      details.replaceChildren();
      element('h2', event.name, details);
      element('p', event.origin + ', ' + event.reader, details);
      texts('Counted', event.notes);
      texts('Event data', [JSON.stringify(event.data, null, 2)]);
    };
    const showTag = (tag) => {
      details.replaceChildren();
      element('h2', tag.name, details);
      element('p', tag.type + ': ' + tag.outcome + ', ' + tag.reason, details, kind(tag));
      for (const request of tag.requests) {
        texts('Request', [request.line].concat(request.headers, request.body ? ['', request.body] : []));
      }
      texts('Calls on the page', tag.calls);
      texts('Cookies', tag.cookies);
      texts('Response headers', tag.headers);
      texts('Pixels', tag.pixels);
      texts('Console', tag.logs);
      table('Variables', tag.variables.map((one) => ({name: '{{' + one.name + '}}', value: one.value})));
      table('Settings', tag.settings);
    };
    const showProblem = (event) => {
      fill(lists.tags, [], () => {});
      details.replaceChildren();
      element('h2', event.origin, details);
      element('p', event.problem, details, 'failed');
    };
    const showEvent = (place) => {
      const event = visible[place];
      if (event.problem) return showProblem(event);
      const tags = event.tags.map((tag) => tag).sort((a, b) => b.fired - a.fired);
      const entries = [{title: 'Event data', note: event.reader, kind: ''}].concat(tags.map((tag) => ({
        title: tag.name,
        note: tag.fired && kind(tag) !== 'refused' ? tag.outcome + ', ' + tag.requests.length + (tag.requests.length === 1 ? ' request' : ' requests') : tag.outcome,
        kind: kind(tag)
      })));
      fill(lists.tags, entries, (chosen) => chosen ? showTag(tags[chosen - 1]) : showData(event));
      const first = tags.findIndex((tag) => tag.fired && tag.requests.length) + 1;
      lists.tags.querySelectorAll('button')[first].click();
    };
    const entry = (event) => ({
      title: event.name,
      note: event.origin + count(event, (tag) => tag.fired && kind(tag) !== 'refused', 'fired') + count(event, (tag) => kind(tag) === 'refused', 'refused by consent'),
      kind: event.problem ? 'failed' : ['failed', 'refused'].find((one) => event.tags.some((tag) => kind(tag) === one)) || ''
    });
    const filter = document.getElementById('filter');
    const list = () => {
      const word = filter.value.toLowerCase();
      visible = data.events.filter((event) => [event.name, event.origin, event.problem || ''].concat(event.tags.filter((tag) => tag.fired).map((tag) => tag.name + ' ' + tag.outcome)).join(' ').toLowerCase().includes(word));
      fill(lists.events, visible.map(entry), showEvent);
      const fires = (event) => event.tags.some((tag) => tag.fired);
      const pushed = visible.findIndex((event) => event.origin.startsWith('push') && fires(event));
      const first = lists.events.querySelectorAll('button')[Math.max(0, pushed < 0 ? visible.findIndex(fires) : pushed)];
      if (first) first.click();
      else details.replaceChildren('There is no event.');
    };
    let visible = data.events;
    const all = {tags: data.events.flatMap((event) => event.tags)};
    document.getElementById('totals').textContent = data.events.length + (data.events.length === 1 ? ' event' : ' events')
      + count(all, (tag) => kind(tag) === 'success', 'tags succeeded') + count(all, (tag) => kind(tag) === 'refused', 'refused by consent') + count(all, (tag) => kind(tag) === 'failed', 'failed');
    filter.hidden = data.events.length < 10;
    filter.addEventListener('input', list);
    list();
    if (data.omitted) element('p', data.omitted + ' further events are left out', lists.events.parentElement);
    document.addEventListener('keydown', (event) => {
      const focused = document.activeElement;
      if (focused === filter) return;
      const list = focused && focused.closest('ul');
      const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
      if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
        const order = [lists.events, lists.tags, details];
        const place = list ? order.indexOf(list) : focused === details ? 2 : 0;
        const next = order[Math.min(2, Math.max(0, place + (event.key === 'ArrowRight' ? 1 : -1)))];
        (next.querySelector('button[aria-current=true]') || next).focus();
        event.preventDefault();
      } else if (step && list) {
        const buttons = [...list.querySelectorAll('button')];
        const next = buttons[buttons.indexOf(focused) + step];
        if (next) next.focus();
        event.preventDefault();
      }
    });
    """
}
