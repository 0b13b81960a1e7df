import { expect, it } from 'vitest';
import { withoutSecrets } from './without-secrets';

it('no secret of a token gets into a log', () => {
  expect(withoutSecrets('POST //in/trackway_ingest_a-b_c/_bulk Bearer trackway_read_abc, {"trackway_x":1}')).toBe(
    'POST //in/trackway_ingest_…/_bulk Bearer trackway_read_…, {"trackway_x":1}',
  );
});
