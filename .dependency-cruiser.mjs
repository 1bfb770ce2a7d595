/**
 * Who may call whom. `dependsOn` is the table of ARCHITECTURE.md; the rules below turn it into checks.
 * `npm run check` also fails when fewer modules were cruised than there should be: a tool that reads nothing finds no fault.
 */
const dependsOn = {
  accounts: [],
  markets: ['accounts'],
  enterprises: ['accounts', 'markets'],
  shops: ['accounts', 'markets', 'enterprises'],
  catalogue: ['accounts', 'markets', 'enterprises', 'shops'],
  search: ['markets', 'shops', 'catalogue'],
  payments: ['accounts', 'markets', 'enterprises', 'shops'],
  trade: ['accounts', 'markets', 'enterprises', 'shops', 'catalogue', 'payments'],
}

const lanes = Object.entries(dependsOn).map(([name, allowed]) => ({
  name: `${name}-stays-in-its-lane`,
  comment: `${name} may call ${allowed.join(', ') || 'nobody'}; its tests may look at what comes of it above`,
  severity: 'error',
  from: { path: `^server/modules/${name}/`, pathNot: '(\\.test\\.ts$|/testing/)' },
  to: { path: '^server/modules/', pathNot: `^server/modules/(${[name, ...allowed].join('|')})/` },
}))

/** Features of the web in order: each may use those before it, never one after it. Every page stands in a market, so markets come first. */
const features = ['markets', 'accounts', 'shops', 'catalogue', 'search', 'payments', 'trade']
const storeys = features.map((name, index) => ({
  name: `feature-${name}-looks-down-only`,
  severity: 'error',
  from: { path: `^web/src/features/${name}/` },
  to: {
    path: '^web/src/features/',
    pathNot: `^web/src/features/(${features.slice(0, index + 1).join('|')})/`,
  },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...lanes,
    {
      name: 'enter-by-the-front-door',
      comment:
        'Another capability is asked through its index.ts. Its tables.ts may be referenced by tables.ts for foreign keys, and joined by a store for reading.',
      severity: 'error',
      from: {
        path: '^server/modules/([^/]+)/',
        pathNot:
          '(\\.test\\.ts|/tables\\.ts|^server/modules/[^/]+/store\\.ts)$|^server/modules/[^/]+/(store|tables)/',
      },
      to: {
        path: '^server/modules/[^/]+/',
        pathNot: ['^server/modules/$1/', '^server/modules/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'stores-join-tables-below',
      comment:
        'A store may read the tables of capabilities that its own may call (JOIN); scripts/check.ts sees to it that it never writes them.',
      severity: 'error',
      from: { path: '^server/modules/([^/]+)/store(\\.ts$|/)', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^server/modules/',
        pathNot: ['^server/modules/$1/', '^server/modules/[^/]+/(index|tables)\\.ts$'],
      },
    },
    {
      name: 'tables-reference-only-tables',
      comment: 'Types of columns may come from elsewhere: they are gone when the program runs.',
      severity: 'error',
      from: { path: '^server/modules/([^/]+)/tables(\\.ts$|/)' },
      to: {
        path: '^server/',
        pathNot: ['/tables\\.ts$', '^server/modules/$1/tables/', '^server/platform/columns\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'domain-is-pure',
      comment:
        'What runs in domain comes from shared and from domain; types may come from elsewhere, they are gone when the program runs.',
      severity: 'error',
      from: { path: '^server/modules/([^/]+)/domain/', pathNot: '(\\.test\\.ts$|/domain/import/)' },
      to: {
        pathNot: ['^shared/', '^server/modules/$1/domain/', '^node_modules/zod/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'lists-are-read-purely',
      comment:
        'Lists of suppliers go from bytes to values: parsers of their formats, and nothing that reaches out.',
      severity: 'error',
      from: { path: '^server/modules/catalogue/domain/import/', pathNot: '\\.test\\.ts$' },
      to: {
        pathNot: [
          '^shared/',
          '^server/modules/catalogue/domain/',
          '^node_modules/(csv-parse|csv-stringify|saxes|yauzl)/',
          '^(node:)?(buffer|crypto|string_decoder|zlib)$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'platform-knows-no-business',
      severity: 'error',
      from: { path: '^server/platform/', pathNot: '^server/platform/testing/' },
      to: { path: '^server/(modules|demo|sandbox|wiring|app)' },
    },
    {
      name: 'shared-is-a-leaf',
      severity: 'error',
      from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^shared/', '^node_modules/zod/'] },
    },
    {
      name: 'web-never-imports-server',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^server/' },
    },
    {
      name: 'server-never-imports-web',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^web/' },
    },
    ...storeys,
    {
      name: 'features-have-a-place',
      comment: 'A feature that the list above does not name has no place in the order.',
      severity: 'error',
      from: {},
      to: { path: '^web/src/features/', pathNot: `^web/src/features/(${features.join('|')})/` },
    },
    {
      name: 'ui-knows-no-business',
      severity: 'error',
      from: { path: '^web/src/(ui|api)/' },
      to: { path: '^web/src/(features|pages)/' },
    },
    {
      name: 'tests-stay-tests',
      severity: 'error',
      from: { pathNot: '(\\.test\\.tsx?$|/testing/|^e2e/|^bench/|^scripts/)' },
      to: { path: '/testing/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^web/dist/' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
