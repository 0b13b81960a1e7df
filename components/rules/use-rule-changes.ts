'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMay } from '@/components/access';
import { send } from '@/components/forms';
import { type RuleAnswer, type RulePatch, ruleDetail, rulesAnswer, rulesPatchAnswer } from '@/lib/interface';
import { pathOfRule, RULES_KEY, renewRules, ruleKey } from './rules-queries';

export interface RuleChanges {
  /** False for whoever may only read. */
  readonly allowed: boolean;
  readonly busy: boolean;
  /** Why the last change was not made. */
  readonly error: Error | null;
  /** Turns rules on or off. Those that are refused cannot be turned on and are left out. */
  readonly turn: (rules: readonly RuleAnswer[], on: boolean) => void;
  readonly patch: (id: string, patch: RulePatch, done?: () => void) => void;
}

type Change =
  | { readonly kind: 'many'; readonly ids: readonly string[]; readonly on: boolean }
  | { readonly kind: 'one'; readonly id: string; readonly patch: RulePatch };

/** Changing rules: a switch moves at once, and the server is told; where it refuses, the switch goes back. */
export function useRuleChanges(): RuleChanges {
  const allowed = useMay('hunt');
  const client = useQueryClient();
  const { mutate, error, isPending } = useMutation({
    // One after the other: turned on and off again must not become off and on.
    scope: { id: 'rule-change' },
    mutationFn: async (change: Change) => {
      if (change.kind === 'many') {
        await send(rulesPatchAnswer, 'PATCH', '/api/rules', { on: change.on, ids: change.ids });
        return;
      }
      client.setQueryData(ruleKey(change.id), await send(ruleDetail, 'PATCH', pathOfRule(change.id), change.patch));
    },
    onMutate: async (change) => {
      await client.cancelQueries({ queryKey: [...RULES_KEY, 'list'] });
      if (change.kind === 'many') showTurned(client, new Set(change.ids), change.on);
    },
    onSettled: () => renewRules(client),
  });
  return {
    allowed,
    busy: isPending,
    error,
    turn: (rules, on) => {
      const ids = rules.filter((rule) => canTurn(rule, on)).map(({ id }) => id);
      if (allowed && ids.length > 0) mutate({ kind: 'many', ids, on });
    },
    patch: (id, patch, done) => {
      if (allowed) mutate({ kind: 'one', id, patch }, done === undefined ? {} : { onSuccess: done });
    },
  };
}

/** Whether turning would change it. */
export function canTurn(rule: Pick<RuleAnswer, 'on' | 'refusals'>, on: boolean): boolean {
  return rule.on !== on && (!on || rule.refusals.length === 0);
}

function showTurned(client: ReturnType<typeof useQueryClient>, ids: ReadonlySet<string>, on: boolean): void {
  for (const [key, data] of client.getQueriesData({ queryKey: [...RULES_KEY, 'list'] })) {
    const answer = rulesAnswer.safeParse(data);
    if (!answer.success) continue;
    const rules = answer.data.rules.map((rule) => (ids.has(rule.id) ? { ...rule, on } : rule));
    client.setQueryData(key, { ...answer.data, rules });
  }
}
