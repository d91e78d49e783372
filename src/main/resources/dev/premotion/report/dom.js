// Building the page's elements. Text only ever goes through text nodes and attributes, never through markup.

const byId = (id) => document.getElementById(id);

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (value !== undefined && value !== null && value !== false) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  node.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== ''));
  return node;
}

const el = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);

const svg = (tag, attributes = {}, ...children) =>
  fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);

const icon = (name) => svg('svg', { class: 'icon', 'aria-hidden': 'true' }, svg('use', { href: '#i-' + name }));

const badge = (look, word) => el('span', { class: 'badge ' + look }, icon(look), el('span', {}, word));

/** A name from a snapshot, kept from turning the direction of what stands beside it. */
const name = (text) => el('bdi', {}, text);

const button = (text, onclick, attributes = {}) => el('button', { type: 'button', class: 'button', onclick, ...attributes }, text);

/** Moves to a section and its heading, without touching the address, which holds the table's state. */
function goTo(id) {
  const target = byId(id);
  if (!target) {
    return;
  }
  const heading = (target.matches('section') && target.querySelector('h2')) || target;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'start' });
}
