import { type RetentionRule, retentionRule } from '@/lib/interface';

const GB = 1024 ** 3;

/** What stands in the form of the rule for all. Empty days: for ever; empty size: no limit. */
export interface RuleDraft {
  readonly days: string;
  readonly countsFrom: RetentionRule['countsFrom'];
  /** In GB. */
  readonly size: string;
}

/** A rule that can be sent, or what is wrong with the draft. */
export type DraftRule = { readonly rule: RetentionRule; readonly problem: null } | { readonly problem: string };

export function draftOfRule({ keepDays, countsFrom, sizeMax }: RetentionRule): RuleDraft {
  const size = sizeMax === null ? '' : String(Number((sizeMax / GB).toFixed(3)));
  return { days: String(keepDays ?? ''), countsFrom, size };
}

export function ruleOf({ days, countsFrom, size }: RuleDraft): DraftRule {
  const keepDays = daysOf(days);
  if (keepDays === undefined) return { problem: DAYS_PROBLEM };
  const gigabytes = size.trim() === '' ? null : Number(size);
  const sizeMax = gigabytes === null ? null : Math.round(gigabytes * GB);
  const rule = retentionRule.safeParse({ keepDays, countsFrom, sizeMax });
  return rule.success ? { rule: rule.data, problem: null } : { problem: SIZE_PROBLEM };
}

/** Days as they were typed: null for none, undefined for what is no such number. */
export function daysOf(text: string): number | null | undefined {
  const typed = text.trim();
  const days = retentionRule.shape.keepDays.safeParse(typed === '' ? null : Number(typed));
  return days.success ? days.data : undefined;
}

export const DAYS_PROBLEM = 'Days are a whole number from 1 to 36,500; leave it empty to keep logs for ever.';
const SIZE_PROBLEM = 'The size is a number of GB above 0; leave it empty for no limit.';
