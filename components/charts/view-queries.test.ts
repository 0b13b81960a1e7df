import { expect, test } from 'vitest';
import { deniedQuery, neededFields, newQuery } from './view-queries';

const QUERY = 'src_ip:* | sum bytes, count by src_ip, dst_ip | limit 10';

test('a view gives the queries for its marks', () => {
  expect(newQuery(QUERY)).toBe('src_ip:* | new src_ip, dst_ip vs 3650d');
  expect(deniedQuery(QUERY, 'verdict:dropped')).toBe('src_ip:* verdict:dropped | count by src_ip, dst_ip');
});

test('a view needs its keys and what its figures are of', () => {
  expect(neededFields(QUERY)).toEqual(['src_ip', 'dst_ip', 'bytes']);
  expect(neededFields('* | timeline p95 duration_ms')).toEqual(['duration_ms']);
});
