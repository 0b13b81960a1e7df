import type { LogEvent } from '@/lib/events';
import type { JsonObject } from './format';
import { arrayOf, cut, integerOf, joinedTexts, objectOf, textOf } from './json-value';

/**
 * A token asked for a service account: for whom it is meant, how long it lives, and what it is bound to.
 * Source: https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/token-request-v1/
 */
export function readTokenRequest(bodies: readonly JsonObject[], event: LogEvent): void {
  for (const body of bodies) {
    const spec = objectOf(body.spec);
    event.setAttribute('token.audiences', joinedTexts(spec?.audiences));
    event.setAttribute('token.expirationSeconds', integerOf(spec?.expirationSeconds));
    const bound = objectOf(spec?.boundObjectRef);
    const name = textOf(bound?.name);
    if (name !== null) event.setAttribute('token.boundTo', cut(`${textOf(bound?.kind) ?? 'object'}/${name}`));
    event.setAttribute('token.expirationTimestamp', textOf(objectOf(body.status)?.expirationTimestamp)?.slice(0, 64));
  }
}

/**
 * Who asks whether somebody may do something, and whose token it is: SubjectAccessReview, its Self and Local forms, and
 * TokenReview. Many of them from one user are reconnaissance.
 */
export function readReview(bodies: readonly JsonObject[], event: LogEvent): void {
  for (const body of bodies) {
    const spec = objectOf(body.spec);
    const status = objectOf(body.status);
    const asked = objectOf(spec?.resourceAttributes) ?? objectOf(spec?.nonResourceAttributes);
    const user = textOf(spec?.user) ?? textOf(objectOf(status?.user)?.username);
    event.setAttribute('review.user', user === null ? null : cut(user));
    for (const name of ['verb', 'resource', 'subresource', 'namespace', 'name', 'path'] as const) {
      const value = textOf(asked?.[name]);
      event.setAttribute(`review.${name}`, value === null ? null : cut(value));
    }
    for (const name of ['allowed', 'denied', 'authenticated'] as const) {
      const value = status?.[name];
      if (typeof value === 'boolean') event.setAttribute(`review.${name}`, value);
    }
  }
}

/** A request for a client certificate: for which signer, for what use, and whether it was approved. */
export function readCertificateRequest(bodies: readonly JsonObject[], event: LogEvent): void {
  for (const body of bodies) {
    const spec = objectOf(body.spec);
    event.setAttribute('certificate.signerName', textOf(spec?.signerName)?.slice(0, 512));
    event.setAttribute('certificate.usages', joinedTexts(spec?.usages));
    event.setAttribute('certificate.username', textOf(spec?.username)?.slice(0, 512));
    const condition = arrayOf(objectOf(body.status)?.conditions).at(-1);
    event.setAttribute('certificate.condition', textOf(objectOf(condition)?.type)?.slice(0, 64));
  }
}
