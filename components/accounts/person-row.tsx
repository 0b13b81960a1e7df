import { useState } from 'react';
import { visibleLine } from '@/components/text';
import { minuteTime, useZone } from '@/components/time';
import { Button } from '@/components/ui';
import type { PersonAnswer } from '@/lib/interface';
import { RoleChoice } from './role-choice';

interface PersonRowProps {
  person: PersonAnswer;
  /** Nobody takes their own role or themselves away by a slip. */
  isMe: boolean;
  onRole: (to: string) => void;
  onLink: () => void;
  onRemove: () => void;
}

/** Somebody, with what can be done about them. */
export function PersonRow({ person, isMe, onRole, onLink, onRemove }: PersonRowProps) {
  const [zone] = useZone();
  const [asking, setAsking] = useState(false);
  const name = visibleLine(person.name);
  return (
    <tr>
      <th scope="row" className="text-left font-medium">
        {name}
        {isMe ? <span className="font-normal text-faint"> (you)</span> : null}
      </th>
      <td className="text-dim">{visibleLine(person.email)}</td>
      <td>
        {isMe ? (
          person.role
        ) : (
          <RoleChoice
            aria-label={`Role of ${name}`}
            value={person.role}
            onChange={(event) => onRole(event.target.value)}
          />
        )}
      </td>
      <td className="text-dim">
        {person.lastSeenAt !== null ? minuteTime(person.lastSeenAt, zone) : person.active ? '–' : 'invited'}
      </td>
      <td>
        {isMe ? null : (
          <div className="flex justify-end gap-2">
            <Button size="small" onClick={onLink}>
              New link
            </Button>
            <Button size="small" look="danger" onClick={asking ? onRemove : () => setAsking(true)}>
              {asking ? `Remove ${name} for good` : 'Remove'}
            </Button>
          </div>
        )}
      </td>
    </tr>
  );
}
