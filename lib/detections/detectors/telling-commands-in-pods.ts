import { attributeColumn } from '@/lib/columns';
import { podCommandTells } from '../commands';
import { daysOf } from '../days-of';
import type { Detector } from '../detector';
import { DAY, HOUR, MONDAY } from '../example-events';
import { asked, repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { type Episode, episodesOf, secondsBefore } from '../first-seen';
import { shownUser } from '../identity';
import { confidenceOfNew } from '../levels';
import { queryOf } from '../query-of';
import { rowsBy } from '../rows-by';
import type { Tally } from '../tally';
import { counted, lengthOf, listed } from '../words';

const BUCKET_SECONDS = 600;
const COMMAND = 'exec.command';
/** On so many days it is what somebody does. */
const HABIT_DAYS = 3;
const SHOWN_MAX = 120;

const COMMANDS: Tally = {
  name: 'telling-commands-in-pods',
  version: 1,
  types: ['audit'],
  where: [{ field: attributeColumn(COMMAND), test: (command) => command !== null && tells(command) !== null }],
  by: [{ field: 'user' }, { field: attributeColumn(COMMAND) }],
  bucketSeconds: BUCKET_SECONDS,
};

export const tellingCommandsInPods: Detector = {
  name: 'telling-commands-in-pods',
  title: 'A telling command in a pod',
  about: `Somebody ran a command in a pod through the API that reads tokens or keys, opens a shell to the outside, runs what it downloads, asks for the identity of the node, or leaves the container. Needs no history; what a user runs on ${HABIT_DAYS} or more days is left out.`,
  falsePositives: 'Administrators who look for a fault of tokens or of the metadata service.',
  types: ['audit'],
  techniques: ['T1609', 'T1552.001', 'T1059.004', 'T1611'],
  tallies: [COMMANDS],
  *detect(history) {
    const span = history.span('audit');
    for (const [user, rows] of rowsBy(history.tallied(COMMANDS).rows, 0)) {
      const odd = rows.filter((row) => daysOf([row], BUCKET_SECONDS) < HABIT_DAYS);
      for (const episode of episodesOf(odd, BUCKET_SECONDS, span))
        yield finding(user, episode, secondsBefore(episode.from, span));
    }
  },
  examples: [
    {
      says: 'a person reads the token of a pod',
      events: () =>
        repeated(ran('ann', 'cat /var/run/secrets/kubernetes.io/serviceaccount/token'), 1, 1, MONDAY + HOUR),
      finds: [{ key: ['ann'], level: 'high', events: 1 }],
    },
    {
      says: 'a person looks around in a pod, and a check of the platform asks for the metadata each day',
      events: () =>
        together(
          repeated(ran('ann', 'sh -c ls -la /tmp; env'), 1, 1, MONDAY + HOUR),
          repeated(ran('checker', 'curl -s http://169.254.169.254/latest/meta-data'), 5, DAY),
        ),
      finds: [],
    },
  ],
};

function ran(user: string, command: string) {
  return { ...asked(user, 'create', 'pods', { subresource: 'exec', status: 101 }), attributes: { [COMMAND]: command } };
}

function tells(command: string | number): string | null {
  return podCommandTells(String(command));
}

function finding(user: string, { rows, from, to, events }: Episode, history: number): Finding {
  const commands = rows.map(({ key }) => key[1] ?? '');
  const does = listed(commands.map((command) => tells(command) ?? ''));
  return {
    key: [user],
    type: 'audit',
    from,
    to,
    level: 'high',
    confidence: confidenceOfNew(history),
    title: `${shownUser(user)} ran a command in a pod that ${does}`,
    reason: `${counted(events, 'command')} of ${counted(rows.length, 'kind')}: ${listed(commands.map((command) => command.slice(0, SHOWN_MAX)))}; not a habit of this user in the ${lengthOf(history)} of audit events before.`,
    observed: events,
    expected: 0,
    history,
    query: queryOf({ user, [COMMAND]: commands }),
    events,
    subject: { user },
    techniques: ['T1609', 'T1552.001', 'T1059.004', 'T1611'],
  };
}
