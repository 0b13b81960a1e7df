/** The id of the sample's source: there is one sample, and it is loaded once. */
export const SAMPLE_SOURCE_ID = '5a3b1e00-7c1d-4e57-8a5e-1d0c1de70001';

/** The day of the sample to begin with; the six before it are quiet. */
export const SAMPLE_LAST_DAY = { from: '2025-06-08T00:00:00Z', to: '2025-06-09T00:00:00Z' } as const;
