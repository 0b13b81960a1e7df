import { combine, type Query } from '../node';
import { QueryError } from '../query-error';
import type { Dialect, Translation } from './dialect';
import { CASE_NOTE } from './names';
import { grepQuery } from './shell-grep';
import { kubectlQueries } from './shell-kubectl';
import { shellCommands } from './shell-words';

const CERTAIN =
  /^\s*(?:\$\s+)?(?:(?:kubectl|oc)\s+(?:-\S+\s+(?:[^-\s]\S*\s+)?)*logs\s|(?:cat|zcat|tail)\s+[^|]*\|\s*[ef]?z?grep\s|z?[ef]?grep\s+(?:-|"|'))/;
const ALL_FILES = 'All files are searched; add file:… to look into one.';

/** What a person would have typed on the machine: `kubectl logs` and `grep`, also one after the other. */
export const shell: Dialect = {
  name: 'shell',
  title: 'a shell command',
  likeness: (text) => (CERTAIN.test(text) ? 'certain' : 'no'),
  translate,
  examples: [
    {
      text: 'kubectl logs -n payments api-7d -c app --tail=100 | grep -i "timed out" | grep -v debug',
      reads: 'namespace:payments and pod:api-7d and container:app and "timed out" and not debug',
      finds: [{ namespace: 'payments', pod: 'api-7d', container: 'app', text: 'Timed out' }],
      misses: [
        { namespace: 'payments', pod: 'api-7d', container: 'app', text: 'timed out, debug' },
        { pod: 'api-7d', text: 'timed out' },
      ],
    },
    {
      text: 'kubectl logs deploy/web --since=1h',
      reads: 'pod:web-* and time>=now-1h',
      finds: [{ pod: 'web-1-2', time: '2026-01-31T23:30:00Z' }],
      misses: [
        { pod: 'api', time: '2026-01-31T23:30:00Z' },
        { pod: 'web-1-2', time: '2026-01-31T12:00:00Z' },
      ],
    },
    {
      text: "grep -E 'timeout|refused' /var/log/messages",
      reads: 'timeout or refused',
      finds: [{ text: 'refused' }, { text: 'timeout' }],
      misses: [{ text: 'ok' }],
    },
    {
      text: "grep -v 'a+b\\|conn.*reset'",
      reads: 'not ("a+b" or conn*reset)',
      finds: [{ text: 'fine' }, { text: 'aab' }],
      misses: [{ text: 'a+b' }, { text: 'connection reset' }],
    },
    { text: 'kubectl logs -l app=web', refused: /labels/, at: '-l' },
    { text: 'kubectl logs api | wc -l', refused: /wc/, at: 'wc' },
    { text: "grep -c 'x'", refused: /-c/, at: '-c' },
    { text: "grep '^x'", refused: /message:\/…\//, at: "'^x'" },
    { text: 'grep "x', refused: /not closed/, at: '"x' },
  ],
};

function translate(text: string): Translation {
  const parts: Query[] = [];
  const notes = new Set<string>();
  for (const [program, ...rest] of shellCommands(text)) {
    if (program === undefined) continue;
    const name = program.text;
    if (name === 'kubectl' || name === 'oc') parts.push(...kubectlQueries(program, rest));
    else if (/^z?[ef]?grep$/.test(name)) {
      const { query, files } = grepQuery(program, rest);
      parts.push(query);
      if (!rest.some((word) => /^-[a-zA-Z]*i/.test(word.text))) notes.add(CASE_NOTE);
      if (files) notes.add(ALL_FILES);
    } else if (/^(?:z?cat|tail|less|head)$/.test(name) && parts.length === 0) notes.add(ALL_FILES);
    else throw new QueryError(`${name} cannot be said here; take the part before it`, program.at);
  }
  return { query: combine('and', parts), notes: [...notes] };
}
