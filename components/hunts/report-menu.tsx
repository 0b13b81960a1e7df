'use client';

import { FileText } from 'lucide-react';
import { pathOfHunt } from '@/components/collect';
import { useZone, type Zone } from '@/components/time';
import { Button, Menu, MenuItem } from '@/components/ui';

/** The report of a hunt as it is saved, in the zone that times are shown in. */
export function ReportMenu({ slug }: { slug: string }) {
  const [zone] = useZone();
  const addressOf = (wish: Record<string, string>) =>
    `${pathOfHunt(slug)}/report?${new URLSearchParams({ ...wish, zone: zoneName(zone) })}`;
  return (
    <Menu
      align="end"
      trigger={
        <Button look="ghost" size="small">
          <FileText size={14} aria-hidden />
          Report
        </Button>
      }
    >
      <MenuItem asChild>
        <a href={addressOf({ format: 'html' })} target="_blank" rel="noopener">
          Open, to read or print
        </a>
      </MenuItem>
      <MenuItem asChild>
        <a href={addressOf({ format: 'html', download: 'yes' })} download>
          Save as one page of HTML
        </a>
      </MenuItem>
      <MenuItem asChild>
        <a href={addressOf({ format: 'markdown' })} download>
          Save as Markdown
        </a>
      </MenuItem>
    </Menu>
  );
}

/** The IANA name that the server knows a zone by. */
function zoneName(zone: Zone): string {
  if (zone === 'utc') return 'UTC';
  return zone === 'local' ? Intl.DateTimeFormat().resolvedOptions().timeZone : zone;
}
