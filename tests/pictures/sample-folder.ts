import { TestFolder } from '../support/engine/data-folder'
import { sampleCampaigns } from './sample-campaigns'
import { writeSampleHistory } from './sample-history'
import { samplePeople } from './sample-people'

/** The data of a language school that has used the practice gateway for a month. Write it before the app starts. */
export async function writeSample(dataDir: string): Promise<void> {
  const folder = new TestFolder(dataDir)
  await folder.writeContacts(samplePeople)
  await folder.writeCampaigns(sampleCampaigns)
  await writeSampleHistory(folder)
}
