/** electron-vite builds a script of its own from what is imported like this, and gives its path. */
declare module '*?modulePath' {
  const path: string
  export default path
}
