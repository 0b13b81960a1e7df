/** Parts of a note that are one element of HTML each, and which. */
export const MARKDOWN_TAGS = {
  paragraph: 'p',
  quote: 'blockquote',
  item: 'li',
  strong: 'strong',
  emphasis: 'em',
  deleted: 'del',
  row: 'tr',
  headCell: 'th',
  cell: 'td',
} as const;
