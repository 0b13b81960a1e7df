import { csvLine, type QueryAnswer } from '@/lib/interface';

/** An answer as RFC 4180, its figures exact; marked as UTF-8, which spreadsheets would not guess. */
export function answerCsv({ columns, rows }: QueryAnswer): string {
  return `\uFEFF${[columns, ...rows].map(csvLine).join('')}`;
}
