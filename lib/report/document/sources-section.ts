import { formatBytes, formatCount, formatCounted } from '@/lib/text';
import type { FileFacts, ReportFacts, SourceFacts } from '../report-facts';
import { type Block, type Inline, paragraph, type Section } from './block';
import type { Times } from './times';

/** Where the events came from: uploads, streams and their files, with the hashes of what was received. */
export function sourcesSection({ sources, moreSources }: ReportFacts, times: Times): Section {
  const blocks =
    sources.length === 0
      ? [paragraph('No source that is stored has events in the range of this hunt.')]
      : [
          ...sources.map((source, index) => sourcePart(source, index + 1, times)),
          ...(moreSources === 0
            ? []
            : [
                paragraph(
                  `${formatCounted(moreSources, 'more source')} with events in the range of this hunt not listed.`,
                ),
              ]),
        ];
  return { kind: 'section', id: 'sources', title: 'Sources', blocks };
}

function sourcePart(source: SourceFacts, place: number, times: Times): Section {
  return {
    kind: 'section',
    id: `source-${place}`,
    title: source.name,
    blocks: [{ kind: 'facts', rows: factsOf(source, times) }, ...filesTable(source)],
  };
}

function factsOf({ id, stored }: SourceFacts, times: Times): [string, Inline[]][] {
  if (stored === null) {
    return [['State', ['not stored here, or not any more; what is left of it are the copies under Evidence']]];
  }
  const hash: Inline =
    stored.sha256 === null
      ? stored.kind === 'stream'
        ? 'none: a stream has no end'
        : 'not known'
      : { code: stored.sha256 };
  return [
    ['Kind', [stored.kind]],
    ['Events', [formatCount(stored.events)]],
    ['Size', [`${formatBytes(stored.bytes)} in ${formatCounted(stored.fileCount, 'file')}`]],
    ['Came', [times.moment(stored.createdAt)]],
    ['Id', [{ code: id }]],
    ['SHA-256 of what was uploaded', [hash]],
  ];
}

function filesTable({ files, stored }: SourceFacts): readonly Block[] {
  if (files.length === 0) return [];
  const all = stored?.fileCount ?? files.length;
  const caption =
    all > files.length
      ? `${formatCounted(files.length, 'file')} of ${formatCount(all)}: first those of the evidence, then those with the most events`
      : formatCounted(files.length, 'file');
  return [
    {
      kind: 'table',
      caption,
      columns: [
        { label: 'File' },
        { label: 'Events', figures: true },
        { label: 'Size', figures: true },
        { label: 'SHA-256 of its original bytes' },
      ],
      rows: files.map(fileRow),
    },
  ];
}

function fileRow({ path, events, bytes, sha256 }: FileFacts): Inline[][] {
  return [
    [{ code: path }],
    [events === null ? '—' : formatCount(events)],
    [bytes === null ? '—' : formatBytes(bytes)],
    [sha256 === null ? 'not known' : { code: sha256 }],
  ];
}
