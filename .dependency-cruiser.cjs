/** Who may import whom: docs/develop.md. `npm run check:dependencies` also fails when nothing was read. */
const PARTS = '^(src|cloud|simulator|types|rules)/';
const inFolder = (name) => `^${name}/`;

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(wx)$' },
    },
    {
      name: 'src-never-meets-cloud',
      comment: 'Two programs that share a contract and a few rules.',
      severity: 'error',
      from: { path: inFolder('src') },
      to: { path: '^(cloud|simulator|scripts|tests|bench)/' },
    },
    {
      name: 'cloud-never-meets-src',
      severity: 'error',
      from: { path: inFolder('cloud') },
      to: { path: '^(src|simulator|scripts|tests|bench)/' },
    },
    {
      name: 'simulator-sees-the-build-only',
      comment: 'The simulator sees dist/weapp, as WeChat does.',
      severity: 'error',
      from: { path: inFolder('simulator') },
      to: { path: '^(src|cloud|types|rules|scripts|tests|bench)/' },
    },
    {
      name: 'types-import-their-schema-library-alone',
      severity: 'error',
      from: { path: '^types/', pathNot: '^types/generated/' },
      to: { pathNot: '^(types/|node_modules/typebox/)' },
    },
    {
      name: 'rules-import-types-alone',
      severity: 'error',
      from: { path: inFolder('rules') },
      to: { pathNot: '^(rules|types)/' },
    },
    {
      name: 'rules-import-types-as-types',
      comment: 'At run time the mini-program must not carry the schema library.',
      severity: 'error',
      from: { path: inFolder('rules') },
      to: { path: inFolder('types'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'src-takes-the-contract-as-types',
      comment: 'At run time only what is generated from the contract.',
      severity: 'error',
      from: { path: inFolder('src') },
      to: { path: '^types/', pathNot: '^types/generated/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-src-imports-taro',
      severity: 'error',
      from: { pathNot: '^(src|config)/' },
      to: { path: '^node_modules/(@tarojs|react|react-dom)/' },
    },
    {
      name: 'only-platform-calls-taro',
      comment:
        'Taro and wx APIs are called in src/platform; screens use the components and the page hooks.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(platform|pages)/|[.]d[.]ts$' },
      to: { path: '^node_modules/@tarojs/(taro|runtime|api)/' },
    },
    {
      name: 'features-stay-apart',
      comment: 'A page composes features; a feature never imports another one.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'features-sit-below-pages',
      severity: 'error',
      from: { path: '^src/(features|ui|platform)/' },
      to: { path: '^src/(pages/|app)' },
    },
    {
      name: 'ui-and-platform-know-no-subject',
      severity: 'error',
      from: { path: '^src/(ui|platform)/' },
      to: { path: '^src/features/' },
    },
    {
      name: 'platform-draws-nothing',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/ui/' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^cloud/domain/' },
      to: { pathNot: '^(cloud/domain|types|rules)/' },
    },
    {
      name: 'cloud-lower-floors-know-no-upper-ones',
      severity: 'error',
      from: { path: '^cloud/(store|importer|wechat)/' },
      to: { path: '^cloud/(routes|cli|notices|crawl|app\\.ts|server\\.ts)' },
    },
    {
      name: 'routes-stay-below-the-app',
      severity: 'error',
      from: { path: '^cloud/routes/' },
      to: { path: '^cloud/(cli|app\\.ts|server\\.ts)' },
    },
    {
      name: 'store-and-importer-stay-apart',
      comment: 'They meet in cloud/domain/drafts.ts, and in the commands that join them.',
      severity: 'error',
      from: { path: '^cloud/(store|importer)/' },
      to: { path: '^cloud/(store|importer)/', pathNot: '^cloud/$1/' },
    },
    {
      name: 'storage-stands-alone',
      comment: 'Keys and bytes: what they are is known above it.',
      severity: 'error',
      from: { path: '^cloud/media/' },
      to: { path: '^cloud/', pathNot: '^cloud/(media/|setup-error\\.ts)' },
    },
    {
      name: 'programs-never-import-tests',
      severity: 'error',
      from: { path: PARTS },
      to: { path: '^(tests|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache|\\.data|tests/fixtures)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
