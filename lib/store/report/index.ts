export { readReport } from './read-report';
