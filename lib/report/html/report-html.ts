import type { Block, Inline, Section } from '../document/block';
import { reportDocument } from '../document/report-document';
import type { ReportFacts } from '../report-facts';
import { type Child, element, type Markup, pageOf, styleElement } from './element';
import { noteMarkup } from './note-markup';
import { STYLE } from './style';
import { timelineMarkup } from './timeline-markup';

/** Nothing is loaded and nothing runs, whatever else were wrong. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** One page that needs nothing but itself: no scripts, no addresses that are loaded. Throws as `reportDocument` does. */
export function reportHtml(facts: ReportFacts): string {
  const { title, head, sections } = reportDocument(facts);
  return pageOf(
    element(
      'html',
      { lang: 'en' },
      element(
        'head',
        {},
        element('meta', { charset: 'utf-8' }),
        element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
        element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        element('meta', { name: 'color-scheme', content: 'light dark' }),
        element('meta', { name: 'referrer', content: 'no-referrer' }),
        element('title', {}, `${title} – report`),
        styleElement(STYLE),
      ),
      element(
        'body',
        {},
        element(
          'header',
          {},
          element('p', { class: 'kind' }, 'Report of a hunt'),
          element('h1', {}, title),
          blocksOf(head, 2),
        ),
        contents(sections),
        element('main', {}, blocksOf(sections, 2)),
      ),
    ),
  );
}

function contents(sections: readonly Section[]): Markup {
  const items = sections.map((section) => {
    const parts = section.id === 'steps' ? section.blocks.filter((block) => block.kind === 'section') : [];
    const nested = parts.length === 0 ? [] : [element('ol', {}, parts.map(contentsItem))];
    return element('li', {}, contentsLink(section), nested);
  });
  return element('nav', { 'aria-label': 'Contents' }, element('h2', {}, 'Contents'), element('ol', {}, items));
}

function contentsItem(section: Section): Markup {
  return element('li', {}, contentsLink(section));
}

function contentsLink({ id, title }: Section): Markup {
  return element('a', { href: `#${id}` }, title);
}

function blocksOf(blocks: readonly Block[], level: number): Markup[] {
  return blocks.map((block) => blockMarkup(block, level));
}

function blockMarkup(block: Block, level: number): Markup {
  switch (block.kind) {
    case 'section':
      return element(
        'section',
        { id: block.id },
        element(`h${Math.min(6, level)}`, {}, block.title),
        blocksOf(block.blocks, level + 1),
      );
    case 'paragraph':
      return element('p', {}, block.parts.map(inlineMarkup));
    case 'facts':
      return element(
        'dl',
        {},
        block.rows.map(([label, value]) => [element('dt', {}, label), element('dd', {}, value.map(inlineMarkup))]),
      );
    case 'table':
      return tableMarkup(block);
    case 'code':
      return element(
        'figure',
        { class: 'code' },
        element('figcaption', {}, block.label),
        element('pre', {}, element('code', {}, block.text)),
      );
    case 'note':
      return element('div', { class: 'note' }, noteMarkup(block.nodes, level));
    case 'timeline':
      return timelineMarkup(block.picture);
  }
}

function tableMarkup({ caption, columns, rows }: Extract<Block, { kind: 'table' }>): Markup {
  const attributes = columns.map(({ figures }) => (figures ? { class: 'figures' } : {}));
  const head = columns.map(({ label }, index) => element('th', { scope: 'col', ...attributes[index] }, label));
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      row.map((cell, index) => element('td', { ...attributes[index], ...wrapOf(cell) }, cell.map(inlineMarkup))),
    ),
  );
  return element(
    'div',
    { class: 'table' },
    element(
      'table',
      {},
      element('caption', {}, caption),
      element('thead', {}, element('tr', {}, head)),
      element('tbody', {}, body),
    ),
  );
}

/** Words longer than this are broken where the line ends: hashes, paths, addresses. */
const WORD = 22;

function wrapOf(cell: readonly Inline[]): Record<string, string> {
  const text = cell.map((part) => (typeof part === 'string' ? part : Object.values(part).join(''))).join('');
  return text.split(/[\s-]/).some(({ length }) => length > WORD) ? { class: 'long' } : {};
}

function inlineMarkup(part: Inline): Child {
  if (typeof part === 'string') return part;
  if ('code' in part) return element('code', {}, part.code);
  if ('strong' in part) return element('strong', {}, part.strong);
  return element('a', { href: part.link, rel: 'noopener noreferrer nofollow' }, part.link);
}
