'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import { TYPE_LABELS } from '@/components/explorer';
import { exploreLink } from '@/components/links';
import { formatCounted, visibleLine, visibleText } from '@/components/text';
import { minuteTime } from '@/components/time';
import { LevelMark } from '@/components/triage';
import { IconButton } from '@/components/ui';
import type { FindingsStep as Findings } from '@/lib/interface';
import { useEditStep, useOpenHunt } from './notebook-context';
import { techniqueTitle } from './technique-title';
import { WritingArea } from './writing-area';

const NOTE_MAX = 4000;

/** Findings as they were when they were put here. */
export function FindingsStep({ step }: { step: Findings }) {
  const { zone, writable } = useOpenHunt();
  const editStep = useEditStep(step.id, 'findings');
  if (step.findings.length === 0) {
    return (
      <p className="px-4 py-3 text-dim">
        No finding yet: open one on the{' '}
        <Link href="/findings" className="text-accent hover:underline">
          page of findings
        </Link>{' '}
        and press h.
      </p>
    );
  }
  return (
    <ul className="divide-y">
      {step.findings.map((finding) => (
        <li key={finding.id} className="grid gap-1 px-4 py-2.5">
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-dim">
            <LevelMark level={finding.level} />
            <span className="inline-flex items-center gap-1.5">
              <span className="size-2 rounded-xs" style={{ background: TYPE_LABELS[finding.type].color }} />
              {TYPE_LABELS[finding.type].label}
            </span>
            <span>{minuteTime(finding.from, zone)}</span>
            {finding.techniques.map((id) => (
              <span key={id} title={techniqueTitle(id)}>
                {visibleLine(id)}
              </span>
            ))}
            <span className="flex-1" />
            <Link
              href={exploreLink({ type: finding.type, q: finding.query, from: finding.from, to: finding.to })}
              className="text-accent hover:underline"
            >
              {formatCounted(finding.events, 'event')}
            </Link>
            <Link
              href={`/findings?${new URLSearchParams({ finding: finding.id })}`}
              className="text-accent hover:underline"
            >
              finding
            </Link>
            {writable ? (
              <IconButton
                label={`Take out ${visibleLine(finding.title)}`}
                size="small"
                onClick={() =>
                  editStep((old) => ({ ...old, findings: old.findings.filter(({ id }) => id !== finding.id) }), '')
                }
              >
                <X size={14} aria-hidden />
              </IconButton>
            ) : null}
          </p>
          <h4 className="font-medium [overflow-wrap:anywhere]">{visibleLine(finding.title)}</h4>
          <p className="text-dim [overflow-wrap:anywhere]">{visibleText(finding.reason)}</p>
          {writable ? (
            <WritingArea
              aria-label={`Note on ${visibleLine(finding.title)}`}
              value={finding.note}
              rows={1}
              maxLength={NOTE_MAX}
              placeholder="What you make of it"
              className="-ml-2 px-2 py-0.5"
              onText={(note) =>
                editStep(
                  (old) => ({
                    ...old,
                    findings: old.findings.map((each) => (each.id === finding.id ? { ...each, note } : each)),
                  }),
                  `note ${finding.id}`,
                )
              }
            />
          ) : finding.note === '' ? null : (
            <p className="[overflow-wrap:anywhere]">{visibleText(finding.note)}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
