import fc from 'fast-check';
import { checkPipeline } from '../pipeline/parse-pipeline';
import { printQuery } from '../print';
import { quote } from '../scalar-text';
import { arbitraryQuery } from './arbitrary-query';

const GROUPED = [
  'user',
  'verb',
  'status',
  'severity',
  'type',
  'src_ip',
  'bytes',
  'duration_ms',
  'message',
  'lines',
  'time.hour',
];
const ATTRIBUTES = ['a', 'b.c', 'Retries', quote('odd name'), quote("';"), quote('by'), quote('ключ')];
const AMOUNTS = ['bytes', 'status', 'duration_ms', 'packets', 'Retries', 'a'];
const WIDTHS = ['1m', '30m', '1h', '7h', '1d', ''];

const field = fc.constantFrom(...GROUPED, ...ATTRIBUTES);
const amount = fc.constantFrom(...AMOUNTS);
const fieldList = fc.array(field, { minLength: 1, maxLength: 3 }).map((fields) => [...new Set(fields)].join(', '));
const by = fc.option(fieldList, { nil: null }).map((list) => (list === null ? '' : ` by ${list}`));
const name = fc.constantFrom('', '', ' as n', ` as ${quote('x"; --')}`);

const figure = fc.oneof(
  fc.constant('count'),
  fc.tuple(fc.constantFrom('sum', 'avg', 'min', 'max', 'p95', 'median'), amount).map(([call, of]) => `${call} ${of}`),
  fc.constantFrom('min time', 'max time', 'max severity', 'min severity', 'count as total'),
  fc.tuple(fc.constantFrom('0', '0.1', '0.5', '0.999', '1'), amount).map(([share, of]) => `quantile(${of}, ${share})`),
  field.map((of) => `distinct ${of}`),
);
const figures = fc
  .array(
    fc.tuple(figure, name).map(([call, as]) => (call.includes(' as ') ? call : call + as)),
    { minLength: 1, maxLength: 3 },
  )
  .map((calls) => [...new Set(calls)].join(', '));

const rows = fc.constantFrom('1 ', '3 ', '10 ', '');
const counting = fc.oneof(
  fc.tuple(figures, by).map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom('top ', 'rare '), rows, fieldList).map((parts) => parts.join('')),
  fieldList.map((list) => `new ${list} vs 12h`),
  fc.tuple(fc.constantFrom(...WIDTHS), by).map(([width, groups]) => `timeline ${width}${groups}`),
  fc
    .tuple(fc.constantFrom(...WIDTHS), figures, by)
    .map(([width, calls, groups]) => `timeline ${width} ${calls}${groups}`),
);

const sortKey = fc.tuple(fc.constantFrom('', '-'), field).map(([sign, of]) => (of.startsWith('"') ? of : sign + of));
const ofEvents = fc.oneof(
  arbitraryQuery.map((query) => `where ${printQuery(query)}`),
  fc.array(sortKey, { minLength: 1, maxLength: 2 }).map((keys) => `sort ${keys.join(', ')}`),
  fc.constantFrom('limit 1', 'limit 7', 'limit 40'),
);
const ofRows = fc.oneof(
  fc.constantFrom(
    'where count>1',
    'where count:(1 or 2)',
    'where not user:a*',
    'where user:*',
    'where n>=2',
    'where severity>=info',
  ),
  fc.constantFrom(
    'where count:>1 or verb:b',
    'where time:>now-2d',
    'where type:audit',
    'where Retries>1',
    'where sum_bytes>1KB',
  ),
  fc.constantFrom(
    'sort user',
    'sort -user, verb',
    'sort count',
    'sort -count',
    'sort severity desc',
    'sort Retries',
    'sort -a',
    'sort n',
  ),
  fc.constantFrom(
    'limit 2',
    'limit 5',
    'fields user',
    'fields count',
    'count',
    'count by user',
    'sum count by verb',
    'max count',
  ),
  fc.constantFrom(
    'top 2 user',
    'rare a',
    'distinct user',
    'avg count',
    'distinct user by severity',
    'max severity by type',
  ),
);
const choosing = fc
  .array(field, { minLength: 1, maxLength: 4 })
  .map((list) => `fields ${[...new Set(list)].join(', ')}, time`);

/** Texts of queries with steps; those whose steps do not fit each other are left out. */
export const arbitraryPipeline = fc
  .tuple(
    arbitraryQuery.map(printQuery),
    fc.array(ofEvents, { maxLength: 2 }),
    fc.option(fc.oneof({ weight: 5, arbitrary: counting }, { weight: 1, arbitrary: choosing }), { freq: 8 }),
    fc.array(ofRows, { maxLength: 3 }),
  )
  .map(([filter, before, middle, after]) => {
    // Steps that are right where they stand are kept; so most texts are whole.
    const parts = [...before, ...(middle === null ? [] : [middle]), ...(middle === null ? [] : after)];
    return parts.reduce((text, part) => {
      const longer = `${text} | ${part}`;
      return checkPipeline(longer) === null ? longer : text;
    }, filter);
  });
