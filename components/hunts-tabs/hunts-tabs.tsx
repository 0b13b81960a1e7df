'use client';

import { PageTabs } from '@/components/ui';

const TABS = [
  { href: '/hunts', label: 'Hunts', about: 'Saved hunts' },
  { href: '/hunts/library', label: 'Library', about: 'Hunts that are ready to be run' },
] as const;

/** Leads from the saved hunts to those that are ready to be run, and back. */
export function HuntsTabs() {
  return <PageTabs label="Hunts" tabs={TABS} />;
}
