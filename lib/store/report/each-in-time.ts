import { AppError, Cancelled } from '@/lib/errors';
import { QueryError } from '@/lib/query';

/** How long all questions of one kind may take together; whoever reads a report is told of those that were not asked. */
const PATIENCE_MS = 60_000;

/** The answer about each step, by its id, one after the other, since a report is no hurry; or why there is none. */
export async function eachInTime<Step extends { readonly id: string }, Answer>(
  steps: readonly Step[],
  ask: (step: Step) => Promise<Answer>,
): Promise<Map<string, Answer | { readonly problem: string }>> {
  const deadline = Date.now() + PATIENCE_MS;
  const answers = new Map<string, Answer | { readonly problem: string }>();
  for (const step of steps) {
    const isLate = Date.now() > deadline;
    answers.set(
      step.id,
      isLate ? { problem: `the queries before it took ${PATIENCE_MS / 1000} s` } : await askOrSay(step, ask),
    );
  }
  return answers;
}

/** A question that cannot be answered any more is a fact about it, and no end of the report. */
async function askOrSay<Step, Answer>(
  step: Step,
  ask: (step: Step) => Promise<Answer>,
): Promise<Answer | { readonly problem: string }> {
  try {
    return await ask(step);
  } catch (error) {
    const isAboutIt = error instanceof QueryError || (error instanceof AppError && !(error instanceof Cancelled));
    if (isAboutIt) return { problem: error.message };
    throw error;
  }
}
