'use client';

import type { CredentialValues } from '@/components/studio/credentials/credential-values';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SecretInput } from '@/components/ui/secret-input';
import { Select } from '@/components/ui/select';

type KindFieldsProps = {
  values: CredentialValues;
  onChange: (change: Partial<CredentialValues>) => void;
  errorAt: (path: string) => string | undefined;
  hasStoredSecret: boolean;
};

/** The fields of the kind chosen. */
export function CredentialKindFields(props: KindFieldsProps) {
  switch (props.values.kind) {
    case 'basic':
      return <BasicFields {...props} />;
    case 'access-token':
      return <AccessTokenFields {...props} />;
    case 'api-key':
      return <ApiKeyFields {...props} />;
    case 'oauth-client-credentials':
      return <OAuthFields {...props} />;
  }
}

function BasicFields(props: KindFieldsProps) {
  const { values, onChange, errorAt } = props;
  return (
    <>
      <Field label="User name" isRequired error={errorAt('settings.userName')}>
        <Input isCode value={values.userName} onChange={(event) => onChange({ userName: event.target.value })} />
      </Field>
      <SecretField {...props} label="Password" path="settings.password" isRequired={false} />
    </>
  );
}

function AccessTokenFields(props: KindFieldsProps) {
  const { values, onChange, errorAt } = props;
  return (
    <>
      <SecretField {...props} label="Access token" path="settings.token" />
      <Field label="Token type" error={errorAt('settings.tokenType')} hint="Stands before the token. Leave empty to send the token alone.">
        <Input isCode value={values.tokenType} onChange={(event) => onChange({ tokenType: event.target.value })} />
      </Field>
    </>
  );
}

function ApiKeyFields(props: KindFieldsProps) {
  const { values, onChange, errorAt } = props;
  return (
    <>
      <Field label="Send in" error={errorAt('settings.in')} hint={values.keyIn === 'query' ? 'Addresses are often logged on the way. Prefer a header where the API takes one.' : null}>
        <Select value={values.keyIn} onChange={(event) => onChange({ keyIn: event.target.value === 'query' ? 'query' : 'header' })}>
          <option value="header">Header</option>
          <option value="query">Query parameter</option>
        </Select>
      </Field>
      <Field label={values.keyIn === 'header' ? 'Header name' : 'Parameter name'} isRequired error={errorAt('settings.name')}>
        <Input
          isCode
          placeholder={values.keyIn === 'header' ? 'X-API-Key' : 'api_key'}
          value={values.keyName}
          onChange={(event) => onChange({ keyName: event.target.value })}
        />
      </Field>
      <SecretField {...props} label="Key" path="settings.value" />
    </>
  );
}

function OAuthFields(props: KindFieldsProps) {
  const { values, onChange, errorAt } = props;
  return (
    <>
      <Field label="Token URL" isRequired error={errorAt('settings.tokenUrl')}>
        <Input
          isCode
          inputMode="url"
          placeholder="https://login.example.com/oauth/token"
          value={values.tokenUrl}
          onChange={(event) => onChange({ tokenUrl: event.target.value })}
        />
      </Field>
      <Field label="Client id" isRequired error={errorAt('settings.clientId')}>
        <Input isCode value={values.clientId} onChange={(event) => onChange({ clientId: event.target.value })} />
      </Field>
      <SecretField {...props} label="Client secret" path="settings.clientSecret" />
      <Field label="Scope" error={errorAt('settings.scope')} hint="Several with blanks between them. Empty asks for the server’s default.">
        <Input isCode value={values.scope} onChange={(event) => onChange({ scope: event.target.value })} />
      </Field>
      <Field label="Audience" error={errorAt('settings.audience')} hint="For servers that issue tokens for several APIs.">
        <Input isCode value={values.audience} onChange={(event) => onChange({ audience: event.target.value })} />
      </Field>
      <Field label="Send client id and secret in" error={errorAt('settings.secretIn')}>
        <Select value={values.secretIn} onChange={(event) => onChange({ secretIn: event.target.value === 'body' ? 'body' : 'header' })}>
          <option value="header">Authorization header (the standard’s choice)</option>
          <option value="body">Request body</option>
        </Select>
      </Field>
    </>
  );
}

type SecretFieldProps = KindFieldsProps & { label: string; path: string; isRequired?: boolean };

function SecretField({ label, path, isRequired = true, values, onChange, errorAt, hasStoredSecret }: SecretFieldProps) {
  return (
    <Field
      label={label}
      isRequired={isRequired && !hasStoredSecret}
      error={errorAt(path)}
      hint={hasStoredSecret ? 'Leave empty to keep the stored one. It is never shown.' : 'Encrypted before it is stored, and never shown again.'}
    >
      <SecretInput
        noun={label.toLowerCase()}
        isCode
        autoComplete="new-password"
        value={values.secret}
        placeholder={hasStoredSecret ? '••••••••' : undefined}
        onChange={(event) => onChange({ secret: event.target.value })}
      />
    </Field>
  );
}
