import { Suspense, useDeferredValue } from 'react'
import { useNavigationStore } from '../stores/navigation-store'
import { ShownPlace } from '../stores/shown-place'
import { PageErrorBoundary } from './page-error-boundary'
import { PAGE_COMPONENTS } from './pages'
import { useHeadingFocus } from './use-heading-focus'
import classes from './shell.module.css'

/**
 * The page that was asked for. It is drawn in slices, so that no page makes a key or a click wait; the one before stays
 * until it is complete, its code included. It takes no input meanwhile: what is typed into a page that was left would be lost.
 */
export function PageOutlet() {
  const asked = useNavigationStore()
  const place = useDeferredValue(asked)
  useHeadingFocus(place.visit)
  const PageComponent = PAGE_COMPONENTS[place.page]
  return (
    <ShownPlace value={place}>
      <div className={classes['page']} inert={asked.visit !== place.visit}>
        <Suspense>
          <PageErrorBoundary key={place.visit}>
            <PageComponent />
          </PageErrorBoundary>
        </Suspense>
      </div>
    </ShownPlace>
  )
}
