import type { MarkdownNode } from '@/lib/markdown';
import { codeBlockOf, codeInCell, codeOf, textOf } from './escape';

/** A note, written anew from what was read of it, so that nothing else can be in it; its headings stand below `level`. */
export function noteMarkdown(nodes: readonly MarkdownNode[], level: number): string[] {
  return nodes.map((node) => blockOf(node, level)).filter((text) => text !== '');
}

type Parts<Kind> = Extract<MarkdownNode, { readonly kind: Kind }>;

function blockOf(node: MarkdownNode, level: number): string {
  switch (node.kind) {
    case 'heading':
      return `${'#'.repeat(Math.min(6, level + node.level - 1))} ${lineOf(node.children)}`;
    case 'list':
      return listOf(node, level);
    case 'item':
    case 'quote':
      return noteMarkdown(node.children, level).join('\n\n').replace(/^/gm, '> ');
    case 'codeBlock':
      return codeBlockOf(node.text.replace(/\n$/, ''));
    case 'rule':
      return '***';
    case 'table':
      return tableOf(node.children);
    case 'paragraph':
      return lineOf(node.children);
    default:
      return lineOf([node]);
  }
}

/** Each item's blocks stand as far to the right as its mark is wide. */
function listOf({ start, children }: Parts<'list'>, level: number): string {
  const items = children.map((item, index) => {
    const mark = start === null ? '- ' : `${start + index}. `;
    const text = itemText(item, level);
    return mark + text.replaceAll('\n', `\n${' '.repeat(mark.length)}`);
  });
  return items.join('\n');
}

function itemText(item: MarkdownNode, level: number): string {
  if (!('children' in item)) return lineOf([item]);
  const parts: string[] = [];
  let line: MarkdownNode[] = [];
  const endLine = () => {
    if (line.length > 0) parts.push(lineOf(line));
    line = [];
  };
  for (const child of item.children) {
    if (isInline(child)) line.push(child);
    else {
      endLine();
      parts.push(blockOf(child, level));
    }
  }
  endLine();
  return parts.join('\n\n');
}

const INLINE: ReadonlySet<MarkdownNode['kind']> = new Set([
  'text',
  'code',
  'break',
  'link',
  'strong',
  'emphasis',
  'deleted',
]);

function isInline({ kind }: MarkdownNode): boolean {
  return INLINE.has(kind);
}

function lineOf(nodes: readonly MarkdownNode[], code: (text: string) => string = codeOf): string {
  return nodes.map((node) => inlineOf(node, code)).join('');
}

function inlineOf(node: MarkdownNode, code: (text: string) => string): string {
  switch (node.kind) {
    case 'text':
      return padded(node.text);
    case 'code':
    case 'codeBlock':
      return code(node.text);
    case 'break':
      return ' ';
    case 'rule':
      return '';
    case 'link':
      return linkOf(node, code);
    case 'strong':
      return marked(node.children, '**', code);
    case 'emphasis':
      return marked(node.children, '*', code);
    case 'deleted':
      return marked(node.children, '~~', code);
    default:
      return lineOf(node.children, code);
  }
}

function marked(nodes: readonly MarkdownNode[], mark: string, code: (text: string) => string): string {
  const words = lineOf(nodes, code);
  return words.trim() === '' ? words : `${mark}${words}${mark}`;
}

/** A path of ours leads nowhere from a file: it is text. */
function linkOf({ href, children }: Parts<'link'>, code: (text: string) => string): string {
  const words = lineOf(children, code);
  if (!/^(https?|mailto):/i.test(href)) return `${words} \\(${textOf(href)}\\)`;
  return `[${words}](<${href.replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
}

function padded(text: string): string {
  const middle = textOf(text);
  if (middle === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${middle}${/\s$/.test(text) ? ' ' : ''}`;
}

function tableOf(rows: readonly MarkdownNode[]): string {
  const lines = rows.map((row) => {
    const cells = 'children' in row ? row.children : [];
    return `| ${cells.map((cell) => ('children' in cell ? lineOf(cell.children, codeInCell) : '')).join(' | ')} |`;
  });
  const [head = ''] = lines;
  const first = rows[0];
  const columns = first !== undefined && 'children' in first ? first.children.length : 0;
  return [head, `|${' --- |'.repeat(columns)}`, ...lines.slice(1)].join('\n');
}
