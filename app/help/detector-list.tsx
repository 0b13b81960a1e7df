import Link from 'next/link';
import { TYPE_LABELS } from '@/components/explorer';
import { DETECTORS, type Detector } from '@/lib/detections';

/** What is looked for by itself, in the detectors' own words. */
export function DetectorList() {
  return (
    <div className="grid gap-6">
      <p className="max-w-[70ch] text-dim">
        Detectors look at everything that is loaded, soon after it was read. What they find is on the page of{' '}
        <Link href="/findings" className="text-accent hover:underline">
          findings
        </Link>
        , each with its figures and with a query that shows its events. They see what is unusual, not what is meant by
        it: a person judges.
      </p>
      {DETECTORS.map((detector) => (
        <DetectorEntry key={detector.name} detector={detector} />
      ))}
    </div>
  );
}

function DetectorEntry({ detector }: { detector: Detector }) {
  const { name, title, about, falsePositives, types, techniques, examples } = detector;
  return (
    <section id={`detector-${name}`} aria-label={title} className="scroll-mt-4">
      <h3 className="flex flex-wrap items-baseline gap-x-4 font-medium">
        {title}
        {types.map((type) => (
          <span key={type} className="inline-flex items-center gap-1.5 text-xs font-normal text-dim">
            <span className="size-2 rounded-xs" style={{ background: TYPE_LABELS[type].color }} />
            {TYPE_LABELS[type].label}
          </span>
        ))}
        <span className="font-mono text-xs font-normal text-faint">{techniques.join(' ')}</span>
      </h3>
      <dl className="mt-1 grid max-w-[80ch] grid-cols-[112px_minmax(0,1fr)] gap-x-4 gap-y-1 text-dim">
        <dt className="text-faint">How it decides</dt>
        <dd>{about}</dd>
        <dt className="text-faint">When harmless</dt>
        <dd>{falsePositives}</dd>
        <dt className="text-faint">For example</dt>
        <dd>
          <ul>
            {examples.map(({ says, finds }) => (
              <li key={says}>
                {says}: <span className="text-text">{finds.length > 0 ? 'found' : 'not found'}</span>
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </section>
  );
}
