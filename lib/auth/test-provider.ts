import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

const KEY = generateKeyPairSync('rsa', { modulusLength: 2048 });
const OTHER_KEY = generateKeyPairSync('rsa', { modulusLength: 2048 });

export interface TestClaims {
  readonly sub: string;
  readonly email: string;
  readonly name: string;
}

/** What is asked of the provider when somebody is sent to it; the rest of the exchange hangs on these. */
const asked = z.object({
  state: z.string(),
  nonce: z.string().optional(),
  redirect_uri: z.string(),
  client_id: z.string(),
  code_challenge: z.string(),
  code_challenge_method: z.literal('S256'),
});

export interface TestProvider {
  readonly issuer: string;
  /** Somebody signs in there: gives the address to which they are sent back. `forged`: by a key that is not the provider's. */
  signIn(address: string, claims: TestClaims, options?: { forged?: boolean }): string;
  close(): Promise<void>;
}

/** An OpenID Connect provider (Core 1.0, code flow with PKCE) at a free port of this machine. */
export async function startTestProvider(): Promise<TestProvider> {
  const codes = new Map<string, { challenge: string; idToken: string }>();
  let issuer = '';
  const server = createServer((request, response) => void answer(request, response, issuer, codes));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = z.object({ port: z.number() }).parse(server.address());
  issuer = `http://127.0.0.1:${address.port}`;
  return {
    issuer,
    signIn(location, claims, { forged = false } = {}) {
      const { state, nonce, redirect_uri, client_id, code_challenge } = asked.parse(
        Object.fromEntries(new URL(location).searchParams),
      );
      const code = `code-${codes.size}`;
      const idToken = signed({ iss: issuer, aud: client_id, nonce, ...claims, email_verified: true }, forged);
      codes.set(code, { challenge: code_challenge, idToken });
      return `${redirect_uri}?${new URLSearchParams({ code, state })}`;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  issuer: string,
  codes: Map<string, { challenge: string; idToken: string }>,
): Promise<void> {
  const send = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  if (request.url === '/.well-known/openid-configuration') send(200, discovery(issuer));
  else if (request.url === '/jwks')
    send(200, { keys: [{ ...KEY.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256' }] });
  else if (request.url === '/token') {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    const grant = codes.get(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (grant === undefined || grant.challenge !== challenge) send(400, { error: 'invalid_grant' });
    else send(200, { access_token: 'access', token_type: 'Bearer', expires_in: 60, id_token: grant.idToken });
  } else send(404, {});
}

function discovery(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}

function signed(claims: object, forged: boolean): string {
  const now = Math.floor(Date.now() / 1000);
  const head = { alg: 'RS256', kid: 'one', typ: 'JWT' };
  const text = [head, { ...claims, iat: now, exp: now + 60 }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const { privateKey } = forged ? OTHER_KEY : KEY;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey).toString('base64url')}`;
}
