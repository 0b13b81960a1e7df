export { MATRIX_OF, type Matrix, type MatrixTechnique } from './matrix';
export { idInVersion18, idsWithin, isWithin, renamedTo, tacticInVersion18 } from './renamed';
export { searchTechniques } from './search-techniques';
export { TACTICS, type Tactic } from './tactics';
export { ATTACK_VERSION, TECHNIQUES, type Technique, techniqueOf } from './techniques';
export { whyUnseen } from './unseen';
