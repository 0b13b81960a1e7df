'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Problem, send } from '@/components/forms';
import { formatCount, formatCounted, visibleText } from '@/components/text';
import { Button } from '@/components/ui';
import { ProgressBar } from '@/components/upload';
import { type LookBack, type RuleDetail, ruleDetail } from '@/lib/interface';
import { looksBack, pathOfRule, renewRules, ruleKey } from './rules-queries';

interface LookBackLineProps {
  rule: RuleDetail;
  /** False for whoever may only read. */
  allowed: boolean;
}

/** How far a rule has looked through what was stored before it was turned on, and the ways to stop and to repeat that. */
export function LookBackLine({ rule, allowed }: LookBackLineProps) {
  const client = useQueryClient();
  const path = `${pathOfRule(rule.id)}/look-back`;
  const changing = useMutation({
    mutationFn: (method: 'POST' | 'DELETE') => send(ruleDetail, method, path),
    onSuccess: (answer) => {
      client.setQueryData(ruleKey(rule.id), answer);
      return renewRules(client);
    },
  });
  if (!rule.on || rule.refusals.length > 0) return null;
  const running = looksBack(rule.lookBack);
  const { state, searched, of, failure } = rule.lookBack;
  return (
    <div className="grid gap-1.5">
      <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
        <p role="status" className={state === 'failed' ? 'text-error' : 'text-dim'}>
          {said(rule.lookBack)}
        </p>
        {allowed ? (
          <Button
            size="small"
            disabled={changing.isPending}
            onClick={() => changing.mutate(running ? 'DELETE' : 'POST')}
          >
            {running ? 'Cancel looking back' : state === 'none' ? 'Look back' : 'Look back again'}
          </Button>
        ) : null}
      </div>
      {failure === null || state === 'failed' ? null : (
        <p role="note" className="text-error [overflow-wrap:anywhere]">
          Some of what came since could not be looked through: {visibleText(failure)}
        </p>
      )}
      {running ? (
        <ProgressBar
          label="Looking back"
          share={state === 'waiting' || of === 0 ? null : Math.min(1, searched / of)}
          tone="plain"
        />
      ) : null}
      <Problem error={changing.error} />
    </div>
  );
}

function said({ state, searched, of, failure }: LookBack): string {
  switch (state) {
    case 'none':
      return 'It watches what comes. What was stored before it was turned on has not been looked through.';
    case 'waiting':
      return 'It will look through what was stored before it was turned on.';
    case 'running':
      return `Looking through what was stored before: ${formatCount(searched)} of ${formatCounted(of, 'stored event')}.`;
    case 'done':
      return 'It has looked through all that was stored before, and watches what comes.';
    case 'cancelled':
      return 'Looking back was cancelled. What it had found by then stays, and it watches what comes.';
    case 'failed':
      return `Looking back stopped before its end: ${visibleText(failure ?? 'nobody said why')}`;
  }
}
