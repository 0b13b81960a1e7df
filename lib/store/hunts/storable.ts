/** A text for a column: without what PostgreSQL cannot keep. Documents keep it, since they are JSON. */
export function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed();
}
