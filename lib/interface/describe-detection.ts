import type { Corrections } from './corrections';
import type { Detection, TimeOrigin } from './detection';

type Found = Omit<Detection, 'sentence'>;

/** Says in a few sentences how sure detection was of a file, and why. `said`: the corrections it was read with. */
export function describeDetection(found: Found, said: Corrections): string {
  const sentences = [formatWords(found, said.format), typeWords(found), timeWords(found.timeOrigins, said.skewSeconds)];
  return sentences.filter((words) => words !== '').join(' ');
}

function formatWords({ formats, share }: Found, said: string | null): string {
  const [first, ...others] = formats;
  if (first === undefined) return '';
  const all = formats.reduce((sum, { lines }) => sum + lines, 0);
  const hand = said === null ? 'The' : 'Set by hand, the';
  if (said === 'plain') return `Set by hand, no format is asked to read its ${counted(all, 'line')}.`;
  if (first.format === 'plain')
    return `No format reads ${share === 1 ? 'any' : 'most'} of its ${counted(all, 'line')}.`;
  if (share === 1)
    return `${hand} format ${first.format} reads ${all === 1 ? 'its only line' : `all ${number(all)} lines`}.`;
  const named = others
    .slice(0, 3)
    .map(({ format, lines }) => `${number(lines)} by ${format === 'plain' ? 'none' : format}`);
  const rest = others.length > 3 ? [...named, 'the rest by others'] : named;
  return `${hand} format ${first.format} reads ${percent(share ?? 0)} of ${counted(all, 'line')}; ${rest.join(', ')}.`;
}

const TYPE_WORDS: Readonly<Record<Detection['typeOrigins'][number]['origin'], string>> = {
  format: 'the format',
  path: 'the path',
  neighbour: 'the record before',
  person: 'a person',
  nothing: 'nothing',
};

function typeWords({ types, typeOrigins }: Found): string {
  const [type] = types;
  const [origin, ...others] = typeOrigins;
  if (type === undefined || origin === undefined) return '';
  const what = types.length === 1 ? `Its type ${type.type}` : `Its type, mostly ${type.type},`;
  if (others.length > 0) {
    const parts = typeOrigins.map((one) => `${TYPE_WORDS[one.origin]} (${counted(one.events, 'event')})`);
    return `${what} was decided by ${parts.join(', by ')}.`;
  }
  if (origin.origin !== 'nothing') return `${what} was decided by ${TYPE_WORDS[origin.origin]}.`;
  return `Neither format nor path decides its type, so ${type.type} is assumed.`;
}

const TIME_WORDS: Readonly<Record<TimeOrigin, string>> = {
  'year-person': 'the year was set by hand',
  'year-nearby': 'the year is that of the nearest full time in the file',
  'year-file': "the year is the latest that fits the file's own date",
  'year-upload': 'the year is the latest that fits the day of the upload',
  'zone-person': 'the zone was set by hand',
  'zone-banner': 'the zone is named in the file',
  'zone-assumed': 'no zone is named, so UTC is assumed',
};

function timeWords(origins: readonly TimeOrigin[], skewSeconds: number | null): string {
  const words = origins.map((origin) => TIME_WORDS[origin]);
  if (skewSeconds !== null) words.push('a clock that was wrong is set right by hand');
  return words.length === 0 ? '' : `Of its times, ${words.join('; ')}.`;
}

/** A share in whole percent, never 100 for less than all. */
function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 100 && share < 1) return 'more than 99 %';
  return whole === 0 ? 'less than 1 %' : `${whole} %`;
}

function counted(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
