export { CODEC, decodeBlock, type EncodedBlock, encodeBlock } from './codec';
export { type BlockFilters, buildFilters, mayContain, type NeedleProbe, probeFor } from './filters';
