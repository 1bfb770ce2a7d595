import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type ProductStatus, productStatuses } from '#shared/catalogue/product.ts'
import type { SellerProductLine } from '#shared/catalogue/views.ts'
import { inLocale } from '#shared/text.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths, type ShopPlace } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button, ButtonLink } from '#web/src/ui/button.tsx'
import { Confirm } from '#web/src/ui/dialog.tsx'
import { LinkTabs } from '#web/src/ui/link-tabs.tsx'
import { Loaded, Rows } from '#web/src/ui/loaded.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { Empty } from '#web/src/ui/states.tsx'
import table from '#web/src/ui/table.module.css'
import { ProductTable } from './product-table.tsx'
import style from './products-panel.module.css'
import { shopProductsQuery } from './queries.ts'
import { goodsTexts } from './texts.ts'
import { type Deed, useProductDeeds } from './use-product-deeds.ts'

type PanelProps = { place: ShopPlace; status: ProductStatus | undefined; q: string | undefined }
type Asked = { deed: 'withdraw' | 'delete'; products: readonly SellerProductLine[] }

const order: readonly ProductStatus[] = ['listed', 'in_review', 'sent_back', 'draft', 'withdrawn']

/** Products by where they stand, with search, and deeds for one or for all that are selected. */
export function ProductsPanel({ place, status, q }: PanelProps) {
  const t = useTexts(goodsTexts)
  const locale = useLocale()
  const { call } = usePageContext()
  const products = useInfiniteQuery(shopProductsQuery(call, place, status, q))
  const { perform, performAll, running, failed } = useProductDeeds(place)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<Asked | null>(null)
  const counts = products.data?.pages[0]?.counts
  const total =
    counts === undefined ? undefined : productStatuses.reduce((sum, key) => sum + (counts[key] ?? 0), 0)
  const items = products.data?.pages.flatMap((page) => page.items) ?? []
  const chosen = items.filter((item) => selected.has(item.id))
  const deed = (name: Deed, product: SellerProductLine) => {
    if (name === 'withdraw' || name === 'delete') return setAsked({ deed: name, products: [product] })
    perform(name, product).catch(failed)
  }
  const first = asked?.products[0]
  return (
    <Panel flush>
      <LinkTabs
        label={t('col.state')}
        chosen={status ?? 'all'}
        tabs={[
          {
            key: 'all',
            name: t('tab.all'),
            to: paths.shopProducts(place, { q }),
            ...(total === undefined ? {} : { count: total }),
          },
          ...order.map((key) => ({
            key,
            name: t(`tab.${key}`),
            to: paths.shopProducts(place, { status: key, q }),
            ...(counts === undefined ? {} : { count: counts[key] ?? 0 }),
          })),
        ]}
      />
      {(chosen.length > 0 || running !== null) && (
        <SelectionBar
          chosen={chosen}
          running={running}
          onClear={() => setSelected(new Set())}
          onSubmit={(targets) => void performAll('submit', targets)}
          onWithdraw={(targets) => setAsked({ deed: 'withdraw', products: targets })}
        />
      )}
      <Loaded query={products} waiting={<Rows count={10} height={30} />}>
        {() =>
          items.length === 0 ? (
            <NoProducts place={place} status={status} q={q} />
          ) : (
            <>
              <ProductTable
                place={place}
                products={items}
                selected={selected}
                onSelect={setSelected}
                onDeed={deed}
              />
              <div className={table.foot}>
                <span>{t('shown', { count: items.length })}</span>
                {products.hasNextPage && (
                  <Button
                    size="s"
                    busy={products.isFetchingNextPage}
                    onClick={() => void products.fetchNextPage()}
                  >
                    {t('more')}
                  </Button>
                )}
              </div>
            </>
          )
        }
      </Loaded>
      <Confirm
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={
          asked?.deed === 'delete'
            ? t('delete.title', { name: first === undefined ? '' : inLocale(first.title, locale) })
            : t('withdraw.title', { count: asked?.products.length ?? 0 })
        }
        action={asked?.deed === 'delete' ? t('act.delete') : t('act.withdraw')}
        onConfirm={async () => {
          if (asked === null || first === undefined) return
          if (asked.products.length === 1) await perform(asked.deed, first)
          else void performAll(asked.deed, asked.products)
          setSelected(new Set())
        }}
      >
        {asked?.deed === 'delete' ? t('delete.text') : t('withdraw.text')}
      </Confirm>
    </Panel>
  )
}

type BarProps = {
  chosen: readonly SellerProductLine[]
  running: { done: number; count: number } | null
  onClear: () => void
  onSubmit: (targets: readonly SellerProductLine[]) => void
  onWithdraw: (targets: readonly SellerProductLine[]) => void
}

/** What can be done with all that are selected; each button says with how many. */
function SelectionBar({ chosen, running, onClear, onSubmit, onWithdraw }: BarProps) {
  const t = useTexts(goodsTexts)
  const submittable = chosen.filter((product) => product.actions.includes('submit'))
  const withdrawable = chosen.filter((product) => product.actions.includes('withdraw'))
  if (running !== null)
    return (
      <div className={style.bar} role="status">
        <b>{t('bulk.working', running)}</b>
      </div>
    )
  return (
    <div className={style.bar}>
      <b>{t('select.count', { count: chosen.length })}</b>
      <Button size="s" disabled={submittable.length === 0} onClick={() => onSubmit(submittable)}>
        {t('bulk.submit', { count: submittable.length })}
      </Button>
      <Button size="s" disabled={withdrawable.length === 0} onClick={() => onWithdraw(withdrawable)}>
        {t('bulk.withdraw', { count: withdrawable.length })}
      </Button>
      <Button size="s" kind="quiet" onClick={onClear}>
        {t('select.clear')}
      </Button>
    </div>
  )
}

function NoProducts({ place, status, q }: PanelProps) {
  const t = useTexts(goodsTexts)
  if (q !== undefined)
    return (
      <Empty
        title={t('empty.search', { q })}
        actions={<ButtonLink to={paths.shopProducts(place)}>{t('search.clear')}</ButtonLink>}
      />
    )
  if (status !== undefined) return <Empty title={t('empty.tab')} />
  return (
    <Empty
      title={t('empty.title')}
      actions={
        <>
          <ButtonLink kind="primary" to={paths.newProduct(place)}>
            {t('new')}
          </ButtonLink>
          <ButtonLink to={paths.imports(place)}>{t('import')}</ButtonLink>
        </>
      }
    >
      {t('empty.text')}
    </Empty>
  )
}
