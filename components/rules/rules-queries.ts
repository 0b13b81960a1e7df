'use client';

import { keepPreviousData, type QueryClient, type QueryKey, useQuery } from '@tanstack/react-query';
import { fetchAnswer } from '@/components/interface';
import { type LookBack, type RulesAnswer, readRulesAnswer, ruleDetail, rulesAnswer } from '@/lib/interface';
import type { RulesAsked } from './use-rules-state';

/** What all answers about rules are kept under. */
export const RULES_KEY: QueryKey = ['rules'];

/** As many as one answer holds: a checkout of SigmaHQ has some thousands. */
const RULES_MAX = 5000;
const LOOKING_MS = 1500;
const RENEWAL_MS = 60_000;

/** The rules that pass a filter, asked for again while any of them looks back. */
export function useRules(asked: RulesAsked) {
  return useQuery({
    queryKey: [...RULES_KEY, 'list', asked],
    queryFn: ({ signal }) => fetchRules(asked, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.rules.some(({ lookBack }) => looksBack(lookBack)) === true ? LOOKING_MS : RENEWAL_MS,
  });
}

/** All that is known of a rule. */
export function useRule(id: string) {
  return useQuery({
    queryKey: ruleKey(id),
    queryFn: ({ signal }) => fetchAnswer(ruleDetail, pathOfRule(id), {}, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data !== undefined && looksBack(state.data.lookBack) ? LOOKING_MS : RENEWAL_MS,
  });
}

/** What a text of rules would become, stored nowhere. Old answers stay while a new one is made. */
export function useChecked(text: string) {
  return useQuery({
    queryKey: [...RULES_KEY, 'check', text],
    queryFn: ({ signal }) => fetchAnswer(readRulesAnswer, '/api/rules/check', {}, { ...textBody(text), signal }),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

function fetchRules(asked: RulesAsked, signal: AbortSignal): Promise<RulesAnswer> {
  return fetchAnswer(rulesAnswer, '/api/rules', { ...asked, limit: RULES_MAX }, { signal });
}

/** A text of rules as the body of a call. */
export function textBody(text: string): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/yaml' }, body: text };
}

export function ruleKey(id: string): QueryKey {
  return [...RULES_KEY, 'one', id];
}

export function pathOfRule(id: string): string {
  return `/api/rules/${encodeURIComponent(id)}`;
}

/** The page about a rule. */
export function pageOfRule(id: string): string {
  return `/findings/rules/${encodeURIComponent(id)}`;
}

/** Whether it is still on its way through what was stored before. */
export function looksBack({ state }: LookBack): boolean {
  return state === 'waiting' || state === 'running';
}

/** Asks again for all that a change of rules can change: rules, and what they find. */
export async function renewRules(client: QueryClient): Promise<void> {
  for (const key of [['findings'], ['detectors']]) void client.invalidateQueries({ queryKey: key });
  // A first answer that is under way may be of before the change, and nobody else would ask again for a minute.
  await client.cancelQueries({ queryKey: RULES_KEY });
  await client.invalidateQueries({ queryKey: RULES_KEY });
}
