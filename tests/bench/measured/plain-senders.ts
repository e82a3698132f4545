import got from 'got'
import { Agent, request } from 'node:http'
import { nameOf, phoneOf } from '../sample-list'

/** Sends so many messages, so many side by side, and resolves when all are answered. */
export type Sender = (url: string, messages: number, parallel: number) => Promise<void>

const payloadOf = (number: number) => ({
  phone_numbers: [phoneOf(number)],
  message: `Xin chào ${nameOf(number)}`
})

const headersOf = (number: number) => ({
  'idempotency-key': `000000000000000000ca0001_manual_1.${number}.whatsapp`,
  accept: 'application/json',
  'accept-encoding': 'identity'
})

/** Floor: nothing but Node. */
export const rawSender: Sender = async (url, messages, parallel) => {
  const agent = new Agent({ keepAlive: true, maxSockets: parallel })
  const { hostname, port } = new URL(url)
  const options = { hostname, port, path: '/whatsapp/send', method: 'POST', agent }
  await sideBySide(messages, parallel, (number) => {
    const body = JSON.stringify(payloadOf(number))
    const headers = {
      ...headersOf(number),
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body)
    }
    return new Promise<void>((resolve, reject) => {
      const sent = request({ ...options, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => (text += part))
        response.on('end', () => {
          JSON.parse(text)
          resolve()
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })
  })
  agent.destroy()
}

const gotOn = (agent: Agent) =>
  got.extend({ agent: { http: agent }, retry: { limit: 0 }, throwHttpErrors: false })

/** Floor: got, the next request as soon as one is answered. */
export const gotSender: Sender = async (url, messages, parallel) => {
  const agent = new Agent({ keepAlive: true, maxSockets: parallel })
  const client = gotOn(agent)
  await sideBySide(messages, parallel, async (number) => {
    await client.post(`${url}/whatsapp/send`, { json: payloadOf(number), headers: headersOf(number) }).json()
  })
  agent.destroy()
}

/** Floor: got, and whatever places became free within a millisecond are taken together. */
export const gotInBurstsSender: Sender = async (url, messages, parallel) => {
  const agent = new Agent({ keepAlive: true, maxSockets: parallel })
  const client = gotOn(agent)
  await new Promise<void>((resolve, reject) => {
    let next = 0
    let answered = 0
    let free = parallel
    let isSoon = false
    const send = async (number: number) => {
      await client
        .post(`${url}/whatsapp/send`, { json: payloadOf(number), headers: headersOf(number) })
        .json()
      answered += 1
      free += 1
      if (answered === messages) return resolve()
      if (isSoon) return
      isSoon = true
      setTimeout(burst, 1)
    }
    const burst = () => {
      isSoon = false
      for (; free > 0 && next < messages; free -= 1) send(next++).catch(reject)
    }
    burst()
  })
  agent.destroy()
}

async function sideBySide(
  count: number,
  parallel: number,
  work: (number: number) => Promise<void>
): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < count) await work(next++)
  }
  await Promise.all(Array.from({ length: parallel }, worker))
}
