import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CHANNEL_IDS } from '../../../src/shared/domain/channel'
import { readBook } from '../../support/books/markdown'
import { codesIn, fencesIn, tableOf, wordsOf } from '../../support/books/protocol'
import {
  accept,
  byteASecond,
  closeWithoutAnswer,
  endlessHeaders,
  type GatewayAnswer,
  gzipBomb,
  invalidUtf8,
  megabytes,
  resetAfterReading,
  silence,
  status,
  truncatedJson
} from '../../support/gateway/gateway-answers'
import { campaignRecord, contactRecord, contactRecords, idOf } from '../../support/engine/records'
import { startEngine } from '../../support/engine/test-engine'

const FILE = 'docs/gateway-protocol.md'
const book = readBook(FILE, await readFile(join(process.cwd(), FILE), 'utf8'))

const JOHN = contactRecord(1, {
  first_name: 'John',
  last_name: 'Doe',
  phone: '+84 33 917 0155',
  whatsapp_number: '+84 33 917 0155',
  telegram_username: 'johndoe'
})

const CAMPAIGN = campaignRecord(1, {
  call_script: 'Hello, this is a test message...',
  contacts: [idOf(1)]
})

describe('the requests of the book', () => {
  const [whatsapp, telegram, aiCall, withUserId] = fencesIn(book, 'json').map(
    ({ text }) => JSON.parse(text) as object
  )

  it('are what the engine sends, with the headers of the book and no other of ours', async () => {
    const { gateway, running } = await startEngine({ contacts: [JOHN], campaigns: [CAMPAIGN] })
    const { summary } = await running.runToEnd(CAMPAIGN._id)

    const paths = tableOf(book, '', 'method and address')
      .map((row) => codesIn(row['method and address'] ?? '')[0] ?? '')
      .filter((address) => address.startsWith('POST'))
    expect(gateway.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(
      paths.map((address) => address.replace('{base}', '').replace('{ai_call_url}', '/call'))
    )
    expect(gateway.requests.map(({ body }) => body)).toEqual([whatsapp, telegram, aiCall])
    // To the letter, but for the spaces of a pretty page.
    expect(gateway.requests.map(({ bodyText }) => bodyText)).toEqual(
      [whatsapp, telegram, aiCall].map((payload) => JSON.stringify(payload))
    )

    const rows = tableOf(book, 'header', 'value')
    const fixed = rows.flatMap(({ header = '', value = '' }) =>
      codesIn(header).length === 1 && /^`[^`]+`$/.test(value)
        ? [[codesIn(header)[0]!, codesIn(value)[0]!]]
        : []
    )
    expect(fixed.map(([name]) => name)).toEqual(['content-type', 'accept', 'accept-encoding'])
    for (const { headers, idempotencyKey } of gateway.requests) {
      expect(headers).toMatchObject(Object.fromEntries(fixed) as object)
      expect(idempotencyKey).toMatch(/^[\x21-\x7e]+$/)
      expect(idempotencyKey).toContain(summary.id)
      const named = rows.flatMap(({ header = '' }) => codesIn(header))
      const http = ['host', 'connection', 'content-length', 'user-agent']
      expect(Object.keys(headers).filter((name) => ![...named, ...http].includes(name))).toEqual([])
    }
  })

  it('carry the user_id of the book in messages, and not in calls', async () => {
    const { gateway, running, engine } = await startEngine({ contacts: [JOHN], campaigns: [CAMPAIGN] })
    const { value } = engine.settings
    const custom = { ...value.gateways.custom, user_id: 'operator-7' }
    await engine.settings.save({ ...value, gateways: { ...value.gateways, custom } })
    await running.runToEnd(CAMPAIGN._id)
    expect(gateway.requests.map(({ body }) => body)).toEqual([
      withUserId,
      { ...telegram, user_id: 'operator-7' },
      aiCall
    ])
  })
})

interface Row {
  readonly what: string
  readonly answer: GatewayAnswer
  readonly state: string
  readonly reason: string
  /** How often the engine asks for one delivery that is answered like this. */
  readonly requests: number
}

const BUSY = ['429', '503']

const answers: readonly Row[] = tableOf(book, 'status', 'body').map((row) => {
  const { status: code = '', body = '', 'Loa says': says = '', reason = '' } = row
  const isBusy = BUSY.includes(code)
  const headers = isBusy ? { 'retry-after': '0' } : {}
  return {
    what: `${code} ${body}`,
    answer: status(Number(code), codesIn(body)[0] ?? '', headers),
    state: codesIn(says)[0] ?? '',
    reason: codesIn(reason)[0] ?? '',
    requests: isBusy ? 3 : 1
  }
})

const WITHOUT_ANSWER: Readonly<Record<string, GatewayAnswer>> = {
  'no answer within the time limit': silence,
  'an answer so slow that the time limit passes': byteASecond,
  'the connection is reset after the request': resetAfterReading,
  'the connection is closed without an answer': closeWithoutAnswer,
  'fewer bytes than `content-length` says': truncatedJson,
  'an answer that is not UTF-8': invalidUtf8,
  'an answer with a `content-encoding`': gzipBomb,
  'header lines without end': endlessHeaders,
  'more than 1,000,000 bytes': megabytes(2)
}

const failures: readonly Row[] = tableOf(book, 'what happens', 'Loa says').map((row) => {
  const { 'what happens': what = '', 'Loa says': says = '', reason = '' } = row
  const answer = WITHOUT_ANSWER[what]
  if (answer === undefined) throw new Error(`Nobody knows how to do this to Loa: ${what}`)
  return { what, answer, state: codesIn(says)[0] ?? '', reason: codesIn(reason)[0] ?? '', requests: 1 }
})

describe('the answers of the book', () => {
  it('mean to the engine what the tables say, every row of them', async () => {
    const rows = [...answers, ...failures]
    expect(answers.length).toBeGreaterThan(25)
    expect(failures.map(({ what }) => what)).toEqual(Object.keys(WITHOUT_ANSWER))
    const contacts = contactRecords(rows.length)
    const campaign = campaignRecord(1, {
      contacts: contacts.map(({ _id }) => _id),
      flow: ['whatsapp'],
      policies: { error_threshold: { errors: 0, in_a_row: 0 } }
    })
    const { gateway, running } = await startEngine({
      contacts,
      campaigns: [campaign],
      answer: ({ idempotencyKey }) =>
        rows[contacts.findIndex(({ _id }) => idempotencyKey.includes(_id))]?.answer ?? accept
    })
    const { deliveries } = await running.runToEnd(campaign._id)
    const asked = (id: string) =>
      gateway.messages.filter(({ idempotencyKey }) => idempotencyKey.includes(id)).length
    expect(
      deliveries.map(({ contact_id, state, reason }, index) => ({
        what: rows[index]?.what,
        state,
        reason: reason?.code ?? '',
        requests: asked(contact_id)
      }))
    ).toEqual(rows.map(({ what, state, reason, requests }) => ({ what, state, reason, requests })))
  })

  it('to a connection test mean what the settings say', async () => {
    const { gateway, engine } = await startEngine()
    for (const row of tableOf(book, 'status', 'the settings say')) {
      const [outcome, reason] = codesIn(row['the settings say'] ?? '')
      const code = Number(row['status'])
      gateway.answer = () => status(code, '', code === 302 ? { location: '/elsewhere' } : {})
      for (const channel of ['whatsapp', 'telegram'] as const) {
        const test = await engine.testConnection(channel, engine.settings.value)
        expect(test).toMatchObject({ outcome, ...(reason !== undefined && { reason }), status_code: code })
      }
    }
    const asked = gateway.requests.length
    expect(await engine.testConnection('ai_call', engine.settings.value)).toMatchObject({ outcome: 'ok' })
    expect(gateway.requests).toHaveLength(asked)
    const health = tableOf(book, '', 'method and address').flatMap((row) => {
      const address = codesIn(row['method and address'] ?? '')[0] ?? ''
      return address.startsWith('GET') ? [address.replace('{base}', '')] : []
    })
    expect([...new Set(gateway.requests.map(({ method, path }) => `${method} ${path}`))]).toEqual(health)
  })
})

/** Starts the gateway that the book shows, on a free port; gives its address and what it has printed. */
async function startBookGateway(): Promise<{ url: string; printed: () => string }> {
  const folder = await mkdtemp(join(tmpdir(), 'loa-book-'))
  const file = join(folder, 'gateway.mjs')
  await writeFile(file, fencesIn(book, 'js')[0]?.text ?? '')
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  let printed = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The gateway of the book ended with ${code}`)))
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8')
      const [address] = /^http:\/\/127\.0\.0\.1:\d+$/m.exec(printed) ?? []
      if (address !== undefined) resolve(address)
    })
  })
  onTestFinished(async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill()
    await ended
    await rm(folder, { recursive: true })
  })
  return { url, printed: () => printed }
}

interface CurlAnswer {
  readonly status: number
  readonly body: unknown
}

/** Makes the request of a curl command. Throws at a flag that the book did not need so far. */
async function curl(command: string, gateway: string): Promise<CurlAnswer> {
  const [program, ...words] = wordsOf(command, { GATEWAY: gateway })
  expect(program).toBe('curl')
  let url = ''
  const request: { method: string; headers: Record<string, string>; body?: string } = {
    method: 'GET',
    headers: {}
  }
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '-s') continue
    else if (word === '-X') request.method = words.shift() ?? ''
    else if (word === '-d') request.body = words.shift() ?? ''
    else if (word === '-H') {
      const [name = '', value = ''] = (words.shift() ?? '').split(': ')
      request.headers[name] = value
    } else if (word.startsWith('http')) url = word
    else throw new Error(`curl knows more than this test: ${word}`)
  }
  const response = await fetch(url, request)
  return { status: response.status, body: (await response.json()) as unknown }
}

const commands = fencesIn(book, 'sh')
  .flatMap(({ text }) => text.split('\n'))
  .filter((line) => line.startsWith('curl '))

describe('every curl command of the book', () => {
  it('is taken by the practice gateway', async () => {
    const { engine } = await startEngine()
    const { base_url } = engine.practice.gateway
    expect(commands.length).toBeGreaterThan(4)
    for (const command of commands) expect((await curl(command, base_url)).status).toBe(200)
    const { messages } = engine.practice.inbox()
    expect(messages.map(({ channel, to }) => `${channel} ${to}`)).toEqual([
      'ai_call +84 33 917 0155',
      'telegram @johndoe',
      'whatsapp +84 33 917 0155'
    ])
    const said = await curl(commands[0]!, base_url)
    expect([...book.codeSpans]).toContain(JSON.stringify(said.body))
  })

  it('is taken by the gateway of the book, and the same key twice is one message', async () => {
    const { url, printed } = await startBookGateway()
    for (const command of commands) expect((await curl(command, url)).status).toBe(200)
    for (const command of commands) expect((await curl(command, url)).status).toBe(200)
    expect(printed().match(/ to .*: Hello$/gm)).toHaveLength(3)
    expect(
      await curl(commands[0]!.replace('message', 'text').replace('by-hand-1', 'other'), url)
    ).toMatchObject({
      status: 422
    })
  })
})

describe('the gateway of the book', () => {
  it('takes a campaign, all of it, and passes the connection test', async () => {
    const { url, printed } = await startBookGateway()
    const contacts = contactRecords(3)
    const campaign = campaignRecord(1, { contacts: contacts.map(({ _id }) => _id) })
    const { engine, running } = await startEngine({
      contacts,
      campaigns: [campaign],
      settings: { gateways: { custom: { base_url: url, ai_call_url: `${url}/call` } } }
    })
    for (const channel of CHANNEL_IDS) {
      expect(await engine.testConnection(channel, engine.settings.value)).toMatchObject({ outcome: 'ok' })
    }
    const { deliveries } = await running.runToEnd(campaign._id)
    expect(deliveries.map(({ state }) => state)).toEqual(Array.from({ length: 9 }, () => 'sent'))
    expect(printed().match(/ to .*: Hello from campaign 1$/gm)).toHaveLength(9)
  })
})
