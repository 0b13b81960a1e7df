import { techniqueOf } from '@/lib/attack';

/** `T1611 Escape to Host`; the id alone where its name is not known here. */
export function techniqueTitle(id: string): string {
  const technique = techniqueOf(id);
  return technique === null ? id : `${id} ${technique.name}`;
}
