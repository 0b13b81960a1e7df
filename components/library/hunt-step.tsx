'use client';

import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { exploreLink } from '@/components/links';
import { linkButton } from '@/components/ui';
import type { ReadyStepAnswer } from '@/lib/interface';
import { stepUnit } from './library-queries';
import { StepCount } from './step-count';

/** A question of a hunt: its query, what it gives now, and the way to its answer. */
export function HuntStep({ step, place }: { step: ReadyStepAnswer; place: number }) {
  const [first = null, ...others] = step.types;
  const type = others.length === 0 ? first : null;
  return (
    <li className="grid gap-1.5 border-t border-line/60 py-3 first:border-t-0">
      <div className="flex items-baseline gap-2">
        <span className="text-faint">{place}.</span>
        <h4 className="min-w-0 flex-1 font-medium">{step.title}</h4>
        <StepCount step={step} />
        <span className="text-xs text-faint">{stepUnit(step)}s</span>
      </div>
      <pre className="max-h-36 overflow-auto rounded-md border border-line bg-bg px-2.5 py-1.5 font-mono text-xs whitespace-pre-wrap [overflow-wrap:anywhere]">
        {step.q}
      </pre>
      {step.missing.map((sentence) => (
        <p key={sentence} className="text-xs text-warn">
          {sentence}
        </p>
      ))}
      <div>
        <Link href={exploreLink({ type, q: step.q })} className={linkButton('plain', 'small')}>
          Open in the explorer
          <ArrowRight size={13} aria-hidden />
        </Link>
      </div>
    </li>
  );
}
