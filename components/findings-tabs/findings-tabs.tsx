'use client';

import { PageTabs } from '@/components/ui';

const TABS = [
  { href: '/findings', label: 'Findings', about: 'What rules and detectors found' },
  { href: '/findings/stories', label: 'Stories', about: 'Findings that belong together' },
  {
    href: '/findings/matrix',
    label: 'Matrix',
    about: 'What was found, what is watched, and what this data cannot show',
  },
  { href: '/findings/rules', label: 'Rules', about: 'What watches, and rules of your own' },
] as const;

/** Leads between the views of what was found. */
export function FindingsTabs() {
  return <PageTabs label="Findings" tabs={TABS} />;
}
