import type { ComponentProps } from 'react';
import { ROLE_LABELS } from './roles';

/** A list of the roles. */
export function RoleChoice(props: ComponentProps<'select'>) {
  return (
    <select className="h-8 rounded-md border border-line bg-bg px-2 text-sm text-text" {...props}>
      {ROLE_LABELS.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
