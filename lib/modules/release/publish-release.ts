import { Fault } from '@/lib/engine/fault';
import { programSchema } from '@/lib/engine/program/program.schema';
import { compileProgram } from '@/lib/modules/draft/compile-program.rules';
import type { draftStore } from '@/lib/modules/draft/draft.store';
import { findProblems } from '@/lib/modules/draft/find-problems.rules';
import { readSurroundings, type SurroundingsDeps } from '@/lib/modules/draft/read-surroundings';
import type { ReleaseSummary } from './release.contract';
import type { releaseStore } from './release.store';

interface PublishReleaseDeps extends SurroundingsDeps {
  /** In a transaction: a release is made and goes live together. */
  releases: ReturnType<typeof releaseStore>;
  drafts: Pick<ReturnType<typeof draftStore>, 'get'>;
  newId(): string;
}

interface PublishRequest {
  note: string;
  /** What the person who publishes has looked at. */
  draftVersion: number;
  person: { id: string; name: string };
}

/**
 * Makes the draft, with its integrations as they are now, the bot's next release and sets it live.
 * @throws Fault `bot/not-found`; `release/draft-changed`; `release/draft-has-problems` with every error and warning in `problems`
 */
export async function publishRelease(deps: PublishReleaseDeps, botId: string, request: PublishRequest): Promise<ReleaseSummary> {
  const [draft, surroundings] = await Promise.all([deps.drafts.get(botId), readSurroundings(deps, botId)]);
  if (draft.version !== request.draftVersion) throw draftChanged('Somebody else changed the draft since you looked at it. Look at the changes, then publish again.');
  const problems = findProblems(draft.content, surroundings);
  const errorCount = problems.filter(({ severity }) => severity === 'error').length;
  if (errorCount > 0) {
    const count = errorCount === 1 ? 'one error' : `${errorCount} errors`;
    throw new Fault('invalid', 'release/draft-has-problems', `The draft has ${count}: ${problems[0]?.message ?? ''} Fix what is listed, then publish.`, { extra: { problems } });
  }
  const number = await deps.releases.nextNumber(botId);
  // Strict: what a release holds must be what a release is read by.
  const program = programSchema.parse({ ...compileProgram(draft.content, surroundings.integrations, botId), releaseNumber: number });
  const { note, person } = request;
  const release = await deps.releases.insert({ id: deps.newId(), botId, number, note, program, createdById: person.id, createdByName: person.name });
  if (!release) throw draftChanged(`Somebody else published release ${number} at the same moment. Look at it, then publish again.`);
  return deps.releases.setLive(botId, release.id);
}

function draftChanged(message: string): Fault {
  return new Fault('conflict', 'release/draft-changed', message);
}
