'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Choice, InlineField, Problem, send } from '@/components/forms';
import { formatCounted } from '@/components/text';
import { Button } from '@/components/ui';
import { type RetentionAnswer, type RetentionRule, retentionAnswer } from '@/lib/interface';
import { PreviewWords } from './preview-words';
import { draftOfRule, ruleOf } from './rule-draft';
import { usePreview } from './use-preview';

const RULE = '/api/retention';
const COUNTS_FROM = [
  { value: 'arrival', label: 'its arrival here' },
  { value: 'event', label: 'its newest event' },
] as const;

/** The rule for all sources, with what a change of it would delete before it is saved. */
export function RuleForm({ retention }: { retention: RetentionAnswer }) {
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => draftOfRule(retention));
  const result = ruleOf(draft);
  const changed = JSON.stringify(draft) !== JSON.stringify(draftOfRule(retention));
  const rule = result.problem === null && changed ? result.rule : null;
  const preview = usePreview(RULE, rule);
  const saving = useMutation({
    mutationFn: (wanted: RetentionRule) => send(retentionAnswer, 'PUT', RULE, wanted),
    onSuccess: () => client.invalidateQueries(),
  });
  // Nobody saves without knowing what goes by it.
  const known = preview.data !== undefined && !preview.isPlaceholderData && !preview.isError;
  const going = rule !== null && known ? preview.data.events : 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (rule !== null && known) saving.mutate(rule);
  };
  return (
    <form aria-label="Retention" onSubmit={submit} className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <InlineField
          label="Keep for"
          unit="days"
          inputMode="numeric"
          placeholder="for ever"
          value={draft.days}
          onChange={(event) => setDraft({ ...draft, days: event.target.value })}
        />
        <Choice
          label="counted from"
          value={draft.countsFrom}
          choices={COUNTS_FROM}
          onChange={(countsFrom) => setDraft({ ...draft, countsFrom })}
        />
        <InlineField
          label="at most"
          unit="GB of log text"
          inputMode="decimal"
          placeholder="no limit"
          value={draft.size}
          onChange={(event) => setDraft({ ...draft, size: event.target.value })}
        />
        <Button
          type="submit"
          look={going > 0 ? 'danger' : 'primary'}
          disabled={!known || rule === null || saving.isPending}
        >
          {saving.isPending ? 'Saving…' : going > 0 ? `Save and delete ${formatCounted(going, 'event')}` : 'Save'}
        </Button>
      </div>
      <div className="min-h-5" aria-live="polite">
        {result.problem === null ? null : <p className="text-error">{result.problem}</p>}
        {rule === null ? null : <PreviewWords preview={preview.data} error={preview.error} />}
      </div>
      <Problem error={saving.error} />
    </form>
  );
}
