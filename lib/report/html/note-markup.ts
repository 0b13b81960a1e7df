import { MARKDOWN_TAGS, type MarkdownNode } from '@/lib/markdown';
import { element, type Markup } from './element';

/** Where the headings of a note begin below those of the report; h6 is the last there is. */
const DEEPEST = 6;

/** A note as it is shown; headings in it stand below `level`. */
export function noteMarkup(nodes: readonly MarkdownNode[], level: number): Markup[] {
  return nodes.map((node) => nodeMarkup(node, level));
}

function nodeMarkup(node: MarkdownNode, level: number): Markup {
  switch (node.kind) {
    case 'text':
      return element('span', {}, node.text);
    case 'code':
      return element('code', {}, node.text);
    case 'codeBlock':
      return element('pre', {}, element('code', {}, node.text));
    case 'break':
      return element('br', {});
    case 'rule':
      return element('hr', {});
    case 'link':
      return linkMarkup(node, level);
    case 'heading':
      return element(`h${Math.min(DEEPEST, level + node.level - 1)}`, {}, noteMarkup(node.children, level));
    case 'list':
      return listMarkup(node, level);
    case 'table':
      return element('div', { class: 'table' }, element('table', {}, noteMarkup(node.children, level)));
    default:
      return element(MARKDOWN_TAGS[node.kind], {}, noteMarkup(node.children, level));
  }
}

type Parts<Kind> = Extract<MarkdownNode, { readonly kind: Kind }>;

/** A path of ours leads nowhere from a file: it is text. Other links say where they lead, on paper too. */
function linkMarkup({ href, children }: Parts<'link'>, level: number): Markup {
  const words = noteMarkup(children, level);
  if (!/^(https?|mailto):/i.test(href)) return element('span', {}, words, ` (${href})`);
  return element(
    'span',
    {},
    element('a', { href, rel: 'noopener noreferrer nofollow' }, words),
    isSaidBy(children, href) ? [] : element('span', { class: 'target' }, ` (${href})`),
  );
}

function isSaidBy(children: readonly MarkdownNode[], href: string): boolean {
  const [only] = children;
  return children.length === 1 && only?.kind === 'text' && only.text === href;
}

function listMarkup({ start, children }: Parts<'list'>, level: number): Markup {
  const items = noteMarkup(children, level);
  return start === null ? element('ul', {}, items) : element('ol', { start: String(start) }, items);
}
