import type { MarkdownNode } from '@/lib/markdown';
import type { TimelinePicture } from './timeline-picture';

/**
 * A part of a line. A string is what it says: whoever renders it makes sure that no character of it becomes markup. `code` is
 * text of a log, a query or a hash; `link` leads to an address of ours.
 */
export type Inline = string | { readonly code: string } | { readonly strong: string } | { readonly link: string };

export interface Column {
  readonly label: string;
  /** Figures stand at the end of their column. */
  readonly figures?: true;
}

/** A part of a report, whatever it is written in. */
export type Block =
  | { readonly kind: 'section'; readonly id: string; readonly title: string; readonly blocks: readonly Block[] }
  | { readonly kind: 'paragraph'; readonly parts: readonly Inline[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: readonly Inline[]])[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: 'code'; readonly label: string; readonly text: string }
  | { readonly kind: 'note'; readonly nodes: readonly MarkdownNode[] }
  | { readonly kind: 'timeline'; readonly picture: TimelinePicture };

export type Section = Extract<Block, { kind: 'section' }>;

/** A report before it is written in HTML or in Markdown. */
export interface ReportDocument {
  readonly title: string;
  /** What stands under the title. */
  readonly head: readonly Block[];
  readonly sections: readonly Section[];
}

export function paragraph(...parts: readonly Inline[]): Block {
  return { kind: 'paragraph', parts };
}
