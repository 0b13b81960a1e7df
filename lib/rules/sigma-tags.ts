import { idInVersion18, TACTICS, tacticInVersion18, techniqueOf } from '@/lib/attack';

/** What the tags of a rule say in terms of ATT&CK and of Microsoft's matrix (Sigma appendix: tags). */
export interface Tagged {
  /** Names of tactics, in the order of an attack. */
  readonly tactics: readonly string[];
  /** Ids of ATT&CK version 18, also of tags that name those of version 19. */
  readonly techniques: readonly string[];
  readonly matrix: readonly string[];
}

const TECHNIQUE = /^attack\.(t\d{4}(?:\.\d{3})?)$/i;
const MATRIX = /(?:^|\.)(ms-ta\d{4})$/i;

/** Reads tags. The tactics are those that are named, or else those of the techniques. */
export function readTags(tags: readonly string[]): Tagged {
  const techniques = tags.flatMap((tag) => TECHNIQUE.exec(tag)?.[1] ?? []).map((id) => idInVersion18(id));
  const named = new Set(tags.flatMap(tacticOfTag));
  const said = TACTICS.filter(({ id }) => named.has(id)).map(({ name }) => name);
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

/** The id of the tactic that a tag names, of either version: `attack.defense-evasion`, `attack.stealth`. */
function tacticOfTag(tag: string): string[] {
  if (!/^attack\./i.test(tag)) return [];
  const name = tag.slice('attack.'.length).toLowerCase().replaceAll('_', '-');
  const id =
    TACTICS.find((tactic) => tactic.name.toLowerCase().replaceAll(' ', '-') === name)?.id ?? tacticInVersion18(name);
  return id === null ? [] : [id];
}
