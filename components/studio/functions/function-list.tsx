'use client';

import { WhereUsed } from '@/components/studio/builder/uses/where-used';
import { useDraft } from '@/components/studio/draft/draft-context';
import type { FunctionDeclaration } from '@/components/studio/functions/list-declarations';
import { Badge } from '@/components/ui/badge';
import { listUses } from '@/lib/modules/draft/list-uses.rules';

/** Properties of `FunctionList`. */
export type FunctionListProps = { functions: readonly FunctionDeclaration[]; /** The code can't be read, so nothing is found. */ isBroken: boolean; onShow: (line: number) => void };

/** The functions found in the code, with where each is called. */
export function FunctionList({ functions, isBroken, onShow }: FunctionListProps) {
  return (
    <aside aria-label="Functions found" className="flex w-80 shrink-0 flex-col gap-3 overflow-y-auto border-line bg-canvas p-3 @max-3xl:w-full @max-3xl:border-t @3xl:border-l">
      <h2 className="text-sm font-semibold">
        Functions <span className="font-normal text-muted tabular-nums">{functions.length}</span>
      </h2>
      {functions.length === 0 ? (
        <p className="text-muted">{isBroken ? 'None can be found while the code has an error.' : 'None yet. Functions written at the top level of the code are listed here, with where they are called.'}</p>
      ) : null}
      <ul className="flex flex-col gap-3">
        {functions.map((found) => (
          <li key={found.name} className="flex flex-col gap-1">
            <FunctionEntry found={found} onShow={onShow} />
          </li>
        ))}
      </ul>
    </aside>
  );
}

function FunctionEntry({ found: { name, parameterNames, line }, onShow }: { found: FunctionDeclaration; onShow: (line: number) => void }) {
  const { content, surroundings } = useDraft();
  const isInit = name === '__initConversation' || name === 'initConversation';
  const uses = isInit ? [] : listUses(content, surroundings?.integrations ?? [], { kind: 'function', name });
  return (
    <>
      <button type="button" onClick={() => onShow(line)} className="self-start rounded-sm text-start font-mono text-xs break-all hover:underline">
        {name}({parameterNames.join(', ')})
      </button>
      {isInit ? (
        <Badge>runs when a conversation begins</Badge>
      ) : uses.length === 0 ? (
        <span className="text-xs text-muted">Not called anywhere.</span>
      ) : (
        <WhereUsed target={{ kind: 'function', name }} />
      )}
    </>
  );
}
