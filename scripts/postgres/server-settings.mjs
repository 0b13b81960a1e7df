import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';

const MB = 1024 * 1024;
// Less than this, as containers often have, and a parallel query fails for want of shared memory.
const SHARED_MEMORY_MIN = 512 * MB;

/**
 * Settings of the PostgreSQL that Trackway runs, for a machine that it shares with a person at work.
 * The data can be loaded again from the original files, so a commit need not wait for the disk (`synchronous_commit`);
 * what makes the database survive a crash (`fsync`, `full_page_writes`) stays on.
 * @param {{ memory?: number, sharedMemory?: number }} machine bytes
 * @returns {Record<string, string>}
 */
export function serverSettings({ memory = usableMemory(), sharedMemory = freeSharedMemory() } = {}) {
  const megabytes = (share, min, max) => `${Math.round(Math.max(min, Math.min(max, (memory * share) / MB)))}MB`;
  return {
    shared_buffers: megabytes(1 / 4, 64, 1024),
    effective_cache_size: megabytes(0.6, 256, Number.POSITIVE_INFINITY),
    work_mem: megabytes(1 / 192, 16, 64),
    maintenance_work_mem: megabytes(1 / 16, 64, 1024),
    ...(sharedMemory < SHARED_MEMORY_MIN ? { dynamic_shared_memory_type: 'mmap' } : {}),
    max_connections: '60',
    // Each segment of events is a partition, and a lock is taken on each partition and each of its indexes.
    max_locks_per_transaction: '512',
    wal_level: 'minimal',
    max_wal_senders: '0',
    synchronous_commit: 'off',
    wal_buffers: '64MB',
    min_wal_size: '256MB',
    max_wal_size: '4GB',
    checkpoint_timeout: '30min',
    max_parallel_workers_per_gather: '2',
    max_parallel_workers: '4',
    min_parallel_table_scan_size: '1MB',
    parallel_setup_cost: '100',
    random_page_cost: '1.1',
    jit: 'off',
    autovacuum_naptime: '300',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    lc_messages: 'C',
  };
}

/** A container's limit counts, not the machine's memory. */
function usableMemory() {
  const limit = process.constrainedMemory?.() ?? 0;
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

function freeSharedMemory() {
  if (process.platform !== 'linux') return Number.POSITIVE_INFINITY;
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize;
  } catch {
    return 0;
  }
}
