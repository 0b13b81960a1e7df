import type { SpecificationPart } from './specification';

/** Where a grammar is written down, its addresses as links. */
export function SpecificationText({ parts }: { parts: readonly SpecificationPart[] }) {
  return (
    <span className="[overflow-wrap:anywhere]">
      {parts.map(({ text, address }) =>
        address === null ? (
          <span key={text}>{text}</span>
        ) : (
          <a key={text} href={address} target="_blank" rel="noreferrer" className="text-accent hover:underline">
            {text.replace('https://', '')}
          </a>
        ),
      )}
    </span>
  );
}
