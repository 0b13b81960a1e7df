import { formatCount } from '@/components/text';
import { FINDINGS_MAX } from '@/components/triage';
import { Button } from '@/components/ui';
import type { FindingsAnswer } from '@/lib/interface';

/** What stands below the last finding where there are more than are listed. */
export function ListEnd({ answer, onMore }: { answer: FindingsAnswer; onMore: () => void }) {
  const listed = answer.findings.length;
  if (listed >= answer.total) return null;
  return (
    <p className="flex items-center justify-center gap-3 px-4 py-5 text-dim">
      The worst {formatCount(listed)} of {formatCount(answer.total)} are listed.
      {listed < FINDINGS_MAX ? (
        <Button size="small" onClick={onMore}>
          List up to {formatCount(FINDINGS_MAX)}
        </Button>
      ) : (
        ' Filter to see the others.'
      )}
    </p>
  );
}
