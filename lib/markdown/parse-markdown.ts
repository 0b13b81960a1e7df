import MarkdownIt from 'markdown-it';
import type { ContainerKind, MarkdownNode } from './markdown-node';
import { isSafeLink } from './safe-link';

/** Markup in the text is text, and so is a link that leads where none may lead. */
const reader = new MarkdownIt({ html: false, linkify: true });
reader.validateLink = isSafeLink;
// A name with a dot in it is more often a pod or a file than a site.
reader.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

type Token = ReturnType<typeof reader.parse>[number];

/** The parts of a text in Markdown, with tables and struck-out text. Pictures become links to them: none is loaded. */
export function parseMarkdown(text: string): readonly MarkdownNode[] {
  return nodesOf(reader.parse(text, {}));
}

const CONTAINERS: Readonly<Record<string, ContainerKind>> = {
  paragraph_open: 'paragraph',
  blockquote_open: 'quote',
  list_item_open: 'item',
  strong_open: 'strong',
  em_open: 'emphasis',
  s_open: 'deleted',
  table_open: 'table',
  tr_open: 'row',
  th_open: 'headCell',
  td_open: 'cell',
};

function nodesOf(tokens: readonly Token[]): MarkdownNode[] {
  const root: MarkdownNode[] = [];
  const open: MarkdownNode[][] = [];
  let here = root;
  for (const token of tokens) {
    if (token.nesting === -1) {
      here = open.pop() ?? root;
      continue;
    }
    if (token.nesting === 0) {
      here.push(...leavesOf(token));
      continue;
    }
    const children: MarkdownNode[] = [];
    open.push(here);
    const node = containerOf(token, children);
    // What only frames others, as the body of a table does, leaves them where they are.
    if (node === null) continue;
    here.push(node);
    here = children;
  }
  return root;
}

function containerOf(token: Token, children: readonly MarkdownNode[]): MarkdownNode | null {
  switch (token.type) {
    case 'heading_open':
      return { kind: 'heading', level: Number(token.tag.slice(1)), children };
    case 'bullet_list_open':
      return { kind: 'list', start: null, children };
    case 'ordered_list_open':
      return { kind: 'list', start: Number(token.attrGet('start') ?? 1), children };
    case 'link_open':
      return { kind: 'link', href: String(token.attrGet('href') ?? ''), children };
    default: {
      // The only child of an item in a tight list has no frame of its own.
      const kind = token.hidden ? undefined : CONTAINERS[token.type];
      return kind === undefined ? null : { kind, children };
    }
  }
}

function leavesOf(token: Token): MarkdownNode[] {
  switch (token.type) {
    case 'inline':
      return nodesOf(token.children ?? []);
    case 'code_inline':
      return [{ kind: 'code', text: token.content }];
    case 'code_block':
    case 'fence':
      return [{ kind: 'codeBlock', text: token.content }];
    case 'hr':
      return [{ kind: 'rule' }];
    case 'softbreak':
    case 'hardbreak':
      return [{ kind: 'break' }];
    case 'image':
      return [linkToPicture(token)];
    default:
      return token.content === '' ? [] : [{ kind: 'text', text: token.content }];
  }
}

function linkToPicture(token: Token): MarkdownNode {
  const href = String(token.attrGet('src') ?? '');
  return { kind: 'link', href, children: [{ kind: 'text', text: token.content || href }] };
}
