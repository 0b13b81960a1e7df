import fc from 'fast-check';
import { LOG_TYPES } from '@/lib/events';
import type { EvidenceCopy, HuntAnswer, HuntStep } from '@/lib/interface';
import type { CountedFacts, ProofFacts, ReportFacts } from '../report-facts';

const AT = '2025-06-08T10:41:07.318Z';
const HASH = 'a'.repeat(64);

/** What somebody would write who wants a report to do something. */
const HOSTILE_PARTS = [
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '</title><svg onload=alert(1)>',
    '-->',
    ']]>',
    '<!--',
  ],
  ...[
    '[a](javascript:alert(1))',
    '![a](https://example.com/a.png)',
    '<https://example.com>',
    '[a]: https://example.com',
  ],
  ...[
    '|',
    '\\|',
    '\\',
    '`',
    '```',
    '~~~',
    '\n',
    '\n\n',
    '# ',
    '> ',
    '- ',
    '1. ',
    '    ',
    '***',
    '===',
    '| a |\n|---|\n',
  ],
  ...['\u202e', '\u2066', '\u200b', '\u0000', '\u001b[31m', '\ud800', '"', "'", '&lt;', '&#60;', '&amp', '=1+1', '@x'],
  ...['</style>', '</pre>', '"><b>', 'plain words', 'päth/日本語', 'http://example.com/x', 'a@example.com', '{{x}}'],
];

export const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...HOSTILE_PARTS), { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
);

/** A report all of whose texts come from `text`; the steps are one of each kind. */
export const hostileFacts: fc.Arbitrary<ReportFacts> = fc
  .array(hostileText, { minLength: 24, maxLength: 24 })
  .map((texts) => factsOf(texts));

/** Facts with one text after the other wherever a person or a log has one. */
export function factsOf(texts: readonly string[]): ReportFacts {
  let next = 0;
  const text = () => texts[next++ % texts.length] ?? '';
  return {
    hunt: huntOf(text),
    address: 'http://127.0.0.1:3000/hunts/a',
    madeAt: AT,
    madeBy: text(),
    zone: 'Europe/Berlin',
    version: '0.1.0',
    queries: new Map([['query', countedOf(text)]]),
    proofs: new Map([
      ['query', proofOf(text)],
      ['frozen', { problem: text() }],
    ]),
    timeline: {
      from: '2025-06-08T10:00:00.000Z',
      to: '2025-06-08T11:00:00.000Z',
      interval: 1_800_000,
      buckets: [
        { time: '2025-06-08T10:00:00.000Z', counts: { audit: 7, network: 1 } },
        { time: '2025-06-08T10:30:00.000Z', counts: { audit: 3 } },
      ],
      untimed: 2,
    },
    sources: [
      {
        id: 'source',
        name: text(),
        stored: { kind: 'upload', bytes: 1, events: 1, createdAt: AT, sha256: HASH, fileCount: 1 },
        files: [{ path: text(), bytes: 1, events: 1, sha256: HASH }],
      },
      { id: 'gone', name: text(), stored: null, files: [{ path: text(), bytes: null, events: null, sha256: null }] },
    ],
    moreSources: 3,
  };
}

function huntOf(text: () => string): HuntAnswer {
  return {
    slug: 'a',
    version: 3,
    title: text(),
    hypothesis: text(),
    conclusion: text(),
    status: 'identified',
    techniques: ['T1611', 'T9999'],
    owner: text(),
    tags: [text()],
    archived: false,
    steps: stepsOf(text),
    createdAt: AT,
    createdBy: text(),
    updatedAt: AT,
    updatedBy: text(),
    evidence: LOG_TYPES.slice(0, 2).map((type, index) => copyOf(type, index, text)),
    importedEvidence: ['1-1'],
  };
}

function stepsOf(text: () => string): HuntStep[] {
  const selection = { types: ['audit' as const], q: text(), from: 'now-1d', to: null, source: text() };
  const query = {
    kind: 'query' as const,
    title: text(),
    selection,
    view: 'table' as const,
    chart: null,
    columns: null,
  };
  const frozen = {
    at: AT,
    by: text(),
    count: 2,
    columns: [text(), 'time'],
    rows: [
      [text(), AT],
      [1, null],
    ],
  };
  return [
    { ...query, id: 'query', proof: 'proof', frozen: null },
    { ...query, id: 'frozen', proof: text(), frozen },
    { id: 'note', kind: 'note', text: text() },
    {
      id: 'evidence',
      kind: 'evidence',
      title: text(),
      pins: ['1-0', '1-1', '1-2'].map((event) => ({ event, reason: text(), by: text(), at: AT })),
    },
    {
      id: 'findings',
      kind: 'findings',
      title: text(),
      findings: [
        {
          id: 'finding',
          note: text(),
          detector: text(),
          title: text(),
          reason: text(),
          level: 'high',
          type: 'network',
          from: AT,
          to: AT,
          query: text(),
          events: 4,
          techniques: ['T1041', text().slice(0, 20)],
        },
      ],
    },
  ];
}

function copyOf(type: EvidenceCopy['type'], index: number, text: () => string): EvidenceCopy {
  return {
    event: `1-${index}`,
    type,
    time: index === 0 ? AT : null,
    message: text(),
    source: { id: 'source', name: text(), file: text(), line: 7 },
    fileSha256: index === 0 ? HASH : null,
    original: text(),
    cut: index === 1,
    originalSha256: HASH,
    copiedAt: AT,
  };
}

function countedOf(text: () => string): CountedFacts {
  const columns = ['time', text(), text()];
  return { count: 1234, at: AT, from: AT, to: null, table: { columns, rows: [[AT, text(), 5]], total: 1234 } };
}

function proofOf(text: () => string): ProofFacts {
  return {
    ...{ id: 'proof', at: AT, by: text(), count: 3, digest: '00000000000000ff' },
    selection: { types: ['audit'], q: text(), from: null, to: null, source: null, since: null },
    ...{ now: { count: 4, digest: '0000000000000100' }, same: false, added: 2, removed: 1, gone: [text()] },
  };
}
