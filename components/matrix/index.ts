export { MatrixPage } from './matrix-page';
