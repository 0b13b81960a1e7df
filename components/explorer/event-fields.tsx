'use client';

import { Copy, Minus, Plus } from 'lucide-react';
import { visibleLine, visibleText } from '@/components/text';
import { copyText, Menu, MenuItem, MenuLabel } from '@/components/ui';
import type { EventAnswer } from '@/lib/interface';
import { EventPattern } from './event-pattern';
import { eventTitle } from './event-title';
import { groupFields, type ShownField } from './group-fields';
import type { ExplorerActions } from './use-explorer-state';

interface EventFieldsProps {
  event: EventAnswer;
  actions: ExplorerActions;
}

const MESSAGE_MAX = 8000;
const TITLE_LENGTH = 110;

/** The message in full and every field, each a way to filter. */
export function EventFields({ event, actions }: EventFieldsProps) {
  return (
    <div className="px-4 py-3">
      {isSaidByTitle(event) ? null : (
        <p className="mb-3 max-h-60 overflow-y-auto rounded-lg border bg-bg px-3 py-2 font-mono text-xs whitespace-pre-wrap [overflow-wrap:anywhere]">
          {visibleText(event.message.slice(0, MESSAGE_MAX))}
          {event.message.length > MESSAGE_MAX ? (
            <span className="text-faint"> … the rest is under Original</span>
          ) : null}
        </p>
      )}
      {typeof event.fields.pattern === 'string' ? <EventPattern id={event.fields.pattern} actions={actions} /> : null}
      {groupFields(event).map(({ title, fields }) => (
        <section key={title} className="mb-3" aria-label={title}>
          <h3 className="mb-0.5 text-2xs text-faint">{title}</h3>
          <dl>
            {fields.map((field) => (
              <FieldLine key={field.name} field={field} actions={actions} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

/** A short message that is the title already need not be said twice. */
function isSaidByTitle(event: EventAnswer): boolean {
  const { message } = event;
  return message === '' || (message.length <= TITLE_LENGTH && !message.includes('\n') && eventTitle(event) === message);
}

function FieldLine({ field, actions }: { field: ShownField; actions: ExplorerActions }) {
  const { name, label, value, unit } = field;
  return (
    <div className="grid grid-cols-[116px_minmax(0,1fr)] items-start gap-2 font-mono text-xs">
      <dt className="truncate py-0.5 text-faint" title={name}>
        {visibleLine(label)}
      </dt>
      <dd>
        <Menu
          trigger={
            <button
              type="button"
              className="-ml-1 w-full rounded px-1 py-0.5 text-left [overflow-wrap:anywhere] hover:bg-raise data-[state=open]:bg-raise"
            >
              {visibleLine(value)}
              {unit === undefined ? null : <span className="text-faint"> {unit}</span>}
            </button>
          }
        >
          <MenuLabel>{visibleLine(name)}</MenuLabel>
          <MenuItem onSelect={() => actions.filter(name, value, 'include')}>
            <Plus size={14} aria-hidden /> Only this value
          </MenuItem>
          <MenuItem onSelect={() => actions.filter(name, value, 'exclude')}>
            <Minus size={14} aria-hidden /> Without this value
          </MenuItem>
          <MenuItem onSelect={() => void copyText(value)}>
            <Copy size={14} aria-hidden /> Copy
          </MenuItem>
        </Menu>
      </dd>
    </div>
  );
}
