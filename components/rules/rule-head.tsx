'use client';

import Link from 'next/link';
import { Problem } from '@/components/forms';
import { formatCounted, visibleLine, visibleText } from '@/components/text';
import { ConfidenceMark, LevelMark } from '@/components/triage';
import { Button, linkButton } from '@/components/ui';
import type { RuleDetail } from '@/lib/interface';
import { DeleteRule } from './delete-rule';
import { findingsOfRule } from './rule-findings';
import { RuleStateMark } from './rule-state-mark';
import { KIND_WORDS, ORIGIN_WORDS } from './rule-words';
import { type RuleChanges, useRuleChanges } from './use-rule-changes';

const TITLE_MAX = 600;

/** What a rule is called, how grave it is, whose it is, and its switch. */
export function RuleHead({ rule }: { rule: RuleDetail }) {
  const changes = useRuleChanges();
  return (
    <header className="grid gap-2">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <h1 className="min-w-0 flex-1 basis-80 text-lg leading-snug font-semibold [overflow-wrap:anywhere]">
          {visibleLine(rule.title.slice(0, TITLE_MAX)) || '(no title)'}
        </h1>
        <div className="flex flex-wrap items-center gap-2">
          {rule.findings === 0 ? null : (
            <Link href={findingsOfRule(rule.id)} className={linkButton()}>
              {formatCounted(rule.findings, 'finding')}
            </Link>
          )}
          {changes.allowed ? <Turn rule={rule} changes={changes} /> : null}
          {changes.allowed && rule.origin === 'own' ? <DeleteRule rule={rule} /> : null}
        </div>
      </div>
      <Problem error={changes.error} />
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-dim">
        <RuleStateMark rule={rule} />
        <LevelMark level={rule.level} />
        <ConfidenceMark confidence={rule.confidence} />
        <span>
          {KIND_WORDS[rule.kind]}, {ORIGIN_WORDS[rule.origin]}
        </span>
        {rule.status === null ? null : <span>status {visibleLine(rule.status)}</span>}
        {rule.author === null ? null : <span className="[overflow-wrap:anywhere]">by {visibleLine(rule.author)}</span>}
        {rule.license === null ? null : (
          <span className="[overflow-wrap:anywhere]">licence {visibleLine(rule.license)}</span>
        )}
        {rule.file === null ? null : (
          <span className="font-mono [overflow-wrap:anywhere]">{visibleLine(rule.file)}</span>
        )}
      </p>
      {rule.about === '' ? null : (
        <p className="max-w-[90ch] whitespace-pre-line text-dim [overflow-wrap:anywhere]">{visibleText(rule.about)}</p>
      )}
    </header>
  );
}

function Turn({ rule, changes }: { rule: RuleDetail; changes: RuleChanges }) {
  if (rule.on) {
    return (
      <Button disabled={changes.busy} onClick={() => changes.patch(rule.id, { on: false })}>
        Turn off
      </Button>
    );
  }
  if (rule.refusals.length > 0) return null;
  return (
    <>
      <Button
        disabled={changes.busy}
        title="It watches what comes from now on"
        onClick={() => changes.patch(rule.id, { on: true, lookBack: false })}
      >
        Turn on
      </Button>
      <Button
        look="primary"
        disabled={changes.busy}
        title="It watches what comes, and looks through what is stored"
        onClick={() => changes.patch(rule.id, { on: true })}
      >
        Turn on and look back
      </Button>
    </>
  );
}
