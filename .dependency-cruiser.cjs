const inside = (...areas) => `^src/(${areas.join('|')})/`

/** The import directions of docs/architecture.md: a wrong import fails the build. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'shared-is-a-leaf',
      comment: 'What both sides of the IPC wall agree on does no I/O.',
      severity: 'error',
      from: { path: inside('shared') },
      to: { pathNot: [inside('shared'), 'node_modules/(zod)/'] }
    },
    {
      name: 'engine-knows-no-shell',
      comment: 'The engine runs in plain Node: in tests and headless.',
      severity: 'error',
      from: { path: inside('engine') },
      to: { path: [inside('main', 'preload', 'renderer'), 'node_modules/electron/', '^electron$'] }
    },
    {
      name: 'runner-and-scheduler-see-ports-only',
      severity: 'error',
      from: { path: '^src/engine/(runner|scheduler)/' },
      to: { path: '^src/engine/(channels|store|log)/' }
    },
    {
      name: 'channels-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/engine/channels/(whatsapp|telegram|ai-call)/' },
      to: {
        path: '^src/engine/channels/(whatsapp|telegram|ai-call)/',
        pathNot: '^src/engine/channels/$1/'
      }
    },
    {
      name: 'main-does-not-know-the-window',
      severity: 'error',
      from: { path: inside('main') },
      to: { path: inside('preload', 'renderer') }
    },
    {
      name: 'preload-sees-the-contract-only',
      severity: 'error',
      from: { path: inside('preload') },
      to: { path: inside('engine', 'main', 'renderer', 'shared'), pathNot: '^src/shared/(ipc|domain)/' }
    },
    {
      name: 'renderer-sees-shared-only',
      severity: 'error',
      from: { path: inside('renderer') },
      to: {
        path: [
          inside('engine', 'main', 'preload'),
          'node_modules/(electron|luxon|got|lowdb|node-schedule|bson)/'
        ]
      }
    },
    {
      name: 'renderer-uses-no-node',
      severity: 'error',
      from: { path: inside('renderer') },
      to: { dependencyTypes: ['core'] }
    },
    {
      name: 'features-do-not-know-each-other',
      comment: 'What two pages need lives in ui/ or stores/.',
      severity: 'error',
      from: { path: '^src/renderer/features/([^/]+)/' },
      to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' }
    }
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.json', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types']
    }
  }
}
