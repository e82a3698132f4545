import type { ShownPlace } from '../../shared/ipc/desktop'
import { fail, ok } from '../../shared/result'
import type { LoginStart } from '../login/autostart-file'
import type { QuitQuestion } from '../quit/quit-question'
import type { Handlers } from './register-calls'

/** What the window has to do with the desktop around it. */
export interface DesktopParts {
  readonly login: LoginStart
  readonly quitQuestion: QuitQuestion
  /** The window shows this now, and listens. */
  readonly onShown: (place: ShownPlace) => void
}

type DesktopCalls = 'getStartAtLogin' | 'setStartAtLogin' | 'noteShown' | 'answerQuit'

export const desktopHandlers = ({
  login,
  quitQuestion,
  onShown
}: DesktopParts): Pick<Handlers, DesktopCalls> => ({
  getStartAtLogin: async () => ok({ on: await login.isOn() }),
  setStartAtLogin: async (on) => {
    try {
      await login.set(on)
      // As the system has it now, which may be another answer than was asked for.
      return ok({ on: await login.isOn() })
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      return fail({ code: 'login_start_refused', params: { detail: code ?? message } })
    }
  },
  noteShown: (place) => {
    onShown(place)
    return ok(null)
  },
  answerQuit: (answer) => {
    quitQuestion.answer(answer)
    return ok(null)
  }
})
