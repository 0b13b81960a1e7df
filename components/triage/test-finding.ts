import type { FindingAnswer } from '@/lib/interface';

/** A finding that says nothing but what a test gives it. Fixture of tests. */
export function testFinding(given: Partial<FindingAnswer> & Pick<FindingAnswer, 'id'>): FindingAnswer {
  return {
    detector: 'some',
    detectorTitle: 'Some',
    type: 'audit',
    from: '',
    to: '',
    level: 'low',
    confidence: 'high',
    title: given.id,
    reason: '',
    observed: 1,
    expected: null,
    unit: 'count',
    history: 0,
    query: '',
    events: 1,
    subject: {},
    techniques: [],
    foundAt: '',
    changedAt: null,
    verdict: 'open',
    note: '',
    triagedBy: null,
    triagedAt: null,
    ...given,
  };
}
