export { TAR_BLOCK, type TarMember, tarHeader, tarPadding } from './tar-header';
