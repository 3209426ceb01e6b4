(() => {
  'use strict';
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const find = document.getElementById('q');
  const output = document.getElementById('count');
  const buttons = all('button[data-s]');
  const places = new Map(all('.tree li[data-f]').map(place => [place.dataset.f, place]));

  // Where script runs, a browser keeps what stands in noscript as one text, so that it costs nothing until it is needed.
  const features = all('.f').map(article => {
    const folded = article.querySelector('noscript');
    const html = folded ? folded.textContent : article.innerHTML;
    return { article, folded, html, place: places.get(article.id), scenarios: null };
  });

  const plain = html => html
    .replace(/<\/?(?:a|b|code|em|small|strong)\b[^>]*>/g, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
    .replaceAll('&quot;', '"').replaceAll('&#39;', "'").toLowerCase();

  // Texts are compared as they stand in the page: these three are escaped in both.
  const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

  const read = feature => {
    if (feature.scenarios) return feature.scenarios;
    const about = plain(all('.crumb,h2,.why', feature.article).map(part => part.outerHTML).join(' '));
    const cards = feature.html.matchAll(/<section id="[^"]*" class="s [^"]*" data-s="([^"]*)" data-t="([^"]*)">(.*?)<\/section>/gs);
    feature.scenarios = [...cards].map(([, states, tags, body]) => {
      const names = plain(tags);
      return {
        text: `${about} ${plain(body)} ${names}`, tags: new Set(names.split(' ')), states: new Set(states.split(' ')), isShown: true,
      };
    });
    return feature.scenarios;
  };

  const show = (element, isShown) => {
    if (element && element.hidden === isShown) element.hidden = !isShown;
  };

  // Only what can be seen is kept in step with what is looked for; the rest follows when it is unfolded.
  const narrow = feature => {
    if (feature.folded || !feature.scenarios) return;
    all('.s', feature.article).forEach((card, number) => show(card, feature.scenarios[number].isShown));
    for (const rule of all('.r', feature.article)) show(rule, rule.querySelector('.s:not([hidden])') !== null);
  };

  const unfold = feature => {
    if (!feature.folded) return;
    feature.folded.insertAdjacentHTML('beforebegin', feature.html);
    feature.folded.remove();
    feature.folded = null;
    narrow(feature);
  };
  const unfoldAll = () => features.forEach(unfold);

  // While the browser has nothing else to do, the page becomes whole, so that its own search finds everything; a
  // reader who begins to type meanwhile waits for one slice at most.
  const sliceMilliseconds = 10;
  let next = 0;
  const prepare = () => {
    const began = performance.now();
    while (next < features.length && performance.now() - began < sliceMilliseconds) {
      read(features[next]);
      unfold(features[next++]);
    }
    if (next < features.length) requestIdleCallback(prepare);
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
      const words = escaped(token.replaceAll('"', ''));
      if (token.startsWith('@')) return entry => entry.tags.has(words);
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

  const apply = () => {
    const query = find.value.trim();
    const states = buttons.filter(button => button.ariaPressed === 'true').map(button => button.dataset.s);
    const isAll = query === '' && states.length === 0;
    const fits = parse(query);
    let [total, count] = [0, 0];
    for (const feature of features) {
      let shown = 0;
      for (const scenario of read(feature)) {
        scenario.isShown = isAll || ((states.length === 0 || states.some(state => scenario.states.has(state))) && fits(scenario));
        shown += scenario.isShown ? 1 : 0;
        total++;
      }
      count += shown;
      if (shown > 0) narrow(feature);
      for (const element of [feature.article, feature.place]) show(element, isAll || shown > 0);
    }
    for (const list of all('.tree ul')) show(list.previousElementSibling, list.querySelector('li:not([hidden])') !== null);
    for (const part of all('.part')) show(part, isAll);
    output.value = isAll ? '' : `${count} of ${total} scenarios`;
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
    unfoldAll();
    const shown = all('.f:not([hidden]) .s:not([hidden])');
    const here = shown.indexOf(document.activeElement?.closest('.s'));
    const next = shown[here < 0 ? 0 : (here + direction + shown.length) % shown.length];
    next?.querySelector('a')?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };

  // Goes to where an address leads, which may still be folded or hidden by a search.
  const reveal = hash => {
    const id = hash.slice(1);
    const folded = id && !document.getElementById(id) && features.find(feature => feature.folded && feature.html.includes(` id="${id}"`));
    if (folded) unfold(folded);
    const target = document.getElementById(id);
    if (target?.closest('[hidden]')) clear();
    return target;
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
      reveal(link.hash);
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

  addEventListener('hashchange', () => reveal(location.hash)?.scrollIntoView());
  addEventListener('beforeprint', unfoldAll);
  matchMedia('print').addEventListener('change', unfoldAll);

  const near = new IntersectionObserver(seen => {
    for (const { target } of seen.filter(entry => entry.isIntersecting)) {
      unfold(features.find(feature => feature.article === target));
      near.unobserve(target);
    }
  }, { rootMargin: '50%' });
  for (const feature of features) near.observe(feature.article);
  if (window.requestIdleCallback) requestIdleCallback(prepare);
  else setTimeout(unfoldAll);

  const asked = new URLSearchParams(location.search);
  if (asked.has('q') || asked.has('status')) {
    find.value = asked.get('q') ?? '';
    const states = (asked.get('status') ?? '').split(',');
    for (const button of buttons) button.ariaPressed = states.includes(button.dataset.s) ? 'true' : 'false';
    apply();
  }
  if (location.hash) reveal(location.hash)?.scrollIntoView();
})();
