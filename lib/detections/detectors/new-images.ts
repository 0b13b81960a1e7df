import type { LogType } from '@/lib/events';
import type { Detector } from '../detector';
import { DAY, HOUR, MONDAY } from '../example-events';
import { asked, repeated, type TimelessEvent, together } from '../example-routine';
import type { Finding } from '../finding';
import { type Episode, episodesOf, isLearned } from '../first-seen';
import type { History, TimeSpan } from '../history';
import { identityOf, shownUser } from '../identity';
import { registryOf, repositoryOf } from '../image-name';
import { confidenceOfNew } from '../levels';
import { queryOf, queryOfAny } from '../query-of';
import { rowsBy } from '../rows-by';
import {
  IMAGE_VERBS,
  IMAGES,
  IMAGES_ASKED,
  IMAGES_BUCKET_SECONDS,
  IMAGES_PULLED,
  PULL_REASONS,
} from '../tallies/images';
import type { Tally, TallyRow } from '../tally';
import { lengthOf, listed } from '../words';

const BARE = 'pods';
/** A namespace that had fewer repositories has no usual registry. */
const REPOSITORIES_MIN = 3;

export const newImages: Detector = {
  name: 'new-images',
  title: 'Images from elsewhere',
  about: `An image was asked for or pulled that the cluster had not had in the two days or more before, from a registry that was as new, or that its namespace had never used although it had images of ${REPOSITORIES_MIN} kinds; or a person ran such an image as a pod of its own. New tags of known images, and new images from the usual registries, are releases.`,
  falsePositives: 'Tools that are tried out. Look at who made the pod, and at what it does.',
  types: ['audit', 'control-plane'],
  techniques: ['T1610', 'T1204.003'],
  needs: { events: 'type:(audit or control-plane) image:*' },
  tallies: [IMAGES_ASKED, IMAGES_PULLED],
  *detect(history) {
    const told = new Set<string>();
    for (const tally of [IMAGES_ASKED, IMAGES_PULLED]) {
      for (const found of newOf(tally, history, told)) {
        told.add(found.key[0] ?? '');
        yield found;
      }
    }
  },
  examples: [
    {
      says: 'in a namespace with images of one registry, a node pulls one from another',
      events: () =>
        together(
          repeated((n) => pulled(`registry.example/web:v${n % 9}`), 72, HOUR),
          repeated(pulled('docker.io/library/alpine:3.20'), 1, 1, MONDAY + 3 * DAY),
        ),
      finds: [{ key: ['shop'], type: 'control-plane', level: 'medium', events: 1 }],
    },
    {
      says: 'a person runs a pod of its own with a new image',
      events: () =>
        together(
          repeated((n) => made('ci', 'deployments', `registry.example/web:v${n}`), 72, HOUR),
          repeated(made('ann', 'pods', 'registry.example/tools:1'), 1, 1, MONDAY + 3 * DAY),
        ),
      finds: [{ key: ['shop'], type: 'audit', level: 'low', events: 1 }],
    },
    {
      says: 'a pipeline releases new versions, and a new service from the usual registry',
      events: () =>
        together(
          repeated((n) => made('ci', 'deployments', `registry.example/web:v${n}`), 72, HOUR),
          repeated(made('ci', 'deployments', 'registry.example/search:v1'), 1, 1, MONDAY + 3 * DAY),
          repeated((n) => pulled(`registry.example/web:v${n}`), 72, HOUR),
          repeated(pulled('registry.example/search:v1'), 1, 1, MONDAY + 3 * DAY),
        ),
      finds: [],
    },
  ],
};

function pulled(image: string): TimelessEvent {
  return { type: 'control-plane', fields: { reason: 'Pulling', namespace: 'shop', pod: 'web-1', image } };
}

function made(user: string, resource: string, images: string): TimelessEvent {
  return { ...asked(user, 'create', resource, { namespace: 'shop' }), attributes: { [IMAGES]: images } };
}

/** What is known of the images of a type's events. */
interface Known {
  /** When a repository was first met. */
  readonly repositories: Map<string, number>;
  /** When a registry was first met: in all, and by namespace. */
  readonly registries: Map<string, number>;
  /** When each repository of a namespace was first met there. */
  readonly ofNamespace: Map<string, Map<string, number>>;
}

function newOf(tally: Tally, history: History, told: ReadonlySet<string>): Finding[] {
  const [type = 'audit'] = tally.types;
  const span = history.span(type);
  const { rows } = history.tallied(tally);
  const known: Known = { repositories: new Map(), registries: new Map(), ofNamespace: new Map() };
  for (const row of rows) learn(known, row);
  return [...rowsBy(rows, 0)].flatMap(([namespace, own]) => {
    if (told.has(namespace)) return [];
    const fresh = own.filter((row) => oddOf(row, known, span).length > 0);
    return episodesOf(fresh, IMAGES_BUCKET_SECONDS, span).map((episode) =>
      finding(type, namespace, episode, known, span),
    );
  });
}

function learn({ repositories, registries, ofNamespace }: Known, row: TallyRow): void {
  const [namespace = ''] = row.key;
  const own = ofNamespace.get(namespace) ?? new Map<string, number>();
  ofNamespace.set(namespace, own);
  for (const repository of repositoriesOf(row)) {
    keepFirst(repositories, repository, row.first);
    keepFirst(registries, registryOf(repository), row.first);
    keepFirst(registries, `${namespace} ${registryOf(repository)}`, row.first);
    keepFirst(own, repository, row.first);
  }
}

function keepFirst(firsts: Map<string, number>, name: string, time: number): void {
  firsts.set(name, Math.min(time, firsts.get(name) ?? time));
}

function repositoriesOf({ key: [, images = ''] }: TallyRow): string[] {
  return images.split(',').map((image) => repositoryOf(image));
}

/** The repositories of a row that are new and not from where the namespace's images come from. */
function oddOf(row: TallyRow, { repositories, registries, ofNamespace }: Known, span: TimeSpan | null): string[] {
  const [namespace = '', , user = '', resource] = row.key;
  const isNew = (first: number | undefined) => first !== undefined && isLearned(first, span) && row.first < first + DAY;
  const isByHand = resource === BARE && identityOf(user) === 'person';
  const earlier = [...(ofNamespace.get(namespace)?.values() ?? [])].filter((first) => first < row.first).length;
  const isForeign = (registry: string) =>
    isNew(registries.get(registry)) ||
    (earlier >= REPOSITORIES_MIN && isNew(registries.get(`${namespace} ${registry}`)));
  return repositoriesOf(row).filter(
    (repository) => isNew(repositories.get(repository)) && (isByHand || isForeign(registryOf(repository))),
  );
}

function finding(
  type: LogType,
  namespace: string,
  { rows, from, to, events, history }: Episode,
  known: Known,
  span: TimeSpan | null,
): Finding {
  const odd = [...new Set(rows.flatMap((row) => oddOf(row, known, span)))];
  const isForeign = odd.some((repository) => isLearned(known.registries.get(registryOf(repository)) ?? 0, span));
  const users = [...new Set(rows.flatMap(({ key: [, , user = ''] }) => (user === '' ? [] : [user])))];
  const where = namespace === '' ? '' : ` in ${namespace}`;
  const who = users.length === 0 ? '' : `, asked for by ${listed(users.map(shownUser))}`;
  return {
    key: [namespace],
    type,
    from,
    to,
    level: isForeign ? 'medium' : 'low',
    confidence: confidenceOfNew(history),
    title: `New image${where}: ${listed(odd, 2)}`,
    reason: `${listed(odd)}${who}; none of them was met in the ${lengthOf(history)} before${isForeign ? ', nor was anything from its registry' : ''}.`,
    observed: odd.length,
    expected: 0,
    history,
    query: `${queryOf({ namespace })} ${type === 'audit' ? queryOf({ verb: IMAGE_VERBS }) : queryOf({ reason: PULL_REASONS })} ${queryOfAny(rows.map((row) => rowQuery(type, row)))}`,
    events,
    subject: { ...(namespace === '' ? {} : { namespace }), ...(users[0] === undefined ? {} : { user: users[0] }) },
    techniques: ['T1610', 'T1204.003'],
  };
}

function rowQuery(type: LogType, { key: [, image = '', user = '', resource = ''] }: TallyRow): string {
  return type === 'audit' ? queryOf({ [IMAGES]: image, user, resource }) : queryOf({ image });
}
