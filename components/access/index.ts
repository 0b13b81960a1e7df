export { AccessProvider, useAccess, useMay } from './access-context';
