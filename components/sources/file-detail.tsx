import type { ReactNode } from 'react';
import { formatBytes, formatCount, visibleLine } from '@/components/text';
import { fullTime, useZone } from '@/components/time';
import type { FileAnswer, Corrections as Said } from '@/lib/interface';
import { Corrections } from './corrections';
import { FormatTable } from './file-detection';

const GUESSES: Readonly<Record<FileAnswer['timeGuess'][number], string>> = {
  year: 'the year is inferred',
  zone: 'the zone is inferred',
  neighbour: 'lines without a time have that of the line before',
};

interface FileDetailProps {
  file: FileAnswer;
  sourceId: string;
  /** A person's word on all files of the source; null where files are not corrected one by one. */
  otherwise: Said | null;
}

/** All that is known of one file, under its row. */
export function FileDetail({ file, sourceId, otherwise }: FileDetailProps) {
  const [zone] = useZone();
  return (
    <div className="grid gap-3 pr-3 pb-3 pl-8">
      <dl className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-xs [overflow-wrap:anywhere]">
        <Row label="Path" mono>
          {visibleLine(file.path)}
        </Row>
        {file.error === undefined ? null : (
          <Row label="Error">
            <span className="text-error">{visibleLine(file.error)}</span>
          </Row>
        )}
        {file.note === null ? null : <Row label="Note">{visibleLine(file.note)}</Row>}
        {file.duplicateOf === null ? null : (
          <Row label="Same as" mono>
            {visibleLine(file.duplicateOf)}
          </Row>
        )}
        {file.rotationOf === null ? null : (
          <Row label="Rotated from" mono>
            {visibleLine(file.rotationOf)}
          </Row>
        )}
        <Row label="Size">{formatBytes(file.bytes)}</Row>
        {file.from === null ? null : (
          <Row label="First">
            {fullTime(file.from, zone)}
            {file.timeGuess.length === 0 ? null : (
              <span className="text-warn"> {file.timeGuess.map((guess) => GUESSES[guess]).join('; ')}</span>
            )}
          </Row>
        )}
        {file.to === null ? null : <Row label="Last">{fullTime(file.to, zone)}</Row>}
        {file.sha256 === null ? null : (
          <Row label="SHA-256" mono>
            {file.sha256}
          </Row>
        )}
        {file.detection === null ? null : (
          <Row label="Detection">
            <p className="mb-1 max-w-[900px]">{file.detection.sentence}</p>
            <FormatTable detection={file.detection} />
          </Row>
        )}
        {file.events === 0 || otherwise === null ? null : (
          <Row label="Corrections">
            <Corrections sourceId={sourceId} path={file.path} said={file.corrections} otherwise={otherwise}>
              None for this file alone.
            </Corrections>
          </Row>
        )}
      </dl>
      {file.examples.length === 0 ? null : <UnparsedLines file={file} />}
    </div>
  );
}

function Row({ label, mono = false, children }: { label: string; mono?: boolean; children: ReactNode }) {
  return (
    <>
      <dt className="text-faint">{label}</dt>
      <dd className={mono ? 'font-mono' : undefined}>{children}</dd>
    </>
  );
}

function UnparsedLines({ file }: { file: FileAnswer }) {
  return (
    <table className="w-full table-fixed border-collapse text-xs">
      <caption className="mb-1 text-left text-faint">
        {file.unparsed > file.examples.length
          ? `The first ${file.examples.length} of ${formatCount(file.unparsed)} unparsed lines`
          : 'Unparsed lines'}
        . They are stored and can be searched.
      </caption>
      <colgroup>
        <col className="w-[72px]" />
        <col />
        <col className="w-[30%]" />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th>Line</th>
          <th>Text</th>
          <th>Reason</th>
        </tr>
      </thead>
      <tbody>
        {file.examples.map((example) => (
          <tr key={example.line} className="border-t border-line/60 align-top">
            <td className="py-1 pr-3 text-right font-mono text-faint">{formatCount(example.line)}</td>
            <td className="py-1 pr-3 font-mono [overflow-wrap:anywhere]">
              <span className="line-clamp-3">{visibleLine(example.text)}</span>
            </td>
            <td className="py-1 text-warn [overflow-wrap:anywhere]">{visibleLine(example.reason)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
