import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EvidenceCopy, type ExportedHunt, exportedHunt, type HuntAnswer, type HuntContent } from '@/lib/interface';
import { fromExported, toExported } from './exported';
import { pinsOf } from './pins';
import { arbitraryHunt } from './testing/arbitrary-hunts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const AT = '2026-12-07T10:00:00.000Z';

const copyOf = (event: string, original = `text of ${event}`): EvidenceCopy => ({
  ...{ event, type: 'audit', time: '2026-12-01T00:00:00.123456Z', message: 'm', fileSha256: null },
  source: { id: 's', name: 'n', file: 'f', line: 1 },
  ...{ original, cut: false, originalSha256: sha256(original), copiedAt: AT },
});

const answerOf = (content: HuntContent): HuntAnswer => ({
  ...content,
  ...{ slug: 'a', version: 3, createdAt: AT, createdBy: 'ann', updatedAt: AT, updatedBy: 'bob', importedEvidence: [] },
  evidence: [...pinsOf(content).keys()].map((event) => copyOf(event)),
});

it('any hunt comes back from its file as it was', () => {
  fc.assert(
    fc.property(arbitraryHunt, (content) => {
      const hunt = answerOf(content);
      const file = exportedHunt.parse(JSON.parse(JSON.stringify(toExported(hunt, AT))));
      expect(fromExported(file, sha256)).toEqual({ content, evidence: hunt.evidence });
      expect(toExported({ ...hunt, ...fromExported(file, sha256).content }, AT)).toEqual(file);
    }),
  );
});

describe('a file that is not right is refused, with what is not', () => {
  const steps: HuntContent['steps'] = [
    { id: 'e', kind: 'evidence', title: '', pins: [{ event: '1-1', reason: '', by: 'ann', at: AT }] },
  ];
  const [hunt] = fc.sample(arbitraryHunt, 1).map((content) => answerOf({ ...content, steps }));
  if (hunt === undefined) throw new Error('no hunt');
  const file = toExported(hunt, AT);
  const withCopy = (changes: Partial<EvidenceCopy>): ExportedHunt => ({
    ...file,
    evidence: [{ ...copyOf('1-1'), ...changes }],
  });

  it.each([
    [withCopy({ original: 'another' }), /original text of the event "1-1" is not what its SHA-256/],
    [withCopy({ original: 'text of 1-1\ud800' }), /SHA-256/],
    [withCopy({ time: 'infinity' }), /event "1-1" has a time that is none/],
    [withCopy({ time: '2026-13-01T00:00:00.000Z' }), /a time that is none/],
    [withCopy({ time: '2026-02-31T00:00:00.000Z' }), /a time that is none/],
    [withCopy({ time: '2026-02-31T00:00:00.000001Z' }), /a time that is none/],
    [withCopy({ time: '0000-01-01T00:00:00.000Z' }), /a time that is none/],
    [{ ...file, evidence: [] }, /pins the event "1-1" and has no copy/],
  ])('%#', (wrong, message) => {
    expect(() => fromExported(wrong, sha256)).toThrow(message);
  });

  it('of another schema, or of another kind', () => {
    const refused = (changes: object) => exportedHunt.safeParse({ ...file, ...changes }).error?.issues[0]?.message;
    expect(refused({ schema: 2, hunt: 'of another shape' })).toMatch(/newer Trackway \(schema 2; this one reads 1\)/);
    expect(refused({ schema: 'x' })).toBe('this is not an exported hunt');
    expect(refused({ trackway: 'link' })).toBe('this is not an exported hunt');
  });
});
