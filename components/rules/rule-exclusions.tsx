'use client';

import { useQueryState } from 'nuqs';
import { useState } from 'react';
import { QueryLine, type Selection, useCount } from '@/components/explorer';
import { Problem } from '@/components/forms';
import { visibleText } from '@/components/text';
import { Button } from '@/components/ui';
import type { RuleDetail } from '@/lib/interface';
import { checkQuery, describeQuery, parseQuery } from '@/lib/query';
import { EventsLink } from './events-link';
import { bothQueries } from './rule-links';
import { RuleSection } from './rule-section';
import { useRuleChanges } from './use-rule-changes';

/** Events that a rule is told to leave out. A draft comes from the address, where a finding offers one, or is written here. */
export function RuleExclusions({ rule }: { rule: RuleDetail }) {
  const changes = useRuleChanges();
  const [offered, setOffered] = useQueryState('exclude');
  const [written, setWritten] = useState<string | null>(null);
  const draft = written ?? offered ?? rule.exclude;
  const changed = draft !== rule.exclude;
  const fault = draft === '' ? null : checkQuery(draft);
  const drop = () => {
    setWritten(null);
    void setOffered(null);
  };
  return (
    <RuleSection title="Leave out">
      {changes.allowed ? (
        <QueryLine selection={selectionOf(rule, draft)} onSearch={setWritten} />
      ) : (
        <p className="font-mono text-xs [overflow-wrap:anywhere]">{visibleText(rule.exclude) || 'nothing'}</p>
      )}
      {draft === '' ? (
        <p className="text-faint">
          Nothing is left out. Write a query of what is known to be harmless and press Enter.
        </p>
      ) : fault !== null ? (
        <p role="alert" className="text-error">
          {fault.message}
        </p>
      ) : (
        <LeftOut rule={rule} draft={draft} />
      )}
      <Problem error={changes.error} />
      {changed && changes.allowed ? (
        <div className="flex flex-wrap items-center gap-2">
          <Button
            look="primary"
            size="small"
            disabled={changes.busy || fault !== null}
            onClick={() => changes.patch(rule.id, { exclude: draft }, drop)}
          >
            {draft === '' ? 'Leave nothing out' : 'Leave them out'}
          </Button>
          <Button size="small" onClick={drop}>
            Take back
          </Button>
          <span className="text-xs text-faint">
            Not saved yet. {rule.on ? 'Once it is, the rule looks again through what is stored.' : ''}
          </span>
        </div>
      ) : null}
    </RuleSection>
  );
}

/** What a draft would leave out, in words and in numbers. */
function LeftOut({ rule, draft }: { rule: RuleDetail; draft: string }) {
  const q = rule.q === null ? null : bothQueries(rule.q, draft);
  const count = useCount(selectionOf(rule, q ?? draft), q !== null);
  return (
    <p className="text-dim [overflow-wrap:anywhere]">
      {visibleText(describeQuery(parseQuery(draft)))}
      {q === null || count.data === undefined ? null : (
        <>
          {': '}
          <EventsLink rule={rule} q={q} count={count.data.count} /> that the rule finds, exact
        </>
      )}
    </p>
  );
}

function selectionOf({ types }: RuleDetail, q: string): Selection {
  const [first = null, ...others] = types;
  return { type: others.length === 0 ? first : null, q, from: null, to: null, source: null, since: null };
}
