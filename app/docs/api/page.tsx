import { ApiReference } from '@/components/docs/api-reference';

/** The reference of the HTTP API. */
export default function ApiReferencePage() {
  return <ApiReference />;
}
