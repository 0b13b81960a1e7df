'use client';

import Link from 'next/link';
import { formatCount, formatCounted, visibleLine } from '@/components/text';
import { clockTime, dayOf, spanLength, timeParts, type Zone } from '@/components/time';
import { LevelMark } from '@/components/triage';
import { classNames } from '@/components/ui';
import type { StoryAnswer } from '@/lib/interface';
import { ActorText } from './actor-text';
import { LaneDots } from './lane-dots';
import { pageOfStory } from './story-queries';
import { TacticChain } from './tactic-chain';
import { TimeStrip } from './time-strip';

interface StoryRowProps {
  story: StoryAnswer;
  zone: Zone;
  span: { readonly from: number; readonly to: number } | null;
  /** The keys are at it. */
  current: boolean;
}

const TITLE_MAX = 400;
const ACTORS_SHOWN = 4;

/** A story in a few lines: how bad, who and what, through which tactics, when, and of how many findings. */
export function StoryRow({ story, zone, span, current }: StoryRowProps) {
  const length = Date.parse(story.to) - Date.parse(story.from);
  return (
    <li
      id={storyRowId(story.id)}
      aria-current={current ? 'true' : undefined}
      className={classNames(
        'relative grid grid-cols-[88px_minmax(0,1fr)_190px] gap-x-4 border-b border-line/60 px-4 py-3 hover:bg-hover max-lg:grid-cols-[72px_minmax(0,1fr)_150px]',
        current && 'bg-raise shadow-[inset_2px_0_var(--accent)] hover:bg-raise',
      )}
    >
      <div className="grid content-start gap-1">
        <LevelMark level={story.level} />
        <span className="text-xs text-faint" title={scoredText(story)}>
          score {formatCount(story.score)}
        </span>
      </div>
      <div className="grid min-w-0 content-start gap-1.5">
        <Link
          href={pageOfStory(story.id)}
          className="line-clamp-2 font-medium [overflow-wrap:anywhere] after:absolute after:inset-0 hover:underline"
        >
          {visibleLine(story.title.slice(0, TITLE_MAX))}
        </Link>
        <TacticChain tactics={story.tactics} />
        <p className="flex flex-wrap gap-x-3 gap-y-0.5 text-xs">
          {story.actors.slice(0, ACTORS_SHOWN).map((actor) => (
            <ActorText key={`${actor.kind} ${actor.value}`} actor={actor} />
          ))}
          {story.actors.length > ACTORS_SHOWN ? (
            <span className="text-faint">and {formatCount(story.actors.length - ACTORS_SHOWN)} more</span>
          ) : null}
        </p>
      </div>
      <div className="grid content-start gap-1.5 text-xs">
        <p className="whitespace-nowrap">
          {dayOf(story.from, zone, isOtherYear(story.from, zone))} {clockTime(story.from, zone).slice(0, 5)}{' '}
          <span className="text-faint">for {spanLength(length)}</span>
        </p>
        <TimeStrip span={span} from={story.from} to={story.to} />
        <div className="flex items-center justify-between gap-2 text-dim">
          <span className="whitespace-nowrap">
            {formatCounted(story.findings, 'finding')}
            {story.judged === 0 ? null : <span className="text-faint">, {formatCount(story.judged)} judged</span>}
          </span>
          <LaneDots types={story.types} />
        </div>
      </div>
    </li>
  );
}

export function storyRowId(id: string): string {
  return `story-${id}`;
}

/** What makes the score, in one line. */
function scoredText({ scored }: StoryAnswer): string {
  return scored.map(({ what, points }) => `${what}: ${points}`).join(' · ');
}

function isOtherYear(time: string, zone: Zone): boolean {
  return timeParts(time, zone)?.year !== new Date().getFullYear();
}
