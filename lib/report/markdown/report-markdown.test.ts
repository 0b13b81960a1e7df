import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSafeLink, type MarkdownNode, parseMarkdown } from '@/lib/markdown';
import { visibleLine, visibleText } from '@/lib/text';
import { reportMarkdown } from '..';
import { factsOf, hostileFacts, hostileText } from '../testing/hostile-facts';
import { codeBlockOf, codeInCell, codeOf, textOf } from './escape';

/** A report has two dozen texts. */
const RUNS = { numRuns: 25 };

describe('text in Markdown', () => {
  it('is read as the text that it was', () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom('', 'a '), (text, before) => {
        const read = parseMarkdown(`${before}${textOf(text)} z`).flatMap(allOf);
        expect(read.filter(({ kind }) => !['paragraph', 'text', 'link'].includes(kind))).toEqual([]);
        expect(wordsOf(read)).toBe(`${before}${visibleLine(text).trim()} z`.trim());
      }),
      { numRuns: 500 },
    );
  });

  it('of a log is read as code, whatever it is', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const shown = visibleLine(text);
        fc.pre(shown.trim() !== '');
        expect(parseMarkdown(`a ${codeOf(text)} z`)).toEqual([
          {
            kind: 'paragraph',
            children: [
              { kind: 'text', text: 'a ' },
              { kind: 'code', text: shown },
              { kind: 'text', text: ' z' },
            ],
          },
        ]);
      }),
    );
  });

  it('of a log stays in its cell of a table', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const [table] = parseMarkdown(`| a | b |\n| --- | --- |\n| ${codeInCell(text)} | z |`);
        const rows = table?.kind === 'table' ? table.children : [];
        const cells = rows.map((row) => ('children' in row ? row.children.map((cell) => wordsOf(allOf(cell))) : []));
        expect(cells.map(({ length }) => length)).toEqual([2, 2]);
        expect(cells[1]?.[0]?.trim()).toBe(visibleLine(text).trim());
        expect(cells[1]?.[1]).toBe('z');
      }),
    );
  });

  it('of many lines stays between its fences', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const [block, after] = parseMarkdown(`${codeBlockOf(text)}\n\nz`);
        expect(block).toEqual({ kind: 'codeBlock', text: `${visibleText(text)}\n` });
        expect(after?.kind).toBe('paragraph');
      }),
    );
  });
});

describe('a report in Markdown', () => {
  it('has the parts of a report and no others, whatever is in it', () => {
    const plain = headingsOf(reportMarkdown(factsOf(['x'])));
    fc.assert(
      fc.property(hostileFacts, (facts) => {
        const withoutNotes = { ...facts, hunt: withoutMarkdown(facts.hunt) };
        const nodes = parseMarkdown(reportMarkdown(withoutNotes)).flatMap(allOf);
        expect(nodes.filter(({ kind }) => kind === 'heading')).toHaveLength(plain.length);
        expect(nodes.filter(({ kind }) => kind === 'quote')).toEqual([]);
        const codes = nodes.filter(({ kind }) => kind === 'codeBlock');
        expect(codes).toHaveLength(7);
      }),
      RUNS,
    );
  });

  it('has no link that may not be one', () => {
    fc.assert(
      fc.property(hostileFacts, (facts) => {
        const text = reportMarkdown(facts);
        expect(visibleText(text)).toBe(text);
        const links = parseMarkdown(text)
          .flatMap(allOf)
          .filter((node) => node.kind === 'link');
        expect(links.filter(({ href }) => !isSafeLink(href))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('writes a note as it was read', () => {
    const note = [
      '# Head\n\nOne *slanted*, **bold**, ~~gone~~, `code`, [a link](https://example.com/a).',
      '- item\n- other\n  - below',
      '1. first\n2. second',
      '> said',
      '| a | b |\n| --- | --- |\n| 1 | 2 |',
      '```\nblock\n```',
    ].join('\n\n');
    const shown = reportMarkdown(factsOf([note]));
    for (const part of ['*slanted*', '**bold**', '~~gone~~', '`code`', '[a link](<https://example.com/a>)'])
      expect(shown).toContain(part);
    for (const part of ['- item\n- other\n', '1. first\n2. second', '> said', '| 1 | 2 |', '```text\nblock\n```'])
      expect(shown).toContain(part);
  });
});

/** Notes and the conclusion are Markdown by right. */
function withoutMarkdown(hunt: Parameters<typeof reportMarkdown>[0]['hunt']) {
  const steps = hunt.steps.map((step) => (step.kind === 'note' ? { ...step, text: 'x' } : step));
  return { ...hunt, conclusion: 'x', steps };
}

function headingsOf(text: string): readonly MarkdownNode[] {
  return parseMarkdown(text)
    .flatMap(allOf)
    .filter(({ kind }) => kind === 'heading');
}

function allOf(node: MarkdownNode): MarkdownNode[] {
  return [node, ...('children' in node ? node.children.flatMap(allOf) : [])];
}

function wordsOf(nodes: readonly MarkdownNode[]): string {
  return nodes.flatMap((node) => ('text' in node ? [node.text] : node.kind === 'break' ? ['\n'] : [])).join('');
}
