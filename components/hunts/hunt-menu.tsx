'use client';

import { Ellipsis } from 'lucide-react';
import { pathOfHunt } from '@/components/collect';
import { visibleLine } from '@/components/text';
import { IconButton, Menu, MenuItem } from '@/components/ui';
import type { ActedHunt, HuntActions } from './use-hunt-actions';

/** What can be done with a hunt as a whole. */
export function HuntMenu({ hunt, actions }: { hunt: ActedHunt; actions: HuntActions }) {
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={`More about ${visibleLine(hunt.title)}`} size="small">
          <Ellipsis size={16} aria-hidden />
        </IconButton>
      }
    >
      {actions.allowed ? <MenuItem onSelect={() => actions.duplicate(hunt)}>Duplicate</MenuItem> : null}
      <MenuItem asChild>
        <a href={`${pathOfHunt(hunt.slug)}/export`} download>
          Export as a file
        </a>
      </MenuItem>
      {actions.allowed ? (
        <>
          <MenuItem onSelect={() => actions.setArchived(hunt, !hunt.archived)}>
            {hunt.archived ? 'Take out of the archive' : 'Archive'}
          </MenuItem>
          <MenuItem className="text-error" onSelect={() => actions.remove(hunt)}>
            Delete …
          </MenuItem>
        </>
      ) : null}
    </Menu>
  );
}
