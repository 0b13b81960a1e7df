import type { HuntAnswer } from '@/lib/interface';
import { type Block, type Inline, paragraph, type Section } from './block';
import type { Numbered, NumberedPin } from './numbered';
import type { Times } from './times';
import { TYPE_NAMES } from './type-names';

/** How much of an original a report shows; the copy itself, in the exported hunt, has up to 64 KiB. */
const ORIGINAL_CHARACTERS = 4_000;

/** The pinned events with their originals and hashes, and what these cover. */
export function evidenceSection(hunt: HuntAnswer, { pins }: Numbered, times: Times): Section {
  const blocks =
    pins.length === 0
      ? [paragraph('No event is pinned in this hunt.')]
      : [
          paragraph(
            'Copies of the events as they were when they were pinned. “Original” is the SHA-256 of the event’s whole original text in UTF-8, without the line end after it. “File” is the SHA-256 of all original bytes of the file that it was read from.',
          ),
          ...pins.map((pin) => pinnedEvent(pin, hunt.importedEvidence, times)),
        ];
  return { kind: 'section', id: 'evidence', title: 'Evidence', blocks };
}

function pinnedEvent({ label, pin, copy }: NumberedPin, imported: readonly string[], times: Times): Section {
  const section = (blocks: readonly Block[]): Section => ({
    kind: 'section',
    id: `evidence-${label.toLowerCase()}`,
    title: label,
    blocks,
  });
  if (copy === null) return section([paragraph(`There is no copy of the event `, { code: pin.event }, '.')]);
  const rows: [string, Inline[]][] = [
    ['Time', [copy.time === null ? 'none' : times.both(copy.time)]],
    ['Type', [TYPE_NAMES[copy.type]]],
    ['Message', [{ code: copy.message }]],
    ['Why', [`${pin.reason === '' ? 'no reason written' : pin.reason} (${pin.by}, ${times.moment(pin.at)})`]],
    ['Source', [copy.source.name]],
    ['File', [{ code: copy.source.file }, `, line ${copy.source.line}`]],
    ['Event', [{ code: copy.event }]],
    [
      'Copied',
      [
        times.moment(copy.copiedAt),
        imported.includes(copy.event)
          ? '; the copy came with an imported hunt: where it is from, only that file says'
          : '',
      ],
    ],
    ['SHA-256 of the original', [{ code: copy.originalSha256 }]],
    [
      'SHA-256 of the file',
      [copy.fileSha256 === null ? 'not known: the file was still growing' : { code: copy.fileSha256 }],
    ],
  ];
  const shown = copy.original.slice(0, ORIGINAL_CHARACTERS).toWellFormed();
  const isWhole = !copy.cut && shown.length === copy.original.length;
  const original = isWhole ? 'Original, whole' : `Original, its first ${shown.length.toLocaleString('en')} characters`;
  return section([
    { kind: 'facts', rows },
    { kind: 'code', label: original, text: shown },
  ]);
}
