'use client';

import { Search, X } from 'lucide-react';
import { useRef, type ComponentProps } from 'react';

import { cn } from '@/components/ui/class-names';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';

/** Properties of `SearchInput`, beyond those of the element. */
export type SearchInputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type' | 'size'> & {
  /** What is searched, for screen readers and as the placeholder: "Search bots". */
  label: string;
  value: string;
  onValueChange: (value: string) => void;
};

/** The attribute by which the studio's `/` shortcut finds the search field of a page. */
export const searchFieldAttribute = 'data-search-field';

/** The search field of a list. `/` focuses it; Escape empties it, and leaves it when it is empty. */
export function SearchInput({ label, value, onValueChange, onKeyDown, className, ...props }: SearchInputProps) {
  const inputRef = useRef<HTMLInputElement>(null);
  return (
    <div className={cn('group relative min-w-0', className)}>
      <Search aria-hidden className="pointer-events-none absolute top-1/2 left-2 size-3.5 -translate-y-1/2 text-faint" />
      <Input
        ref={inputRef}
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          if (event.key !== 'Escape' || event.defaultPrevented) return;
          if (value) {
            event.stopPropagation();
            onValueChange('');
          } else event.currentTarget.blur();
        }}
        className="h-7 px-7 text-xs [&::-webkit-search-cancel-button]:hidden"
        {...{ [searchFieldAttribute]: '' }}
        {...props}
      />
      {value ? (
        <button
          type="button"
          aria-label="Clear search"
          onClick={() => {
            onValueChange('');
            inputRef.current?.focus();
          }}
          className="absolute top-1/2 right-1 inline-flex size-5 -translate-y-1/2 items-center justify-center rounded-sm text-faint hover:bg-raised hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : (
        <Kbd keys="/" className="pointer-events-none absolute top-1/2 right-1.5 -translate-y-1/2 text-faint group-focus-within:hidden max-md:hidden" />
      )}
    </div>
  );
}
