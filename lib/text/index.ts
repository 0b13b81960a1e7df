export { formatBytes, formatCount, formatCounted, formatDuration, formatShare, formatSpeed } from './quantities';
export { visibleLine, visibleText } from './visible-text';
