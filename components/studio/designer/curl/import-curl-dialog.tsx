'use client';

import { useState, type FormEvent } from 'react';

import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { importCurl, type CurlImport } from '@/lib/modules/integration/import-curl.rules';

/** Properties of `ImportCurlDialog`. */
export type ImportCurlDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onImport: (imported: Extract<CurlImport, { kind: 'imported' }>) => void;
};

/** Takes a cURL command of any length and fills the form with it. */
export function ImportCurlDialog({ open, onOpenChange, onImport }: ImportCurlDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        size="lg"
        title="Import cURL"
        description="Method, URL, parameters, headers and body are replaced by those of the command. Names, script, fields and settings stay."
      >
        <ImportForm
          onImport={(imported) => {
            onOpenChange(false);
            onImport(imported);
          }}
        />
      </DialogContent>
    </Dialog>
  );
}

function ImportForm({ onImport }: Pick<ImportCurlDialogProps, 'onImport'>) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    const result = importCurl(text);
    if (result.kind === 'imported') onImport(result);
    else setProblem(result.reason);
  }

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field label="cURL command" isRequired error={problem} hint="From a manual, a shell, or a browser’s “Copy as cURL”. Nothing is run.">
        <Textarea
          isCode
          autoFocus
          rows={8}
          value={text}
          placeholder={"curl -X POST https://api.example.com/accounts \\\n  -H 'Accept: application/json' \\\n  -d '{\"name\": \"Giro\"}'"}
          onChange={(event) => {
            setText(event.target.value);
            setProblem(null);
          }}
        />
      </Field>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary">
          Import
        </Button>
      </DialogFooter>
    </form>
  );
}
