'use client';

import { CircleHelp, Crosshair, Database, LayoutDashboard, NotebookPen, Rows3, Settings } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { formatCount } from '@/components/text';
import { useOpenFindings } from '@/components/triage';
import { classNames, Tooltip } from '@/components/ui';
import { AccountMenu } from './account-menu';
import { ThemeSwitch } from './theme-switch';
import { ZoneSwitch } from './zone-switch';

const LOOKING = [
  { href: '/', label: 'Overview', Icon: LayoutDashboard },
  { href: '/explore', label: 'Explore', Icon: Rows3 },
] as const;

/** What fits on a place. */
const COUNT_MAX = 99;

export function NavRail() {
  const path = usePathname();
  return (
    <nav
      aria-label="Trackway"
      className="row-span-2 flex min-h-0 flex-col items-center gap-1.5 overflow-y-auto border-r border-line py-3"
    >
      {LOOKING.map((place) => (
        <Place key={place.href} {...place} current={isWithin(path, place.href)} />
      ))}
      <FindingsPlace current={isWithin(path, '/findings')} />
      <Place href="/hunts" label="Hunts" Icon={NotebookPen} current={isWithin(path, '/hunts')} />
      <Place href="/sources" label="Sources" Icon={Database} current={isWithin(path, '/sources')} />
      <span className="flex-1" />
      <ZoneSwitch />
      <ThemeSwitch />
      <Place href="/settings" label="Settings" Icon={Settings} current={isWithin(path, '/settings')} />
      <AccountMenu />
      <Place href="/help" label="Help" Icon={CircleHelp} current={isWithin(path, '/help')} />
    </nav>
  );
}

/** The findings, with how many grave ones nobody has judged yet. */
function FindingsPlace({ current }: { current: boolean }) {
  const grave = useOpenFindings('high') ?? 0;
  const label = grave === 0 ? 'Findings' : `Findings: ${formatCount(grave)} high or critical to judge`;
  return <Place href="/findings" label={label} Icon={Crosshair} current={current} count={grave} />;
}

interface PlaceProps {
  href: string;
  label: string;
  Icon: typeof Rows3;
  current: boolean;
  /** Drawn on it unless 0. */
  count?: number;
}

function Place({ href, label, Icon, current, count = 0 }: PlaceProps) {
  return (
    <Tooltip label={label} side="right">
      <Link
        href={href}
        aria-label={label}
        aria-current={current ? 'page' : undefined}
        className={classNames(
          'relative grid size-[34px] shrink-0 place-items-center rounded-lg text-faint transition-colors hover:text-text',
          current && 'bg-raise text-text',
        )}
      >
        <Icon size={18} strokeWidth={1.7} aria-hidden />
        {count === 0 ? null : (
          <span className="absolute -top-0.5 -right-1 min-w-4 rounded-full border border-bg bg-error px-1 text-center text-[10px] leading-[14px] font-semibold text-bg">
            {count > COUNT_MAX ? `${COUNT_MAX}+` : count}
          </span>
        )}
      </Link>
    </Tooltip>
  );
}

function isWithin(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}
