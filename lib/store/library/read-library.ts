import { NotFound } from '@/lib/errors';
import type { LibraryAnswer, ReadyHuntAnswer } from '@/lib/interface';
import { type Ground, LIBRARY, type ReadyHunt, type ReadyStep, runnable } from '@/lib/library';
import { readGround } from './read-ground';

/** All hunts that are ready to be run, and whether the data can answer them. */
export async function readLibrary(signal?: AbortSignal): Promise<LibraryAnswer> {
  const ground = await readGround(signal);
  return { hunts: LIBRARY.map((hunt) => answerOf(hunt, ground)) };
}

/** One of them, by its name; throws `NotFound`. */
export async function readReadyHunt(name: string, signal?: AbortSignal): Promise<ReadyHuntAnswer> {
  const hunt = LIBRARY.find((each) => each.name === name);
  if (hunt === undefined) throw new NotFound('the library has no such hunt');
  return answerOf(hunt, await readGround(signal));
}

function answerOf(hunt: ReadyHunt, ground: Ground): ReadyHuntAnswer {
  const { name, title, hypothesis, type, tactics, techniques, lookFor, falsePositives, next } = hunt;
  const { canRun, missing, steps } = runnable(hunt, ground);
  return {
    ...{ name, title, hypothesis, type, lookFor, falsePositives, canRun, missing },
    types: [...new Set([type, ...hunt.steps.flatMap((step) => step.types)])],
    tactics: [...tactics],
    techniques: [...techniques],
    next: next.map((question) => ({ ...question })),
    steps: hunt.steps.map((step, place) => stepAnswer(step, steps[place] ?? { canRun: false, missing: [] })),
  };
}

function stepAnswer({ title, types, q, chart, needs }: ReadyStep, state: { canRun: boolean; missing: string[] }) {
  const auditLevel = needs?.bodiesOf === undefined ? null : ('Request' as const);
  return {
    title,
    types: [...types],
    q,
    chart: chart ?? null,
    needs: { fields: [...(needs?.fields ?? [])], auditLevel },
    ...state,
  };
}
