'use client';

import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormFailure } from '@/components/ui/form-failure';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { useCreateEnvironment } from '@/lib/client/use-environments';
import { useForm } from '@/lib/client/use-form';
import { environmentInputSchema, type EnvironmentView } from '@/lib/modules/environment/environment.schema';

/** Properties of `EnvironmentDialog`. */
export type EnvironmentDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onCreated: (environment: EnvironmentView) => void;
};

/** Makes an environment; its variables are added on its page. */
export function EnvironmentDialog({ open, onOpenChange, onCreated }: EnvironmentDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title="New environment"
        description="A named set of key/values, such as test and production addresses. Its variables come next."
      >
        <EnvironmentForm
          onCreated={(environment) => {
            onOpenChange(false);
            onCreated(environment);
          }}
        />
      </DialogContent>
    </Dialog>
  );
}

function EnvironmentForm({ onCreated }: Pick<EnvironmentDialogProps, 'onCreated'>) {
  const createEnvironment = useCreateEnvironment();
  const form = useForm({
    schema: environmentInputSchema,
    initial: { name: '', description: '' },
    onSubmit: async (environment) => onCreated(await createEnvironment.mutateAsync(environment)),
  });
  return (
    <form ref={form.formRef} noValidate onSubmit={(event) => void form.submit(event)} className="flex flex-col gap-4">
      <Field label="Name" isRequired error={form.errorAt('name')}>
        <Input autoFocus autoComplete="off" value={form.values.name} onChange={(event) => form.set({ name: event.target.value })} />
      </Field>
      <Field label="Description" error={form.errorAt('description')}>
        <Textarea value={form.values.description} onChange={(event) => form.set({ description: event.target.value })} />
      </Field>
      <FormFailure what="The environment was not created" failure={form.failure} />
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" isBusy={form.isBusy}>
          Create environment
        </Button>
      </DialogFooter>
    </form>
  );
}
