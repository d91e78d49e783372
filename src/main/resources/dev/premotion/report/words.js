// Numbers, sizes and durations, in the same words as the HTML that the program wrote (Words.java).

const NUMBER = new Intl.NumberFormat('en-US');
const number = (value) => NUMBER.format(value);
const plural = (value, one) => number(value) + ' ' + (value === 1 ? one : one + 's');
const tenths = (value) => (Math.round(value * 10) / 10).toFixed(1);
const two = (value) => String(value).padStart(2, '0');

function duration(seconds) {
  if (Math.round(seconds * 10) < 600) {
    return tenths(seconds) + ' s';
  }
  const whole = Math.round(seconds);
  if (whole < 3600) {
    return Math.floor(whole / 60) + ' min ' + two(whole % 60) + ' s';
  }
  const minutes = Math.round(seconds / 60);
  return number(Math.floor(minutes / 60)) + ' h ' + two(minutes % 60) + ' min';
}

const millis = (value) => (Math.round(value) < 1000 ? Math.round(value) + ' ms' : tenths(value / 1000) + ' s');

function bytes(value) {
  let size = value;
  let step = 0;
  while (size >= 1024 && step < 5) {
    size /= 1024;
    step++;
  }
  return (step === 0 ? size : tenths(size)) + ' ' + ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'][step];
}

/** A time on the clock of the simulation: 0:00:00 is its beginning. */
function clock(seconds) {
  const whole = Math.round(seconds);
  return Math.floor(whole / 3600) + ':' + two(Math.floor(whole / 60) % 60) + ':' + two(whole % 60);
}

const VERDICTS = {
  blocked: 'Blocked',
  undetermined: 'Undetermined',
  'approved-with-warnings': 'Approved with warnings',
  approved: 'Approved',
  excluded: 'Excluded',
};

const verdictBadge = (verdict) => badge(verdict, VERDICTS[verdict]);

const SEVERITIES = { blocker: 'Blocker', warning: 'Warning', info: 'Info' };

/** What the finding does to a verdict decides its colour and icon. */
function look(finding) {
  if (finding.severity === 'blocker') {
    return finding.answer === 'no' ? 'blocked' : 'undetermined';
  }
  return finding.severity === 'warning' ? 'approved-with-warnings' : 'excluded';
}

const severityBadge = (finding) =>
  badge(look(finding), (SEVERITIES[finding.severity] ?? finding.severity) + (finding.answer === 'no' ? ', does not hold' : ', not known'));

const kind = (subject) => subject.kind.replaceAll('-', ' ').replace('vcenter', 'vCenter').replace('vm', 'VM').replace('nic', 'NIC');

function evidenceValue(evidence) {
  if (evidence.value === undefined) {
    return el('span', { class: 'missing' }, 'not in the snapshots');
  }
  if (evidence.unit === 'bytes' && /^\d{4,15}$/.test(evidence.value)) {
    return bytes(Number(evidence.value)) + ' (' + number(Number(evidence.value)) + ' bytes)';
  }
  return evidence.value + (evidence.unit ? ' ' + evidence.unit : '');
}
