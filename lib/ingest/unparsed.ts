/** Why no format read a line, in words for the source's page. */
export function unparsedReason(text: string): string {
  if (text.trim() === '') return 'a blank line';
  const first = text.trimStart()[0];
  if (first === '{' || first === '[') return 'looks like JSON but does not parse';
  return 'no format knows this line';
}
