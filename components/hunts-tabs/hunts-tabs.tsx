'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { classNames } from '@/components/ui';

const TABS = [
  { href: '/hunts', label: 'Hunts', about: 'Saved hunts' },
  { href: '/hunts/library', label: 'Library', about: 'Hunts that are ready to be run' },
] as const;

/** Leads from the saved hunts to those that are ready to be run, and back. */
export function HuntsTabs() {
  const path = usePathname();
  return (
    <nav aria-label="Hunts" className="flex gap-4 border-b border-line px-4">
      {TABS.map(({ href, label, about }) => (
        <Link
          key={href}
          href={href}
          title={about}
          aria-current={path === href ? 'page' : undefined}
          className={classNames(
            '-mx-1 -mb-px rounded-t-sm border-b-2 border-transparent px-1 py-1.5 text-dim hover:text-text',
            path === href && 'border-accent font-semibold text-text',
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
