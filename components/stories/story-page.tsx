'use client';

import { parseAsString, useQueryState } from 'nuqs';
import { useState } from 'react';
import { Collecting, copyOfFinding, useCollect } from '@/components/collect';
import { useHotkeys } from '@/components/explorer';
import { FindingsTabs } from '@/components/findings-tabs';
import { useLeave } from '@/components/links';
import { useZone } from '@/components/time';
import { eventsOfFinding, TriageNote, useTriage, VERDICT_LABELS } from '@/components/triage';
import { AwaitedPage, KeysDialog } from '@/components/ui';
import { VERDICTS } from '@/lib/interface';
import { StoriesKeys } from './stories-keys';
import { StoryHead } from './story-head';
import { StoryMap } from './story-map';
import { useStory } from './story-queries';
import { StoryScore } from './story-score';
import { StoryStep, stepId } from './story-step';

/** `/findings/stories/:id`: a story, step by step. */
export function StoryPage({ id }: { id: string }) {
  const leave = useLeave();
  const [zone] = useZone();
  const answer = useStory(id);
  const triage = useTriage();
  const collect = useCollect();
  // The id of the finding whose step is open.
  const [open, setOpen] = useQueryState('step', parseAsString.withOptions({ history: 'replace', scroll: false }));
  const [keysOpen, setKeysOpen] = useState(false);
  const story = answer.data;
  const steps = story?.steps ?? [];
  const here = steps.findIndex(({ finding }) => finding.id === open);
  const finding = steps[here]?.finding ?? null;
  const openAt = (place: number) => {
    const next = steps[Math.max(0, Math.min(steps.length - 1, place))];
    if (next === undefined) return;
    void setOpen(next.finding.id);
    document.getElementById(stepId(steps.indexOf(next)))?.scrollIntoView({ block: 'nearest' });
  };
  const addToHunt = () => {
    if (finding !== null) collect.add({ kind: 'finding', finding: copyOfFinding(finding) });
  };
  const undo = () => {
    const undone = triage.undo();
    if (undone !== null) void setOpen(undone.id);
  };
  useHotkeys({
    j: () => openAt(here + 1),
    ArrowDown: () => openAt(here + 1),
    k: () => openAt(here - 1),
    ArrowUp: () => openAt(here - 1),
    g: () => openAt(0),
    Home: () => openAt(0),
    Enter: () => {
      if (finding !== null) leave(eventsOfFinding(finding));
    },
    ...Object.fromEntries(
      VERDICTS.map((verdict) => [
        VERDICT_LABELS[verdict].hotkey,
        () => {
          if (finding !== null) triage.give(finding, verdict);
        },
      ]),
    ),
    u: undo,
    h: addToHunt,
    Escape: () => {
      if (open === null) leave('/findings/stories');
      else void setOpen(null);
    },
    '?': () => setKeysOpen(true),
  });
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="pt-2">
        <FindingsTabs />
      </div>
      {story === undefined ? (
        <AwaitedPage
          error={answer.error}
          title="The story cannot be shown"
          back={{ href: '/findings/stories', label: 'All stories' }}
        />
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <div className="mx-auto grid max-w-[1320px] gap-4 px-4 pt-3 pb-24">
            <StoryHead {...{ story, zone }} onKeys={() => setKeysOpen(true)} />
            <StoryMap {...{ story, zone }} open={here === -1 ? null : here} onOpen={openAt} />
            <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_240px]">
              <ol aria-label="Steps" className="min-w-0 [--when:128px]">
                {steps.map((step, place) => (
                  <StoryStep
                    key={step.finding.id}
                    {...{ step, place, zone, triage }}
                    before={steps[place - 1] ?? null}
                    open={place === here}
                    onOpen={() => void setOpen(place === here ? null : step.finding.id)}
                    onJudge={(verdict) => triage.give(step.finding, verdict)}
                    onAddToHunt={collect.allowed ? addToHunt : null}
                  />
                ))}
              </ol>
              <aside className="grid content-start gap-5 max-xl:grid-cols-2">
                <StoryScore story={story} />
              </aside>
            </div>
          </div>
        </div>
      )}
      <TriageNote triage={triage} onUndo={undo} />
      <Collecting collect={collect} />
      <KeysDialog open={keysOpen} onOpenChange={setKeysOpen}>
        <StoriesKeys />
      </KeysDialog>
    </div>
  );
}
