'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { parseAsString, useQueryState } from 'nuqs';
import { useMemo, useRef, useState } from 'react';
import { formatCount, formatCounted } from '@/components/text';
import { classNames, TextInput } from '@/components/ui';
import { isBusy } from '@/components/upload';
import type { SourceAnswer } from '@/lib/interface';
import { Choice } from './choice';
import { type FileFilter, type FileKey, type FileOrder, filesInOrder, formatsOf } from './file-order';
import { FileRow } from './file-row';

const ROW_HEIGHT = 32;

const COLUMNS: readonly { key: FileKey; label: string; numeric?: true; about?: string; className: string }[] = [
  { key: 'path', label: 'Path', className: 'pl-4 text-left' },
  { key: 'format', label: 'Format', className: 'w-[112px] px-2 text-left xl:w-[128px]' },
  { key: 'type', label: 'Type', className: 'w-[104px] px-2 text-left' },
  { key: 'events', label: 'Events', numeric: true, className: 'w-[80px] px-2 text-right xl:w-[92px]' },
  { key: 'lines', label: 'Lines', numeric: true, className: 'w-[80px] px-2 text-right xl:w-[92px]' },
  {
    key: 'unparsed',
    label: 'Unparsed',
    numeric: true,
    about: 'Lines that could not be read as what they should be',
    className: 'w-[80px] px-2 text-right',
  },
  {
    key: 'plain',
    label: 'Plain',
    numeric: true,
    about: 'Share of the lines that no format reads; they are kept as plain text',
    className: 'w-[68px] px-2 text-right',
  },
  { key: 'from', label: 'First to last', className: 'w-[270px] px-2 text-left max-xl:hidden' },
];

const STATES: readonly { value: FileFilter['state']; label: string }[] = [
  { value: 'all', label: 'all' },
  { value: 'problems', label: 'with problems' },
  { value: 'ready', label: 'ready' },
  { value: 'reading', label: 'being read' },
  { value: 'duplicate', label: 'duplicates' },
  { value: 'skipped', label: 'skipped' },
  { value: 'failed', label: 'failed' },
];

/** The files of a source: thousands of them, so only the rows in view exist. */
export function FileTable({ source }: { source: SourceAnswer }) {
  const [path, setPath] = useQueryState('path', parseAsString.withDefault(''));
  const [choices, setChoices] = useState<Omit<FileFilter, 'text'>>({ state: 'all', format: 'all' });
  const filter = useMemo(() => ({ ...choices, text: path }), [choices, path]);
  const setFilter = ({ text, ...rest }: FileFilter) => {
    void setPath(text);
    setChoices(rest);
  };
  const [order, setOrder] = useState<FileOrder>({ key: 'path', descending: false });
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  const files = useMemo(() => filesInOrder(source.files, filter, order), [source.files, filter, order]);
  const rows = useVirtualizer({
    count: files.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => files[index]?.path ?? index,
    overscan: 20,
  });
  const shown = rows.getVirtualItems();
  const toggle = (path: string) =>
    setOpened((before) => {
      const next = new Set(before);
      if (!next.delete(path)) next.add(path);
      return next;
    });
  return (
    <section aria-label="Files" className="flex min-h-[320px] flex-1 flex-col">
      <FileFilters source={source} shown={files.length} filter={filter} onChange={setFilter} />
      <div ref={scroller} className="min-h-0 flex-1 overflow-auto rounded-t-xl border border-b-0 border-line bg-panel">
        <table
          aria-rowcount={files.length + 1}
          className="w-full min-w-[900px] table-fixed border-separate border-spacing-0"
        >
          <caption className="sr-only">Files of this source</caption>
          <thead className="sticky top-0 z-10 bg-panel text-2xs text-faint">
            <tr className="h-8">
              {COLUMNS.map((column) => (
                <HeaderCell key={column.key} column={column} order={order} onOrder={setOrder} />
              ))}
              <th className="w-[72px] border-b border-line">
                <span className="sr-only">Actions</span>
              </th>
            </tr>
          </thead>
          <Spacer height={shown[0]?.start ?? 0} />
          {shown.map((row) => {
            const file = files[row.index];
            if (file === undefined) return null;
            return (
              <tbody key={row.key} ref={rows.measureElement} data-index={row.index}>
                <FileRow
                  sourceId={source.id}
                  otherwise={source.corrections}
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
        {files.length > 0 ? null : (
          <p role="status" className="px-4 py-10 text-center text-dim">
            {source.files.length > 0
              ? 'No file passes these filters. Widen them to see more.'
              : isBusy(source)
                ? 'Files appear here as they are found.'
                : 'It holds no file.'}
          </p>
        )}
      </div>
    </section>
  );
}

interface FileFiltersProps {
  source: SourceAnswer;
  shown: number;
  filter: FileFilter;
  onChange: (filter: FileFilter) => void;
}

function FileFilters({ source, shown, filter, onChange }: FileFiltersProps) {
  const formats = useMemo(() => formatsOf(source.files), [source.files]);
  const states = STATES.filter(
    ({ value }) => value === 'all' || value === 'problems' || source.files.some((file) => file.state === value),
  );
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
      <TextInput
        type="search"
        aria-label="Search files by path"
        placeholder="Search paths"
        className="w-72"
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      <Choice
        label="State"
        value={filter.state}
        choices={states}
        onChange={(state) => onChange({ ...filter, state })}
      />
      <Choice
        label="Format"
        value={filter.format}
        choices={[{ value: 'all', label: 'all' }, ...formats.map((format) => ({ value: format, label: format }))]}
        onChange={(format) => onChange({ ...filter, format })}
      />
      <p className="ml-auto text-dim" aria-live="polite">
        {shown === source.files.length
          ? formatCounted(shown, 'file')
          : `${formatCount(shown)} of ${formatCounted(source.files.length, 'file')}`}
      </p>
    </div>
  );
}

interface HeaderCellProps {
  column: (typeof COLUMNS)[number];
  order: FileOrder;
  onOrder: (order: FileOrder) => void;
}

function HeaderCell({ column, order, onOrder }: HeaderCellProps) {
  const { key, label, numeric, about, className } = column;
  const current = order.key === key;
  const Arrow = order.descending ? ArrowDown : ArrowUp;
  return (
    <th
      aria-sort={current ? (order.descending ? 'descending' : 'ascending') : 'none'}
      className={classNames('border-b border-line font-normal', className)}
    >
      <button
        type="button"
        title={about}
        className={classNames('inline-flex items-center gap-1 rounded hover:text-text', current && 'text-text')}
        // Numbers are sorted for their largest first.
        onClick={() => onOrder({ key, descending: current ? !order.descending : numeric === true })}
      >
        {label}
        {current ? <Arrow size={11} aria-hidden /> : null}
      </button>
    </th>
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
