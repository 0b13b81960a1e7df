'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { classNames } from '@/components/ui';

const TABS = [
  { href: '/hunts', label: 'Hunts' },
  { href: '/hunts/library', label: 'Library', about: 'Ready-made hunts' },
] as const;

/** Leads from the saved hunts to the ready-made ones, and back. */
export function HuntTabs() {
  const path = usePathname();
  return (
    <nav aria-label="Hunts" className="flex gap-4 border-b px-4">
      {TABS.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          title={'about' in tab ? tab.about : undefined}
          aria-current={path === tab.href ? 'page' : undefined}
          className={classNames(
            '-mx-1 -mb-px rounded-t-sm border-b-2 border-transparent px-1 py-1.5 text-dim hover:text-text',
            path === tab.href && 'border-accent font-semibold text-text',
          )}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
