import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

// The floor of every row about windows: what Electron and one page of React cost before there is an app.

const lines = Array.from({ length: 20 }, (_, number) => createElement('p', { key: number }, `Line ${number}`))
const page = createElement('main', null, createElement('h1', null, 'A page'), ...lines)
createRoot(document.body.appendChild(document.createElement('div'))).render(page)
