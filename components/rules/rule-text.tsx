'use client';

import { useState } from 'react';
import { Problem } from '@/components/forms';
import { Button, CopyButton } from '@/components/ui';
import type { RuleDetail } from '@/lib/interface';
import { CheckedRules } from './checked-rules';
import { faultyLines } from './faulty-lines';
import { RuleSection } from './rule-section';
import { useChecked } from './rules-queries';
import { useRuleChanges } from './use-rule-changes';
import { useSettled } from './use-settled';
import { YamlField } from './yaml-field';

const PAUSE_MS = 350;
const NOTHING: ReadonlySet<number> = new Set();

/** The rule as it was written; one of one's own can be changed, and says what it would become. */
export function RuleText({ rule }: { rule: RuleDetail }) {
  const changes = useRuleChanges();
  const [text, setText] = useState(rule.text);
  const settled = useSettled(text, PAUSE_MS);
  const writable = changes.allowed && rule.origin === 'own';
  const changed = text !== rule.text;
  const checked = useChecked(changed ? settled : '');
  const answer = changed ? checked.data : undefined;
  if (rule.text === '' || rule.text === rule.q) return null;
  return (
    <RuleSection title="As it was written" tools={<CopyButton label="Copy" text={() => text} />}>
      <YamlField
        label="The rule as it was written"
        text={text}
        faults={changed ? faultyLines(answer) : NOTHING}
        onText={writable ? setText : null}
        className="h-[360px] resize-y"
      />
      {changed ? (
        <>
          <CheckedRules answer={answer} error={checked.error} stale={checked.isPlaceholderData || settled !== text} />
          <Problem error={changes.error} />
          <div className="flex gap-2">
            <Button look="primary" disabled={changes.busy} onClick={() => changes.patch(rule.id, { text })}>
              Save
            </Button>
            <Button onClick={() => setText(rule.text)}>Take back</Button>
          </div>
        </>
      ) : null}
    </RuleSection>
  );
}
