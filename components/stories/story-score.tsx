import { formatCount } from '@/components/text';
import type { StoryDetail } from '@/lib/interface';
import { ActorText } from './actor-text';

const ACTORS_SHOWN = 24;

/** What makes the score, and who takes part. */
export function StoryScore({ story }: { story: StoryDetail }) {
  const { scored, score, actors } = story;
  return (
    <>
      <section aria-label="Score">
        <h2 className="mb-1.5 text-xs font-semibold">Score</h2>
        <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 text-xs">
          {scored.map(({ what, points }) => (
            <div key={what} className="contents">
              <dt className="text-dim">{what}</dt>
              <dd className="text-right">{formatCount(points)}</dd>
            </div>
          ))}
          <div className="col-span-2 mt-0.5 flex justify-between gap-4 border-t border-line pt-1">
            <dt>all</dt>
            <dd className="font-medium">{formatCount(score)}</dd>
          </div>
        </dl>
        <p className="mt-2 text-xs text-faint">
          What one rule says again counts half each time. Benign counts nothing, suspicious and evidence count more.
        </p>
      </section>
      <section aria-label="Who takes part">
        <h2 className="mb-1.5 text-xs font-semibold">Who takes part</h2>
        <ul className="grid gap-1 text-xs">
          {actors.slice(0, ACTORS_SHOWN).map((actor) => (
            <li key={`${actor.kind} ${actor.value}`} className="min-w-0">
              <ActorText actor={actor} />
            </li>
          ))}
          {actors.length > ACTORS_SHOWN ? (
            <li className="text-faint">and {formatCount(actors.length - ACTORS_SHOWN)} more</li>
          ) : null}
        </ul>
      </section>
    </>
  );
}
