import { TYPE_LABELS } from '@/components/explorer';
import { LOG_TYPES, type LogType } from '@/lib/events';

/** The lanes that something shows in, in the order of all lanes. */
export function LaneDots({ types }: { types: readonly LogType[] }) {
  return (
    <ul aria-label="Lanes" className="flex gap-1">
      {LOG_TYPES.filter((type) => types.includes(type)).map((type) => (
        <li key={type} title={TYPE_LABELS[type].label}>
          <span className="block size-2 rounded-xs" style={{ background: TYPE_LABELS[type].color }} />
          <span className="sr-only">{TYPE_LABELS[type].label}</span>
        </li>
      ))}
    </ul>
  );
}
