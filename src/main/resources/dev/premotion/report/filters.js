// The controls above the table.

const MANY_WAVES = 12;
const waves = [...new Set(rows.map((row) => row.wave).filter((wave) => wave !== undefined))].sort((a, b) => a - b);
const chips = [];

function counted(values) {
  const counts = new Map();
  values.forEach((value) => counts.set(value, (counts.get(value) ?? 0) + 1));
  return counts;
}

function chip(set, value, label, count, look) {
  const node = el(
    'button',
    { type: 'button', class: 'chip ' + (look ?? ''), onclick: () => choose({ [set]: toggled(state[set], value) }) },
    look ? icon(look) : '', label,
    el('span', { class: 'n', 'data-count': 'chip:' + set + ':' + value, 'data-value': count }, number(count)),
  );
  chips.push(() => node.setAttribute('aria-pressed', String(state[set].has(value))));
  return node;
}

function group(label, children) {
  return el('div', { class: 'chips', role: 'group', 'aria-label': label }, el('span', { class: 'quiet' }, label), children);
}

function adding(set, label, options) {
  const select = el('select', { onchange: () => choose({ [set]: new Set([...state[set], select.value]) }) },
    el('option', { value: '' }, 'any'), options);
  chips.push(() => { select.value = ''; });
  return el('label', {}, label, select);
}

function waveControl() {
  const counts = counted(rows.map((row) => row.wave));
  return waves.length > MANY_WAVES
    ? adding('w', 'Wave', waves.map((wave) => el('option', { value: wave }, 'Wave ' + wave + ' (' + number(counts.get(wave)) + ')')))
    : group('Wave', waves.map((wave) => chip('w', String(wave), String(wave), counts.get(wave))));
}

function ruleControl() {
  const counts = counted(rows.flatMap((row) => [...new Set(row.mentioned.map((at) => findings[at].rule))]));
  const rules = [...new Map(findings.map((finding) => [finding.rule, finding])).values()];
  return adding('r', 'Rule', rules.map((one) => el('option', { value: one.rule }, one.rule + ' (' + number(counts.get(one.rule) ?? 0) + ')')));
}

function sortControl(keys) {
  const select = el('select', { onchange: () => choose({ s: select.value, d: '' }) },
    el('option', { value: '' }, 'worst first'), keys.map((key) => el('option', { value: key }, COLUMNS[key].title)));
  chips.push(() => { select.value = state.s; });
  return el('label', { id: 'sorting' }, 'Sort by', select);
}

/** Filters that have no chip of their own: rules, one finding, and waves where there are many. */
function active() {
  const shown = [];
  const add = (text, clear) => shown.push(
    el('button', { type: 'button', class: 'chip active', onclick: clear, 'aria-label': 'Remove filter ' + text }, text, ' ✕'));
  state.r.forEach((rule) => add('Rule ' + rule, () => choose({ r: toggled(state.r, rule) })));
  if (waves.length > MANY_WAVES) {
    state.w.forEach((wave) => add('Wave ' + wave, () => choose({ w: toggled(state.w, wave) })));
  }
  if (state.f) {
    const finding = findingById.get(state.f);
    add('Finding ' + (finding ? finding.rule + ': ' + finding.subject.name : state.f), () => choose({ f: '' }));
  }
  if (filtering()) {
    shown.push(button('Clear all filters', () => choose({ q: '', v: new Set(), w: new Set(), r: new Set(), f: '' })));
  }
  return shown;
}

const search = el('input', {
  type: 'search', id: 'search', 'aria-label': 'Filter ' + ONE + 's by text', 'aria-keyshortcuts': '/',
  placeholder: 'Filter: VM, host, datastore, rule …  ( / )', autocomplete: 'off', spellcheck: 'false',
  oninput: () => choose({ q: search.value }),
});
const activeChips = el('div', { class: 'chips' });

function buildControls(keys) {
  const verdicts = counted(rows.map((row) => row.verdict));
  byId('controls').append(
    el('div', { class: 'filter', role: 'search' }, search, waves.length > MANY_WAVES ? waveControl() : '', findings.length > 0 ? ruleControl() : '', sortControl(keys)),
    group('Verdict', ORDER.map((verdict) => chip('v', verdict, VERDICTS[verdict], verdicts.get(verdict) ?? 0, verdict))),
    waves.length > 0 && waves.length <= MANY_WAVES ? waveControl() : '',
    activeChips,
  );
}

function showControls() {
  if (search.value !== state.q) {
    search.value = state.q;
  }
  chips.forEach((update) => update());
  activeChips.replaceChildren(...active());
  activeChips.hidden = !filtering();
}

function passes() {
  const terms = state.q.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = state.f ? findings.indexOf(findingById.get(state.f)) : undefined;
  return (row) =>
    (state.v.size === 0 || state.v.has(row.verdict)) &&
    (state.w.size === 0 || state.w.has(String(row.wave))) &&
    (state.r.size === 0 || row.mentioned.some((at) => state.r.has(findings[at].rule))) &&
    (wanted === undefined || row.mentioned.includes(wanted)) &&
    terms.every((term) => haystack(row).includes(term));
}
