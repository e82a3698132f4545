import { useForm, type UseFormReturnType } from '@mantine/form'
import { campaignDraftSchema } from '../../../shared/domain/campaign'
import { validateForm } from '../../ui/validate-form'
import { type CampaignFormValues, draftOf } from './campaign-values'

export type CampaignForm = UseFormReturnType<CampaignFormValues>

const issues = validateForm(campaignDraftSchema)

/** The form, checked by the contract's own schema: a field says what is wrong when it is left, and when saving. */
export const useCampaignForm = (initialValues: CampaignFormValues): CampaignForm =>
  useForm<CampaignFormValues>({
    initialValues,
    validateInputOnBlur: true,
    validate: (values) => issues(draftOf(values))
  })
