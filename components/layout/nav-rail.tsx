'use client';

import { CircleHelp, Database, LayoutDashboard, Rows3, Settings } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { classNames, Tooltip } from '@/components/ui';
import { AccountMenu } from './account-menu';
import { ThemeSwitch } from './theme-switch';
import { ZoneSwitch } from './zone-switch';

const PLACES = [
  { href: '/', label: 'Overview', Icon: LayoutDashboard },
  { href: '/explore', label: 'Explore', Icon: Rows3 },
  { href: '/sources', label: 'Sources', Icon: Database },
] as const;

export function NavRail() {
  const path = usePathname();
  return (
    <nav
      aria-label="Trackway"
      className="row-span-2 flex min-h-0 flex-col items-center gap-1.5 overflow-y-auto border-r border-line py-3"
    >
      {PLACES.map((place) => (
        <Place key={place.href} {...place} current={isWithin(path, place.href)} />
      ))}
      <span className="flex-1" />
      <ZoneSwitch />
      <ThemeSwitch />
      <Place href="/settings" label="Settings" Icon={Settings} current={isWithin(path, '/settings')} />
      <AccountMenu />
      <Place href="/help" label="Help" Icon={CircleHelp} current={isWithin(path, '/help')} />
    </nav>
  );
}

interface PlaceProps {
  href: string;
  label: string;
  Icon: typeof Rows3;
  current: boolean;
}

function Place({ href, label, Icon, current }: PlaceProps) {
  return (
    <Tooltip label={label} side="right">
      <Link
        href={href}
        aria-label={label}
        aria-current={current ? 'page' : undefined}
        className={classNames(
          'grid size-[34px] shrink-0 place-items-center rounded-lg text-faint transition-colors hover:text-text',
          current && 'bg-raise text-text',
        )}
      >
        <Icon size={18} strokeWidth={1.7} aria-hidden />
      </Link>
    </Tooltip>
  );
}

function isWithin(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}
