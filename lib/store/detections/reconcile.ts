import type { Finding } from '@/lib/detections';

/** What a detector found just now. */
export interface Found {
  readonly detector: string;
  readonly finding: Finding;
}

/** A finding that is stored already, as far as it is needed to know it again. Microseconds. */
export interface StoredFinding {
  readonly id: string;
  readonly detector: string;
  readonly key: readonly string[];
  readonly from: number;
  readonly to: number;
  /** Somebody said something about it. */
  readonly judged: boolean;
}

/** What becomes of the stored findings. */
export interface Reconciled {
  readonly fresh: readonly Found[];
  /** Findings that were found again, with what is said of them now. */
  readonly again: readonly { readonly id: string; readonly found: Found }[];
  /** Those that are not in the data any more. */
  readonly gone: readonly StoredFinding[];
}

/**
 * Tells which findings are new and which are those that were there: the same detector says it about the same, and the times
 * overlap. One whose time came to cover two older ones is the one that overlaps it most.
 */
export function reconcile(stored: readonly StoredFinding[], found: readonly Found[]): Reconciled {
  const byKey = new Map<string, StoredFinding[]>();
  for (const finding of stored) {
    const name = nameOf(finding.detector, finding.key);
    byKey.set(name, [...(byKey.get(name) ?? []), finding]);
  }
  const fresh: Found[] = [];
  const again: { id: string; found: Found }[] = [];
  const taken = new Set<StoredFinding>();
  for (const one of found) {
    const candidates = byKey.get(nameOf(one.detector, one.finding.key)) ?? [];
    const before = closest(
      candidates.filter((candidate) => !taken.has(candidate)),
      one.finding,
    );
    if (before === null) fresh.push(one);
    else {
      taken.add(before);
      again.push({ id: before.id, found: one });
    }
  }
  return { fresh, again, gone: stored.filter((finding) => !taken.has(finding)) };
}

function nameOf(detector: string, key: readonly string[]): string {
  return JSON.stringify([detector, ...key]);
}

function closest(candidates: readonly StoredFinding[], { from, to }: Finding): StoredFinding | null {
  let best: StoredFinding | null = null;
  let most = 0;
  for (const candidate of candidates) {
    const overlap = Math.min(to, candidate.to) - Math.max(from, candidate.from);
    if (overlap > most) {
      most = overlap;
      best = candidate;
    }
  }
  return best;
}
