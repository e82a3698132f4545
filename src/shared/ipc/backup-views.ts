/** Where a copy of everything comes from: written every day, or before something older was put back. */
export type BackupKind = 'daily' | 'before_restore'

/** A copy of everything. `by_hand`: the operator had it written, somewhere else. */
export interface BackupCopy {
  readonly path: string
  readonly name: string
  readonly kind: BackupKind | 'by_hand'
  /** When it was written. */
  readonly at: string
  readonly size_bytes: number
}

/** The copies, newest first, and where Loa writes those that it makes by itself. */
export interface BackupCopies {
  readonly folder: string
  readonly copies: readonly BackupCopy[]
}

/** What is being written or read, and how much of it is done, 0 to 1; null when it is over. */
export type BackupProgress = {
  readonly work: 'backup' | 'check' | 'export'
  readonly share: number
} | null

/** How many of a kind a restore brings, takes away and changes. */
export interface RestoreChange {
  readonly added: number
  readonly removed: number
  readonly changed: number
}

/** What putting a backup back would change. Nothing has been changed yet. */
export interface RestorePreview {
  /** What `restore` is asked with. */
  readonly check_id: string
  readonly file: string
  /** When the backup was made, and by which Loa. */
  readonly made_at: string
  readonly app_version: string
  readonly contacts: RestoreChange & { readonly now: number; readonly then: number }
  /** Campaigns by name. */
  readonly campaigns: {
    readonly added: readonly string[]
    readonly removed: readonly string[]
    readonly changed: readonly string[]
  }
  /** The settings that would be others, by their names in the file. */
  readonly settings: readonly string[]
  readonly runs: {
    /** Runs of the backup that are not here now. */
    readonly added: number
    /** Runs that only exist now: they stay. */
    readonly kept: number
    /** Runs that are not finished: what of them is open becomes unknown. */
    readonly open: number
  }
  /** Addresses that must not be contacted now and that the backup does not know: they stay. */
  readonly marks_kept: number
  /** People who were erased since: they are erased again. */
  readonly erased_again: number
}

/** What erasing somebody would do. */
export interface ErasurePlan {
  readonly contact_id: string
  readonly name: string
  readonly runs: number
  /** Campaigns with an open run that the person is in: it is waited for. */
  readonly waits_for: readonly string[]
  /** Others in the list who share an address. They stay, and are not contacted there either. */
  readonly sharing: readonly string[]
  /** Campaigns and templates whose own words name the person; they are left as they are. */
  readonly mentioned_in: readonly string[]
  /** What Loa has written elsewhere and may name the person. */
  readonly files: readonly ExportedFile[]
  /** Copies of everything that still hold the person, until they are removed by age. */
  readonly backups: readonly BackupCopy[]
  readonly keep_days: number
}

/** A file or a folder that Loa has written for the operator. */
export interface ExportedFile {
  readonly path: string
  readonly at: string
}

/** Somebody who was erased, or will be once a run is over. */
export interface ErasureView {
  readonly _id: string
  readonly asked_at: string
  /** Null while it waits. */
  readonly done_at: string | null
  readonly waits_for: readonly string[]
}
