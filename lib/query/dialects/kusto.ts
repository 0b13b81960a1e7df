import type { Dialect } from './dialect';
import { Kusto } from './kusto-parser';

const CERTAIN =
  /(?:^|\|)\s*where\s+(?:not\s*\(\s*)?[\w.]+\s*(?:==|=~|!=|!~|[<>]|!?(?:has|contains|startswith|endswith|in|matches|between)\b|\()/i;
const POSSIBLE = /[\w.]\s*==\s*["'\w]/;

/** What Azure asks its logs with. Grammar: https://learn.microsoft.com/en-us/kusto/query/where-operator */
export const kusto: Dialect = {
  name: 'kusto',
  title: 'Azure KQL',
  likeness(text) {
    if (CERTAIN.test(text)) return 'certain';
    return POSSIBLE.test(text) ? 'possible' : 'no';
  },
  translate: (text) => new Kusto(text).translation(),
  examples: [
    {
      text: 'ContainerLogV2 | where PodNamespace == "shop" and LogMessage contains "refused" | take 10',
      reads: 'namespace:shop and message:*refused*',
      finds: [{ namespace: 'shop', message: 'it refused it' }],
      misses: [{ namespace: 'shop', message: 'fine' }, { message: 'refused' }],
    },
    {
      text: 'where Verb in ("get", "list") and not(User startswith "system:") or status between (500 .. 599)',
      reads: '(verb:(get or list) and not user:system\\:*) or status:[500 TO 599]',
      finds: [{ verb: 'get', user: 'bob' }, { status: 503 }],
      misses: [{ verb: 'get', user: 'system:x' }, { status: 404 }],
    },
    {
      text: "where message has 'timeout' | where isnotempty(pod) and node !~ 'n1' | where TimeGenerated > ago(1h)",
      reads: 'message:/\\btimeout\\b/ and pod:* and not node:n1 and time>now-1h',
      finds: [{ message: 'a timeout', pod: 'p', node: 'n2', time: '2026-01-31T23:30:00Z' }],
      misses: [
        { message: 'timeouts', pod: 'p', time: '2026-01-31T23:30:00Z' },
        { message: 'timeout', pod: 'p', time: '2026-01-31T12:00:00Z' },
      ],
    },
    { text: 'where user == "bob" | summarize count() by verb', refused: /summarize/, at: 'summarize' },
    { text: 'where user == "bob" and strlen(verb) > 3', refused: /strlen/, at: 'strlen' },
    { text: 'where user == other', refused: /in quotes/, at: 'other' },
  ],
};
