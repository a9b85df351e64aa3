/** The tabs of the integration form, in order. */
export const DESIGNER_TABS = ['parameters', 'headers', 'body', 'script', 'fields', 'settings'] as const;
export type DesignerTab = (typeof DESIGNER_TABS)[number];

/** Their labels. Source: conversation-builder reference, section 1.1. */
export const TAB_LABELS: Record<DesignerTab, string> = {
  parameters: 'Parameters',
  headers: 'Headers',
  body: 'Post body',
  script: 'Transform result script',
  fields: 'Custom data fields',
  settings: 'Settings',
};

/** Whether `text` names a tab. */
export function isDesignerTab(text: string | null | undefined): text is DesignerTab {
  return DESIGNER_TABS.some((tab) => tab === text);
}

/** The tab that shows a field of the definition; null for fields above the tabs. `path` is dotted: `headers.2.value`. */
export function toTab(path: string): DesignerTab | null {
  const [field = ''] = path.split('.');
  return TAB_BY_FIELD[field] ?? null;
}

/** The field that takes the focus when a tab is chosen by its keys. */
export const FIRST_FIELD_BY_TAB: Record<DesignerTab, string> = {
  parameters: 'parameters',
  headers: 'headers',
  body: 'postBody',
  script: 'transformScript',
  fields: 'customDataFields',
  settings: 'description',
};

const TAB_BY_FIELD: Record<string, DesignerTab> = {
  parameters: 'parameters',
  headers: 'headers',
  useDefaultHeaders: 'headers',
  postBody: 'body',
  transformScript: 'script',
  customDataFields: 'fields',
  description: 'settings',
  type: 'settings',
  timeoutMs: 'settings',
  retry: 'settings',
  success: 'settings',
  responseBytesMax: 'settings',
  followRedirects: 'settings',
};
