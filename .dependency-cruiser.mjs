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
  comment: `${name} may call ${allowed.join(', ') || 'nobody'}`,
  severity: 'error',
  from: { path: `^server/modules/${name}/`, pathNot: '\\.test\\.ts$' },
  to: { path: '^server/modules/', pathNot: `^server/modules/(${[name, ...allowed].join('|')})/` },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...lanes,
    {
      name: 'enter-by-the-front-door',
      comment:
        'Another capability is asked through its index.ts; tables.ts may be referenced by tables.ts for foreign keys.',
      severity: 'error',
      from: { path: '^server/modules/([^/]+)/', pathNot: '(\\.test\\.ts|/tables\\.ts)$' },
      to: {
        path: '^server/modules/[^/]+/',
        pathNot: ['^server/modules/$1/', '^server/modules/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'tables-reference-only-tables',
      severity: 'error',
      from: { path: '^server/modules/[^/]+/tables\\.ts$' },
      to: { path: '^server/', pathNot: ['/tables\\.ts$', '^server/platform/columns\\.ts$'] },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^server/modules/([^/]+)/domain/', pathNot: '(\\.test\\.ts$|/domain/import/)' },
      to: { pathNot: ['^shared/', '^server/modules/$1/domain/', '^node_modules/zod/'] },
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
    {
      name: 'features-do-not-meet',
      severity: 'error',
      from: { path: '^web/src/features/([^/]+)/' },
      to: { path: '^web/src/features/', pathNot: '^web/src/features/$1/' },
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
