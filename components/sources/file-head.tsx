import { ArrowDown, ArrowUp } from 'lucide-react';
import { useZone } from '@/components/time';
import { classNames } from '@/components/ui';
import type { FileKey } from '@/lib/interface';
import type { FileOrder } from './use-files';

export const COLUMNS: readonly {
  key: FileKey;
  label: string;
  numeric?: true;
  zoned?: true;
  about?: string;
  className: string;
}[] = [
  { key: 'path', label: 'Path', className: 'pl-4 text-left' },
  { key: 'format', label: 'Format', className: 'w-[132px] px-2 text-left xl:w-[140px]' },
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
  { key: 'from', label: 'First to last', zoned: true, className: 'w-[282px] px-2 text-left max-xl:hidden' },
];

/** The head of the list of files; a click on a column puts them in its order. */
export function FileHead({ order, onOrder }: { order: FileOrder; onOrder: (order: FileOrder) => void }) {
  return (
    <thead className="sticky top-0 z-10 bg-panel text-2xs text-faint">
      <tr className="h-8">
        {COLUMNS.map((column) => (
          <HeaderCell key={column.key} column={column} order={order} onOrder={onOrder} />
        ))}
        <th className="w-[72px] border-b border-line">
          <span className="sr-only">Actions</span>
        </th>
      </tr>
    </thead>
  );
}

interface HeaderCellProps {
  column: (typeof COLUMNS)[number];
  order: FileOrder;
  onOrder: (order: FileOrder) => void;
}

function HeaderCell({ column, order, onOrder }: HeaderCellProps) {
  const [zone] = useZone();
  const { key, label, numeric, zoned, about, className } = column;
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
        {zoned && zone === 'utc' ? ', UTC' : null}
        {current ? <Arrow size={11} aria-hidden /> : null}
      </button>
    </th>
  );
}
