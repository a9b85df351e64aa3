import type { DesignerForm } from '@/components/studio/designer/draft/use-designer-form';
import type { DesignerVariables } from '@/components/studio/designer/variables/use-variables';
import type { LiteralSecret } from '@/lib/modules/integration/literal-secret.rules';

/** What every part of the form is given. */
export type DesignerPartProps = {
  form: DesignerForm;
  variables: DesignerVariables;
  /** Secrets that stand in the form as plain text. */
  secrets: readonly LiteralSecret[];
  /** Offers to make a credential of such a secret. */
  onMakeCredential: (secret: LiteralSecret) => void;
};
