export { Providers } from './providers';
export { Shell } from './shell';
