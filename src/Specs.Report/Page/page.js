(() => {
  'use strict';
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const find = document.getElementById('q');
  const output = document.getElementById('count');
  const buttons = all('button[data-s]');
  const waiting = all('.f');
  const entries = [];

  const read = article => {
    const place = document.querySelector(`.tree li[data-f="${article.id}"]`);
    const about = [article.querySelector('.crumb'), article.querySelector('h2'), article.querySelector('.why')]
      .map(part => part ? part.textContent : '').join(' ');
    for (const card of all('.s', article)) {
      entries.push({
        card, article, place,
        rule: card.closest('.r'),
        text: `${about} ${card.textContent} ${card.dataset.t}`.toLowerCase(),
        tags: new Set(card.dataset.t.toLowerCase().split(' ')),
        states: new Set(card.dataset.s.split(' ')),
      });
    }
  };

  // Everything is read once: while the browser has nothing else to do, and the rest when somebody looks for something.
  const prepare = deadline => {
    while (waiting.length && deadline.timeRemaining() > 5) read(waiting.shift());
    if (waiting.length) requestIdleCallback(prepare);
  };
  const index = () => {
    while (waiting.length) read(waiting.shift());
    return entries;
  };

  // words | @tag | "some words" | not … | … and … | … or … | ( … ); and, or, not are words unless a tag is asked for.
  const parse = query => {
    const tokens = query.toLowerCase().match(/"[^"]*"?|[()]|[^\s()"]+/g) ?? [];
    const isExpression = tokens.some(token => token.startsWith('@'));
    let at = 0;
    const is = word => isExpression && tokens[at] === word;
    const one = () => {
      const token = tokens[at++];
      if (token === '(') {
        const inner = either();
        at += tokens[at] === ')' ? 1 : 0;
        return inner;
      }
      if (isExpression && token === 'not') {
        const inner = at < tokens.length ? one() : () => false;
        return entry => !inner(entry);
      }
      if (token.startsWith('@')) return entry => entry.tags.has(token);
      const words = token.replaceAll('"', '');
      return entry => entry.text.includes(words);
    };
    const both = () => {
      let left = one();
      while (at < tokens.length && tokens[at] !== ')' && !is('or')) {
        at += is('and') ? 1 : 0;
        if (at >= tokens.length) break;
        const [before, after] = [left, one()];
        left = entry => before(entry) && after(entry);
      }
      return left;
    };
    const either = () => {
      let left = at < tokens.length ? both() : () => true;
      while (is('or')) {
        at++;
        const [before, after] = [left, at < tokens.length ? both() : () => false];
        left = entry => before(entry) || after(entry);
      }
      return left;
    };
    const whole = either();
    while (at < tokens.length) at++;
    return whole;
  };

  const show = (element, isShown) => {
    if (element && element.hidden === isShown) element.hidden = !isShown;
  };

  const apply = () => {
    const query = find.value.trim();
    const states = buttons.filter(button => button.ariaPressed === 'true').map(button => button.dataset.s);
    const fits = parse(query);
    const kept = new Set();
    let count = 0;
    for (const entry of index()) {
      const isShown = (states.length === 0 || states.some(state => entry.states.has(state))) && (query === '' || fits(entry));
      show(entry.card, isShown);
      count += isShown ? 1 : 0;
      if (isShown) kept.add(entry.rule).add(entry.article).add(entry.place);
    }
    for (const entry of index()) {
      for (const element of [entry.rule, entry.article, entry.place]) show(element, kept.has(element));
    }
    for (const list of all('.tree ul')) show(list.previousElementSibling, list.querySelector('li:not([hidden])') !== null);
    const isAll = query === '' && states.length === 0;
    for (const part of all('.part')) show(part, isAll);
    output.value = isAll ? '' : `${count} of ${index().length} scenarios`;
    document.documentElement.dataset.found = count;
    const address = new URLSearchParams();
    if (query) address.set('q', query);
    if (states.length) address.set('status', states.join(','));
    const text = address.toString();
    history.replaceState(null, '', (text ? `?${text}` : location.pathname) + location.hash);
  };

  const press = button => {
    button.ariaPressed = button.ariaPressed === 'true' ? 'false' : 'true';
    apply();
  };

  const clear = () => {
    find.value = '';
    for (const button of buttons) button.ariaPressed = 'false';
    apply();
  };

  const step = direction => {
    const shown = index().filter(entry => !entry.card.hidden).map(entry => entry.card);
    const here = shown.indexOf(document.activeElement?.closest('.s'));
    const next = shown[here < 0 ? 0 : (here + direction + shown.length) % shown.length];
    next?.querySelector('a')?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };

  document.querySelector('.find').hidden = false;
  document.querySelector('.more').hidden = false;
  find.addEventListener('input', apply);
  for (const button of buttons) button.addEventListener('click', () => press(button));
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a');
    if (!link) return;
    if (link.dataset.q) {
      event.preventDefault();
      find.value = link.dataset.q;
      apply();
      find.focus();
    } else if (link.getAttribute('href')?.startsWith('#')) {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (target && (target.hidden || target.closest('[hidden]'))) clear();
    }
  });
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const isTyping = document.activeElement === find;
    if (event.key === 'Escape') { clear(); document.activeElement.blur(); }
    else if (isTyping) return;
    else if (event.key === '/') { event.preventDefault(); find.focus(); }
    else if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
  });

  window.requestIdleCallback?.(prepare);
  const asked = new URLSearchParams(location.search);
  if (asked.has('q') || asked.has('status')) {
    find.value = asked.get('q') ?? '';
    const states = (asked.get('status') ?? '').split(',');
    for (const button of buttons) button.ariaPressed = states.includes(button.dataset.s) ? 'true' : 'false';
    apply();
    if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }
})();
