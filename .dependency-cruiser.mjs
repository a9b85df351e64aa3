// Who may import whom. Arrows point one way: engine <- modules <- http <- server and route files; pages use client and components.
const browserSafe = '\\.(schema|rules|contract)\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'engine-is-pure',
      comment: 'The engine imports itself, zod, and the parser for scripts.',
      severity: 'error',
      from: { path: '^lib/engine/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^lib/engine/', '^node_modules/(zod|acorn)/'] },
    },
    {
      name: 'rules-are-browser-safe',
      comment: 'Schemas, rules and contracts run in the browser too: no Node, no platform, no stores.',
      severity: 'error',
      from: { path: `^lib/modules/.*${browserSafe}` },
      to: { path: ['^lib/platform/', '\\.store\\.ts$', '\\.routes\\.ts$', '^generated/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-use-no-node',
      severity: 'error',
      from: { path: `^lib/modules/.*${browserSafe}` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'prisma-behind-stores',
      comment: 'Only stores and platform/db know Prisma.',
      severity: 'error',
      from: { path: '^(lib|app|components|server|prisma|scripts)', pathNot: ['\\.store\\.ts$', '^lib/platform/db/', '\\.test\\.ts$'] },
      to: { path: ['^generated/prisma', '^node_modules/@?prisma'] },
    },
    {
      name: 'modules-do-not-know-the-frame',
      comment: 'Modules may use the route contract and its binding, not the composed API.',
      severity: 'error',
      from: { path: '^lib/modules/' },
      to: { path: '^lib/http/(?!route/)' },
    },
    {
      name: 'routes-are-leaves',
      comment: 'Route files are mounted by lib/http only.',
      severity: 'error',
      from: { pathNot: ['^lib/http/', '\\.test\\.ts$'] },
      to: { path: '^lib/modules/.*\\.routes\\.ts$' },
    },
    {
      name: 'platform-is-below-modules',
      comment: 'Platform may use browser-safe shapes and rules of modules, nothing else of them.',
      severity: 'error',
      from: { path: '^lib/platform/', pathNot: '\\.test\\.ts$' },
      to: { path: '^lib/(modules|http|client)/', pathNot: browserSafe },
    },
    {
      name: 'pages-use-the-api',
      comment: 'Pages and components use the client, components, schemas, rules and contracts: never stores, platform or use cases.',
      severity: 'error',
      from: { path: '^(app|components|lib/client)/', pathNot: ['route\\.ts$', '\\.test\\.ts$'] },
      to: { path: ['^lib/platform/', '^lib/http/(?!route/(route-contract|problem)\\.ts)', '^generated/', '^lib/modules/(?!.*\\.(schema|rules|contract|wire)\\.ts$)', '^samples/'] },
    },
    {
      name: 'ui-has-no-domain',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: ['^lib/', '^components/(?!ui/)', '^app/'] },
    },
    { name: 'not-to-tests', severity: 'error', from: { pathNot: '\\.test\\.ts$|^e2e/|^scripts/test/' }, to: { path: '\\.test\\.ts$|^e2e/|^scripts/test/' } },
    {
      name: 'no-dev-dependencies-in-production',
      severity: 'error',
      from: { path: '^(lib|app|components|server|prisma|samples)', pathNot: ['\\.test\\.ts$', '\\.d\\.ts$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'resolvable', severity: 'error', from: { pathNot: '\\.css$' }, to: { couldNotResolve: true, pathNot: '(^|/)dist/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^\\.next/', '^dist/', '^generated/', '^public/', '^data/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], mainFields: ['module', 'main', 'types'] },
  },
};
