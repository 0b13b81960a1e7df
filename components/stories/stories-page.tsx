'use client';

import { Keyboard } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { momentsOf, spanOf, TimeRangeControl, useHotkeys } from '@/components/explorer';
import { FindingsTabs } from '@/components/findings-tabs';
import { useLeave } from '@/components/links';
import { formatCounted } from '@/components/text';
import { useZone } from '@/components/time';
import { classNames, EmptyState, IconButton, KeysDialog, TextInput } from '@/components/ui';
import { NoStories } from './no-stories';
import { StoriesKeys } from './stories-keys';
import { pageOfStory, useOverview, useStories } from './story-queries';
import { StoryRow, storyRowId } from './story-row';
import { useStoriesState } from './use-stories-state';

/** `/findings/stories`: findings that belong together, the worst first. */
export function StoriesPage() {
  const leave = useLeave();
  const [zone] = useZone();
  const state = useStoriesState();
  const { asked, actions } = state;
  const answer = useStories(asked);
  const overview = useOverview();
  const search = useRef<HTMLInputElement>(null);
  const [timeOpen, setTimeOpen] = useState(false);
  const [keysOpen, setKeysOpen] = useState(false);
  const stories = answer.data?.stories ?? [];
  const here = stories.findIndex(({ id }) => id === state.current);
  const moveTo = (place: number) => {
    const next = stories[Math.max(0, Math.min(stories.length - 1, place))];
    if (next === undefined) return;
    actions.setCurrent(next.id);
    document.getElementById(storyRowId(next.id))?.scrollIntoView({ block: 'nearest' });
  };
  useHotkeys({
    j: () => moveTo(here + 1),
    ArrowDown: () => moveTo(here + 1),
    k: () => moveTo(here - 1),
    ArrowUp: () => moveTo(here - 1),
    g: () => moveTo(0),
    Home: () => moveTo(0),
    Enter: () => {
      const story = stories[here];
      if (story !== undefined) leave(pageOfStory(story.id));
    },
    '/': () => search.current?.focus(),
    t: () => setTimeOpen(true),
    '?': () => setKeysOpen(true),
  });
  const span = useMemo(() => spanOf(overview.data?.types ?? []), [overview.data]);
  const moments = useMemo(() => momentsOf(asked.from, asked.to, span), [asked.from, asked.to, span]);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex items-start gap-2 px-4 pt-4 pb-3">
        <div className="min-w-0 flex-1">
          <h1 className="text-lg font-semibold">Stories</h1>
          <p className="h-5 truncate text-dim">Findings that the same actors have a part in, soon after one another.</p>
        </div>
        <TimeRangeControl
          from={asked.from}
          to={asked.to}
          {...{ moments, span, zone }}
          thisYear={new Date().getUTCFullYear()}
          open={timeOpen}
          onOpenChange={setTimeOpen}
          onChange={actions.setRange}
        />
        <IconButton label="Keys" hotkey="?" onClick={() => setKeysOpen(true)}>
          <Keyboard size={16} aria-hidden />
        </IconButton>
      </header>
      <FindingsTabs />
      <div className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-2">
        <TextInput
          ref={search}
          type="search"
          aria-label="Search stories"
          placeholder="Search titles and actors"
          className="h-[34px] min-w-36 flex-1 basis-36 xl:max-w-80"
          value={asked.contains}
          onChange={(event) => actions.setContains(event.target.value)}
        />
        <p className="ml-auto text-dim" role="status">
          {answer.data === undefined ? null : countsOf(answer.data)}
        </p>
      </div>
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        {answer.isPending || answer.isPlaceholderData ? <div className="progress-line z-20" /> : null}
        {answer.data === undefined && answer.error !== null ? (
          <EmptyState title="The stories cannot be shown" tone="error">
            {answer.error.message}
          </EmptyState>
        ) : null}
        {answer.data?.stories.length === 0 ? (
          <NoStories answer={answer.data} state={state} overview={overview.data} />
        ) : (
          <ol
            aria-label="Stories"
            className={classNames('transition-opacity', answer.isPlaceholderData && 'opacity-50')}
          >
            {stories.map((story) => (
              <StoryRow key={story.id} {...{ story, zone, span }} current={story.id === state.current} />
            ))}
          </ol>
        )}
      </div>
      <KeysDialog open={keysOpen} onOpenChange={setKeysOpen}>
        <StoriesKeys />
      </KeysDialog>
    </div>
  );
}

function countsOf({ total, alone, behind }: { total: number; alone: number; behind: boolean }): string {
  const said = `${formatCounted(total, 'story', 'stories')}, exact; ${formatCounted(alone, 'finding')} in none`;
  return behind ? `${said}. More data is being looked at.` : said;
}
