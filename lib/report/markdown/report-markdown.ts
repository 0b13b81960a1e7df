import { formatCount, formatDuration } from '@/lib/text';
import type { Block, Inline } from '../document/block';
import { reportDocument } from '../document/report-document';
import type { TimelinePicture } from '../document/timeline-picture';
import type { ReportFacts } from '../report-facts';
import { codeBlockOf, codeInCell, codeOf, textOf } from './escape';
import { noteMarkdown } from './note-markdown';

/** The report in Markdown (CommonMark with the tables of GFM). No text in it becomes markup. Throws as `reportDocument` does. */
export function reportMarkdown(facts: ReportFacts): string {
  const { title, head, sections } = reportDocument(facts);
  return `${[`# ${textOf(title)}`, ...blocksOf(head, 2), ...blocksOf(sections, 2)].join('\n\n')}\n`;
}

function blocksOf(blocks: readonly Block[], level: number): string[] {
  return blocks.flatMap((block) => blockMarkdown(block, level));
}

function blockMarkdown(block: Block, level: number): string[] {
  switch (block.kind) {
    case 'section':
      return [`${'#'.repeat(Math.min(6, level))} ${textOf(block.title)}`, ...blocksOf(block.blocks, level + 1)];
    case 'paragraph':
      return [lineOf(block.parts)];
    case 'facts':
      return [block.rows.map(([label, value]) => `- ${textOf(label)}: ${lineOf(value)}`).join('\n')];
    case 'table':
      return [textOf(block.caption), tableMarkdown(block)];
    case 'code':
      return [textOf(block.label), codeBlockOf(block.text)];
    case 'note':
      return noteMarkdown(block.nodes, level);
    case 'timeline':
      return timelineMarkdown(block.picture);
  }
}

function lineOf(parts: readonly Inline[]): string {
  return parts.map((part) => inlineMarkdown(part, codeOf)).join('');
}

function inlineMarkdown(part: Inline, code: (text: string) => string): string {
  if (typeof part === 'string') return withEdges(part, textOf);
  if ('code' in part) return code(part.code);
  if ('strong' in part) return withEdges(part.strong, (text) => `**${textOf(text)}**`);
  return `<${encodeURI(part.link)}>`;
}

/** Blanks at the ends stand outside of what they would keep from being read as meant. */
function withEdges(text: string, write: (text: string) => string): string {
  const middle = text.trim();
  if (middle === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${write(middle)}${/\s$/.test(text) ? ' ' : ''}`;
}

function tableMarkdown({ columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const rule = columns.map(({ figures }) => (figures ? '---:' : '---'));
  const cells = rows.map((row) => row.map((cell) => cell.map((part) => inlineMarkdown(part, codeInCell)).join('')));
  return [columns.map(({ label }) => textOf(label)), rule, ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** What the picture shows, in figures. */
function timelineMarkdown({ from, to, interval, lanes }: TimelinePicture): string[] {
  return [
    textOf(
      `All stored events from ${from} to ${to} (UTC), by type. A bar of the picture in the HTML report is ${formatDuration(interval / 1000)}. Counts are exact.`,
    ),
    tableMarkdown({
      kind: 'table',
      caption: '',
      columns: [
        { label: 'Type' },
        { label: 'Events', figures: true },
        { label: 'Highest bar', figures: true },
        { label: 'Evidence' },
        { label: 'Findings' },
      ],
      rows: lanes.map(({ name, total, most, pins, findings }) => [
        [name],
        [formatCount(total)],
        [formatCount(most)],
        [pins.map(({ label }) => label).join(', ')],
        [findings.map(({ label }) => label).join(', ')],
      ]),
    }),
  ];
}
