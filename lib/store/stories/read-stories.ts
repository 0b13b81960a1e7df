import { NotFound } from '@/lib/errors';
import type { StoriesAnswer, StoriesParameters, StoryAnswer, StoryDetail } from '@/lib/interface';
import { queryOfActors, type Story } from '@/lib/stories';
import { rangeOf, wholeSecond } from '../selection';
import { toldStories } from './told-stories';

/** The stories that pass a filter, the worst first. Throws `BadRequest`. */
export async function readStories(
  { contains = '', limit, ...range }: StoriesParameters,
  signal?: AbortSignal,
): Promise<StoriesAnswer> {
  const { from, to } = rangeOf(range, wholeSecond());
  const { stories, alone, detectedAt, behind } = await toldStories(signal);
  const passing = stories.filter(
    (story) =>
      (from === null || Date.parse(story.to) > from.getTime()) &&
      (to === null || Date.parse(story.from) < to.getTime()) &&
      holds(story, contains.toLowerCase()),
  );
  return { stories: passing.slice(0, limit).map(summaryOf), total: passing.length, alone, detectedAt, behind };
}

/** The story that a finding is in, which is the one whose id it was once, too. Throws `NotFound`. */
export async function readStory(id: string, signal?: AbortSignal): Promise<StoryDetail> {
  const { stories } = await toldStories(signal);
  const wanted = id.toLowerCase();
  const story =
    stories.find((each) => each.id === wanted) ??
    stories.find(({ steps }) => steps.some(({ finding }) => finding.id === wanted));
  if (story !== undefined) return { ...story, query: queryOfActors(story.actors) };
  throw new NotFound(`there is no story "${id}"; its findings may be gone, or have been judged benign`);
}

function summaryOf({ steps: _steps, ...story }: Story): StoryAnswer {
  return story;
}

function holds({ title, actors }: Story, text: string): boolean {
  return [title, ...actors.map(({ value }) => value)].some((each) => each.toLowerCase().includes(text));
}
