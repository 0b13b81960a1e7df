export { type Hunt, huntFor, type Sought } from './hunt';
export { huntJoined, huntPieces, mayHold, type OpenBlock, openBlock, PIECE_NUMBERS, type PieceList } from './hunt-in';
export type { Needle } from './needle';
