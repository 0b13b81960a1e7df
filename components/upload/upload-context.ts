'use client';

import { createContext, useContext } from 'react';
import type { ChosenFile } from './tar-blob';
import type { Upload, UploadQueue } from './upload-queue';

export interface Uploads {
  readonly uploads: readonly Upload[];
  readonly queue: UploadQueue;
  /** Sends what was chosen or dropped together. */
  add(files: readonly ChosenFile[]): void;
}

export const UploadContext = createContext<Uploads | null>(null);

/** The uploads of this tab and how to add to them. */
export function useUploads(): Uploads {
  const value = useContext(UploadContext);
  if (value === null) throw new Error('useUploads needs an UploadProvider above it');
  return value;
}
