import type { ReactNode } from 'react';

interface DataTableProps {
  label: string;
  /** Heads of the columns; an empty one is for actions. */
  heads: readonly string[];
  children: ReactNode;
}

/** The frame of a table in the settings. */
export function DataTable({ label, heads, children }: DataTableProps) {
  return (
    <div className="overflow-x-auto rounded-xl border border-line bg-panel">
      <table
        aria-label={label}
        className="w-full border-collapse [&_td]:px-3 [&_th]:px-3 max-xl:[&_td]:px-2 max-xl:[&_th]:px-2"
      >
        <thead className="text-2xs text-faint">
          <tr className="h-8 border-b border-line">
            {heads.map((head) => (
              <th key={head} className="text-left font-normal">
                {head === '' ? <span className="sr-only">Actions</span> : head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="[&>tr]:h-9 [&>tr]:border-b [&>tr]:border-line [&>tr:last-child]:border-0">{children}</tbody>
      </table>
    </div>
  );
}
