import { genericOAuth } from 'better-auth/plugins';
import { env } from '@/lib/env';

/** The only provider; its part in `/api/auth/callback/oidc`. */
export const PROVIDER = 'oidc';

/** What the button for it says; null without single sign-on. */
export function singleSignOnName(): string | null {
  const { TRACKWAY_OIDC_ISSUER, TRACKWAY_OIDC_CLIENT_ID, TRACKWAY_OIDC_NAME } = env();
  return TRACKWAY_OIDC_ISSUER === undefined || TRACKWAY_OIDC_CLIENT_ID === undefined ? null : TRACKWAY_OIDC_NAME;
}

/** Signing in at an OpenID Connect provider: code flow with PKCE, and an ID token whose signature and issuer are checked. */
export function singleSignOn() {
  const { TRACKWAY_OIDC_ISSUER, TRACKWAY_OIDC_CLIENT_ID, TRACKWAY_OIDC_CLIENT_SECRET } = env();
  if (TRACKWAY_OIDC_ISSUER === undefined || TRACKWAY_OIDC_CLIENT_ID === undefined) return [];
  return [
    genericOAuth({
      config: [
        {
          providerId: PROVIDER,
          clientId: TRACKWAY_OIDC_CLIENT_ID,
          clientSecret: TRACKWAY_OIDC_CLIENT_SECRET,
          discoveryUrl: `${TRACKWAY_OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
          requireIdTokenVerification: true,
          scopes: ['openid', 'email', 'profile'],
          pkce: true,
        },
      ],
    }),
  ];
}
