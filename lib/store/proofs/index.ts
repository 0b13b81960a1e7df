export { compareProof } from './compare-proof';
export { prove } from './prove';
