import { type KeyGroup, KeyGroupList } from '@/components/ui';

const GROUPS: readonly KeyGroup[] = [
  {
    title: 'Findings',
    keys: [
      [['j', '↓'], 'next finding'],
      [['k', '↑'], 'previous finding'],
      [['g'], 'first finding'],
      [['Enter'], 'show its events'],
      [['Esc'], 'close it'],
    ],
  },
  {
    title: 'Judging',
    keys: [
      [['b'], 'benign: explained and harmless'],
      [['s'], 'suspicious: needs a closer look'],
      [['e'], 'evidence: part of what happened'],
      [['o'], 'open: nobody has judged it'],
      [['n'], 'write a note'],
      [['h'], 'add it to a hunt'],
      [['u'], 'take the last verdict back'],
    ],
  },
  {
    title: 'Looking',
    keys: [
      [['/'], 'search'],
      [['t'], 'choose a time range'],
    ],
  },
];

/** The keys of the page of findings, by what they are for. */
export function FindingsKeys() {
  return <KeyGroupList groups={GROUPS} />;
}
