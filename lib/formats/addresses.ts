const DOT = 46;
const ZERO = 48;
const COLON = 58;

/** Whether the text is an IPv4 or IPv6 address that Postgres takes as `inet`: no zone index, no port, no leading zeros. */
export function isAddress(text: string): boolean {
  if (text.length < 2 || text.length > 45) return false;
  return text.includes(':') ? isVersion6(text) : isVersion4(text);
}

/** What `address`, `address:port`, `[address]` or `[address]:port` says; null when it is none of these. */
export function parseEndpoint(text: string): { ip: string; port: number | null } | null {
  if (isAddress(text)) return { ip: text, port: null };
  if (text.charCodeAt(0) === 91) {
    const close = text.indexOf(']');
    const ip = text.slice(1, close);
    if (close === -1 || !isAddress(ip)) return null;
    return close === text.length - 1 ? { ip, port: null } : withPort(ip, text, close + 1);
  }
  const colon = text.lastIndexOf(':');
  const ip = text.slice(0, colon);
  return colon > 0 && isAddress(ip) ? withPort(ip, text, colon) : null;
}

function withPort(ip: string, text: string, colon: number): { ip: string; port: number } | null {
  const port = parseCount(text.slice(colon + 1));
  return text.charCodeAt(colon) === COLON && port !== null && port <= 65_535 ? { ip, port } : null;
}

/** What the columns of ports, process ids and counts of restarts hold at most. */
const SMALL_MAX = 2_147_483_647;

/** A whole number that fits a column of 32 bits; null otherwise. */
export function parseSmallCount(text: string): number | null {
  const number = parseCount(text);
  return number !== null && number <= SMALL_MAX ? number : null;
}

/** A whole number of at most fifteen digits, so that it is exact; null otherwise. */
export function parseCount(text: string): number | null {
  if (text.length === 0 || text.length > 15) return null;
  let number = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return null;
    number = number * 10 + digit;
  }
  return number;
}

function isVersion4(text: string): boolean {
  let parts = 0;
  let number = -1;
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? DOT : text.charCodeAt(at);
    if (code === DOT) {
      if (number < 0 || number > 255) return false;
      parts++;
      number = -1;
    } else {
      const digit = code - ZERO;
      if (!(digit >= 0 && digit <= 9) || number === 0) return false;
      number = number < 0 ? digit : number * 10 + digit;
    }
  }
  return parts === 4;
}

function isVersion6(text: string): boolean {
  const gap = text.indexOf('::');
  if (gap !== -1 && text.indexOf('::', gap + 1) !== -1) return false;
  const head = groups(gap === -1 ? text : text.slice(0, gap), gap === -1);
  if (gap === -1) return head === 8;
  const tail = groups(text.slice(gap + 2), true);
  return head >= 0 && tail >= 0 && head + tail <= 7;
}

/** How many 16-bit groups the text spells, or -100 when it is malformed; an IPv4 tail counts as two. */
function groups(text: string, last: boolean): number {
  if (text === '') return 0;
  const parts = text.split(':');
  let count = 0;
  for (const [place, part] of parts.entries()) {
    const isTail = last && place === parts.length - 1;
    if (/^[0-9a-fA-F]{1,4}$/.test(part)) count += 1;
    else if (isTail && isVersion4(part)) count += 2;
    else return -100;
  }
  return count;
}
