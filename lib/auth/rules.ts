import type { Permission } from '@/lib/interface';

/** What an operation needs, and what the audit trail calls it where it goes there. */
export interface Rule {
  readonly needs: Permission | 'nothing';
  /** In the past tense, of whoever did it. */
  readonly record?: string;
  /** What is done again by the same person within a minute of an entry needs none: for what saves itself all the time. */
  readonly often?: true;
  /** Answers also while there is no administrator yet. */
  readonly beforeSetup?: true;
}

const READ: Rule = { needs: 'read' };
const ANYBODY: Rule = { needs: 'nothing', beforeSetup: true };
const OWN: Rule = { needs: 'account' };
const hunt = (record: string): Rule => ({ needs: 'hunt', record });
const administer = (record: string): Rule => ({ needs: 'administer', record });

/**
 * Every page and every call, and who may: what is not here is refused. `app/matrix.db.test.ts` holds this to the folders of
 * `app` and tries each operation as everybody.
 */
export const RULES = {
  // Pages
  'GET /': READ,
  'GET /explore': READ,
  'GET /explore/{type}': READ,
  'GET /findings': READ,
  'GET /findings/stories': READ,
  'GET /findings/stories/{id}': READ,
  'GET /findings/matrix': READ,
  'GET /findings/rules': READ,
  'GET /findings/rules/{id}': READ,
  'GET /hunts': READ,
  'GET /hunts/{slug}': READ,
  'GET /help': READ,
  'GET /hunts/library': READ,
  'GET /sources': READ,
  'GET /sources/{id}': READ,
  'GET /sources/add-stream': { needs: 'administer' },
  'GET /settings': READ,
  'GET /s/{slug}': READ,
  'GET /login': ANYBODY,
  'GET /setup': ANYBODY,

  // Logs
  'GET /api/sources': READ,
  'GET /api/sources/{id}': READ,
  'GET /api/sources/{id}/files': READ,
  'GET /api/sources/{id}/preview': READ,
  'GET /api/sources/{id}/raw': { needs: 'read', record: 'downloaded an original' },
  'GET /api/events': READ,
  'GET /api/events/{id}': READ,
  'GET /api/events/{id}/context': READ,
  'GET /api/count': READ,
  'GET /api/timeline': READ,
  'GET /api/facets': READ,
  'GET /api/patterns': READ,
  'GET /api/patterns/texts': READ,
  'GET /api/query': READ,
  'GET /api/compare': READ,
  'GET /api/explain': READ,
  'GET /api/search': READ,
  'GET /api/overview': READ,
  'GET /api/tail': READ,
  'GET /api/findings': READ,
  'GET /api/findings/{id}/history': READ,
  'GET /api/detectors': READ,
  'GET /api/stories': READ,
  'GET /api/stories/{id}': READ,
  'GET /api/matrix': READ,
  'GET /api/matrix/layer': READ,
  'GET /api/export': { needs: 'read', record: 'exported events' },

  // Links, and what they showed
  'POST /api/links': { needs: 'read', record: 'shared a link' },
  'GET /api/links/{slug}': READ,
  'POST /api/proofs': READ,
  'GET /api/proofs/{id}': READ,

  // What people make of findings
  'PATCH /api/findings/{id}': hunt('judged a finding'),

  // Rules that watch
  'GET /api/rules': READ,
  'GET /api/rules/{id}': READ,
  'GET /api/rules/{id}/text': READ,
  'POST /api/rules': hunt('added rules'),
  'POST /api/rules/check': READ,
  'PATCH /api/rules': hunt('turned rules on or off'),
  'PATCH /api/rules/{id}': hunt('changed a rule'),
  'DELETE /api/rules/{id}': hunt('deleted a rule'),
  'POST /api/rules/{id}/trial': READ,
  'POST /api/rules/{id}/look-back': hunt('let a rule look back'),
  'DELETE /api/rules/{id}/look-back': hunt('stopped a rule looking back'),

  // Saved hunts
  'GET /api/hunts': READ,
  'GET /api/hunts/{slug}': READ,
  'GET /api/hunts/{slug}/history': READ,
  'GET /api/hunts/{slug}/history/{version}': READ,
  'GET /api/hunts/{slug}/export': { needs: 'read', record: 'exported a hunt' },
  'GET /api/hunts/{slug}/report': { needs: 'read', record: 'made a report' },
  'GET /api/pins': READ,
  'POST /api/hunts': hunt('made a hunt'),
  'POST /api/hunts/import': hunt('imported a hunt'),
  'POST /api/hunts/{slug}/duplicate': hunt('duplicated a hunt'),
  // A notebook saves itself whenever somebody pauses; the history of the hunt has each of these saves.
  'PATCH /api/hunts/{slug}': { needs: 'hunt', record: 'changed a hunt', often: true },
  // Whose it is decides, too: `refuseDeletion`.
  'DELETE /api/hunts/{slug}': hunt('deleted a hunt'),
  'POST /api/hunts/{slug}/pins': hunt('pinned an event'),
  'DELETE /api/hunts/{slug}/pins/{event}': hunt('took a pin out'),

  // Hunts that are ready to be run
  'GET /api/library': READ,
  'GET /api/library/{name}': READ,

  // Sources
  'GET /api/streams': READ,
  'POST /api/streams': administer('created a stream'),
  'POST /api/sources': administer('uploaded'),
  'GET /api/sample': READ,
  'POST /api/sample': administer('loaded the sample incident'),
  'PATCH /api/sources/{id}': administer('corrected a source'),
  'DELETE /api/sources/{id}': administer('deleted a source'),
  'POST /api/sources/{id}/cancel': administer('stopped a source'),
  'GET /api/retention': READ,
  'PUT /api/retention': administer('changed how long logs are kept'),
  'POST /api/retention/preview': { needs: 'administer' },
  'PUT /api/sources/{id}/retention': administer('changed how long a source is kept'),
  'POST /api/sources/{id}/retention/preview': { needs: 'administer' },
  'OPTIONS /api/uploads/{path}': { needs: 'administer' },
  'POST /api/uploads/{path}': administer('uploaded'),
  'HEAD /api/uploads/{path}': { needs: 'administer' },
  'PATCH /api/uploads/{path}': { needs: 'administer' },
  'GET /api/uploads/{path}': { needs: 'administer' },
  'DELETE /api/uploads/{path}': administer('gave up an upload'),

  // Where findings are told of
  'GET /api/webhooks': { needs: 'administer' },
  'POST /api/webhooks': administer('made a webhook'),
  'PATCH /api/webhooks/{id}': administer('changed a webhook'),
  'DELETE /api/webhooks/{id}': administer('deleted a webhook'),
  'POST /api/webhooks/{id}/trial': administer('tried a webhook'),

  // Accounts
  'GET /api/session': { needs: 'nothing' },
  'POST /api/session': { needs: 'nothing', record: 'signed in' },
  'DELETE /api/session': { needs: 'account', record: 'signed out' },
  'POST /api/setup': { needs: 'nothing', record: 'set a password by a link', beforeSetup: true },
  'GET /api/auth/{path}': { needs: 'nothing', record: 'came from single sign-on' },
  'POST /api/auth/{path}': { needs: 'nothing' },
  'PUT /api/account/password': { needs: 'account', record: 'changed their password' },
  'GET /api/account/sessions': OWN,
  'DELETE /api/account/sessions/{id}': { needs: 'account', record: 'ended a session of theirs' },
  'GET /api/people': { needs: 'administer' },
  'POST /api/people': administer('invited'),
  'PATCH /api/people/{id}': administer('changed the role of'),
  'DELETE /api/people/{id}': administer('removed'),
  'POST /api/people/{id}/link': administer('made a new link for'),
  'GET /api/tokens': { needs: 'administer' },
  'POST /api/tokens': administer('made a token'),
  'DELETE /api/tokens/{id}': administer('revoked a token'),
  'GET /api/audit': { needs: 'administer' },

  // About Trackway
  'GET /api/openapi.json': READ,
  'GET /metrics': READ,
  'GET /healthz': ANYBODY,
  // A cluster sends nobody to a program that is not ready, to the setup neither.
  'GET /readyz': ANYBODY,
  // What no handler is for. Whoever may read learns that; others learn nothing.
  'GET /api/{path}': READ,
  'POST /api/{path}': READ,
  'PUT /api/{path}': READ,
  'PATCH /api/{path}': READ,
  'DELETE /api/{path}': READ,
} as const satisfies Readonly<Record<`${string} /${string}`, Rule>>;

export type OperationName = keyof typeof RULES;
