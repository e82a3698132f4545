/**
 * How to start npm with the given arguments: the very npm that runs this script when there is one, else the one in
 * PATH.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npmCommand(args, env = process.env) {
  const cli = env.npm_execpath
  if (cli && /npm-cli\.c?js$/.test(cli))
    return { command: process.execPath, args: [cli, ...args], shell: false }
  // Node refuses to start a .cmd file without a shell.
  const onWindows = process.platform === 'win32'
  return { command: onWindows ? 'npm.cmd' : 'npm', args, shell: onWindows }
}

/** Gives up on an unreachable registry after seconds; npm's own defaults take over a minute. */
export const NPM_RETRY_FLAGS = [
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=5000'
]
