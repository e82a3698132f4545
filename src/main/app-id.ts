/** The app's name for Windows: without it notifications there are those of an unknown program. As in the installer. */
export const APP_ID = 'app.loa.Loa'
