'use client';

import { Link2 } from 'lucide-react';
import { useState } from 'react';
import type { Zone } from '@/components/time';
import { copyText, IconButton, Menu, MenuItem } from '@/components/ui';
import type { EventAnswer } from '@/lib/interface';
import { eventAddress, namedZone } from './share-choices';

/** Links to one event, and to its moment in what is looked at. */
export function EventLinks({ event, zone }: { event: EventAnswer; zone: Zone }) {
  const [said, setSaid] = useState('');
  const copy = async (address: string) =>
    setSaid((await copyText(address)) ? 'Copied' : 'The browser does not allow it');
  return (
    <span className="flex items-center gap-1">
      <span aria-live="polite" className="text-2xs text-dim">
        {said}
      </span>
      <Menu
        align="end"
        onOpenChange={() => setSaid('')}
        trigger={
          <IconButton label="Copy a link" size="small">
            <Link2 size={16} aria-hidden />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => void copy(new URL(eventAddress(event, zone), window.location.origin).href)}>
          Link to this event
        </MenuItem>
        <MenuItem
          disabled={event.time === null}
          onSelect={() => void copy(momentAddress(window.location.href, event.time ?? '', zone))}
        >
          Link to this moment
        </MenuItem>
      </Menu>
    </span>
  );
}

/** What is looked at, with a mark at a moment in the place of an open event. */
function momentAddress(shown: string, time: string, zone: Zone): string {
  const address = new URL(shown);
  address.searchParams.delete('event');
  address.searchParams.set('at', time);
  address.searchParams.set('zone', namedZone(zone));
  return address.href;
}
