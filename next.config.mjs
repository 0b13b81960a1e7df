import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // A lock file in a folder above would otherwise make that folder the root.
  turbopack: { root: dirname(fileURLToPath(import.meta.url)) },
  // Packages of the server that load files of their own, or must be there once: left where they are.
  serverExternalPackages: [
    '7z-wasm',
    '@prisma/adapter-pg',
    '@toondepauw/node-zstd',
    '@tus/file-store',
    '@tus/server',
    'better-auth',
    'pg',
    'pg-copy-streams',
    'yauzl',
  ],
  // `npm run check` holds the types; whoever only starts Trackway need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // A build happens once per change of the sources, so that filling its cache costs more than it saves.
  experimental: { turbopackFileSystemCacheForBuild: false },
};

export default config;
