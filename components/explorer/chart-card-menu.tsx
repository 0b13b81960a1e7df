'use client';

import { EllipsisVertical, FileSpreadsheet, Image, Maximize2, Table2 } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { type ChartDefinition, type ChartView, downloadCsv, downloadPng } from '@/components/charts';
import { Menu, MenuChoice, MenuChoices, MenuItem, MenuLabel } from '@/components/ui';
import type { QueryAnswer } from '@/lib/interface';

interface ChartCardMenuProps {
  definition: ChartDefinition;
  view: ChartView;
  q: string;
  frame: RefObject<HTMLElement | null>;
  asTable: boolean;
  /** Undefined while there is none, or only an old one. */
  answer: QueryAnswer | undefined;
  onView: (view: ChartView) => void;
  onTable: () => void;
  onOpen: () => void;
}

/** What can be done with a chart. */
export function ChartCardMenu(props: ChartCardMenuProps) {
  const { definition, view, q, frame, asTable, answer, onView, onTable, onOpen } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const savePicture = () => {
    const element = frame.current;
    if (element === null) return;
    setProblem(null);
    downloadPng(element, definition.title, q).catch((error: Error) => setProblem(error.message));
  };
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={`Options of ${definition.title}`}
          title={problem ?? undefined}
          className="grid size-5 shrink-0 place-items-center rounded text-faint hover:bg-raise hover:text-text data-[state=open]:bg-raise"
        >
          <EllipsisVertical size={14} aria-hidden />
        </button>
      }
    >
      {definition.views.length < 2 ? null : (
        <>
          <MenuLabel>{definition.question}</MenuLabel>
          <MenuChoices value={view.title}>
            {definition.views.map((each) => (
              <MenuChoice key={each.title} value={each.title} onSelect={() => onView(each)}>
                {each.title}
              </MenuChoice>
            ))}
          </MenuChoices>
          <div className="my-1 border-t" />
        </>
      )}
      <MenuItem onSelect={onOpen}>
        <Maximize2 size={14} aria-hidden /> Open as a query
      </MenuItem>
      <MenuItem onSelect={onTable}>
        <Table2 size={14} aria-hidden /> {asTable ? 'Show the picture' : 'Show the figures'}
      </MenuItem>
      <MenuItem disabled={answer === undefined || asTable} onSelect={savePicture}>
        <Image size={14} aria-hidden /> Save as PNG
      </MenuItem>
      <MenuItem
        disabled={answer === undefined}
        onSelect={() => answer !== undefined && downloadCsv(answer, definition.title)}
      >
        <FileSpreadsheet size={14} aria-hidden /> Save as CSV
      </MenuItem>
      {problem === null ? null : <p className="px-2 py-1 text-2xs text-error">{problem}</p>}
    </Menu>
  );
}
