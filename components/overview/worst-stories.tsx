'use client';

import Link from 'next/link';
import { ALL_STORIES, pageOfStory, useStories } from '@/components/stories';
import { formatCount, visibleLine } from '@/components/text';
import { clockTime, dayOf, fullTime, useZone } from '@/components/time';
import { LevelMark } from '@/components/triage';
import type { StoryAnswer } from '@/lib/interface';
import { SectionTitle } from './stands-out';

const SHOWN = 3;
const TITLE_MAX = 300;

/** The worst stories, a line each; nothing where there are none, as they are no news. */
export function WorstStories() {
  const answer = useStories(ALL_STORIES);
  const stories = answer.data?.stories ?? [];
  if (stories.length === 0) return null;
  return (
    <section aria-label="Stories" className="min-w-0">
      <SectionTitle title="Stories">
        <Link href="/findings/stories" className="text-accent hover:underline">
          All {formatCount(answer.data?.total ?? 0)}
        </Link>
      </SectionTitle>
      <ul>
        {stories.slice(0, SHOWN).map((story) => (
          <Row key={story.id} story={story} />
        ))}
      </ul>
    </section>
  );
}

function Row({ story }: { story: StoryAnswer }) {
  const [zone] = useZone();
  return (
    <li>
      <Link
        href={pageOfStory(story.id)}
        className="-mx-1.5 flex h-7 items-center gap-3 rounded px-1.5 hover:bg-raise"
        title={visibleLine(story.title.slice(0, TITLE_MAX))}
      >
        <LevelMark level={story.level} className="w-[68px] shrink-0 text-xs" />
        <span className="min-w-0 flex-1 truncate">{visibleLine(story.title.slice(0, TITLE_MAX))}</span>
        <span className="shrink-0 text-xs text-faint">{formatCount(story.findings)} findings</span>
        <span className="shrink-0 text-xs text-faint" title={fullTime(story.from, zone)}>
          {dayOf(story.from, zone)} {clockTime(story.from, zone).slice(0, 5)}
        </span>
      </Link>
    </li>
  );
}
