export { searchTechniques } from './search-techniques';
export { TACTICS, type Tactic } from './tactics';
export { ATTACK_VERSION, TECHNIQUES, type Technique, techniqueOf } from './techniques';
