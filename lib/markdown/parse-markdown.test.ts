import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSafeLink, type MarkdownNode, parseMarkdown } from '.';

describe('parseMarkdown', () => {
  it('reads what notes are made of', () => {
    const kinds = new Set(
      parseMarkdown(NOTE)
        .flatMap(allOf)
        .map(({ kind }) => kind),
    );
    for (const kind of [
      'heading',
      'paragraph',
      'list',
      'item',
      'quote',
      'table',
      'headCell',
      'cell',
      'codeBlock',
      'rule',
    ]) {
      expect(kinds).toContain(kind);
    }
    for (const kind of ['strong', 'emphasis', 'deleted', 'code', 'link', 'break']) expect(kinds).toContain(kind);
  });

  it('leaves markup as text', () => {
    const text = '<script>alert(1)</script> <b onclick="x()">bold</b>\n\n<iframe src="https://example.com"></iframe>';
    const nodes = parseMarkdown(text).flatMap(allOf);
    expect(new Set(nodes.map(({ kind }) => kind))).toEqual(new Set(['paragraph', 'text', 'link']));
    expect(textOf(parseMarkdown(text))).toContain('<script>alert(1)</script>');
  });

  it('makes a link of a picture', () => {
    expect(parseMarkdown('![the map](https://example.com/a.png)')).toEqual([
      {
        kind: 'paragraph',
        children: [{ kind: 'link', href: 'https://example.com/a.png', children: [{ kind: 'text', text: 'the map' }] }],
      },
    ]);
  });

  it('makes no link of what leads where none may', () => {
    for (const href of UNSAFE) {
      const nodes = [`[a](${href})`, `[a](<${href}>)`, `![a](${href})`, `[a]\n\n[a]: ${href}`, `<${href}>`]
        .flatMap((text) => parseMarkdown(text))
        .flatMap(allOf);
      expect(nodes.filter(({ kind }) => kind === 'link')).toEqual([]);
    }
  });

  it('keeps addresses that were only typed, and leaves names of pods alone', () => {
    const links = parseMarkdown('see https://example.com/x and pod web.prod.svc').flatMap(allOf).filter(isLink);
    expect(links.map(({ href }) => href)).toEqual(['https://example.com/x']);
  });

  it('never gives a link that is not safe, whatever is written', () => {
    const part = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '!',
      '*',
      '`',
      '\n',
      ' ',
      'javascript:',
      'data:',
      '//',
      'a',
      '&#106;',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const links = parseMarkdown(parts.join('')).flatMap(allOf).filter(isLink);
        expect(links.filter(({ href }) => !isSafeLink(href))).toEqual([]);
      }),
    );
  });

  it('reads long runs of anything without nesting out of bounds', () => {
    for (const run of [
      '[',
      '![',
      '**a*',
      '> ',
      '> - ',
      '- ',
      '|a',
      '`a``',
      '[^a]',
      '((((',
      'http://',
      'a@b.',
      '&amp;',
      '\\',
    ]) {
      const nodes = parseMarkdown(run.repeat(Math.ceil(20_000 / run.length)));
      expect(depthOf(nodes)).toBeLessThan(250);
    }
  });
});

const UNSAFE = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  '&#106;avascript:alert(1)',
  'java&#10;script:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//example.com/',
];

const NOTE = `# Heading

One *slanted*, **bold**, ~~gone~~, \`code\`
next line, [a link](https://example.com).

- item
- other

1. first

> said

| a | b |
|---|---|
| 1 | 2 |

\`\`\`
block
\`\`\`

---
`;

function allOf(node: MarkdownNode): MarkdownNode[] {
  return [node, ...('children' in node ? node.children.flatMap(allOf) : [])];
}

function isLink(node: MarkdownNode): node is Extract<MarkdownNode, { kind: 'link' }> {
  return node.kind === 'link';
}

function textOf(nodes: readonly MarkdownNode[]): string {
  return nodes
    .flatMap(allOf)
    .flatMap((node) => ('text' in node ? [node.text] : []))
    .join('');
}

function depthOf(nodes: readonly MarkdownNode[]): number {
  return nodes.reduce((deepest, node) => Math.max(deepest, 1 + ('children' in node ? depthOf(node.children) : 0)), 0);
}
