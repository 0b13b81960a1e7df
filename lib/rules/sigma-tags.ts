import { TACTICS, techniqueOf } from '@/lib/attack';

/** What the tags of a rule say in terms of ATT&CK and of Microsoft's matrix (Sigma appendix: tags). */
export interface Tagged {
  /** Names of tactics, in the order of an attack. */
  readonly tactics: readonly string[];
  readonly techniques: readonly string[];
  readonly matrix: readonly string[];
}

const TECHNIQUE = /^attack\.(t\d{4}(?:\.\d{3})?)$/i;
const MATRIX = /(?:^|\.)(ms-ta\d{4})$/i;

/** Reads tags. The tactics are those that are named, or else those of the techniques. */
export function readTags(tags: readonly string[]): Tagged {
  const techniques = tags.flatMap((tag) => TECHNIQUE.exec(tag)?.[1]?.toUpperCase() ?? []);
  const named = new Set(
    tags.flatMap((tag) =>
      /^attack\./i.test(tag) ? [tag.slice('attack.'.length).toLowerCase().replace(/[-_]/g, ' ')] : [],
    ),
  );
  const said = TACTICS.filter(({ name }) => named.has(name.toLowerCase())).map(({ name }) => name);
  return {
    tactics: said.length > 0 ? said : tacticsOf(techniques),
    techniques: [...new Set(techniques)],
    matrix: [...new Set(tags.flatMap((tag) => MATRIX.exec(tag)?.[1]?.toUpperCase() ?? []))],
  };
}

/** The tactics that techniques serve, in the order of an attack. */
export function tacticsOf(techniques: readonly string[]): readonly string[] {
  const served = new Set(techniques.flatMap((id) => techniqueOf(id)?.tactics.map(({ name }) => name) ?? []));
  return TACTICS.flatMap(({ name }) => (served.has(name) ? [name] : []));
}
