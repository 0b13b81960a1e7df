export { FindingsKeys } from './findings-keys';
export { FindingsPage } from './findings-page';
