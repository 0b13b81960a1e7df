import { type LookupAddress, lookup } from 'node:dns';
import { request as requestByHttp } from 'node:http';
import { request as requestByHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { WebhookTrialAnswer } from '@/lib/interface';
import { isForbidden, whyForbidden } from './forbidden-address';

const TIMEOUT_MS = 10_000;
/** Of an answer that says what is wrong, this much is shown. */
const SHOWN_BYTES = 200;

/**
 * Sends JSON to an address, once: it follows no redirects, waits ten seconds for all of it, and never connects to an address of the
 * link itself, whatever the name resolves to at that moment.
 */
export async function postMessage(address: string, body: string): Promise<WebhookTrialAnswer> {
  const forbidden = whyForbidden(address);
  if (forbidden !== null) return { delivered: false, message: forbidden };
  try {
    return await post(new URL(address), body);
  } catch (error) {
    return { delivered: false, message: error instanceof Error ? error.message || error.name : String(error) };
  }
}

function post(url: URL, body: string): Promise<WebhookTrialAnswer> {
  const ask = url.protocol === 'https:' ? requestByHttps : requestByHttp;
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'trackway',
    };
    // No agent: nothing stays open, and every message looks its address up.
    const options = {
      method: 'POST',
      headers,
      agent: false,
      lookup: allowedLookup,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    };
    const sent = ask(url, options, (response) => {
      let said = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        if (said.length < SHOWN_BYTES) said += text.slice(0, SHOWN_BYTES - said.length);
        else response.destroy();
      });
      response.on('error', reject);
      response.on('close', () => resolve(outcomeOf(response.statusCode ?? 0, said)));
    });
    sent.on('error', (error) =>
      reject(error.name === 'AbortError' || error.name === 'TimeoutError' ? tooSlow() : error),
    );
    sent.end(body);
  });
}

function outcomeOf(status: number, said: string): WebhookTrialAnswer {
  const delivered = status >= 200 && status < 300;
  const shown = said.replace(/\p{Cc}+/gu, ' ').trim();
  return { delivered, message: shown === '' || delivered ? `status ${status}` : `status ${status}: ${shown}` };
}

function tooSlow(): Error {
  return new Error(`no answer within ${TIMEOUT_MS / 1000} s`);
}

const allowedLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => {
    if (error !== null) return done(error, '');
    const wrong = found.find(({ address }) => isForbidden(address));
    if (wrong !== undefined)
      return done(new Error(`${hostname} is ${wrong.address}, an address of the link itself`), '');
    const [first] = found;
    if (first === undefined) return done(new Error(`${hostname} has no address`), '');
    if (options.all) return done(null, found);
    return done(null, first.address, first.family);
  });
};
