'use client';

import Link from 'next/link';
import { useDetectors } from '@/components/triage';
import type { FindingAnswer } from '@/lib/interface';

/** What found it, how it decides, and what a false positive looks like. */
export function DetectorNote({ finding }: { finding: FindingAnswer }) {
  const detectors = useDetectors();
  const detector = detectors.data?.detectors.find(({ name }) => name === finding.detector);
  return (
    <div className="grid gap-2 text-dim">
      <p>
        <span className="font-medium text-text">{finding.detectorTitle}</span>{' '}
        <Link href="/help#detectors" className="text-accent hover:underline">
          all detectors
        </Link>
      </p>
      {detectors.isError ? <p className="text-error">{detectors.error.message}</p> : null}
      {detector === undefined ? null : (
        <>
          <p>{detector.about}</p>
          <p>
            <span className="font-medium text-text">When it is harmless.</span> {detector.falsePositives}
          </p>
        </>
      )}
    </div>
  );
}
