'use client';

import { Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';

import { nameLanguage, OFFERED_LANGUAGES } from '@/components/studio/channels/editor/language-names';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator, DropdownMenuTrigger } from '@/components/ui/dropdown-menu';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { languageTagSchema } from '@/lib/modules/channel/channel.schema';

/** Properties of `AddLanguage`. */
export type AddLanguageProps = { taken: readonly string[]; onAdd: (tag: string) => void };

/** Adds a language: one of those that the messenger speaks itself, or any other by its tag. */
export function AddLanguage({ taken, onAdd }: AddLanguageProps) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button size="sm" variant="ghost">
            <Plus aria-hidden />
            Language
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          {OFFERED_LANGUAGES.filter((tag) => !taken.includes(tag)).map((tag) => (
            <DropdownMenuItem key={tag} onSelect={() => onAdd(tag)}>
              {nameLanguage(tag)}
            </DropdownMenuItem>
          ))}
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={() => setIsAsking(true)}>Another…</DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <Dialog open={isAsking} onOpenChange={setIsAsking}>
        <DialogContent title="Add a language" description="The messenger’s own words, such as “Send”, are English where it has none for the language.">
          <TagForm
            taken={taken}
            onAdd={(tag) => {
              setIsAsking(false);
              onAdd(tag);
            }}
          />
        </DialogContent>
      </Dialog>
    </>
  );
}

function TagForm({ taken, onAdd }: AddLanguageProps) {
  const [tag, setTag] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  function add(event: FormEvent) {
    event.preventDefault();
    // The channel's own form is around it.
    event.stopPropagation();
    const parsed = languageTagSchema.safeParse(tag.trim());
    if (!parsed.success) setProblem(parsed.error.issues[0]?.message ?? null);
    else if (taken.some((known) => known.toLowerCase() === parsed.data.toLowerCase())) setProblem('This language is there already.');
    else onAdd(parsed.data);
  }

  return (
    <form noValidate onSubmit={add} className="flex flex-col gap-4">
      <Field label="Language" error={problem} hint="As browsers name it: pl, de-CH, zh-Hant.">
        <Input isCode autoFocus value={tag} onChange={(event) => setTag(event.target.value)} className="w-40" />
      </Field>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary">
          Add language
        </Button>
      </DialogFooter>
    </form>
  );
}
