import type { ComponentProps } from 'react'
import { useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { Sheet } from '#web/src/ui/drawer.tsx'
import { filterCount, withoutFilters } from './choice.ts'
import { Facets } from './facets.tsx'
import { searchTexts } from './texts.ts'
import { type Total, totalText } from './total.ts'

/** The filters on a phone. Each tap counts at once: the button says how many goods are left. */
export function FilterSheet({
  opened,
  onClose,
  total,
  ...facets
}: ComponentProps<typeof Facets> & { opened: boolean; onClose: () => void; total: Total }) {
  const t = useTexts(searchTexts)
  const filters = filterCount(facets.choice)
  return (
    <Sheet
      opened={opened}
      onClose={onClose}
      title={t('filter')}
      closeLabel={t('filter.cancel')}
      footer={
        <>
          <Button
            size="l"
            disabled={filters === 0}
            onClick={() => facets.change(withoutFilters(facets.choice))}
          >
            {filters === 0 ? t('clear') : t('filter.clear', { count: filters })}
          </Button>
          <Button kind="primary" size="l" wide onClick={onClose}>
            {t('filter.show', { total: totalText(total) })}
          </Button>
        </>
      }
    >
      <Facets {...facets} />
    </Sheet>
  )
}
