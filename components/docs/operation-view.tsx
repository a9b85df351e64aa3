'use client';

import { Link2 } from 'lucide-react';
import { useSyncExternalStore, type ReactNode } from 'react';

import { toCurlExample } from '@/components/docs/curl-example';
import { OperationMethod } from '@/components/docs/operation-method';
import { findProblemCodes, type Operation } from '@/components/docs/openapi.schema';
import { describeType } from '@/components/docs/schema-rows';
import { SchemaTable } from '@/components/docs/schema-table';
import { Badge } from '@/components/ui/badge';
import { CopyButton } from '@/components/ui/copy-button';

/** One operation: what it is for, what goes in, what comes out, and how to call it. */
export function OperationView({ operation }: { operation: Operation }) {
  const { operationId, path, method, summary, description, security, parameters, responses } = operation;
  const body = operation.requestBody?.content['application/json']?.schema;
  const answers = Object.entries(responses).filter(([status]) => status !== 'default');
  const codes = findProblemCodes(responses['default']?.description ?? '');
  return (
    <section id={operationId} aria-labelledby={`${operationId}-title`} className="flex scroll-mt-16 flex-col gap-3 border-t border-line py-6">
      <div>
        <h3 id={`${operationId}-title`} className="flex items-center gap-2 text-base font-semibold">
          {summary}
          <a href={`#${operationId}`} aria-label={`Link to ${summary}`} className="rounded-sm text-faint hover:text-ink">
            <Link2 aria-hidden className="size-4" />
          </a>
        </h3>
        <p className="mt-1 flex flex-wrap items-center gap-2">
          <OperationMethod method={method} />
          <code className="break-all">{path}</code>
          {security.length === 0 ? <Badge>no sign-in needed</Badge> : null}
        </p>
        {description ? <p className="mt-2 max-w-170 text-muted">{description}</p> : null}
      </div>
      {parameters.length > 0 ? (
        <Part title="Parameters">
          <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
            {parameters.map((parameter) => (
              <li key={parameter.in + parameter.name} className="flex flex-wrap items-baseline gap-x-3 px-3 py-1.5">
                <code>{parameter.name}</code>
                <span className="text-muted">
                  {describeType(parameter.schema)}, in the {parameter.in}
                  {parameter.required ? ', required' : ''}
                </span>
                {parameter.description ? <span className="text-muted">{parameter.description}</span> : null}
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {body ? (
        <Part title="Body">
          <SchemaTable label={`Body of ${summary}`} schema={body} />
        </Part>
      ) : null}
      {answers.map(([status, answer]) => {
        const schema = answer.content?.['application/json']?.schema;
        return (
          <Part key={status} title={`Answer ${status}`}>
            {schema ? <SchemaTable label={`Answer ${status} of ${summary}`} schema={schema} /> : <p className="text-muted">{status === '204' ? 'No content.' : answer.description}</p>}
          </Part>
        );
      })}
      {codes.length > 0 ? (
        <Part title="Problem codes">
          <ul className="flex flex-wrap gap-1.5">
            {codes.map((code) => (
              <li key={code}>
                <code className="rounded-sm bg-raised px-1.5 py-0.5 text-xs">{code}</code>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      <Part title="Example">
        <CurlExample operation={operation} />
      </Part>
    </section>
  );
}

function CurlExample({ operation }: { operation: Operation }) {
  const origin = useSyncExternalStore(subscribeToNothing, () => location.origin, () => '');
  const text = toCurlExample(operation, origin);
  return (
    <div className="relative rounded-md border border-line bg-sunken">
      <pre tabIndex={0} aria-label="cURL command" className="overflow-x-auto p-3 pr-12 text-xs leading-5">
        {text}
      </pre>
      <CopyButton label="Copy cURL command" value={text} className="absolute top-1.5 right-1.5" />
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <h4 className="text-xs font-medium text-muted">{title}</h4>
      {children}
    </div>
  );
}

function subscribeToNothing(): () => void {
  return () => undefined;
}
