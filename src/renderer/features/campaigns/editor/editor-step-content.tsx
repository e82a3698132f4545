import type { CampaignView } from '../../../../shared/ipc/views'
import type { CampaignForm } from '../campaign-form'
import type { Problem } from './problems'
import { AudienceStep } from './step-audience'
import { ChannelsStep } from './step-channels'
import { LimitsStep } from './step-limits'
import { MessageStep } from './step-message'
import { ReviewStep } from './step-review'
import { ScheduleStep } from './step-schedule'
import type { EditorStep } from './steps'
import type { Preview } from './use-schedule-preview'
import type { Saving } from './use-saving'

interface EditorStepContentProps {
  readonly step: EditorStep
  readonly form: CampaignForm
  readonly saved: CampaignView | null
  readonly saving: Saving
  readonly preview: Preview
  readonly problems: readonly Problem[]
  /** The operator has just come here by choice. */
  readonly takesFocus: boolean
  /** Changes when the form was filled anew: dates and times keep what is half typed to themselves. */
  readonly fill: number
  readonly onProblem: (problem: Problem) => void
  readonly onActivated: () => void
}

/** The step that is shown. */
export function EditorStepContent(props: EditorStepContentProps) {
  const { step, form, saved, saving, preview, problems, takesFocus, fill, onProblem, onActivated } = props
  const shared = { form, takesFocus }
  switch (step) {
    case 'message':
      return <MessageStep {...shared} />
    case 'audience':
      return <AudienceStep {...shared} />
    case 'channels':
      return <ChannelsStep {...shared} />
    case 'schedule':
      return <ScheduleStep key={fill} {...shared} preview={preview} />
    case 'limits':
      return <LimitsStep {...shared} />
    case 'review':
      return (
        <ReviewStep
          {...shared}
          saved={saved}
          saving={saving}
          problems={problems}
          onProblem={onProblem}
          onActivated={onActivated}
        />
      )
  }
}
