'use client';

import { useState } from 'react';
import { Button } from '@/components/ui';
import { CheckedRules } from './checked-rules';
import { faultyLines } from './faulty-lines';
import { useChecked } from './rules-queries';
import { useSettled } from './use-settled';
import { YamlField } from './yaml-field';

interface RuleWriterProps {
  busy: boolean;
  onAdd: (text: string) => void;
}

const PAUSE_MS = 350;
const PLACEHOLDER = `title: Somebody opened a shell in a container
logsource:
  product: kubernetes
  service: audit
detection:
  selection:
    verb: create
    objectRef.subresource: exec
  condition: selection
level: medium`;

/** A rule pasted or written, and beside it what it would become. */
export function RuleWriter({ busy, onAdd }: RuleWriterProps) {
  const [text, setText] = useState('');
  const settled = useSettled(text, PAUSE_MS);
  const checked = useChecked(settled);
  const answer = text.trim() === '' ? undefined : checked.data;
  return (
    <div className="grid grid-cols-2 gap-4 max-lg:grid-cols-1">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
        <p className="text-xs text-dim">Or paste rules as YAML</p>
        <YamlField
          label="Rules as YAML"
          text={text}
          faults={faultyLines(answer)}
          placeholder={PLACEHOLDER}
          onText={setText}
          className="h-[340px]"
        />
      </div>
      <div className="flex min-w-0 flex-col gap-1">
        <p className="text-xs text-dim">What it becomes</p>
        <div className="min-h-0 flex-1 overflow-y-auto max-lg:max-h-72 lg:h-[300px]">
          <CheckedRules
            answer={answer}
            error={text.trim() === '' ? null : checked.error}
            stale={checked.isPlaceholderData || settled !== text}
          />
        </div>
        <div className="flex justify-end pt-2">
          <Button
            look="primary"
            disabled={busy || text.trim() === '' || (answer !== undefined && answer.rules.length === 0)}
            onClick={() => onAdd(text)}
          >
            Add
          </Button>
        </div>
      </div>
    </div>
  );
}
