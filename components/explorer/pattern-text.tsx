import { visibleLine } from '@/components/text';

const VALUE = '<*>';

/** A pattern as a person reads it: its words, and faint marks where its messages differ. */
export function PatternText({ text }: { text: string }) {
  const pieces = text.split(VALUE);
  return pieces.map((piece, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
    <span key={place}>
      {place === 0 ? null : <span className="text-faint">{VALUE}</span>}
      {visibleLine(piece)}
    </span>
  ));
}
