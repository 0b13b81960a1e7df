'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Problem, send } from '@/components/forms';
import { formatCounted, visibleLine } from '@/components/text';
import { Button, Dialog, IconButton } from '@/components/ui';
import { type RuleDetail, ruleDeletedAnswer } from '@/lib/interface';
import { pathOfRule, renewRules, ruleKey } from './rules-queries';

/** Deletes a rule of one's own, after saying what goes with it. */
export function DeleteRule({ rule }: { rule: RuleDetail }) {
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const router = useRouter();
  const deleting = useMutation({
    mutationFn: () => send(ruleDeletedAnswer, 'DELETE', pathOfRule(rule.id)),
    onSuccess: () => {
      setAsking(false);
      router.push('/findings/rules');
      client.removeQueries({ queryKey: ruleKey(rule.id) });
      void renewRules(client);
    },
  });
  return (
    <>
      <IconButton label="Delete this rule" onClick={() => setAsking(true)}>
        <Trash2 size={16} aria-hidden />
      </IconButton>
      <Dialog open={asking} returns onOpenChange={setAsking} title="Delete this rule?">
        <div className="grid gap-4">
          <p className="[overflow-wrap:anywhere]">
            “{visibleLine(rule.title)}” goes
            {rule.findings === 0
              ? ''
              : `, and with it its ${formatCounted(rule.findings, 'finding')} and what was said of them`}
            . Turned off, it would stay and find nothing more.
          </p>
          <Problem error={deleting.error} />
          <div className="flex gap-2">
            <Button look="danger" disabled={deleting.isPending} onClick={() => deleting.mutate()}>
              Delete
            </Button>
            <Button onClick={() => setAsking(false)}>Keep it</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
