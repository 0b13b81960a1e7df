import { describe, expect, it } from 'vitest';
import { testFinding } from '@/components/triage/test-finding';
import type { FindingAnswer } from '@/lib/interface';
import { groupFindings, whoOf } from './group-findings';

const finding = (id: string, detectorTitle: string, subject: FindingAnswer['subject']): FindingAnswer =>
  testFinding({ id, detector: detectorTitle, detectorTitle, subject });

const FINDINGS = [
  finding('a', 'Sweep', { namespace: 'shop', user: 'ada' }),
  finding('b', 'Scan', { src_ip: '10.0.0.1' }),
  finding('c', 'Scan', { user: 'ada' }),
];

describe('the rows of the list', () => {
  it('are the findings alone where nothing groups them', () => {
    expect(groupFindings(FINDINGS, null).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  });

  it('stand below what they have in common, groups in the order of their first', () => {
    expect(groupFindings(FINDINGS, 'detector').map(({ key }) => key)).toEqual([
      'head Sweep',
      'a',
      'head Scan',
      'b',
      'c',
    ]);
    expect(groupFindings(FINDINGS, 'subject').map(({ key }) => key)).toEqual([
      'head user ada',
      'a',
      'c',
      'head src_ip 10.0.0.1',
      'b',
    ]);
  });
});

it('who acted says more than where', () => {
  expect(whoOf(finding('', '', { cluster: 'eu', pod: 'web-1', node: 'n1' }))).toBe('pod web-1');
  expect(whoOf(finding('', '', { image: 'x', namespace: 'shop' }))).toBe('namespace shop');
  expect(whoOf(finding('', '', {}))).toBe('about nobody');
});
