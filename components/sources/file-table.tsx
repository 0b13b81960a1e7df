'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { parseAsString, useQueryState } from 'nuqs';
import { useRef, useState } from 'react';
import { isBusy } from '@/components/upload';
import type { FilesTotal, SourceSummary } from '@/lib/interface';
import { FileFilters } from './file-filters';
import { COLUMNS, FileHead } from './file-head';
import { FileRow } from './file-row';
import { type FileFilter, type FileOrder, type RowRange, useFiles } from './use-files';

const ROW_HEIGHT = 32;
const OVERSCAN_ROWS = 20;
const NO_ROWS: RowRange = { first: 0, last: 0 };

interface FileTableProps {
  source: SourceSummary;
  total: FilesTotal | undefined;
}

/** The files of a source: a hundred thousand of them, so only the rows in view exist, and only their pages are asked for. */
export function FileTable({ source, total }: FileTableProps) {
  const [path, setPath] = useQueryState('path', parseAsString.withDefault(''));
  const [choices, setChoices] = useState<Omit<FileFilter, 'path'>>({ state: 'all', format: 'all' });
  const [order, setOrder] = useState<FileOrder>({ key: 'path', descending: false });
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [range, setRange] = useState(NO_ROWS);
  const scroller = useRef<HTMLDivElement>(null);
  const files = useFiles(source, { ...choices, path }, order, range);
  const known = useRef(0);
  if (files.matching !== null) known.current = files.matching;
  // Until the server has answered to another filter, the rows of the last one hold their place.
  const count = files.matching ?? known.current;
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (row) => files.at(row)?.path ?? row,
    overscan: OVERSCAN_ROWS,
    onChange: ({ range: seen, options }) => {
      if (seen === null) return;
      const next = {
        first: Math.max(0, seen.startIndex - options.overscan),
        last: Math.max(0, Math.min(options.count - 1, seen.endIndex + options.overscan)),
      };
      setRange((before) => (before.first === next.first && before.last === next.last ? before : next));
    },
  });
  const shown = rows.getVirtualItems();
  const startOver = () => {
    scroller.current?.scrollTo({ top: 0 });
    setRange(NO_ROWS);
  };
  const setFilter = ({ path: text, ...rest }: FileFilter) => {
    void setPath(text);
    setChoices(rest);
    startOver();
  };
  const toggle = (path: string) =>
    setOpened((before) => {
      const next = new Set(before);
      if (!next.delete(path)) next.add(path);
      return next;
    });
  return (
    <section aria-label="Files" className="flex min-h-[320px] flex-1 flex-col">
      <FileFilters total={total} matching={files.matching} filter={{ ...choices, path }} onChange={setFilter} />
      <div ref={scroller} className="min-h-0 flex-1 overflow-auto rounded-t-xl border border-b-0 border-line bg-panel">
        <table aria-rowcount={count + 1} className="w-full min-w-[900px] table-fixed border-separate border-spacing-0">
          <caption className="sr-only">Files of this source</caption>
          <FileHead
            order={order}
            onOrder={(next) => {
              setOrder(next);
              startOver();
            }}
          />
          <Spacer height={shown[0]?.start ?? 0} />
          {shown.map((row) => {
            const file = files.at(row.index);
            if (file === undefined) return <Spacer key={row.key} height={row.size} />;
            return (
              <tbody key={row.key} ref={rows.measureElement} data-index={row.index}>
                <FileRow
                  sourceId={source.id}
                  otherwise={source.kind === 'stream' ? null : source.corrections}
                  file={file}
                  index={row.index}
                  open={opened.has(file.path)}
                  onToggle={() => toggle(file.path)}
                />
              </tbody>
            );
          })}
          <Spacer height={rows.getTotalSize() - (shown.at(-1)?.end ?? 0)} />
        </table>
        <Remark source={source} total={total} matching={files.matching} error={files.error} />
      </div>
    </section>
  );
}

interface RemarkProps extends FileTableProps {
  matching: number | null;
  error: Error | null;
}

/** Why there is no row. */
function Remark({ source, total, matching, error }: RemarkProps) {
  if (error !== null) {
    return (
      <p role="alert" className="px-4 py-10 text-center text-error">
        The files cannot be shown: {error.message}
      </p>
    );
  }
  if (matching !== 0 || total === undefined) return null;
  return (
    <p role="status" className="px-4 py-10 text-center text-dim">
      {total.files > 0
        ? 'No file passes these filters. Widen them to see more.'
        : isBusy(source)
          ? 'Files appear here as they are found.'
          : 'It holds no file.'}
    </p>
  );
}

/** Stands for the rows out of view. */
function Spacer({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden>
      <tr style={{ height }}>
        <td colSpan={COLUMNS.length} />
      </tr>
    </tbody>
  );
}
