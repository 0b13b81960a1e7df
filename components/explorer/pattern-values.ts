import type { QueryClient } from '@tanstack/react-query';
import { fetchAnswer } from '@/components/interface';
import { patternsAnswer } from '@/lib/interface';
import { parametersOf } from './explorer-queries';
import type { ValueCount } from './query-completion';
import type { Selection } from './use-explorer-state';

const VALUES_MAX = 50;
const FRESH_MS = 30_000;

/** Patterns of a selection with something in their text, the most frequent first: a person knows what they say, not their ids. */
export async function patternValues(
  client: QueryClient,
  selection: Selection,
  contains: string,
  signal: AbortSignal,
): Promise<{ values: readonly ValueCount[]; distinct: number }> {
  const parameters = { ...parametersOf(selection), contains, order: 'frequent', limit: VALUES_MAX };
  const queryKey = ['patterns', parameters];
  signal.addEventListener('abort', () => void client.cancelQueries({ queryKey, exact: true }));
  const { patterns, total } = await client.fetchQuery({
    queryKey,
    queryFn: (context) => fetchAnswer(patternsAnswer, '/api/patterns', parameters, { signal: context.signal }),
    staleTime: FRESH_MS,
  });
  return { values: patterns.map(({ id, text, count }) => ({ value: id, text, count })), distinct: total };
}
