import { renamedTo } from './renamed';
import { TECHNIQUES, type Technique } from './techniques';

/** Techniques whose id, of version 18 or 19, begins with a text or whose name holds all of its words, in any case; by id first. */
export function searchTechniques(text: string): Technique[] {
  const wanted = text.trim().toLowerCase();
  const words = wanted.split(/\s+/);
  const byId = TECHNIQUES.filter(({ id }) =>
    [id, ...renamedTo(id)].some((each) => each.toLowerCase().startsWith(wanted)),
  );
  const byName = TECHNIQUES.filter(
    (each) => !byId.includes(each) && words.every((word) => each.name.toLowerCase().includes(word)),
  );
  return [...byId, ...byName];
}
