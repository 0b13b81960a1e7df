import { worldAddress } from '../cluster';
import { visit } from '../happenings';
import { HOUR, SECOND } from '../week';
import type { Routine } from './routine';

const PATHS = [
  '/wp-login.php',
  '/.env',
  '/.git/config',
  '/phpmyadmin/',
  '/actuator/health',
  '/robots.txt',
  '/xmlrpc.php',
  '/server-status',
  '/admin/',
  '/api/v1/pods',
];
const AGENTS = [
  'Mozilla/5.0 zgrab/0.x',
  'python-requests/2.32.3',
  'Go-http-client/1.1',
  'Mozilla/5.0 (compatible; CensysInspect/1.1; +https://about.censys.io/)',
  'curl/7.88.1',
];
/** Seen on every address of the internet, and answered with an error here. */
const CRUDE = ['/cgi-bin/.%2e/.%2e/.%2e/.%2e/bin/sh', '/index.php?lang=../../../../../../../../tmp/index1'];

/** Whatever tries its luck on every address of the internet, day and night; nothing here answers to it. */
export const internetScanners: Routine = {
  name: 'internet-scanners',
  hour(scene, from) {
    const { random } = scene;
    if (!random.chance(0.4)) return;
    const client = worldAddress(random);
    const agent = random.of(AGENTS);
    let at = from + random.below(HOUR - 60 * SECOND);
    for (const path of random.shuffled(PATHS).slice(0, random.mostlySmall(1, 7))) {
      visit(scene, {
        at,
        client,
        agent,
        method: 'GET',
        path,
        to: random.chance(0.5) ? 'shop' : null,
        status: 404,
        bytes: 146,
        tookMs: random.between(1, 9),
      });
      at += random.between(1, 4) * SECOND;
    }
    if (random.chance(0.05)) {
      visit(scene, {
        at,
        client,
        agent,
        method: 'GET',
        path: random.of(CRUDE),
        to: null,
        status: 400,
        bytes: 150,
        tookMs: 1,
      });
    }
  },
};
