import type { Detection, TimeOrigin } from './detection';

/** Says in a sentence or two how sure detection was of a file, and why. */
export function describeDetection(found: Omit<Detection, 'sentence'>): string {
  return [formatWords(found), typeWords(found), timeWords(found.timeOrigins)].filter((words) => words !== '').join(' ');
}

function formatWords({ formats, share }: Omit<Detection, 'sentence'>): string {
  const [first, ...others] = formats;
  if (first === undefined) return '';
  const lines = formats.reduce((sum, { lines }) => sum + lines, 0);
  if (first.format === 'plain')
    return `No format reads ${share === 1 ? 'any' : 'most'} of its ${counted(lines, 'line')}.`;
  if (share === 1)
    return `The format ${first.format} reads ${lines === 1 ? 'its only line' : `all ${counted(lines, 'line')}`}.`;
  const rest = others
    .slice(0, 3)
    .map(({ format, lines: own }) => `${format === 'plain' ? 'no format' : format} ${number(own)}`);
  return `The format ${first.format} reads ${percent(share ?? 0)} of ${counted(lines, 'line')}; ${rest.join(', ')}${others.length > 3 ? ' and others the rest' : ''}.`;
}

const TYPE_WORDS: Readonly<Record<Detection['typeOrigins'][number]['origin'], string>> = {
  format: 'the format',
  path: 'the path',
  person: 'a person',
  nothing: 'nothing, so application is assumed',
};

function typeWords({ types, typeOrigins }: Omit<Detection, 'sentence'>): string {
  const [type] = types;
  const [origin, ...others] = typeOrigins;
  if (type === undefined || origin === undefined) return '';
  if (others.length === 0) return `Its type ${type.type} was decided by ${TYPE_WORDS[origin.origin]}.`;
  const parts = typeOrigins.map(
    ({ origin: by, events }) => `${TYPE_WORDS[by].replace(/,.*/, '')} (${counted(events, 'event')})`,
  );
  return `Its type, mostly ${type.type}, was decided by ${parts.join(', by ')}.`;
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

function timeWords(origins: readonly TimeOrigin[]): string {
  if (origins.length === 0) return '';
  const words = origins.map((origin) => TIME_WORDS[origin]).join('; ');
  return `Of its times, ${words}.`;
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
