import type { Metadata } from 'next';
import { KeyGroups } from '@/components/explorer';
import { FindingsKeys } from '@/components/findings';
import { HuntsKeys } from '@/components/hunts';
import { StoriesKeys } from '@/components/stories';
import { admit } from '../admit';
import { CorrectionsNote } from './corrections-note';
import { DataNote } from './data-note';
import { DetectorList } from './detector-list';
import { FieldCatalogue } from './field-catalogue';
import { FormatList } from './format-list';
import { LayoutList } from './layout-list';
import { QueryReference } from './query-reference';
import { QuestionsList } from './questions-list';
import { SigmaReference } from './sigma-reference';
import { StepReference } from './step-reference';

export const metadata: Metadata = { title: 'Help' };

const SECTIONS = [
  { id: 'query', title: 'Queries', Content: QueryReference },
  { id: 'steps', title: 'Counts and tables', Content: StepReference },
  { id: 'questions', title: 'Twenty questions', Content: QuestionsList },
  { id: 'detectors', title: 'Detectors', Content: DetectorList },
  { id: 'sigma', title: 'Sigma rules', Content: SigmaReference },
  { id: 'fields', title: 'Fields', Content: FieldCatalogue },
  { id: 'formats', title: 'Formats', Content: FormatList },
  { id: 'layouts', title: 'Folders and archives', Content: LayoutList },
  { id: 'corrections', title: 'When detection is wrong', Content: CorrectionsNote },
  { id: 'keys', title: 'Keys of the explorer', Content: KeyGroups },
  { id: 'finding-keys', title: 'Keys of the findings', Content: FindingsKeys },
  { id: 'story-keys', title: 'Keys of the stories', Content: StoriesKeys },
  { id: 'hunt-keys', title: 'Keys of the hunts', Content: HuntsKeys },
  { id: 'data', title: 'Your data', Content: DataNote },
] as const;

export default async function HelpPage() {
  await admit('GET /help');
  return (
    <div className="mx-auto grid max-w-[1100px] grid-cols-[150px_minmax(0,1fr)] gap-x-10 px-6 pt-4">
      <h1 className="col-span-2 mb-4 text-lg font-semibold">Help</h1>
      <nav aria-label="On this page" className="sticky top-4 self-start">
        <ul className="grid gap-1">
          {SECTIONS.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`} className="block rounded-md py-1 text-dim hover:text-text">
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-12 pb-24">
        {SECTIONS.map(({ id, title, Content }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`} className="scroll-mt-4">
            <h2 id={`${id}-title`} className="mb-3 border-b border-line pb-1.5 text-base font-semibold">
              {title}
            </h2>
            <Content />
          </section>
        ))}
      </div>
    </div>
  );
}
