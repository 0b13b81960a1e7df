export { keepLink } from './keep-link';
export { readLink } from './read-link';
