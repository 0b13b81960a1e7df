import { type ExplorerValues, NO_VALUES, OWN_TO_ADDRESS } from './search-params';

export type ValuesChange = { readonly [Name in keyof ExplorerValues]?: ExplorerValues[Name] | null };

/** Values after a change; null gives one its default. */
export function changed(values: ExplorerValues, change: ValuesChange): ExplorerValues {
  const given = Object.entries(change).filter(([, value]) => value !== null && value !== undefined);
  const reset = Object.keys(change).filter((name) => change[name as keyof ExplorerValues] === null);
  const defaults = Object.fromEntries(Object.entries(NO_VALUES).filter(([name]) => reset.includes(name)));
  return { ...values, ...defaults, ...Object.fromEntries(given) };
}

/** What an address says, the rest being kept on the server. */
export function withKept(own: ExplorerValues, kept: ExplorerValues): ExplorerValues {
  const said = Object.entries(own).filter(
    ([name, value]) => isOwn(name) || value !== NO_VALUES[name as keyof ExplorerValues],
  );
  return { ...kept, ...Object.fromEntries(said) };
}

/** Whether an address says nothing but what is always in it. */
export function saysNothing(own: ExplorerValues): boolean {
  return Object.entries(own).every(([name, value]) => isOwn(name) || value === NO_VALUES[name as keyof ExplorerValues]);
}

/** Whether two states are about the same events. */
export function sameSelection(one: ExplorerValues, other: ExplorerValues): boolean {
  return (['q', 'from', 'to', 'source'] as const).every((name) => (one[name] ?? '') === (other[name] ?? ''));
}

function isOwn(name: string): boolean {
  return OWN_TO_ADDRESS.some((own) => own === name);
}
