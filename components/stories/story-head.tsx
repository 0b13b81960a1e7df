'use client';

import { ArrowRight, ChevronLeft, Keyboard } from 'lucide-react';
import Link from 'next/link';
import { exploreLink } from '@/components/links';
import { formatCount, formatCounted, visibleLine } from '@/components/text';
import { rangeLabel, spanLength, type Zone } from '@/components/time';
import { LevelMark } from '@/components/triage';
import { IconButton, linkButton } from '@/components/ui';
import type { StoryDetail } from '@/lib/interface';
import { MakeHunt } from './make-hunt';
import { TacticChain } from './tactic-chain';

interface StoryHeadProps {
  story: StoryDetail;
  zone: Zone;
  onKeys: () => void;
}

/** What the story says in short, and what can be done with all of it. */
export function StoryHead({ story, zone, onKeys }: StoryHeadProps) {
  const range = rangeLabel(story.from, story.to, zone, new Date().getFullYear());
  return (
    <header className="grid gap-2">
      <div className="flex items-center gap-2">
        <Link href="/findings/stories" className="inline-flex items-center gap-1 text-dim hover:text-text">
          <ChevronLeft size={14} aria-hidden /> Stories
        </Link>
        <span className="flex-1" />
        <IconButton label="Keys" hotkey="?" onClick={onKeys}>
          <Keyboard size={16} aria-hidden />
        </IconButton>
      </div>
      <h1 className="text-lg leading-snug font-semibold [overflow-wrap:anywhere]">{visibleLine(story.title)}</h1>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-dim">
        <LevelMark level={story.level} />
        <span>score {formatCount(story.score)}</span>
        <span>
          {range.text} <span className="text-faint">{range.zone}</span>
        </span>
        <span>{spanLength(Date.parse(story.to) - Date.parse(story.from))}</span>
        <span>
          {formatCounted(story.findings, 'finding')}, {formatCount(story.judged)} judged
        </span>
      </p>
      <TacticChain tactics={story.tactics} />
      <p className="max-w-[100ch] text-dim [overflow-wrap:anywhere]">{visibleLine(story.reason)}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Link
          href={exploreLink({ q: story.query, from: story.from, to: story.to })}
          className={linkButton('primary', 'medium')}
        >
          All that these did meanwhile <ArrowRight size={15} aria-hidden />
        </Link>
        <MakeHunt story={story} />
      </div>
    </header>
  );
}
