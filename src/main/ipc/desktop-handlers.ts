import type { ShownPlace } from '../../shared/ipc/desktop'
import { fail, ok } from '../../shared/result'
import type { LoginStart } from '../login/autostart-file'
import type { QuitQuestion } from '../quit/quit-question'
import type { MainWindow } from '../window/main-window'
import type { Handlers } from './answer-calls'

/** What the window has to do with the desktop around it. */
export interface DesktopParts extends Pick<MainWindow, 'answerLetGo' | 'takeLeftView'> {
  readonly login: LoginStart
  readonly quitQuestion: QuitQuestion
  /** The window shows this now, and listens. */
  readonly onShown: (place: ShownPlace) => void
  readonly onPainted: () => void
}

type DesktopCalls =
  | 'getStartAtLogin'
  | 'setStartAtLogin'
  | 'noteShown'
  | 'notePainted'
  | 'answerQuit'
  | 'answerLetGo'
  | 'takeLeftView'

export const desktopHandlers = ({
  login,
  quitQuestion,
  onShown,
  onPainted,
  answerLetGo,
  takeLeftView
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
  notePainted: () => {
    onPainted()
    return ok(null)
  },
  answerQuit: (answer) => {
    quitQuestion.answer(answer)
    return ok(null)
  },
  answerLetGo: (question, view) => {
    // Not within the call: with the window goes the page that waits for its end.
    setImmediate(() => answerLetGo(question, view))
    return ok(null)
  },
  takeLeftView: () => ok(takeLeftView())
})
