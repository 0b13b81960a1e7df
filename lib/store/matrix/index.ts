export { navigatorLayer } from './navigator-layer';
export { readMatrix } from './read-matrix';
