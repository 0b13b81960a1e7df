import { randomBytes } from 'node:crypto';

/**
 * Headers for every answer, and the content security policy among them with a nonce of its own. Scripts run only with the
 * nonce of the very page, so that no text of a log can become one, whatever fault a page may have.
 * @param {{ dev: boolean, path: string }} options
 * @returns {{ nonce: string, policy: string, headers: Record<string, string> }}
 */
export function securityHeaders({ dev, path }) {
  const nonce = randomBytes(16).toString('base64');
  const policy = path.startsWith('/api/') ? answerPolicy(nonce) : pagePolicy(nonce, dev);
  const headers = {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
  return { nonce, policy, headers };
}

/**
 * Answers of the interface are no pages but one, the report of a hunt, which has its style in it and no scripts: none of them has
 * the nonce.
 * @param {string} nonce
 */
function answerPolicy(nonce) {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * @param {string} nonce
 * @param {boolean} dev
 */
function pagePolicy(nonce, dev) {
  return [
    "default-src 'self'",
    // Reloading during development evaluates code.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    "worker-src 'self' blob:",
    // Charts and the virtual table position their parts with style attributes, which take no nonce.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
