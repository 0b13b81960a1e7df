export type { MarkdownNode } from './markdown-node';
export { parseMarkdown } from './parse-markdown';
export { isSafeLink } from './safe-link';
