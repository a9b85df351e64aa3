'use client';

import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';

import { useCommands } from '@/components/studio/frame/use-commands';
import { ChosenEditor } from '@/components/studio/understanding/chosen-editor';
import { TryIt } from '@/components/studio/understanding/try-it';
import { useUnderstandingActions } from '@/components/studio/understanding/use-understanding-actions';
import { UnderstandingList } from '@/components/studio/understanding/understanding-list';
import { useUnderstandingChoice, type UnderstandingChoice } from '@/components/studio/understanding/understanding-choice';
import { Button } from '@/components/ui/button';
import { Pane, SplitHandle, SplitPane } from '@/components/ui/split-pane';
import { useElementWidth } from '@/components/ui/use-element-width';

/** List, editor and “Try it” side by side; where there is no room, the editor takes the place of the others. */
export function UnderstandingPanes() {
  const { ref, width } = useElementWidth();
  const [choice, setChoice] = useUnderstandingChoice();
  const isNameWanted = useRef(false);
  const actions = useUnderstandingActions((next) => choose(next, true));

  function choose(next: UnderstandingChoice | null, isForName = false) {
    isNameWanted.current = isForName && next !== null;
    setChoice(next);
    focusName();
  }

  // The field may be drawn only with the next drawing.
  function focusName() {
    const field = isNameWanted.current ? document.querySelector<HTMLInputElement>('[data-name-field]') : null;
    if (!field) return;
    isNameWanted.current = false;
    field.focus();
    field.select();
  }
  useEffect(focusName);
  useCommands([{ id: 'understanding.new-intent', label: 'New intent', section: 'Intents & entities', keywords: ['create', 'add'], run: actions.addIntent }]);

  const list = <UnderstandingList choice={choice} onChoose={choose} actions={actions} />;
  const editor = <ChosenEditor choice={choice} actions={actions} />;
  const tryIt = <TryIt onChoose={choose} />;
  return (
    <div ref={ref} className="flex min-h-0 flex-1 flex-col">
      {(width ?? 1_200) >= 760 ? (
        <SplitPane id="understanding" className="flex-1">
          <Pane id="things" defaultSize={240} minSize={170} maxSize={420} groupResizeBehavior="preserve-pixel-size">
            {list}
          </Pane>
          <SplitHandle label="Resize the list of intents and entities" />
          <Pane id="editor" minSize={280}>
            {editor}
          </Pane>
          <SplitHandle label="Resize the editor and “Try it”" />
          <Pane id="try" defaultSize="34%" minSize={240}>
            {tryIt}
          </Pane>
        </SplitPane>
      ) : choice ? (
        <div className="flex min-h-0 flex-1 flex-col">
          <div className="border-b border-line p-1">
            <Button variant="ghost" size="sm" onClick={() => choose(null)}>
              <ArrowLeft aria-hidden />
              All intents and entities
            </Button>
          </div>
          {editor}
        </div>
      ) : (
        <div className="flex min-h-0 flex-1 flex-col divide-y divide-line overflow-y-auto [&>*]:flex-none">
          {tryIt}
          {list}
        </div>
      )}
    </div>
  );
}
