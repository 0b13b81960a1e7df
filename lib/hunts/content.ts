import { type HuntAnswer, type HuntContent, type HuntPatch, huntContent, type NewHunt } from '@/lib/interface';

/** What people write of a hunt, without what the server says about it. */
export function contentOf(hunt: HuntContent | HuntAnswer): HuntContent {
  const { title, hypothesis, conclusion, status, techniques, owner, tags, archived, steps } = hunt;
  return { title, hypothesis, conclusion, status, techniques, owner, tags, archived, steps };
}

/** A new hunt: what was not given is empty, and `owner` its owner. */
export function newContent(given: NewHunt, owner: string): HuntContent {
  return patched({ ...EMPTY, title: given.title, owner }, given);
}

const EMPTY: HuntContent = {
  ...{ title: '', hypothesis: '', conclusion: '', status: 'hypothesis', owner: '', archived: false },
  ...{ techniques: [], tags: [], steps: [] },
};

/** The content with what was given in the place of what was there. */
export function patched(content: HuntContent, given: Omit<HuntPatch, 'version'>): HuntContent {
  return {
    title: given.title ?? content.title,
    hypothesis: given.hypothesis ?? content.hypothesis,
    conclusion: given.conclusion ?? content.conclusion,
    status: given.status ?? content.status,
    techniques: given.techniques ?? content.techniques,
    owner: given.owner ?? content.owner,
    tags: given.tags ?? content.tags,
    archived: given.archived ?? content.archived,
    steps: given.steps ?? content.steps,
  };
}

const TITLE_LENGTH_MAX = 200;

/** The same hunt for somebody else to go on with. */
export function duplicated(content: HuntContent, owner: string): HuntContent {
  const end = ' (copy)';
  const title = `${content.title.slice(0, TITLE_LENGTH_MAX - end.length).toWellFormed()}${end}`;
  return { ...content, title, owner, archived: false };
}

/** Whether two values of JSON say the same, in whatever order their fields are. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => Object.hasOwn(other, name) && same(Reflect.get(one, name), Reflect.get(other, name)));
}

/** How long a hunt is, as `HUNT_CHARACTERS` bounds it. */
export function charactersOf(content: HuntContent): number {
  return JSON.stringify(content).length;
}

/** A document as it was stored. */
export function readContent(document: unknown): HuntContent {
  return huntContent.parse(document);
}
