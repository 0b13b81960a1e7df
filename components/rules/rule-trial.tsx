'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { momentsOf, spanOf, TimeRangeControl } from '@/components/explorer';
import { Choice, Problem, send } from '@/components/forms';
import { fetchAnswer } from '@/components/interface';
import { visibleLine } from '@/components/text';
import type { Zone } from '@/components/time';
import { Button } from '@/components/ui';
import { sourcesQuery } from '@/components/upload';
import { overviewAnswer, type RuleDetail, ruleTrialAnswer } from '@/lib/interface';
import type { Within } from './rule-links';
import { RuleSection } from './rule-section';
import { pathOfRule } from './rules-queries';
import { TrialResult } from './trial-result';

const ANY = '';
const NAME_MAX = 60;

/** Tries a rule on what is stored; nothing is raised by that. */
export function RuleTrial({ rule, zone }: { rule: RuleDetail; zone: Zone }) {
  const [range, setRange] = useState<{ from: string | null; to: string | null }>({ from: null, to: null });
  const [source, setSource] = useState(ANY);
  const [timeOpen, setTimeOpen] = useState(false);
  const sources = useQuery(sourcesQuery).data?.sources ?? [];
  const types = useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => fetchAnswer(overviewAnswer, '/api/overview', {}, { signal }),
  }).data?.types;
  const span = useMemo(() => spanOf(types ?? []), [types]);
  const within: Within = {
    ...(range.from === null ? {} : { from: range.from }),
    ...(range.to === null ? {} : { to: range.to }),
    ...(source === ANY ? {} : { source }),
  };
  const trial = useMutation({
    mutationFn: async (asked: Within) => ({
      asked,
      exclude: rule.exclude,
      answer: await send(ruleTrialAnswer, 'POST', `${pathOfRule(rule.id)}/trial`, asked),
    }),
  });
  return (
    <RuleSection
      title="Try it on stored data"
      tools={
        <>
          {sources.length < 2 ? null : (
            <Choice
              label="Source"
              quiet
              value={source}
              choices={[
                { value: ANY, label: 'all sources' },
                ...sources.map(({ id, name }) => ({ value: id, label: visibleLine(name.slice(0, NAME_MAX)) })),
              ]}
              onChange={setSource}
            />
          )}
          <TimeRangeControl
            {...range}
            {...{ span, zone }}
            moments={momentsOf(range.from, range.to, span)}
            thisYear={new Date().getUTCFullYear()}
            open={timeOpen}
            onOpenChange={setTimeOpen}
            onChange={(from, to) => setRange({ from, to })}
          />
          <Button look="primary" disabled={trial.isPending} onClick={() => trial.mutate(within)}>
            {trial.isPending ? 'Trying …' : 'Try it'}
          </Button>
        </>
      }
    >
      <Problem error={trial.error} />
      {trial.data === undefined ? (
        <p className="text-faint">See what it would find before it is turned on. Nothing is raised by trying.</p>
      ) : (
        <TrialResult
          rule={{ ...rule, exclude: trial.data.exclude }}
          answer={trial.data.answer}
          within={trial.data.asked}
        />
      )}
    </RuleSection>
  );
}
