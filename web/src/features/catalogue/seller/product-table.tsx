import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { categoryById } from '#shared/catalogue/categories.ts'
import type { SellerProductLine } from '#shared/catalogue/views.ts'
import { inLocale } from '#shared/text.ts'
import { paths, type ShopPlace } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { classes } from '#web/src/ui/class-names.ts'
import { dateText } from '#web/src/ui/date.tsx'
import { Link, useGo } from '#web/src/ui/link.tsx'
import { Money } from '#web/src/ui/money.tsx'
import { Picture } from '#web/src/ui/picture.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { type StateTone, StateWord } from '#web/src/ui/state-word.tsx'
import table from '#web/src/ui/table.module.css'
import style from './product-table.module.css'
import { goodsTexts } from './texts.ts'
import type { Deed } from './use-product-deeds.ts'

const tones: Record<SellerProductLine['status'], StateTone> = {
  listed: 'ok',
  in_review: 'go',
  sent_back: 'bad',
  draft: 'idle',
  withdrawn: 'hold',
}

type TableProps = {
  place: ShopPlace
  products: readonly SellerProductLine[]
  selected: ReadonlySet<string>
  onSelect: (ids: ReadonlySet<string>) => void
  onDeed: (deed: Deed, product: SellerProductLine) => void
}

/** Products of the shop, one a line, with what may be done with each now. */
export function ProductTable({ place, products, selected, onSelect, onDeed }: TableProps) {
  const t = useTexts(goodsTexts)
  const all = products.length > 0 && products.every((product) => selected.has(product.id))
  return (
    <div className={table.scroll}>
      <table className={classes(table.table, style.products)}>
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                aria-label={t('select.all')}
                checked={all}
                onChange={() => onSelect(all ? new Set() : new Set(products.map((product) => product.id)))}
              />
            </th>
            <th scope="col">{t('col.goods')}</th>
            <th scope="col">{t('col.category')}</th>
            <th scope="col" data-number>
              {t('col.price')}
            </th>
            <th scope="col" data-number>
              {t('col.moq')}
            </th>
            <th scope="col" data-number>
              {t('col.skus')}
            </th>
            <th scope="col" data-number>
              {t('col.stock')}
            </th>
            <th scope="col">{t('col.state')}</th>
            <th scope="col">{t('col.updated')}</th>
            <th scope="col" data-number>
              {t('col.act')}
            </th>
          </tr>
        </thead>
        <tbody>
          {products.map((product) => (
            <Row
              key={product.id}
              place={place}
              product={product}
              selected={selected.has(product.id)}
              onSelect={() => onSelect(toggled(selected, product.id))}
              onDeed={onDeed}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}

type RowProps = {
  place: ShopPlace
  product: SellerProductLine
  selected: boolean
  onSelect: () => void
  onDeed: TableProps['onDeed']
}

function Row({ place, product, selected, onSelect, onDeed }: RowProps) {
  const t = useTexts(goodsTexts)
  const locale = useLocale()
  const title = inLocale(product.title, locale)
  const category = categoryById(product.categoryId)
  const { lowest, highest } = product
  return (
    <tr data-on={selected || undefined}>
      <td className={style.check}>
        <input
          type="checkbox"
          aria-label={t('select.one', { name: title })}
          checked={selected}
          onChange={onSelect}
        />
      </td>
      <td className={style.goods}>
        <div>
          <Picture
            mediaId={product.mediaId}
            alt=""
            sizes="32px"
            width={32}
            height={40}
            className={style.picture ?? ''}
          />
          <span>
            <Link to={paths.editProduct(place, product.id)} title={title}>
              {title}
            </Link>
            <small>{product.styleNo}</small>
          </span>
        </div>
      </td>
      <td className={style.category}>
        {category === undefined ? product.categoryId : inLocale(category.name, locale)}
      </td>
      <td data-number className={style.price}>
        <Money value={lowest} />
        {highest.amount > lowest.amount && (
          <>
            –<Money value={highest} />
          </>
        )}
      </td>
      <td data-number className={style.desk}>
        {count(product.moq)}
      </td>
      <td data-number className={style.desk}>
        {count(product.skuCount)}
      </td>
      <td data-number className={style.stock}>
        {product.available === 0 ? (
          <span className={style.out}>{t('stock.none')}</span>
        ) : (
          count(product.available)
        )}
      </td>
      <td className={style.state}>
        <StateWord tone={tones[product.status]}>{t(`state.${product.status}`)}</StateWord>
        {product.change !== null && <small>{t(`change.${product.change}`)}</small>}
        {product.remarkCount > 0 && <small>{t('remarks', { count: product.remarkCount })}</small>}
      </td>
      <td className={style.desk}>{dateText(product.updatedAt, locale)}</td>
      <td data-number className={style.acts}>
        <span>
          {product.actions.includes('edit') && (
            <Link to={paths.editProduct(place, product.id)}>{t('act.edit')}</Link>
          )}
          {product.actions.includes('stock') && (
            <Link to={paths.productStock(place, product.id)}>{t('act.stock')}</Link>
          )}
          <MoreActions place={place} product={product} onDeed={onDeed} />
        </span>
      </td>
    </tr>
  )
}

function MoreActions({ place, product, onDeed }: Pick<RowProps, 'place' | 'product' | 'onDeed'>) {
  const t = useTexts(goodsTexts)
  const go = useGo()
  const deeds = (['submit', 'withdraw', 'relist', 'delete'] as const).filter((deed) =>
    product.actions.includes(deed),
  )
  return (
    <Menu position="bottom-end" width={180} radius={8}>
      <Menu.Target>
        <button type="button" className={style.more} aria-label={`${t('act.more')}：${product.styleNo}`}>
          <IconDots size={16} stroke={1.8} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {deeds.map((deed) => (
          <Menu.Item key={deed} onClick={() => onDeed(deed, product)}>
            {t(`act.${deed}`)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => void go(paths.newProduct(place, { copy: product.id }))}>
          {t('act.copy')}
        </Menu.Item>
        {product.status === 'listed' && (
          <Menu.Item onClick={() => void go(paths.product(place.market, product.id))}>
            {t('act.view')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
