import { visibleText } from '@/lib/text';

const MADE = Symbol('made by element()');

/** HTML that is sure to be what it was built as: only this file makes any. */
export interface Markup {
  readonly [MADE]: string;
}

/** A string is text, whatever is in it. */
export type Child = string | Markup | readonly Child[];

/** Elements that have no end tag (HTML Standard, 13.1.2). */
const VOID: ReadonlySet<string> = new Set(['meta', 'br', 'hr']);

/**
 * An element. Its name and the names of its attributes are ours; values and children may be hostile. Characters in text that
 * cannot be seen, or that reorder what stands beside them, become glyphs.
 */
export function element(name: string, attributes: Readonly<Record<string, string>>, ...children: Child[]): Markup {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const start = `<${name}${written.join('')}>`;
  return { [MADE]: VOID.has(name) ? start : `${start}${contentOf(children)}</${name}>` };
}

/** A style sheet of our own, in an element for it: there text is not escaped, so there must be none of others. */
export function styleElement(sheet: string): Markup {
  return { [MADE]: `<style>${sheet}</style>` };
}

/** A whole page. */
export function pageOf(html: Markup): string {
  return `<!doctype html>\n${html[MADE]}\n`;
}

function contentOf(children: readonly Child[]): string {
  return children.map(contentOfOne).join('');
}

function contentOfOne(child: Child): string {
  if (typeof child === 'string') return escaped(visibleText(child));
  return isMarkup(child) ? child[MADE] : contentOf(child);
}

function isMarkup(child: Markup | readonly Child[]): child is Markup {
  return MADE in child;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
