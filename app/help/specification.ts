/** A piece of what a member says of its grammar; with the address that it names, if it names one. */
export interface SpecificationPart {
  readonly text: string;
  readonly address: string | null;
}

/** Names of sites and of projects on GitHub stand without `https://`; RFCs by number. */
const ADDRESSES: readonly (readonly [pattern: RegExp, addressOf: (text: string) => string])[] = [
  [/https:\/\/[^\s;]+[^\s;,).]/, (text) => text],
  [/\bRFC \d{3,5}\b/, (text) => `https://www.rfc-editor.org/rfc/rfc${text.slice(4)}`],
  [/\b(?:[a-z0-9-]+\.){1,3}(?:org|com|io|dev|rs|ch)\b(?:\/[\w./-]*\w)?/, (text) => `https://${text}`],
  [
    /(?<=^|; |and )(?![^\s]+\.[a-z]{1,3}(?:[,; ]|$))[\w.-]+\/[\w.-]*\w(?=[,; ]|$)/,
    (text) => `https://github.com/${text}`,
  ],
];

/** Finds the addresses in what a format or layout says of where its grammar is written down. */
export function specificationOf(source: string): readonly SpecificationPart[] {
  const parts: SpecificationPart[] = [];
  let rest = 0;
  for (;;) {
    const found = firstAddress(source, rest);
    if (found === null) break;
    if (found.start > rest) parts.push({ text: source.slice(rest, found.start), address: null });
    rest = found.start + found.text.length;
    parts.push({ text: found.text, address: found.address });
  }
  if (rest < source.length) parts.push({ text: source.slice(rest), address: null });
  return parts;
}

function firstAddress(source: string, from: number): { start: number; text: string; address: string } | null {
  const found = ADDRESSES.flatMap(([pattern, addressOf]) => {
    const search = new RegExp(pattern, 'g');
    search.lastIndex = from;
    const match = search.exec(source);
    return match === null ? [] : [{ start: match.index, text: match[0], address: addressOf(match[0]) }];
  });
  return found.reduce<(typeof found)[number] | null>(
    (first, one) => (first === null || one.start < first.start ? one : first),
    null,
  );
}
