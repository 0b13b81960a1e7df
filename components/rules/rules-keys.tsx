import { type KeyGroup, KeyGroupList } from '@/components/ui';

const GROUPS: readonly KeyGroup[] = [
  {
    title: 'Rules',
    keys: [
      [['j', '↓'], 'next rule'],
      [['k', '↑'], 'previous rule'],
      [['g'], 'first rule'],
      [['Enter'], 'open it'],
      [['/'], 'search'],
    ],
  },
  {
    title: 'Changing',
    keys: [
      [['o', 'Space'], 'turn it on or off'],
      [['x'], 'choose it, for many at once'],
      [['Esc'], 'choose none'],
      [['a'], 'add rules'],
    ],
  },
];

/** The keys of the list of rules, by what they are for. */
export function RulesKeys() {
  return <KeyGroupList groups={GROUPS} />;
}
