import { type KeyGroup, KeyGroupList } from '@/components/ui';

const GROUPS: readonly KeyGroup[] = [
  {
    title: 'Stories',
    keys: [
      [['j', '↓'], 'next story'],
      [['k', '↑'], 'previous story'],
      [['g'], 'first story'],
      [['Enter'], 'read it'],
      [['/'], 'search'],
      [['t'], 'choose a time range'],
    ],
  },
  {
    title: 'In a story',
    keys: [
      [['j', '↓'], 'next step'],
      [['k', '↑'], 'previous step'],
      [['Enter'], 'show its events'],
      [['b', 's', 'e', 'o'], 'judge it: benign, suspicious, evidence, open'],
      [['u'], 'take the last verdict back'],
      [['h'], 'add it to a hunt'],
      [['Esc'], 'back to the stories'],
    ],
  },
];

/** The keys of the pages of stories, by what they are for. */
export function StoriesKeys() {
  return <KeyGroupList groups={GROUPS} />;
}
