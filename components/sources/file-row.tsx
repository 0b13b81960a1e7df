'use client';

import { ChevronRight, Download, Rows3 } from 'lucide-react';
import Link from 'next/link';
import { exploreLink } from '@/components/links';
import { formatCount, formatShare, visibleLine } from '@/components/text';
import { clockTime, dayOf, rangeLabel, useZone } from '@/components/time';
import { classNames, Tooltip } from '@/components/ui';
import type { Corrections, FileAnswer } from '@/lib/interface';
import { withClause } from '@/lib/query';
import { FileDetail } from './file-detail';

interface FileRowProps {
  sourceId: string;
  /** As `FileDetail` has it. */
  otherwise: Corrections | null;
  file: FileAnswer;
  index: number;
  open: boolean;
  onToggle: () => void;
}

export function FileRow({ sourceId, otherwise, file, index, open, onToggle }: FileRowProps) {
  const path = visibleLine(file.path);
  const remark = remarkOf(file);
  const share = file.lines === 0 ? 0 : file.plain / file.lines;
  const cell = classNames('px-2', !open && 'border-b border-line/60');
  const number = classNames(cell, 'text-right');
  return (
    <>
      <tr aria-rowindex={index + 2} className={classNames('h-8 hover:bg-hover', open && 'bg-hover')}>
        <th scope="row" className={classNames(cell, 'pl-2 text-left font-normal')}>
          <div className="flex min-w-0 items-center gap-1">
            <button
              type="button"
              aria-expanded={open}
              aria-label={`Details of ${path}`}
              onClick={onToggle}
              className="grid size-5 shrink-0 place-items-center rounded text-faint hover:text-text"
            >
              <ChevronRight size={14} className={classNames('transition-transform', open && 'rotate-90')} aria-hidden />
            </button>
            <PathText path={path} />
            {remark === null ? null : (
              <span
                className={classNames(
                  'min-w-0 shrink-[2] truncate text-xs',
                  remark.grave ? 'text-error' : 'text-faint',
                )}
                title={remark.text}
              >
                {remark.text}
              </span>
            )}
          </div>
        </th>
        <td className={classNames(cell, 'truncate text-dim')} title={file.format ?? undefined}>
          {file.format ?? '–'}
        </td>
        <td className={classNames(cell, 'truncate text-dim')}>{file.type ?? '–'}</td>
        <td className={classNames(number, file.events === 0 && 'text-faint')}>{formatCount(file.events)}</td>
        <td className={classNames(number, 'text-dim')}>{formatCount(file.lines)}</td>
        <td className={classNames(number, file.unparsed > 0 ? 'text-warn' : 'text-faint')}>
          {formatCount(file.unparsed)}
        </td>
        <td className={classNames(number, share > 0 ? 'text-dim' : 'text-faint')}>
          {file.lines === 0 ? '–' : formatShare(share)}
        </td>
        <td className={classNames(cell, 'truncate text-xs text-dim max-xl:hidden')}>
          <FileSpan file={file} zoneAbove />
        </td>
        <td className={classNames(cell, 'pr-3')}>
          <FileLinks sourceId={sourceId} file={file} path={path} />
        </td>
      </tr>
      {open ? (
        <tr className="bg-hover">
          <td colSpan={8} className="border-b border-line/60">
            <FileDetail file={file} sourceId={sourceId} otherwise={otherwise} />
          </td>
          <td className="border-b border-line/60 max-xl:hidden" />
        </tr>
      ) : null}
    </>
  );
}

function FileLinks({ sourceId, file, path }: { sourceId: string; file: FileAnswer; path: string }) {
  const icon = 'grid size-6 place-items-center rounded-md text-dim hover:bg-raise hover:text-text';
  return (
    <div className="flex justify-end gap-0.5">
      {file.events === 0 ? null : (
        <Tooltip label="Explore this file">
          <Link
            href={exploreLink({ source: sourceId, q: withClause('', 'file', file.path, 'include') })}
            aria-label={`Explore ${path}`}
            className={icon}
          >
            <Rows3 size={14} aria-hidden />
          </Link>
        </Tooltip>
      )}
      {file.state === 'skipped' ? null : (
        <Tooltip label="Download the original">
          <a href={rawLink(sourceId, file.path)} download aria-label={`Download ${path}`} className={icon}>
            <Download size={14} aria-hidden />
          </a>
        </Tooltip>
      )}
    </div>
  );
}

/** As much of the end of a name as tells it from its neighbours. */
const NAME_END = 16;

/** A path too long for its place loses the beginning of its folder, then the middle of its name. */
function PathText({ path }: { path: string }) {
  const slash = path.lastIndexOf('/') + 1;
  const end = Math.max(slash, path.length - NAME_END);
  return (
    <span className="flex min-w-0 font-mono text-xs" title={path}>
      <span dir="rtl" className="min-w-0 shrink-[9999] truncate text-left text-dim">
        <bdi dir="ltr">{path.slice(0, slash)}</bdi>
      </span>
      <span className="min-w-0 truncate whitespace-pre">{path.slice(slash, end)}</span>
      <span className="shrink-0 whitespace-pre">{path.slice(end)}</span>
    </span>
  );
}

interface FileSpanProps {
  file: FileAnswer;
  /** UTC is said by the head of the column; local time differs from day to day and is said beside each. */
  zoneAbove?: boolean;
}

export function FileSpan({ file, zoneAbove = false }: FileSpanProps) {
  const [zone] = useZone();
  if (file.from === null) return <span className="text-faint">{file.events === 0 ? '–' : 'no time'}</span>;
  const span = rangeLabel(file.from, file.to, zone, new Date().getFullYear());
  const guessed = file.timeGuess.filter((guess) => guess !== 'neighbour');
  return (
    <>
      {guessed.length === 0 ? null : (
        <abbr
          className="text-warn no-underline"
          title={`The ${guessed.join(' and the ')} is not in the file; it was inferred.`}
        >
          ~
        </abbr>
      )}
      {file.from === file.to ? `${dayOf(file.from, zone, true)} ${clockTime(file.from, zone)}` : span.text}
      {zoneAbove && zone === 'utc' ? null : <span className="text-faint"> {span.zone}</span>}
    </>
  );
}

function remarkOf(file: FileAnswer): { text: string; grave: boolean } | null {
  if (file.error !== undefined) return { text: visibleLine(file.error), grave: true };
  if (file.state === 'failed') return { text: 'could not be read', grave: true };
  if (file.state === 'duplicate')
    return { text: `same as ${visibleLine(file.duplicateOf ?? 'another file')}`, grave: false };
  if (file.state === 'skipped') return { text: visibleLine(file.note ?? 'skipped'), grave: false };
  if (file.state === 'reading') return { text: 'being read', grave: false };
  if (file.pending) return { text: 'to be read again', grave: false };
  if (Object.values(file.corrections).some((value) => value !== null)) return { text: 'corrected', grave: false };
  return file.note === null ? null : { text: visibleLine(file.note), grave: false };
}

function rawLink(sourceId: string, path: string): string {
  return `/api/sources/${encodeURIComponent(sourceId)}/raw?path=${encodeURIComponent(path)}`;
}
