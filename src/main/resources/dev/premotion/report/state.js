// What the reader chose: filter, order, page and open migration. It lives in the address, so that it can be sent on.

const state = { q: '', v: new Set(), w: new Set(), r: new Set(), f: '', s: '', d: '', p: 1, m: '' };
const SETS = ['v', 'w', 'r'];

function readAddress() {
  const chosen = new URLSearchParams(location.hash.slice(1));
  for (const key of Object.keys(state)) {
    const value = chosen.get(key) ?? '';
    if (SETS.includes(key)) {
      state[key] = new Set(value.split(',').filter(Boolean));
    } else {
      state[key] = key === 'p' ? Math.max(1, Number.parseInt(value, 10) || 1) : value;
    }
  }
}

function address() {
  const chosen = new URLSearchParams();
  for (const [key, value] of Object.entries(state)) {
    const text = SETS.includes(key) ? [...value].sort().join(',') : String(value);
    if (text !== '' && !(key === 'p' && value === 1)) {
      chosen.set(key, text);
    }
  }
  return '#' + chosen;
}

/** Changes the choice and shows it; a new filter or order begins at the first page. */
function choose(change, { remember = false } = {}) {
  const opensOnly = Object.keys(change).every((key) => key === 'm' || key === 'p');
  Object.assign(state, opensOnly ? {} : { p: 1 }, change);
  history[remember ? 'pushState' : 'replaceState'](null, '', address());
  show();
}

function toggled(set, value) {
  const changed = new Set(set);
  if (!changed.delete(value)) {
    changed.add(value);
  }
  return changed;
}

/** Shows in the table exactly the rows that a filter elsewhere on the page speaks of. */
function showOnly(change) {
  choose({ q: '', v: new Set(), w: new Set(), r: new Set(), f: '', m: '', ...change });
  goTo('migrations');
}

const filtering = () => state.q || state.f || SETS.some((key) => state[key].size > 0);
