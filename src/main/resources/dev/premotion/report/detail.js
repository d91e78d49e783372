// One migration, opened: where it goes, what was found, what it relies on, how it runs.

const dialog = byId('detail');
let opened = '';

function section(title, ...content) {
  const filled = content.flat(9).filter(Boolean);
  return filled.length > 0 ? el('div', { class: 'part' }, el('h3', {}, title), filled) : null;
}

const list = (texts) => (texts.length > 0 ? el('ul', { class: 'bullets' }, texts.map((text) => el('li', {}, text))) : null);

function placesTable(row) {
  const { from = {}, to = {} } = row;
  const lines = [];
  const add = (what, a, b) => (a || b) && lines.push([what, a, b]);
  Object.entries({ vcenter: 'vCenter', datacenter: 'Datacenter', cluster: 'Cluster', host: 'Host', pool: 'Resource pool', folder: 'Folder' })
    .forEach(([key, title]) => add(title, from[key], to[key]));
  paired(many(row.fromDisks), many(row.toDisks)).forEach(([what, a, b]) => add(what + size(a ?? b), a?.datastore, b?.datastore));
  paired(many(row.fromNics), many(row.toNics)).forEach(([what, a, b]) => add(what, a?.network, b?.network));
  if (lines.length === 0) {
    return null;
  }
  return el('table', { class: 'places', 'aria-label': 'From and to' },
    el('thead', {}, el('tr', {}, ['', 'From', 'To'].map((text) => el('th', { scope: 'col' }, text)))),
    el('tbody', {}, lines.map(([what, a, b]) => {
      const changed = b !== undefined && a !== b;
      return el('tr', {}, el('th', { scope: 'row' }, what), el('td', {}, a ? name(a) : ''),
        el('td', { class: changed ? 'changed' : 'same' }, b === undefined || a === b ? 'unchanged' : ['→ ', name(b)]));
    })));
}

const size = (disk) => (disk?.capacityBytes ? ', ' + bytes(disk.capacityBytes) : '');

/** Disks or NICs of both sides, by name. */
function paired(before, after) {
  const names = [...new Set([...before, ...after].map((one) => one.name))];
  const by = (one) => (other) => other.name === one;
  return names.map((one) => [one, before.find(by(one)), after.find(by(one))]);
}

function evidenceTable(evidence) {
  const cell = (label, content) => el('td', { 'data-label': label }, content ?? '');
  return el('table', { class: 'evidence', 'aria-label': 'Evidence' },
    el('thead', {}, el('tr', {}, ['Fact', 'Value', 'Required', 'Read from'].map((text) => el('th', { scope: 'col' }, text)))),
    el('tbody', {}, evidence.map((one) => el('tr', {},
      cell('Fact', el('code', {}, one.fact)), cell('Value', evidenceValue(one)), cell('Required', one.required), cell('Read from', one.origin)))));
}

function source(text) {
  return /^https:\/\/[^\s]+$/.test(text) ? el('a', { href: text, rel: 'noreferrer noopener', target: '_blank' }, text) : text;
}

function separated(items) {
  return items.flatMap((item, i) => (i === 0 ? [item] : [', ', item]));
}

const ENFORCED = { vcenter: 'vCenter refuses it', host: 'the host refuses it', support: 'not supported, nothing refuses it', nobody: 'nobody refuses it' };

function findingArticle(finding) {
  return el('article', { class: 'finding' },
    el('div', { class: 'headline' }, severityBadge(finding), el('code', {}, finding.rule), el('span', { class: 'quiet' }, finding.title)),
    el('p', { class: 'message' }, finding.message),
    finding.waiver ? el('p', { class: 'waived' }, 'Waived by ' + finding.waiver) : '',
    finding.evidence ? el('div', { class: 'scroll' }, evidenceTable(finding.evidence)) : '',
    finding.remedy ? el('p', {}, el('strong', {}, 'Remedy '), finding.remedy) : '',
    el('p', { class: 'quiet meta' },
      el('span', {}, kind(finding.subject) + ' ', name(finding.subject.name)),
      el('span', {}, ENFORCED[finding.enforcedBy] ?? finding.enforcedBy),
      finding.faults ? el('span', {}, 'vSphere fault ', separated(finding.faults.map((fault) => el('code', {}, fault)))) : '',
      finding.sources ? el('span', {}, 'Source ', separated(finding.sources.map(source))) : '',
      finding.migrations > 1 ? el('a', { href: '#', 'data-finding': finding.id }, 'Concerns ' + plural(finding.migrations, ONE)) : ''));
}

/** Heaviest first, waived ones last. */
function weight(finding) {
  return (finding.waiver ? 10 : 0) + ['blocker', 'warning', 'info'].indexOf(finding.severity) * 2 + (finding.answer === 'no' ? 0 : 1);
}

const articles = (numbers) =>
  [...numbers].map((at) => findings[at]).sort((a, b) => weight(a) - weight(b)).map(findingArticle);

function candidatesList(row) {
  if (row.candidates.length === 0) {
    return null;
  }
  return el('ul', { class: 'candidates' }, row.candidates.map((candidate) => el('li', {},
    el('div', {}, verdictBadge(candidate.verdict), el('strong', {}, name(candidate.host)), candidate.chosen ? el('span', { class: 'quiet' }, 'chosen') : ''),
    candidateReasons(candidate))));
}

/** What speaks against one host alone; what speaks against all stands above, once. */
function candidateReasons(candidate) {
  const own = candidate.findings ?? [];
  if (own.length === 0) {
    return candidate.verdict.startsWith('approved') ? null : el('p', { class: 'quiet' }, 'For the reasons above.');
  }
  return el('ul', {}, own.map((at) => el('li', {}, el('code', {}, findings[at].rule), ' ', findings[at].message)));
}

/** Findings of the row itself, and of the candidate it took. */
function ownFindings(row) {
  const chosen = row.candidates.find((candidate) => candidate.chosen);
  return new Set([...row.findings, ...(chosen?.findings ?? [])]);
}

function figure(term, value, note, range) {
  return el('div', { class: 'figure' }, el('dt', {}, term), el('dd', {}, value, note ? el('small', {}, note) : '', range ? rangeBar(range) : ''));
}

function runFigures(run) {
  const span = (range, text) => (range ? 'low ' + text(range[0]) + ', likely ' + text(range[1]) + ', high ' + text(range[2]) : '');
  const state = { done: 'Done', failed: 'Failed', 'not-started': 'Not started' }[run.state] ?? run.state;
  if (run.state === 'not-started') {
    return el('dl', { class: 'figures' }, figure('Outcome', state));
  }
  return el('dl', { class: 'figures' },
    figure('Outcome', state, run.conditional ? 'conditional: rests on what nobody confirmed' : ''),
    figure('Duration', about(duration(run.end - run.start), run.durationRange), span(run.durationRange, duration), run.durationRange),
    figure('Stun', run.stunNotModelled ? 'not modelled' : about(millis(run.stun), run.stunRange), span(run.stunRange, millis), run.stunRange),
    figure('Begins', clock(run.start), run.waited > 0 ? 'after waiting ' + duration(run.waited) + ' for vCenter' : 'at once'),
    figure('Sent', bytes(run.bytes)),
    figure('Guest slowed', Math.round(run.slowdown * 100) + ' %', run.slowdown > 0 ? 'while it was held back' : ''));
}

function passTable(run) {
  return el('details', {}, el('summary', {}, 'The passes in numbers'),
    el('table', { class: 'plain', 'aria-label': 'Passes' },
      el('thead', {}, el('tr', {}, ['Pass', 'Sent', 'Took', 'Dirtied meanwhile'].map((text) => el('th', { scope: 'col' }, text)))),
      el('tbody', {}, run.passes.map(([what, sent, seconds, dirty], i) => el('tr', {},
        el('th', { scope: 'row' }, i + 1 + ', ' + what), el('td', {}, bytes(sent)), el('td', {}, duration(seconds)), el('td', {}, what === 'disk' ? '' : bytes(dirty)))))));
}

function curveFigure(run, width) {
  const drawing = curve(run, width);
  return drawing && el('figure', {}, drawing, el('figcaption', { class: 'quiet' },
    'What is left to send. Each dot ends a pass: so much was written again meanwhile, and the next pass sends it.'));
}

function simulationPart(run) {
  if (!run) {
    return null;
  }
  const width = Math.max(300, Math.min(document.documentElement.clientWidth, 736) - 40);
  return [
    run.reason ? el('p', { class: 'note' }, run.reason) : '',
    runFigures(run), curveFigure(run, width), run.passes.length > 0 ? passTable(run) : el('p', { class: 'quiet' }, 'Its passes were not kept: the result has those of the slowest 1,000 migrations, and of all with --passes.'), assumed(many(run.assumptions))];
}

const assumed = (texts) => (texts.length > 0 ? el('p', { class: 'quiet' }, 'Assumed: ' + texts.join(' ')) : '');

function detailBody(row) {
  return el('div', { class: 'body' },
    el('h2', { id: 'detail-title', tabindex: '-1' }, name(row.vm)),
    el('p', { class: 'headline' }, verdictBadge(row.verdict), row.type ? el('span', {}, row.type) : '',
      row.wave === undefined ? '' : el('span', { class: 'quiet' }, 'wave ' + row.wave), survey ? el('span', {}, 'on ', name(row.from.host ?? '?'), row.from.cluster ? [', cluster ', name(row.from.cluster)] : '') : '',
      row.ref ? el('code', { class: 'quiet' }, row.ref) : ''),
    row.because ? el('p', { class: 'note' }, row.because) : '',
    section('From and to', survey ? null : placesTable(row)),
    section('Findings', articles(ownFindings(row))),
    section('Relies on', list(many(row.relies))),
    section(survey ? 'Hosts of its cluster' : 'Possible hosts', candidatesList(row)),
    section('What changes for good', list(many(row.consequences).map((one) => [el('strong', {}, one.what), ' ', one.because]))),
    section('Simulation', simulationPart(row.run)));
}

function topBar(row) {
  const at = found.indexOf(row);
  const step = (by) => button(by < 0 ? '↑ Previous' : '↓ Next', () => choose({ m: found[at + by].id }), { disabled: at < 0 || !found[at + by], 'data-step': by });
  return el('div', { class: 'bar-top' },
    el('span', { class: 'quiet' }, at < 0 ? '' : number(at + 1) + ' of ' + number(found.length)), step(-1), step(1), button('✕ Close', () => dialog.close(), { 'aria-label': 'Close' }));
}

/** Opens, changes or closes the panel so that it agrees with the address. */
function showDetail() {
  const row = rowById.get(state.m);
  if (!row) {
    if (dialog.open) {
      dialog.close();
    }
    return;
  }
  const stepping = document.activeElement?.dataset.step;
  dialog.replaceChildren(topBar(row), detailBody(row));
  dialog.scrollTop = 0;
  opened = row.id;
  if (!dialog.open) {
    dialog.showModal();
  }
  (dialog.querySelector(`[data-step="${stepping}"]:enabled`) ?? byId('detail-title')).focus();
}

function buildDetail() {
  dialog.addEventListener('close', () => {
    if (state.m) {
      choose({ m: '' });
    }
    focusOn(opened);
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
}
