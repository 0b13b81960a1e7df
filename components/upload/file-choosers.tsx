'use client';

import { File as FileIcon, Folder, type LucideIcon } from 'lucide-react';
import type { ChangeEvent } from 'react';
import { useMay } from '@/components/access';
import { linkButton } from '@/components/ui';
import { filesOfInput } from './chosen-files';
import { useUploads } from './upload-context';

/** "Choose files" and "Choose a folder", for those who may add logs. `strong` makes the first the page's main action. */
export function FileChoosers({ strong = false }: { strong?: boolean }) {
  if (!useMay('administer')) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Chooser label="Choose files" Icon={FileIcon} look={strong ? 'primary' : 'plain'} folder={false} />
      <Chooser label="Choose a folder" Icon={Folder} look="plain" folder />
    </div>
  );
}

interface ChooserProps {
  label: string;
  Icon: LucideIcon;
  look: 'primary' | 'plain';
  folder: boolean;
}

function Chooser({ label, Icon, look, folder }: ChooserProps) {
  const { add } = useUploads();
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const { files } = event.target;
    if (files !== null) add(filesOfInput(files));
    // The same choice again must be a change again.
    event.target.value = '';
  };
  return (
    <label className={linkButton(look, 'medium', FOCUS)}>
      <Icon size={15} strokeWidth={1.8} aria-hidden />
      {label}
      <input type="file" multiple className="sr-only" onChange={choose} {...(folder ? { webkitdirectory: '' } : {})} />
    </label>
  );
}

const FOCUS =
  'relative cursor-pointer has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent has-[:focus-visible]:outline-offset-2';
