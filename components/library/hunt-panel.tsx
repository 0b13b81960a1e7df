'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { exploreLink } from '@/components/links';
import { IconButton } from '@/components/ui';
import type { ReadyHuntAnswer } from '@/lib/interface';
import { HuntStep } from './hunt-step';
import { RunMark } from './run-mark';
import { StartHunt } from './start-hunt';

interface HuntPanelProps {
  hunt: ReadyHuntAnswer;
  className: string;
  onClose: () => void;
}

/** All that a ready-made hunt says, its questions, and the ways on. */
export function HuntPanel({ hunt, className, onClose }: HuntPanelProps) {
  return (
    <aside aria-label={hunt.title} className={`flex min-h-0 flex-col border-l border-line bg-panel ${className}`}>
      <header className="flex items-start gap-2 border-b border-line px-4 py-3">
        <div className="min-w-0 flex-1">
          <h2 className="text-base font-semibold">{hunt.title}</h2>
          <p className="mt-0.5 flex flex-wrap items-center gap-x-3 text-xs">
            <RunMark hunt={hunt} />
            <span className="text-dim">{hunt.tactics.join(', ')}</span>
            <span className="font-mono text-faint">{hunt.techniques.join(' ')}</span>
          </p>
        </div>
        <IconButton label="Close" hotkey="Esc" onClick={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-3">
        <dl className="grid gap-3">
          <Said what="Hypothesis">{hunt.hypothesis}</Said>
          <Said what="What to look for">{hunt.lookFor}</Said>
          <Said what="What is harmless">{hunt.falsePositives}</Said>
        </dl>
        <h3 className="mt-5 text-xs font-semibold text-dim">Steps</h3>
        <ol>
          {hunt.steps.map((step, index) => (
            <HuntStep key={step.title} step={step} place={index + 1} />
          ))}
        </ol>
        <h3 className="mt-4 text-xs font-semibold text-dim">Where to go on</h3>
        <p className="mt-1 text-xs text-faint">NAME and 0.0.0.0 stand for what you found.</p>
        <ul className="mt-2 grid gap-2">
          {hunt.next.map(({ title, q }) => (
            <li key={title}>
              <Link href={exploreLink({ q })} className="text-accent hover:underline">
                {title}
              </Link>
              <p className="font-mono text-xs text-dim [overflow-wrap:anywhere]">{q}</p>
            </li>
          ))}
        </ul>
      </div>
      <footer className="border-t border-line px-4 py-3 empty:hidden">
        <StartHunt hunt={hunt} />
      </footer>
    </aside>
  );
}

function Said({ what, children }: { what: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs font-semibold text-dim">{what}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}
