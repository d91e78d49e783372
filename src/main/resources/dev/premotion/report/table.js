// The table: one page of the filtered and sorted rows, walked with the arrow keys.

const PAGE = 50;
const byText = new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare;
const tableBody = byId('table').tBodies[0];
let found = rows;

/** Missing values sort last, whichever way. */
const COLUMNS = {
  vm: { title: 'VM', value: (row) => row.vm, cell: opener },
  type: { title: 'Type', value: (row) => row.type, cell: (row) => row.type + crossing(row) },
  route: { title: 'From → to', value: (row) => route(row).join(' '), cell: routeCell },
  wave: { title: 'Wave', value: (row) => row.wave, cell: (row) => row.wave ?? '' },
  verdict: { title: 'Verdict', value: (row) => row.rank, cell: (row) => verdictBadge(row.verdict) },
  hosts: { title: 'Hosts that can', value: (row) => row.canTake, cell: (row) => row.canTake + ' of ' + row.candidates.length },
  why: { title: 'First reason', value: (row) => row.why || undefined, cell: (row) => (row.why ? el('span', { class: 'clamp' }, row.why) : '') },
  duration: { title: 'Duration', value: length, cell: (row) => (row.run ? about(duration(length(row)), row.run.durationRange) : '') },
  stun: { title: 'Stun', value: (row) => (began(row) && !row.run.stunNotModelled ? row.run.stun : undefined), cell: (row) => (row.run?.stunNotModelled && began(row) ? 'not modelled' : began(row) ? about(millis(row.run.stun), row.run.stunRange) : '') },
};

/** A value that rests on a guess never looks precise. */
const about = (text, range) => (range ? '≈ ' + text : text);

function opener(row) {
  return el('button', { type: 'button', class: 'open', 'data-open': row.id, tabindex: '-1', 'aria-haspopup': 'dialog', onclick: () => choose({ m: row.id }, { remember: true }) }, name(row.vm));
}

function routeCell(row) {
  const [first, second] = route(row);
  if (!first && !second) {
    return '';
  }
  const arrow = survey ? '' : '→ ';
  return [el('div', {}, name(first || '?')), second ? el('div', {}, arrow, name(second)) : ''];
}

function compare(a, b) {
  if (typeof a === 'number' && typeof b === 'number') {
    return a - b;
  }
  return byText(String(a), String(b));
}

function sorted(list) {
  const column = COLUMNS[state.s] ?? COLUMNS.verdict;
  const sign = state.d === 'desc' ? -1 : 1;
  const keyed = list.map((row) => ({ row, value: column.value(row) }));
  keyed.sort((a, b) => {
    if (a.value === undefined || b.value === undefined) {
      return (a.value === undefined) - (b.value === undefined);
    }
    return sign * compare(a.value, b.value);
  });
  return keyed.map((one) => one.row);
}

const keys = [...document.querySelectorAll('#table thead th')].map((head) => head.dataset.key);

function tableRow(row) {
  return el('tr', { role: 'row' }, keys.map((key) => {
    const head = key === 'vm';
    const { title } = byId('table').tHead.querySelector(`[data-key="${key}"]`).dataset;
    return el(head ? 'th' : 'td', { role: head ? 'rowheader' : 'cell', scope: head ? 'row' : undefined, class: 'c-' + key, 'data-label': title }, COLUMNS[key].cell(row));
  }));
}

function emptyRow() {
  return el('tr', { class: 'empty', role: 'row' }, el('td', { role: 'cell', colspan: keys.length },
    rows.length === 0 ? 'There are no ' + ONE + 's.' : 'Nothing matches. Clear a filter to see more.'));
}

function renderRows(list) {
  tableBody.replaceChildren(...(list.length === 0 ? [emptyRow()] : list.map(tableRow)));
  const first = tableBody.querySelector('.open');
  if (first) {
    first.tabIndex = 0;
  }
}

const lastPage = () => Math.max(1, Math.ceil(found.length / PAGE));
const pageRows = () => found.slice((state.p - 1) * PAGE, state.p * PAGE);

function showTable() {
  found = sorted(rows.filter(passes()));
  state.p = Math.min(state.p, lastPage());
  renderRows(pageRows());
  for (const head of byId('table').tHead.rows[0].cells) {
    const sortedBy = (state.s || 'verdict') === head.dataset.key;
    if (sortedBy) {
      head.setAttribute('aria-sort', state.d === 'desc' ? 'descending' : 'ascending');
    } else {
      head.removeAttribute('aria-sort');
    }
  }
  showFoot();
}

const status = el('p', { id: 'status', role: 'status', class: 'quiet' });
const pages = el('span', { class: 'quiet' });
const previous = button('Previous', () => turn(-1));
const next = button('Next', () => turn(1));
const foot = el('div', { class: 'foot' }, status, el('div', { class: 'pager' }, previous, pages, next));

function turn(by) {
  choose({ p: state.p + by });
  byId('table-box').scrollIntoView({ block: 'nearest' });
}

function showFoot() {
  status.textContent = (filtering() ? number(found.length) + ' of ' : '') + plural(rows.length, ONE);
  status.dataset.count = 'shown';
  status.dataset.value = found.length;
  pages.textContent = 'Page ' + number(state.p) + ' of ' + number(lastPage());
  previous.disabled = state.p <= 1;
  next.disabled = state.p >= lastPage();
  foot.querySelector('.pager').hidden = lastPage() === 1;
}

function sortBy(key) {
  const same = (state.s || 'verdict') === key;
  choose({ s: key, d: same && state.d !== 'desc' ? 'desc' : '' });
}

function focusRow(at) {
  const openers = [...tableBody.querySelectorAll('.open')];
  const target = openers[Math.max(0, Math.min(at, openers.length - 1))];
  if (target) {
    openers.forEach((one) => { one.tabIndex = one === target ? 0 : -1; });
    target.focus();
    target.closest('tr').scrollIntoView({ block: 'nearest' });
  }
}

/** The arrow keys go on to the next page at the end of one. */
function walk(event) {
  const openers = [...tableBody.querySelectorAll('.open')];
  const at = openers.indexOf(event.target);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: openers.length - 1, PageDown: at + 10, PageUp: at - 10 }[event.key];
  if (at < 0 || to === undefined || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  event.preventDefault();
  if (event.key === 'ArrowDown' && to >= openers.length && state.p < lastPage()) {
    choose({ p: state.p + 1 });
    focusRow(0);
  } else if (event.key === 'ArrowUp' && to < 0 && state.p > 1) {
    choose({ p: state.p - 1 });
    focusRow(PAGE);
  } else {
    focusRow(to);
  }
}

/** After the panel closes, the keyboard is back on the row that was open. */
function focusOn(id) {
  const at = found.findIndex((row) => row.id === id);
  if (at < 0) {
    return;
  }
  const page = Math.floor(at / PAGE) + 1;
  if (page !== state.p) {
    choose({ p: page });
  }
  focusRow(at % PAGE);
}

function buildTable() {
  for (const head of byId('table').tHead.rows[0].cells) {
    head.dataset.title = head.textContent;
    head.replaceChildren(el('button', { type: 'button', onclick: () => sortBy(head.dataset.key) }, head.textContent));
  }
  tableBody.addEventListener('keydown', walk);
  byId('migrations').append(foot);
  document.querySelectorAll('.static').forEach((node) => node.remove());
}
