'use client';

import { useId, useRef, type ClipboardEvent, type KeyboardEvent, type Ref } from 'react';

import type { TemplateField } from '@/components/studio/editors/template/insert-text';
import { AnchoredLayer } from '@/components/studio/editors/template/anchored-layer';
import { TemplateLayer } from '@/components/studio/editors/template/template-layer';
import { findTextRect } from '@/components/studio/editors/template/text-rect';
import { useLayerScroll } from '@/components/studio/editors/template/use-layer-scroll';
import { useUnknownHint } from '@/components/studio/editors/template/use-unknown-hint';
import { useVariableCompletion } from '@/components/studio/editors/template/use-variable-completion';
import { VariableList } from '@/components/studio/editors/template/variable-list';
import type { UnknownSpan, VariableOption } from '@/components/studio/editors/template/variable-option';
import { cn } from '@/components/ui/class-names';
import { controlStyle } from '@/components/ui/control-style';
import { useFieldControl } from '@/components/ui/field-context';

/** Properties of `TemplateInput`. */
export type TemplateInputProps = {
  value: string;
  onChange: (value: string) => void;
  variables: readonly VariableOption[];
  /** Finds references to variables that do not exist; they are underlined and explained. */
  findUnknown?: ((text: string) => readonly UnknownSpan[]) | undefined;
  /** The name for screen readers, unless a `Field` or label gives one. */
  ariaLabel?: string | undefined;
  id?: string | undefined;
  placeholder?: string | undefined;
  isInvalid?: boolean | undefined;
  isRequired?: boolean | undefined;
  describedBy?: string | undefined;
  readOnly?: boolean | undefined;
  /** Several lines; grows with the text. */
  multiline?: boolean | undefined;
  /** `cell` has no border of its own until it is focused, for tables. */
  appearance?: 'field' | 'cell' | undefined;
  ref?: Ref<TemplateField> | undefined;
  onPaste?: ((event: ClipboardEvent<TemplateField>) => void) | undefined;
  /** Keys that the list of variables did not take. */
  onKeyDown?: ((event: KeyboardEvent<TemplateField>) => void) | undefined;
  onBlur?: (() => void) | undefined;
  className?: string | undefined;
};

const noUnknown: readonly UnknownSpan[] = [];
/** Longer texts have no chips: painting thousands of them would hold up typing. */
const PAINTED_LENGTH_MAX = 20_000;

/**
 * A native text field that shows its variables as chips, underlines unknown ones, and completes them after `{` or
 * Ctrl+Space. The chips are painted behind the field, so selection, input methods and undo are the browser's own.
 */
export function TemplateInput(props: TemplateInputProps) {
  const { value, multiline = false, appearance = 'field' } = props;
  const field = useRef<TemplateField>(null);
  const layer = useRef<HTMLDivElement>(null);
  const isPainted = value.length <= PAINTED_LENGTH_MAX;
  const unknownSpans = (isPainted ? props.findUnknown?.(value) : null) ?? noUnknown;
  const completion = useVariableCompletion(props.variables);
  const hint = useUnknownHint(layer, unknownSpans);
  const hintId = useId();
  const describedBy = [props.describedBy, unknownSpans.length > 0 ? hintId : ''].filter(Boolean).join(' ') || undefined;
  const control = useFieldControl({
    id: props.id,
    'aria-describedby': describedBy,
    'aria-invalid': props.isInvalid || undefined,
    'aria-required': props.isRequired || undefined,
  });
  useLayerScroll(field, layer);

  const setField = (element: TemplateField | null) => {
    field.current = element;
    if (typeof props.ref === 'function') props.ref(element);
    else if (props.ref) props.ref.current = element;
  };
  const findCaretAnchor = () =>
    layer.current && completion.target ? findTextRect(layer.current, completion.target.start) : null;
  const findHintAnchor = () => (layer.current && hint.shown ? findTextRect(layer.current, hint.shown.start) : null);

  const shared = {
    ...control,
    value,
    placeholder: props.placeholder,
    readOnly: props.readOnly,
    'aria-label': props.ariaLabel,
    'aria-autocomplete': 'list',
    'aria-controls': completion.isOpen ? completion.listId : undefined,
    'aria-activedescendant': completion.isOpen ? completion.optionId(completion.activeIndex) : undefined,
    autoCapitalize: 'off',
    autoComplete: 'off',
    autoCorrect: 'off',
    spellCheck: false,
    onChange: (event: React.ChangeEvent<TemplateField>) => {
      props.onChange(event.target.value);
      completion.update(event.target, isOpeningReference(event.target));
    },
    onKeyDown: (event: KeyboardEvent<TemplateField>) => {
      if (!completion.handleKey(event)) props.onKeyDown?.(event);
    },
    onSelect: (event: React.SyntheticEvent<TemplateField>) => {
      if (completion.isOpen) completion.update(event.currentTarget, false);
      hint.showAtCaret(event.currentTarget);
    },
    onBlur: () => {
      completion.close();
      hint.hide();
      props.onBlur?.();
    },
    onMouseMove: hint.showAtPointer,
    onMouseLeave: hint.hide,
    onPaste: props.onPaste,
    className: cn(
      controlStyle,
      'relative bg-transparent read-only:bg-transparent',
      metrics[multiline ? 'multi' : 'single'],
      multiline && 'field-sizing-content block max-h-80 min-h-16 resize-y',
      appearance === 'cell' && 'border-transparent hover:border-line-strong',
    ),
  } as const;

  return (
    <div className={cn('relative min-w-0 rounded-md', appearance === 'field' && 'bg-sunken', props.readOnly && 'bg-raised', props.className)}>
      <TemplateLayer ref={layer} text={isPainted ? value : ''} unknownSpans={unknownSpans} className={metrics[multiline ? 'multi' : 'single']} />
      {multiline ? (
        <textarea ref={setField} rows={3} {...shared} />
      ) : (
        <input ref={setField} type="text" role="combobox" aria-expanded={completion.isOpen} {...shared} />
      )}
      {completion.isOpen ? (
        <VariableList
          completion={completion}
          findAnchor={findCaretAnchor}
          onChoose={(option) => field.current && completion.choose(field.current, option)}
        />
      ) : null}
      {hint.shown && !completion.isOpen ? (
        <AnchoredLayer aria-hidden findAnchor={findHintAnchor} className="pointer-events-none max-w-80 px-2 py-1 text-xs">
          {hint.shown.hint}
        </AnchoredLayer>
      ) : null}
      {unknownSpans.length > 0 ? (
        <span id={hintId} className="sr-only">
          {unknownSpans.map((span) => `${value.slice(span.start, span.end)}: ${span.hint}`).join(' ')}
        </span>
      ) : null}
      <span role="status" className="sr-only">
        {completion.isOpen ? `${completion.options.length} variables. Use the arrow keys, then Enter.` : ''}
      </span>
    </div>
  );
}

// The field and the layer behind it must break and space their text alike.
const metrics = {
  single: 'h-8 px-2 font-mono text-xs leading-[30px] whitespace-pre [font-kerning:none] [font-variant-ligatures:none]',
  multi:
    'px-2 py-1.5 font-mono text-xs leading-5 whitespace-pre-wrap break-words [scrollbar-gutter:stable] [font-kerning:none] [font-variant-ligatures:none]',
};

function isOpeningReference(field: TemplateField): boolean {
  return /\{\$?$/.test(field.value.slice(0, field.selectionStart ?? 0));
}

