import { isLogType, LOG_TYPES } from '@/lib/events';
import { type Corrections, type SourcePatch, sourcePatch } from '@/lib/interface';

/** What stands in the fields of a form of corrections; empty = nothing said. */
export interface CorrectionDraft {
  readonly format: string;
  readonly type: string;
  readonly zone: string;
  readonly year: string;
  readonly skew: string;
}

export function draftOf(said: Corrections): CorrectionDraft {
  return {
    format: said.format ?? '',
    type: said.type ?? '',
    zone: String(said.zoneMinutes ?? ''),
    year: String(said.year ?? ''),
    skew: String(said.skewSeconds ?? ''),
  };
}

/** A change of corrections that can be sent, or what is wrong with it. */
export type DraftPatch =
  | { readonly patch: SourcePatch; readonly changed: boolean; readonly problem: null }
  | { readonly problem: string };

/** What a draft changes: only fields that differ from what was said, empty ones as null. */
export function patchOf(said: Corrections, draft: CorrectionDraft): DraftPatch {
  const year = draft.year.trim();
  const skew = draft.skew.trim();
  if (year !== '' && !/^\d{4}$/.test(year)) return { problem: YEAR_PROBLEM };
  if (skew !== '' && !/^[+-]?\d{1,9}$/.test(skew)) return { problem: SKEW_PROBLEM };
  const wanted: Corrections = {
    format: draft.format === '' ? null : draft.format,
    type: isLogType(draft.type) ? draft.type : null,
    zoneMinutes: draft.zone === '' ? null : Number(draft.zone),
    year: year === '' ? null : Number(year),
    skewSeconds: skew === '' ? null : Number(skew),
  };
  const changes = Object.entries(wanted).filter(([name, value]) => value !== Reflect.get(said, name));
  const parsed = sourcePatch.safeParse(Object.fromEntries(changes));
  if (parsed.success) return { patch: parsed.data, changed: changes.length > 0, problem: null };
  return { problem: parsed.error.issues[0]?.path[0] === 'year' ? YEAR_PROBLEM : SKEW_PROBLEM };
}

const YEAR_PROBLEM = 'The year is a number from 1970 to 2200.';
const SKEW_PROBLEM = 'The clock’s lead is a whole number of seconds, negative if it was behind, ten years at most.';

export const TYPE_CHOICES = LOG_TYPES.map((type) => ({ value: type as string, label: type as string }));
