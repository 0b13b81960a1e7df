export { Overview } from './overview';
export { Welcome } from './welcome';
