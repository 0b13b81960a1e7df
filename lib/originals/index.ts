export { type Hunt, huntFor, type Sought } from './hunt';
export { huntJoined, huntPieces, mayHold } from './hunt-in';
export type { Needle } from './needle';
export {
  mergePieces,
  type PackedPieces,
  PIECE_NUMBERS,
  type PieceList,
  type PieceOfBlock,
  packPieces,
  unpackPieces,
  withoutEvents,
} from './piece-list';
