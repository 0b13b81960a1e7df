import type { APIRequestContext } from '@playwright/test';

/** Turns all rules off, for tests of what detectors alone find; answers how to turn the same on again. */
export async function turnRulesOff(request: APIRequestContext): Promise<(later: APIRequestContext) => Promise<void>> {
  const { rules } = (await (await request.get('/api/rules?state=on')).json()) as { rules: { id: string }[] };
  const ids = rules.map(({ id }) => id);
  await request.patch('/api/rules', { data: { on: false, ids } });
  return async (later) => {
    await later.patch('/api/rules', { data: { on: true, ids } });
  };
}
