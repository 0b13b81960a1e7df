import { attributeColumn } from '@/lib/columns';
import { hasOwnWill } from '../identity';
import type { Tally } from '../tally';

export const IMAGES_BUCKET_SECONDS = 600;
/** The attribute with all images of a request. */
export const IMAGES = 'images';
export const PULL_REASONS = ['Pulling', 'Pulled'];
export const IMAGE_VERBS = ['create', 'update', 'patch'];

/** Images that nodes pulled. Key: namespace, image. */
export const IMAGES_PULLED: Tally = {
  name: 'images-pulled',
  version: 1,
  types: ['control-plane'],
  where: [{ field: 'reason', test: (reason) => PULL_REASONS.includes(String(reason)) }],
  by: [{ field: 'namespace', optional: true }, { field: 'image' }],
  bucketSeconds: IMAGES_BUCKET_SECONDS,
};

/** Images that somebody asked for. Key: namespace, images, user, resource. */
export const IMAGES_ASKED: Tally = {
  name: 'images-asked',
  version: 1,
  types: ['audit'],
  where: [
    { field: 'verb', test: (verb) => IMAGE_VERBS.includes(String(verb)) },
    { field: attributeColumn(IMAGES), test: (images) => images !== null },
    { field: 'user', test: (user) => user !== null && hasOwnWill(String(user)) },
  ],
  by: [
    { field: 'namespace', optional: true },
    { field: attributeColumn(IMAGES) },
    { field: 'user' },
    { field: 'resource' },
  ],
  bucketSeconds: IMAGES_BUCKET_SECONDS,
};
