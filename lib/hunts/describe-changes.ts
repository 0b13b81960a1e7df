import type { HuntContent } from '@/lib/interface';
import { same } from './content';
import { describeSteps } from './describe-steps';
import { quoted, wrote } from './words';

/** What was changed in a hunt, in words: a sentence for each kind of change, none where nothing was. */
export function describeChanges(before: HuntContent, after: HuntContent): string[] {
  const sentences = describeSteps(before.steps, after.steps);
  return [...describeHead(before, after), ...sentences];
}

function describeHead(before: HuntContent, after: HuntContent): string[] {
  const sentences: string[] = [];
  const tell = (changed: boolean, sentence: string) => {
    if (changed) sentences.push(sentence);
  };
  tell(before.title !== after.title, `renamed ${quoted(before.title)} to ${quoted(after.title)}`);
  tell(before.hypothesis !== after.hypothesis, wrote('the hypothesis', before.hypothesis, after.hypothesis));
  tell(before.conclusion !== after.conclusion, wrote('the conclusion', before.conclusion, after.conclusion));
  tell(before.status !== after.status, `set the status from ${before.status} to ${after.status}`);
  tell(
    before.owner !== after.owner,
    after.owner === '' ? 'took the owner away' : `made ${quoted(after.owner)} the owner`,
  );
  sentences.push(...describeNames('tag', before.tags, after.tags));
  sentences.push(...describeNames('technique', before.techniques, after.techniques));
  tell(before.archived !== after.archived, after.archived ? 'archived it' : 'took it out of the archive');
  return sentences;
}

function describeNames(what: string, before: readonly string[], after: readonly string[]): string[] {
  const added = after.filter((name) => !before.includes(name));
  const gone = before.filter((name) => !after.includes(name));
  const sentences: string[] = [];
  if (added.length > 0) sentences.push(`added the ${plural(what, added.length)} ${added.join(', ')}`);
  if (gone.length > 0) sentences.push(`removed the ${plural(what, gone.length)} ${gone.join(', ')}`);
  if (sentences.length === 0 && !same(before, after)) sentences.push(`put the ${what}s in another order`);
  return sentences;
}

function plural(what: string, count: number): string {
  return count === 1 ? what : `${what}s`;
}
