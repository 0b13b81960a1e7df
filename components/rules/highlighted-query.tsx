import { visibleText } from '@/components/text';
import { tokenize } from '@/lib/query';

/** Colouring costs elements; what is longer is a text that nobody reads by its colours. */
const COLOURED_MAX = 6000;

/** A query as the explorer colours it. */
export function HighlightedQuery({ q, label }: { q: string; label: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend that is drawn
    <pre
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="query-bar max-h-56 min-w-0 overflow-auto rounded-md border border-line bg-bg px-2.5 py-1.5 font-mono text-xs whitespace-pre-wrap [overflow-wrap:anywhere]"
    >
      {q.length > COLOURED_MAX ? visibleText(q) : piecesOf(q)}
    </pre>
  );
}

function piecesOf(q: string) {
  const pieces = [];
  let at = 0;
  for (const { kind, from, to } of tokenize(q)) {
    if (from > at) pieces.push(visibleText(q.slice(at, from)));
    if (to > from) {
      pieces.push(
        <span key={from} className={`query-${kind}`}>
          {visibleText(q.slice(from, to))}
        </span>,
      );
    }
    at = Math.max(at, to);
  }
  pieces.push(visibleText(q.slice(at)));
  return pieces;
}
