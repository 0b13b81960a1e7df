export type { MarkdownNode } from './markdown-node';
export { MARKDOWN_TAGS } from './markdown-tags';
export { parseMarkdown } from './parse-markdown';
export { isSafeLink } from './safe-link';
