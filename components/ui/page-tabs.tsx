'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { classNames } from './class-names';

interface Tab {
  readonly href: string;
  readonly label: string;
  readonly about: string;
}

/** Links between pages of one place; the page that is open, or the one that it is under, is marked. */
export function PageTabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const path = usePathname();
  const current = tabs.findLast(({ href }) => path === href || path.startsWith(`${href}/`));
  return (
    <nav aria-label={label} className="flex gap-4 border-b border-line px-4">
      {tabs.map(({ href, label: name, about }) => (
        <Link
          key={href}
          href={href}
          title={about}
          aria-current={path === href ? 'page' : undefined}
          className={classNames(
            '-mx-1 -mb-px rounded-t-sm border-b-2 border-transparent px-1 py-1.5 text-dim hover:text-text',
            current?.href === href && 'border-accent font-semibold text-text',
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
