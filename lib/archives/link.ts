const COMPONENTS_MAX = 255;

/**
 * Where a link within an archive leads, as the path of a member of the same archive; null when it leads out of it. An
 * absolute target is taken from the archive's root, as in a machine's file system that was packed whole. `member` and
 * `target` are names as the archive has them. Nothing is opened by the answer: it is looked up among the members.
 */
export function linkWithin(member: string, target: string): string | null {
  const from = target.startsWith('/') ? [] : member.split('/').slice(0, -1);
  const path: string[] = [];
  for (const component of [...from, ...target.split('/')]) {
    if (component === '' || component === '.') continue;
    if (component !== '..') path.push(component);
    else if (path.pop() === undefined) return null;
    if (path.length > COMPONENTS_MAX) return null;
  }
  return path.length === 0 ? null : path.join('/');
}
