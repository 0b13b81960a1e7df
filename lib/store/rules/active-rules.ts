import { type ActiveRules, activeRulesOf } from '@/lib/rules';
import { settingsOf, storedRules } from './stored-rules';

/** All rules that are on and can be run, as they are now. */
export async function activeRules(): Promise<ActiveRules> {
  const stored = await storedRules();
  const active = activeRulesOf(stored.book, settingsOf(stored));
  const state = [...active.rules, ...active.correlations]
    .map(({ id, generation, raises, looksBack }) => `${id} ${generation} ${raises} ${looksBack}`)
    .join(', ');
  return { state, ...active };
}
