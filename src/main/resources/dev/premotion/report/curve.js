// The pre-copy of one migration as a drawing: what is left to send over time, pass by pass, until the guest is stunned.

const CURVE = { height: 210, left: 64, right: 14, top: 16, bottom: 36 };

/** Round times of a clock within a span, at most so many. */
function ticks(from, to, most) {
  const step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400, 28800, 86400, 172800, 604800]
    .find((one) => (to - from) / one <= most) ?? (to - from) / most;
  const list = [];
  for (let at = Math.ceil(from / step) * step; at <= to * 1.0001 && step > 0; at += step) {
    list.push(at);
  }
  return list;
}

const tickText = (seconds, to) => (to < 10 ? seconds.toFixed(1) + ' s' : to < 180 ? Math.round(seconds) + ' s' : clock(seconds));

/** Powers of four, or of 16 where there would be many, if the range is wide; otherwise quarters. */
function byteScale(low, high) {
  const logarithmic = high / low > 50;
  const y = logarithmic
    ? (value) => Math.log(Math.max(value, low) / low) / Math.log(high / low)
    : (value) => value / high;
  const marks = [];
  if (logarithmic) {
    for (let at = 1; at <= high; at *= high / low > 4096 ? 16 : 4) {
      if (at >= low) {
        marks.push(at);
      }
    }
  } else {
    [0, 0.25, 0.5, 0.75, 1].forEach((part) => marks.push(part * high));
  }
  return { y, marks, logarithmic };
}

/** Pass by pass: from what is to be sent at its start to what was dirtied until its end. */
function steps(passes) {
  let at = 0;
  return passes.map(([, sends, seconds, dirty]) => {
    const step = { from: at, to: at + seconds, sends, dirty };
    at += seconds;
    return step;
  });
}

/** Until memory begins to move: copies of disks may be under way at the same time, so their seconds do not add up. */
function diskSeconds(run) {
  if (!run.passes.some(([what]) => what === 'disk')) {
    return 0;
  }
  const memory = run.passes.filter(([what]) => what !== 'disk').reduce((sum, pass) => sum + pass[2], 0);
  return Math.max(0, run.end - run.start - memory - run.stun / 1000);
}

function curve(run, width) {
  const disk = run.passes.filter(([what]) => what === 'disk');
  const memory = steps(run.passes.filter(([what]) => what !== 'disk'));
  if (memory.length === 0) {
    return null;
  }
  const band = disk.length > 0 ? 74 : 0;
  const stun = run.stun / 1000;
  const end = memory.at(-1).to + stun;
  const box = { x0: CURVE.left + band, x1: width - CURVE.right, y0: CURVE.height - CURVE.bottom, y1: CURVE.top };
  const values = memory.flatMap((step) => [step.sends, step.dirty]).filter((value) => value > 0);
  const high = Math.max(...values, 1) * 1.15;
  const scale = byteScale(Math.max(1, Math.min(...values, high) * 0.5), high);
  const x = (seconds) => box.x0 + (seconds / Math.max(end, 0.001)) * (box.x1 - box.x0);
  const y = (value) => box.y0 - scale.y(value) * (box.y0 - box.y1);
  return svg('svg', { class: 'drawing', viewBox: `0 0 ${width} ${CURVE.height}`, height: CURVE.height, role: 'img', 'aria-label': curveInWords(run, memory, disk) },
    axes(box, x, y, scale, end), disk.length > 0 ? diskBand(run, disk, box) : '', line(memory, x, y, box), stunMark(run, x, box, memory.at(-1).to));
}

function curveInWords(run, memory, disk) {
  const copied = disk.length > 0 ? 'Disks first, ' + duration(diskSeconds(run)) + '. ' : '';
  return copied + 'Pre-copy of memory in ' + plural(memory.length, 'pass').replace('passs', 'passes') + ', from ' + bytes(memory[0].sends) +
    ' down to ' + bytes(memory.at(-1).dirty) + ' in ' + duration(memory.at(-1).to) +
    (run.state === 'failed' ? '; then it failed.' : '; then a stun of ' + millis(run.stun) + '.');
}

function axes(box, x, y, scale, end) {
  const across = scale.marks.map((mark) => [
    svg('line', { class: 'grid', x1: box.x0, x2: box.x1, y1: y(mark), y2: y(mark) }),
    svg('text', { x: CURVE.left - 6, y: y(mark) + 4, 'text-anchor': 'end' }, bytes(mark)),
  ]);
  const along = ticks(0, end, (box.x1 - box.x0) / 76).map((at) =>
    svg('text', { x: x(at), y: box.y0 + 16, 'text-anchor': 'middle' }, tickText(at, end)));
  return [across, along, svg('text', { x: box.x1, y: CURVE.height - 2, 'text-anchor': 'end' },
    (scale.logarithmic ? 'bytes on a logarithmic scale; ' : '') + 'time of the memory copy')];
}

function diskBand(run, disk, box) {
  const left = CURVE.left + 4;
  const size = disk.reduce((sum, pass) => sum + pass[1], 0);
  return [
    svg('rect', { class: 'band', x: left, y: box.y1, width: 62, height: box.y0 - box.y1 }),
    ['Disks', bytes(size), 'in', duration(diskSeconds(run))].map((text, i) =>
      svg('text', { x: left + 31, y: box.y1 + 22 + 15 * i, 'text-anchor': 'middle', class: i === 0 ? 'strong' : '' }, text)),
  ];
}

function line(memory, x, y, box) {
  const points = memory.flatMap((step) => [[x(step.from), y(step.sends)], [x(step.to), y(step.dirty)]]);
  const path = points.map(([px, py]) => px.toFixed(1) + ',' + py.toFixed(1)).join(' ');
  const area = `${x(memory[0].from)},${box.y0} ${path} ${x(memory.at(-1).to)},${box.y0}`;
  return [
    svg('polygon', { class: 'area', points: area }),
    svg('polyline', { class: 'left', points: path }),
    memory.map((step) => svg('circle', { class: 'dot', cx: x(step.to), cy: y(step.dirty), r: 3 })),
  ];
}

function stunMark(run, x, box, at) {
  if (run.state === 'failed') {
    return [svg('line', { class: 'stun', x1: x(at), x2: x(at), y1: box.y1, y2: box.y0 }),
      svg('text', { class: 'stun-flag', x: x(at) - 5, y: box.y1 + 4, 'text-anchor': 'end' }, '✕ failed')];
  }
  return [svg('rect', { class: 'failed', x: x(at), y: box.y1, width: Math.max(2, x(at + run.stun / 1000) - x(at)), height: box.y0 - box.y1 }),
    svg('text', { class: 'stun-flag', x: x(at) - 5, y: box.y1 + 4, 'text-anchor': 'end' }, 'stun ' + millis(run.stun))];
}

/** Low, likely and high on one line. */
function rangeBar([low, likely, high]) {
  const at = (value) => 4 + (92 * value) / Math.max(high, 0.001) + '%';
  return svg('svg', { class: 'range', 'aria-hidden': 'true' },
    svg('line', { class: 'track', x1: '4%', x2: '96%', y1: 7, y2: 7 }), svg('line', { class: 'span', x1: at(low), x2: at(high), y1: 7, y2: 7 }),
    svg('circle', { cx: at(likely), cy: 7, r: 4.5 }));
}
