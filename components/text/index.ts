export {
  formatBytes,
  formatCount,
  formatCounted,
  formatDuration,
  formatShare,
  formatSpeed,
  visibleLine,
  visibleText,
} from '@/lib/text';
