import { type KeyGroup, KeyGroupList } from '@/components/ui';

const GROUPS: readonly KeyGroup[] = [
  {
    title: 'The hunts',
    keys: [
      [['n'], 'new hunt'],
      [['/'], 'search'],
    ],
  },
  {
    title: 'In a hunt',
    keys: [
      [['Alt', '↑'], 'move the step that has the focus up'],
      [['Alt', '↓'], 'move it down'],
      [['Ctrl', 'z'], 'take your last change back'],
      [['Ctrl', 'Shift', 'z'], 'make it again'],
      [['Esc'], 'close the history'],
    ],
  },
];

/** The keys of saved hunts, by where they work. */
export function HuntsKeys() {
  return <KeyGroupList groups={GROUPS} />;
}
