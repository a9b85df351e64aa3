import { defineJsonLanguage } from '@/components/studio/editors/monaco/json-language';
import type { Monaco } from '@/components/studio/editors/monaco/monaco';
import { followTheme } from '@/components/studio/editors/monaco/monaco-theme';
import { registerVariableCompletion } from '@/components/studio/editors/monaco/variable-completion';

const basePath = '/monaco';
let loading: Promise<Monaco> | undefined;

/**
 * Loads the code editor from our own address, once per page; a later call shares the first one's result. Rejects when a
 * file can't be fetched; the next call then tries again.
 */
export function loadMonaco(): Promise<Monaco> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Monaco> {
  Object.assign(globalThis, {
    MonacoEnvironment: {
      getWorker: (_moduleId: string, label: string) =>
        new Worker(`${basePath}/${label === 'javascript' ? 'ts' : 'editor'}.worker.js`, { type: 'module', name: label }),
    },
  });
  const script = `${basePath}/monaco.js`;
  const [loaded] = await Promise.all([
    import(/* webpackIgnore: true */ /* turbopackIgnore: true */ script) as Promise<Monaco>, // Built from monaco-entry.ts.
    loadStyleSheet(`${basePath}/monaco.css`),
  ]);
  setUp(loaded);
  return loaded;
}

function loadStyleSheet(href: string): Promise<void> {
  if (document.querySelector(`link[href="${href}"]`)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      reject(new Error(`The style sheet ${href} could not be loaded.`));
    };
    document.head.append(link);
  });
}

function setUp(monaco: Monaco): void {
  defineJsonLanguage(monaco);
  registerVariableCompletion(monaco);
  followTheme(monaco);
  monaco.javascriptDefaults.setCompilerOptions({
    allowJs: true,
    // Otherwise every word of the script is offered behind every dot.
    checkJs: true,
    allowNonTsExtensions: true,
    target: monaco.ScriptTarget.ESNext,
    // What the sandbox has: the language, no page.
    lib: ['es2022'],
    // Each script has a scope of its own, so that two open editors do not see each other's names.
    moduleDetection: 3,
  });
  monaco.javascriptDefaults.setDiagnosticsOptions({
    // Types are there to complete from, not to judge scripts that were never written for them.
    noSemanticValidation: true,
    noSuggestionDiagnostics: true,
    noSyntaxValidation: false,
    // `return` outside a function.
    diagnosticCodesToIgnore: [1108],
  });
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
}
