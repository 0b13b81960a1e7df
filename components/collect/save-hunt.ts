import { AnswerError, fetchAnswer } from '@/components/interface';
import { contentOf } from '@/lib/hunts';
import { type HuntAnswer, type HuntContent, type HuntPatch, huntAnswer, huntConflict } from '@/lib/interface';
import { pathOfHunt } from './hunt-queries';

/** What became of a change: it is kept, or somebody else changed the hunt before, and nothing was kept. */
export type Saved =
  | { readonly kind: 'kept'; readonly hunt: HuntAnswer }
  | { readonly kind: 'stale'; readonly theirs: HuntAnswer };

/** Sends a change of a version. Fails as `fetchAnswer` for all but a version that is not the latest. */
export async function saveHunt(slug: string, patch: HuntPatch): Promise<Saved> {
  try {
    const hunt = await fetchAnswer(
      huntAnswer,
      pathOfHunt(slug),
      {},
      { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify(patch) },
    );
    return { kind: 'kept', hunt };
  } catch (error) {
    if (!(error instanceof AnswerError) || error.status !== 409) throw error;
    const conflict = huntConflict.safeParse(error.body);
    if (!conflict.success) throw error;
    return { kind: 'stale', theirs: conflict.data.theirs };
  }
}

const ATTEMPTS = 5;

/** Changes a hunt that is not open here: whatever others do meanwhile, the change is made of what they left. */
export async function changeHunt(
  slug: string,
  change: (content: HuntContent) => Partial<HuntContent>,
): Promise<HuntAnswer> {
  let hunt = await fetchAnswer(huntAnswer, pathOfHunt(slug));
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const saved = await saveHunt(slug, { version: hunt.version, ...change(contentOf(hunt)) });
    if (saved.kind === 'kept') return saved.hunt;
    hunt = saved.theirs;
  }
  throw new AnswerError('conflict', 'Others change this hunt all the time. Try again.', 409);
}
