import { create } from 'zustand'
import type { ChannelId } from '../../shared/domain/channel'
import type { DeliveryState } from '../../shared/domain/delivery'
import { type Page, PAGES } from '../../shared/ipc/pages'
import type { SettingsSectionId } from './settings-sections'

/** Ctrl+1 is the first page, and there are nine such keys. */
const DIGITS = 9

/** The digit that opens a page together with Ctrl; null beyond the nine: Ctrl+0 is the zoom's. */
export const digitOf = (page: Page): number | null => {
  const place = PAGES.indexOf(page) + 1
  return place <= DIGITS ? place : null
}

const REMEMBERED = 'loa.page'

const rememberedPage = (): Page => {
  const page = localStorage.getItem(REMEMBERED)
  return PAGES.find((known) => known === page) ?? 'overview'
}

/**
 * What the Contacts page shows besides one contact. `add` is the list with the form for a new contact, `suppress` the
 * import of people who must not be contacted.
 */
export type ContactsView = 'list' | 'add' | 'import' | 'suppress' | 'duplicates'

export interface Place {
  readonly page: Page
  /** The campaign whose editor the Campaigns page should open. */
  readonly campaign_id: string | null
  /** The run that the Runs page should open, when another page sent the operator there. */
  readonly run_id: string | null
  /** The deliveries of that run that should be shown first. */
  readonly run_state: DeliveryState | null
  /** The channel of the delivery to `contact_id` that the Runs page should open in its run. */
  readonly run_channel: ChannelId | null
  /** The contact that the Contacts page should open. */
  readonly contact_id: string | null
  readonly contacts_view: ContactsView
  /** The section that the Settings page should go to; another object each time it is asked for. */
  readonly settings_section: { readonly id: SettingsSectionId } | null
  /** Counts up with every visit, so that choosing the page that is shown starts it afresh. */
  readonly visit: number
}

export const useNavigationStore = create<Place>(() => ({
  page: rememberedPage(),
  campaign_id: null,
  run_id: null,
  run_state: null,
  run_channel: null,
  contact_id: null,
  contacts_view: 'list',
  settings_section: null,
  visit: 0
}))

let mayLeave: (() => Promise<boolean>) | null = null
/** The question is open: a second key stroke must not ask it again. */
let asking = false

/** A page with unsaved input asks here before the operator goes elsewhere. Returns the function that ends it. */
export function guardLeaving(ask: () => Promise<boolean>): () => void {
  mayLeave = ask
  return () => {
    if (mayLeave === ask) mayLeave = null
  }
}

/** Where on the page the operator wants to be. */
export interface PageTarget {
  /** A campaign's id; `new` is one that is to be made. */
  readonly campaign_id?: string
  readonly run_id?: string
  readonly state?: DeliveryState
  readonly contact_id?: string
  /** With `run_id` and `contact_id`: one delivery. */
  readonly channel?: ChannelId
  readonly contacts_view?: ContactsView
  readonly settings_section?: SettingsSectionId
}

/** Opens a page, unless the page that is shown holds unsaved input and the operator stays. */
export async function openPage(page: Page, target: PageTarget = {}): Promise<void> {
  if (asking) return
  if (mayLeave !== null) {
    asking = true
    const free = await mayLeave().finally(() => (asking = false))
    if (!free) return
  }
  localStorage.setItem(REMEMBERED, page)
  useNavigationStore.setState(({ visit }) => ({
    page,
    campaign_id: target.campaign_id ?? null,
    run_id: target.run_id ?? null,
    run_state: target.state ?? null,
    run_channel: target.channel ?? null,
    contact_id: target.contact_id ?? null,
    contacts_view: target.contacts_view ?? 'list',
    settings_section: target.settings_section === undefined ? null : { id: target.settings_section },
    visit: visit + 1
  }))
}

/** Goes to a section of the settings. Where they are shown already, what is unsaved there stays. */
export async function openSettingsSection(id: SettingsSectionId): Promise<void> {
  if (useNavigationStore.getState().page !== 'settings') return openPage('settings', { settings_section: id })
  useNavigationStore.setState({ settings_section: { id } })
}
