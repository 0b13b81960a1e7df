import { Choice } from '@/components/forms';
import { formatCount, formatCounted } from '@/components/text';
import { TextInput } from '@/components/ui';
import type { FilesTotal } from '@/lib/interface';
import type { FileFilter } from './use-files';

const STATES: readonly { value: FileFilter['state']; label: string }[] = [
  { value: 'all', label: 'all' },
  { value: 'problems', label: 'with problems' },
  { value: 'ready', label: 'ready' },
  { value: 'reading', label: 'being read' },
  { value: 'duplicate', label: 'duplicates' },
  { value: 'skipped', label: 'skipped' },
  { value: 'failed', label: 'failed' },
];

interface FileFiltersProps {
  /** What all files add up to; undefined until it is known. */
  total: FilesTotal | undefined;
  /** How many files pass; null until it is known. */
  matching: number | null;
  filter: FileFilter;
  onChange: (filter: FileFilter) => void;
}

/** What narrows the list of files: only states and formats that occur are offered. */
export function FileFilters({ total, matching, filter, onChange }: FileFiltersProps) {
  const occurring = new Set<string>([
    'all',
    'problems',
    filter.state,
    ...(total?.states ?? []).map(({ state }) => state),
  ]);
  const formats = new Set([...(total?.formats ?? []).map(({ format }) => format), filter.format]);
  formats.delete('all');
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
      <TextInput
        type="search"
        aria-label="Search files by path"
        placeholder="Search paths"
        className="w-72"
        value={filter.path}
        onChange={(event) => onChange({ ...filter, path: event.target.value })}
      />
      <Choice
        label="State"
        value={filter.state}
        choices={STATES.filter(({ value }) => occurring.has(value))}
        onChange={(state) => onChange({ ...filter, state })}
      />
      <Choice
        label="Format"
        value={filter.format}
        choices={['all', ...formats].map((format) => ({ value: format, label: format }))}
        onChange={(format) => onChange({ ...filter, format })}
      />
      <p className="ml-auto text-dim" aria-live="polite">
        {matching === null || total === undefined
          ? null
          : matching === total.files
            ? formatCounted(matching, 'file')
            : `${formatCount(matching)} of ${formatCounted(total.files, 'file')}`}
      </p>
    </div>
  );
}
