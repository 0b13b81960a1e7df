'use client';

import { useMay } from '@/components/access';
import { FindingsTabs } from '@/components/findings-tabs';
import { useZone } from '@/components/time';
import { AwaitedPage } from '@/components/ui';
import type { RuleDetail } from '@/lib/interface';
import { LookBackLine } from './look-back-line';
import { RefusalList } from './refusal-list';
import { RuleExclusions } from './rule-exclusions';
import { RuleFacts } from './rule-facts';
import { RuleHead } from './rule-head';
import { RuleLacks } from './rule-lacks';
import { RuleQuery } from './rule-query';
import { RuleText } from './rule-text';
import { RuleTrial } from './rule-trial';
import { useRule } from './rules-queries';

/** `/findings/rules/:id`: what a rule looks for, what it finds here, and what it is told to leave out. */
export function RulePage({ id }: { id: string }) {
  const rule = useRule(id);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="pt-2">
        <FindingsTabs />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {rule.data === undefined ? (
          <AwaitedPage
            error={rule.error}
            title="This rule cannot be shown"
            back={{ href: '/findings/rules', label: 'All rules' }}
          />
        ) : (
          <Opened rule={rule.data} />
        )}
      </div>
    </div>
  );
}

function Opened({ rule }: { rule: RuleDetail }) {
  const [zone] = useZone();
  const mayChange = useMay('hunt');
  return (
    <article className="mx-auto grid max-w-[1500px] grid-cols-[minmax(0,1fr)] gap-4 px-4 pt-3 pb-12">
      <RuleHead rule={rule} />
      <RuleLacks rule={rule} />
      <RefusalList refusals={rule.refusals} />
      <LookBackLine rule={rule} allowed={mayChange} />
      <div className="grid grid-cols-[minmax(0,1fr)_320px] gap-8 max-lg:grid-cols-[minmax(0,1fr)] max-lg:gap-6">
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-6">
          <RuleQuery rule={rule} />
          {rule.refusals.length > 0 || rule.kind === 'filter' ? null : (
            <>
              <RuleTrial rule={rule} zone={zone} />
              {rule.kind === 'rule' ? <RuleExclusions rule={rule} /> : null}
            </>
          )}
          <RuleText key={rule.text} rule={rule} />
        </div>
        <RuleFacts rule={rule} zone={zone} />
      </div>
    </article>
  );
}
