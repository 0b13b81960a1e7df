/**
 * A part of a text in Markdown. There is no markup in it: whoever draws it makes text of `text`, and of a link what its
 * `href`, which `isSafeLink` let through, leads to.
 */
export type MarkdownNode =
  | { readonly kind: 'text' | 'code' | 'codeBlock'; readonly text: string }
  | { readonly kind: 'break' | 'rule' }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly MarkdownNode[] }
  | { readonly kind: 'heading'; readonly level: number; readonly children: readonly MarkdownNode[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly children: readonly MarkdownNode[] }
  | { readonly kind: ContainerKind; readonly children: readonly MarkdownNode[] };

/** Parts that say nothing but what they are; a `table` holds rows, a `row` cells. */
export type ContainerKind =
  | 'paragraph'
  | 'quote'
  | 'item'
  | 'strong'
  | 'emphasis'
  | 'deleted'
  | 'table'
  | 'row'
  | 'headCell'
  | 'cell';
