import { Suspense, useDeferredValue } from 'react'
import { useNavigationStore } from '../stores/navigation-store'
import { ShownPlace } from '../stores/shown-place'
import { PageErrorBoundary } from './page-error-boundary'
import { PAGE_COMPONENTS } from './pages'
import { useHeadingFocus } from './use-heading-focus'

/**
 * The page that was asked for. It is drawn in slices, so that no page makes a key or a click wait; the one before stays
 * until it is complete, its code included.
 */
export function PageOutlet() {
  const place = useDeferredValue(useNavigationStore())
  useHeadingFocus(place.visit)
  const PageComponent = PAGE_COMPONENTS[place.page]
  return (
    <ShownPlace value={place}>
      <Suspense>
        <PageErrorBoundary key={place.visit}>
          <PageComponent />
        </PageErrorBoundary>
      </Suspense>
    </ShownPlace>
  )
}
