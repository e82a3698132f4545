/** How it is known that a command of the books works. */
export type Proof =
  /** A test runs it for real: its file, and words of that file which say so. */
  | { readonly by: string; readonly says: string }
  /** It is run here: itself, or a short form that ends at once (a list, the usage). */
  | { readonly run: readonly string[]; readonly status: number; readonly prints: RegExp }

const COMMANDS_SPEC = 'tests/e2e/commands.spec.ts'

/** With these arguments, which it does not take, a script says how it is used. */
const usageOf = (script: string, name: string, ...wrong: string[]): Proof => ({
  run: ['node', script, ...wrong],
  status: 1,
  prints: new RegExp(`Usage: .*(?<![\\w-])${name}\\b`)
})

/** A pair of keys is made in a folder that goes again, and `then` is done with it. */
const newKeys = (then: string): Proof => ({
  run: [
    'sh',
    '-ec',
    `cd "$(mktemp -d)"; openssl genpkey -algorithm ed25519 -out key.pem; ${then || 'cat key.pem'}; rm -r "$PWD"`
  ],
  status: 0,
  prints: /^(MC|-----BEGIN PRIVATE KEY)/
})

/** Every command that stands in a block of shell in the books, without its remark. */
export const PROOFS: Readonly<Record<string, Proof>> = {
  'npm test': { by: '.ci/run', says: 'exec npm test' },
  'npm run setup': { by: 'scripts/test.mjs', says: 'await ensureReady({ build: true, tests: true })' },
  'npm start': { by: COMMANDS_SPEC, says: "'npm start'" },
  'npm run demo': { by: COMMANDS_SPEC, says: "'npm run demo -- --once'" },
  'npm run headless': { by: COMMANDS_SPEC, says: "'npm run headless -- --data-dir=FOLDER'" },
  'npm run headless -- --data-dir=FOLDER': {
    by: COMMANDS_SPEC,
    says: "'npm run headless -- --data-dir=FOLDER'"
  },
  'npm run headless -- --data-dir=/path/to/data': {
    by: COMMANDS_SPEC,
    says: "'npm run headless -- --data-dir=FOLDER'"
  },
  'npm run verify-report -- FILE': {
    by: 'tests/e2e/verify-report.spec.ts',
    says: 'in a checkout, npm run verify-report takes a file from where the command was typed'
  },
  'npm run dev': { run: ['npx', 'electron-vite', 'dev', '--help'], status: 0, prints: /start dev server/ },
  'npm run check': { by: 'scripts/test.mjs', says: "npmCommand(['run', 'check'])" },
  'npm run test:unit': { by: 'scripts/test.mjs', says: "'unit'" },
  'npm run test:integration': { by: 'scripts/test.mjs', says: "'integration'" },
  'npm run test:e2e': { by: 'scripts/test.mjs', says: "localProgram('playwright', ['test'" },
  'npx vitest run --project unit tests/unit/ledger': {
    run: ['npx', 'vitest', 'list', '--filesOnly', '--project', 'unit', 'tests/unit/ledger'],
    status: 0,
    prints: /ledger-file\.test\.ts/
  },
  'npm run test:e2e -- tests/e2e/first-use.spec.ts': {
    run: ['npx', 'playwright', 'test', 'tests/e2e/first-use.spec.ts', '--list'],
    status: 0,
    prints: /Total: [1-9]/
  },
  'npm run screenshots': {
    run: ['npx', 'playwright', 'test', '--config', 'playwright.pictures.config.ts', '--list'],
    status: 0,
    prints: /Total: [1-9]/
  },
  'npm run test:kills': { by: 'tests/integration/crash/kill-minus-nine.test.ts', says: 'npm run test:kills' },
  'npm run test:kills -- 500': {
    run: ['node', 'scripts/soak.mjs', 'kills', 'many'],
    status: 1,
    prints: /Usage: .*kills.*\[COUNT\]/
  },
  'npm run test:soak': { by: 'tests/integration/soak/deliveries.test.ts', says: 'npm run test:soak' },
  'npm run bench': usageOf('scripts/bench.mjs', '--only=ROW', '--nothing'),
  'npm run bench -- --only=occurrences': usageOf('scripts/bench.mjs', '--only=ROW', '--only=nothing'),
  'npm run bench -- --check': usageOf('scripts/bench.mjs', '--check', '--check', '--share=0.1'),
  'npm run bench -- --write': usageOf('scripts/bench.mjs', '--write', '--write', '--share=0.1'),
  'npm run bench:import': usageOf('scripts/bench.mjs', 'import', 'nothing'),
  'npm run bench:list': usageOf('scripts/bench.mjs', 'list', 'nothing'),
  'npm run bench:run': usageOf('scripts/bench.mjs', 'run', 'nothing'),
  'npm run bench:console': usageOf('scripts/bench.mjs', 'console', 'nothing'),
  'npm run dist': { by: 'tests/unit/packaging/build-identity.test.ts', says: 'requireReleasable' },
  'npm run dist -- --test-build': {
    by: 'tests/support/packages/test-folder-of-app.ts',
    says: 'npm run dist -- --test-build'
  },
  'openssl genpkey -algorithm ed25519 -out key.pem': newKeys(''),
  'openssl pkey -in key.pem -outform DER | base64 -w0': newKeys(
    'openssl pkey -in key.pem -outform DER | base64 -w0'
  ),
  'openssl pkey -in key.pem -pubout -outform DER | base64 -w0': newKeys(
    'openssl pkey -in key.pem -pubout -outform DER | base64 -w0'
  )
}

/** A command that begins like this is taken from the book and run by the test that is named. */
export const RUN_FROM_THE_BOOK: Readonly<Record<string, Proof>> = {
  'curl ': { by: 'tests/integration/books/gateway-protocol.test.ts', says: 'every curl command of the book' },
  'node gateway.mjs': {
    by: 'tests/integration/books/gateway-protocol.test.ts',
    says: 'the gateway of the book'
  }
}
