'use client';

import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useMay } from '@/components/access';
import { fetchAnswer } from '@/components/interface';
import {
  type FindingAnswer,
  type FindingPatch,
  findingAnswer,
  findingsAnswer,
  storyDetail,
  type Verdict,
} from '@/lib/interface';
import { findingsAsked } from './findings-asked';
import { FINDINGS_KEY, historyKey, pathOfFinding } from './findings-queries';
import { withChange } from './with-change';
import { withStoryChange } from './with-story-change';

/** A verdict that was given, and the finding as it was before. */
interface GivenVerdict {
  readonly before: FindingAnswer;
  readonly verdict: Verdict;
}

/** What was done last, to tell the person. */
export interface TriageStep extends GivenVerdict {
  readonly undone: boolean;
}

export interface Triage {
  /** False for whoever may only read. */
  readonly allowed: boolean;
  readonly step: TriageStep | null;
  /** Why the last change was not kept. */
  readonly error: Error | null;
  readonly give: (finding: FindingAnswer, verdict: Verdict) => void;
  /** Takes the last verdict back; answers what it was about, null where there is none. */
  readonly undo: () => FindingAnswer | null;
  /** Keeps a note; fails as `fetchAnswer`. */
  readonly write: (finding: FindingAnswer, note: string) => Promise<unknown>;
}

const TRIAGE_KEY = ['triage'];

interface Change {
  readonly before: FindingAnswer;
  readonly patch: FindingPatch;
}

/** Judging findings: what is shown changes at once, and the server is told. Every verdict can be taken back in turn. */
export function useTriage(): Triage {
  const allowed = useMay('hunt');
  const client = useQueryClient();
  const [given, setGiven] = useState<readonly GivenVerdict[]>([]);
  const sent = useRef(new Map<string, Promise<unknown>>());
  const [step, setStep] = useState<TriageStep | null>(null);
  const { mutate, mutateAsync, error } = useMutation({
    mutationKey: TRIAGE_KEY,
    mutationFn: ({ before, patch }: Change) => {
      // A verdict and its undoing must not overtake each other.
      const earlier = sent.current.get(before.id) ?? Promise.resolve();
      const sending = earlier.catch(() => undefined).then(() => send(before.id, patch));
      sent.current.set(before.id, sending);
      return sending;
    },
    onMutate: (change) => showChange(client, change),
    onSettled: (_answer, _error, { before }) => {
      void client.invalidateQueries({ queryKey: historyKey(before.id) });
      // Answers asked for between two changes would show the second as not made.
      if (client.isMutating({ mutationKey: TRIAGE_KEY }) === 1)
        void client.invalidateQueries({ queryKey: FINDINGS_KEY });
    },
  });
  return useMemo(
    () => ({
      allowed,
      step,
      error,
      give: (before, verdict) => {
        if (!allowed || before.verdict === verdict) return;
        setGiven((old) => [...old, { before, verdict }]);
        setStep({ before, verdict, undone: false });
        mutate({ before, patch: { verdict } });
      },
      undo: () => {
        const last = given.at(-1);
        if (last === undefined) return null;
        setGiven(given.slice(0, -1));
        setStep({ ...last, undone: true });
        mutate({ before: { ...last.before, verdict: last.verdict }, patch: { verdict: last.before.verdict } });
        return last.before;
      },
      write: (before, note) => mutateAsync({ before, patch: { note } }),
    }),
    [allowed, given, step, error, mutate, mutateAsync],
  );
}

function send(id: string, patch: FindingPatch): Promise<FindingAnswer> {
  return fetchAnswer(
    findingAnswer,
    pathOfFinding(id),
    {},
    {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(patch),
      // What was judged last counts also when the page is left at once.
      keepalive: true,
    },
  );
}

async function showChange(client: QueryClient, { before, patch }: Change): Promise<void> {
  await client.cancelQueries({ queryKey: FINDINGS_KEY });
  for (const [key, data] of client.getQueriesData({ queryKey: FINDINGS_KEY })) {
    const asked = findingsAsked.safeParse(key[1]);
    const answer = findingsAnswer.safeParse(data);
    if (asked.success && answer.success) client.setQueryData(key, withChange(answer.data, asked.data, before, patch));
    const story = storyDetail.safeParse(data);
    if (story.success) client.setQueryData(key, withStoryChange(story.data, before, patch));
  }
}
