// Puts it all together.

const PRINTED = 2000;

function show() {
  showControls();
  showTable();
  showDetail();
}

/** Links of the page that mean a choice: verdict tiles, "show these migrations", bars of the timeline, section links. */
function follow(event) {
  const link = event.target.closest('a');
  const target = link?.getAttribute('href') ?? '';
  if (!target.startsWith('#')) {
    return;
  }
  event.preventDefault();
  if (link.dataset.verdict) {
    showOnly({ v: new Set([link.dataset.verdict]) });
  } else if (link.dataset.finding) {
    showOnly({ f: link.dataset.finding });
  } else if (link.dataset.rule) {
    showOnly({ r: new Set([link.dataset.rule]) });
  } else if (link.dataset.run) {
    choose({ m: link.dataset.run }, { remember: true });
  } else {
    goTo(target.slice(1));
  }
}

function slash(event) {
  const typing = event.target.closest?.('input, select, textarea');
  if (event.key === '/' && !typing && !dialog.open && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    search.focus();
    search.select();
  } else if (event.key === 'Escape' && event.target === search && state.q) {
    choose({ q: '' });
  }
}

const THEMES = { '': 'Theme: auto', light: 'Theme: light', dark: 'Theme: dark' };

function buildTheme() {
  const toggle = byId('theme');
  const root = document.documentElement;
  const label = () => { toggle.textContent = THEMES[root.dataset.theme ?? '']; };
  toggle.hidden = false;
  toggle.addEventListener('click', () => {
    const order = Object.keys(THEMES);
    const theme = order[(order.indexOf(root.dataset.theme ?? '') + 1) % order.length];
    if (theme) {
      root.dataset.theme = theme;
    } else {
      delete root.dataset.theme;
    }
    try {
      localStorage.setItem('premotion-theme', theme);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    label();
  });
  label();
}

/** The link of the section that is being read is marked. */
function buildNavigation() {
  const links = new Map([...document.querySelectorAll('nav a')].map((link) => [link.getAttribute('href').slice(1), link]));
  const inView = new Set();
  const observer = new IntersectionObserver((entries) => {
    entries.forEach((entry) => inView[entry.isIntersecting ? 'add' : 'delete'](entry.target.id));
    const current = [...links.keys()].find((id) => inView.has(id));
    links.forEach((link, id) => (id === current ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')));
  }, { rootMargin: '-60px 0px -55% 0px' });
  links.forEach((link, id) => observer.observe(byId(id)));
}

/** Paper has no pages to turn: all rows that pass the filter, and every rule open. */
function buildPrinting() {
  let closed = [];
  addEventListener('beforeprint', () => {
    renderRows(found.slice(0, PRINTED));
    closed = [...document.querySelectorAll('main details:not([open])')];
    closed.forEach((node) => { node.open = true; });
  });
  addEventListener('afterprint', () => {
    renderRows(pageRows());
    closed.forEach((node) => { node.open = false; });
  });
}

buildTheme();
buildNavigation();
buildControls(keys);
buildTable();
buildFindings();
buildTimeline();
buildDetail();
buildPrinting();
document.addEventListener('click', follow);
document.addEventListener('keydown', slash);
addEventListener('popstate', () => { readAddress(); show(); });
readAddress();
show();
