// The result, as PageData.java wrote it, with its numbers turned back into what they stand for.

const data = JSON.parse(byId('data').textContent);
const { pool, findings, survey } = data;
const ONE = survey ? 'VM' : 'migration';
const ORDER = Object.keys(VERDICTS);
const runs = new Map((data.simulation?.runs ?? []).map((run) => [run.id, run]));
const findingById = new Map(findings.map((finding) => [finding.id, finding]));

const rows = data.rows.map(asRow);
const rowById = new Map(rows.map((row) => [row.id, row]));

function asRow(raw) {
  const candidates = (raw.candidates ?? []).map((at) => pool[at]);
  const own = raw.findings ?? [];
  const row = { ...raw, findings: own, candidates, run: runs.get(raw.id), rank: ORDER.indexOf(raw.verdict) };
  row.from = raw.from === undefined ? undefined : pool[raw.from];
  row.to = raw.to === undefined ? undefined : pool[raw.to];
  row.type = raw.type === undefined ? '' : pool[raw.type];
  row.mentioned = candidates.length === 0 ? own : [...new Set([...own, ...candidates.flatMap((one) => one.findings ?? [])])];
  row.why = why(row);
  return row;
}

const many = (numbers) => (numbers ?? []).map((at) => pool[at]);

function why(row) {
  if (row.because !== undefined) {
    return row.because;
  }
  const decisive = findings[row.why];
  if (decisive) {
    return decisive.message.split('\n')[0];
  }
  return row.relies ? 'Relies on: ' + pool[row.relies[0]] : '';
}

const place = (where) => where?.host ?? where?.cluster ?? '?';

const datastores = (disks) => [...new Set(many(disks).map((disk) => disk.datastore).filter(Boolean))].sort().join(', ');

const short = (host) => host.split('.')[0];

/** From where and to where: hosts if it changes its host, else datastores. */
function route(row) {
  const { from, to } = row;
  if (survey) {
    return [from.cluster ?? '', from.host ?? ''];
  }
  if (to && (to.host ? to.host === from?.host : !to.cluster)) {
    return [datastores(row.fromDisks), datastores(row.toDisks)];
  }
  return [from ? place(from) : '', to ? place(to) : ''];
}

/** The vCenter that the VM moves to, if it leaves its own. */
function crossing({ from, to }) {
  return from?.vcenter && to?.vcenter && from.vcenter !== to.vcenter ? ' → ' + short(to.vcenter) : '';
}

/** Everything of a row that a reader may search for; made when the first search needs it. */
function haystack(row) {
  row.hay ??= [
    row.vm, row.ref, row.type, row.why, VERDICTS[row.verdict],
    ...Object.values(row.from ?? {}), ...Object.values(row.to ?? {}),
    datastores(row.fromDisks), datastores(row.toDisks),
    ...row.mentioned.map((at) => findings[at].rule),
    ...row.candidates.map((candidate) => candidate.host),
  ].join('\n').toLowerCase();
  return row.hay;
}

const began = (row) => row.run && row.run.state !== 'not-started';
const length = (row) => (began(row) ? row.run.end - row.run.start : undefined);
