// The findings of a rule in full, filled in when the rule is opened.

const SHOWN = 25;
const inRule = Map.groupBy ? Map.groupBy(findings, (finding) => finding.rule) : grouped();

function grouped() {
  const groups = new Map();
  findings.forEach((finding) => groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding]));
  return groups;
}

function ruleBody(rule) {
  const all = [...inRule.get(rule)].sort((a, b) => weight(a) - weight(b) || b.migrations - a.migrations);
  const holder = el('div');
  const more = button('', () => add());
  let shown = 0;
  const add = () => {
    holder.append(...all.slice(shown, shown + SHOWN).map(findingArticle));
    shown = Math.min(all.length, shown + SHOWN);
    more.textContent = 'Show ' + number(Math.min(SHOWN, all.length - shown)) + ' more of ' + number(all.length);
    more.hidden = shown >= all.length;
  };
  add();
  return [el('p', {}, button('Show its ' + ONE + 's in the table', () => showOnly({ r: new Set([rule]) }))), holder, more];
}

function buildFindings() {
  for (const node of document.querySelectorAll('.rule')) {
    node.open = false;
    node.addEventListener('toggle', () => {
      if (node.open && !node.dataset.full) {
        node.dataset.full = 'yes';
        node.querySelector('.rule-body').replaceChildren(...ruleBody(node.dataset.rule));
      }
    });
  }
}
