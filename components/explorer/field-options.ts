import type { QueryField } from '@/lib/query';

/** A field that may be meant by what is typed. */
export interface FieldOption {
  readonly field: QueryField;
  /** The alias that fits, when the name itself does not. */
  readonly alias: string | null;
}

/** The fields whose name or alias fits what is typed, those that begin with it first; all of them for nothing. */
export function fieldOptions(typed: string, fields: readonly QueryField[]): FieldOption[] {
  const wanted = typed.toLowerCase();
  const ranked = fields.flatMap((field, order) => {
    const best = [field.name, ...field.aliases]
      .map((name) => ({ name, rank: rankOf(name.toLowerCase(), wanted) + (name === field.name ? 0 : 0.5) }))
      .reduce((one, other) => (other.rank < one.rank ? other : one));
    if (best.rank >= NO_FIT) return [];
    return [{ option: { field, alias: best.name === field.name ? null : best.name }, rank: best.rank, order }];
  });
  ranked.sort((one, other) => one.rank - other.rank || one.order - other.order);
  return ranked.map(({ option }) => option);
}

const NO_FIT = 9;

/** 0 for the beginning of the name, 1 of one of its parts, 2 for anywhere inside. */
function rankOf(name: string, wanted: string): number {
  if (name.startsWith(wanted)) return 0;
  const at = name.indexOf(wanted);
  if (at === -1) return NO_FIT;
  return /[._@]/.test(name.charAt(at - 1)) ? 1 : 2;
}
