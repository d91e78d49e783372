// The simulation as a whole: how many run and wait at each moment, and each migration as a bar, in the order they begin.

const BARS = 40;
const ROW = 19;
const gantt = byId('gantt');
let firstBar = 0;

const waveOf = (run) => rowById.get(run.id)?.wave;
const ordered = [...runs.values()].sort((a, b) =>
  (waveOf(a) ?? Infinity) - (waveOf(b) ?? Infinity) || a.start - a.waited - (b.start - b.waited) || a.start - b.start || byText(a.vm, b.vm));

/** A window of time, drawn from the end of the labels to the right edge; its ticks are on the clock of the whole plan. */
function timeAxis(width, left, { from, to }) {
  const span = Math.max(to - from, 0.001);
  const x = (seconds) => left + ((seconds - from) / span) * (width - left - 24);
  const marks = (top, bottom) => ticks(from, to, (width - left) / 90).map((at) => [
    svg('line', { class: 'grid', x1: x(at), x2: x(at), y1: top, y2: bottom }),
    svg('text', { x: x(at), y: bottom + 14, 'text-anchor': 'middle' }, clock(at)),
  ]);
  return { x, marks };
}

/** How many run, or wait, in the middle of each slice of time. */
function load(makespan, slices) {
  const begun = new Array(slices + 1).fill(0);
  const queued = new Array(slices + 1).fill(0);
  const slice = (seconds) => Math.min(slices, Math.max(0, Math.ceil((seconds / makespan) * slices - 0.5)));
  const between = (counts, from, to) => {
    counts[slice(from)]++;
    counts[slice(to)]--;
  };
  for (const run of [...runs.values()].filter((each) => each.state !== 'not-started')) {
    between(begun, run.start, run.end);
    if (run.waited > 0) {
      between(queued, run.start - run.waited, run.start);
    }
  }
  const summed = (counts) => counts.map(((sum) => (count) => (sum += count))(0)).slice(0, slices);
  return { running: summed(begun), waiting: summed(queued) };
}

function loadChart(width, left, makespan, shown) {
  const height = 92;
  const { x, marks } = timeAxis(width, left, { from: 0, to: makespan });
  const slices = Math.max(60, Math.round((width - left) / 2));
  const { running, waiting } = load(makespan, slices);
  const top = Math.max(1, ...running.map((count, i) => count + waiting[i]));
  const y = (count) => 70 - (60 * count) / top;
  const area = (counts, below) => {
    const at = (i) => x((makespan * i) / slices);
    const up = counts.flatMap((count, i) => [`${at(i)},${y(count + below[i])}`, `${at(i + 1)},${y(count + below[i])}`]);
    const down = below.flatMap((count, i) => [`${at(i)},${y(count)}`, `${at(i + 1)},${y(count)}`]).reverse();
    return [...up, ...down].join(' ');
  };
  const most = Math.max(0, ...running);
  const zero = running.map(() => 0);
  return svg('svg', { class: 'drawing', viewBox: `0 0 ${width} ${height}`, height, role: 'img', 'aria-label': `At most ${number(most)} migrations run at once, at most ${number(Math.max(0, ...waiting))} wait.` },
    svg('rect', { class: 'band', x: x(shown.from), y: 4, width: Math.max(2, x(shown.to) - x(shown.from)), height: 66 }),
    marks(8, 70), svg('text', { x: left - 8, y: 14, 'text-anchor': 'end' }, number(top)), svg('text', { x: left - 8, y: 72, 'text-anchor': 'end' }, '0'),
    svg('polygon', { class: 'copy', points: area(running, zero) }), svg('polygon', { class: 'queue', points: area(waiting, running) }));
}

function bar(run, x, y) {
  if (run.state === 'not-started') {
    return [];
  }
  const parts = [];
  const part = (look, from, to) => parts.push(svg('rect', { class: look, x: x(from), y: y + 4, width: Math.max(1, x(to) - x(from)), height: ROW - 8, rx: 1.5 }));
  if (run.waited > 0) {
    part('queue', run.start - run.waited, run.start);
  }
  const disks = diskSeconds(run);
  const copied = Math.min(run.end, run.start + disks);
  if (disks > 0) {
    part('disk', run.start, copied);
  }
  part(run.state === 'failed' ? 'failed' : 'copy', copied, run.end);
  if (run.conditional) {
    parts.push(svg('rect', { class: 'conditional', x: x(run.start) - 1, y: y + 2.5, width: x(run.end) - x(run.start) + 2, height: ROW - 5 }));
  }
  return parts;
}

function barRow(run, x, y, left) {
  const times = run.state === 'not-started' ? 'not started' : `begins ${clock(run.start)}, ends ${clock(run.end)}` + (run.waited > 0 ? `, waits ${duration(run.waited)}` : '');
  const words = `${run.vm}: ${times}` + (run.state === 'failed' ? ', failed' : '') + (run.reason ? '. ' + run.reason : '');
  const most = Math.floor((left - 14) / 6.2);
  const label = run.vm.length > most ? run.vm.slice(0, most - 1) + '…' : run.vm;
  return svg('a', { href: '#', 'data-run': run.id, 'aria-label': words }, svg('title', {}, words),
    svg('rect', { x: 0, y, width: left, height: ROW, fill: 'transparent' }),
    svg('text', { class: 'strong', x: left - 8, y: y + 13, 'text-anchor': 'end' }, (run.state === 'done' ? '' : '✕ ') + label), bar(run, x, y));
}

function waveHead(wave, width, y) {
  const members = ordered.filter((run) => waveOf(run) === wave);
  const ends = Math.max(...members.map((run) => run.end));
  return [svg('rect', { class: 'band', x: 0, y: y + 1, width, height: ROW }),
    svg('text', { class: 'strong', x: 6, y: y + 14 }, (wave === undefined ? 'No wave' : 'Wave ' + wave) + ': ' + plural(members.length, 'migration') + ', done at ' + clock(ends))];
}

/** The time that the bars of this page need; short plans show all of it. */
function windowOf(page, makespan) {
  return ordered.length <= BARS
    ? { from: 0, to: makespan }
    : { from: Math.min(...page.map((run) => run.start - run.waited)), to: Math.max(...page.map((run) => run.end)) };
}

function bars(width, left, page, shown) {
  const { x, marks } = timeAxis(width, left, shown);
  const drawn = [];
  let y = 4;
  let wave = null;
  for (const run of page) {
    if (waveOf(run) !== wave) {
      wave = waveOf(run);
      drawn.push(waveHead(wave, width, y));
      y += ROW + 4;
    }
    drawn.push(barRow(run, x, y, left));
    y += ROW;
  }
  return svg('svg', { class: 'drawing', viewBox: `0 0 ${width} ${y + 24}`, height: y + 24, role: 'group', 'aria-label': 'Migrations over time' }, marks(4, y + 2), drawn);
}

function legend() {
  const entry = (look, text) => el('span', {}, svg('svg', { class: 'drawing', viewBox: '0 0 18 10', 'aria-hidden': 'true' }, svg('rect', { class: look, x: 1, y: 1, width: 16, height: 8 })), text);
  return el('p', { class: 'legend' }, entry('queue', 'waits for vCenter\'s limits'), entry('disk', 'disks'), entry('copy', 'memory and switchover'),
    entry('failed', '✕ failed; not started where there is no bar'), entry('conditional', 'conditional'));
}

function ganttPager() {
  if (ordered.length <= BARS) {
    return null;
  }
  const turnTo = (first) => () => {
    firstBar = first;
    showTimeline();
    byId('gantt').querySelector(first > 0 ? '.pager button:enabled:last-child' : '.pager button:enabled')?.focus();
  };
  const toWave = el('select', { onchange: () => turnTo(Number(toWave.value))() }, el('option', { value: '' }, '…'),
    waves.map((wave) => [wave, ordered.findIndex((run) => waveOf(run) === wave)]).filter(([, first]) => first >= 0)
      .map(([wave, first]) => el('option', { value: first }, 'Wave ' + wave)));
  return el('div', { class: 'foot' }, el('p', { class: 'quiet', role: 'status' }, `${number(firstBar + 1)} to ${number(Math.min(ordered.length, firstBar + BARS))} of ${plural(ordered.length, 'migration')}, in the order of their waves`),
    el('div', { class: 'pager' }, waves.length > 0 ? el('label', {}, 'Go to ', toWave) : '', button('Earlier', turnTo(Math.max(0, firstBar - BARS)), { disabled: firstBar === 0 }), button('Later', turnTo(firstBar + BARS), { disabled: firstBar + BARS >= ordered.length })));
}

function showTimeline() {
  if (!gantt || ordered.length === 0) {
    return;
  }
  const width = Math.max(300, gantt.clientWidth);
  const left = width < 640 ? 104 : 170;
  const { makespan } = data.simulation;
  const page = ordered.slice(firstBar, firstBar + BARS);
  const shown = windowOf(page, makespan);
  gantt.replaceChildren(legend(), loadChart(width, left, makespan, shown), bars(width, left, page, shown), ...[ganttPager()].filter(Boolean));
}

function buildTimeline() {
  if (!gantt) {
    return;
  }
  let width = 0;
  new ResizeObserver(() => {
    if (gantt.clientWidth !== width) {
      width = gantt.clientWidth;
      showTimeline();
    }
  }).observe(gantt);
}
