import type { CategoryNode, ProductDocument } from '#shared/catalogue/views.ts'
import type { MarketSummary } from '#shared/markets/shapes.ts'
import type { ShopView } from '#shared/shops/shapes.ts'
import { inLocale } from '#shared/text.ts'
import { priceRange } from './features/catalogue/price.ts'
import type { Market } from './features/markets/queries.ts'
import type { PageHead } from './head.ts'
import type { PageContext } from './page-context.ts'
import { inLanguage, paths } from './paths.ts'
import { headTexts } from './shell/texts.ts'
import { say } from './texts/texts.ts'

/** Title and description of the list of markets. */
export function marketsHead(context: PageContext, items: readonly MarketSummary[]): PageHead {
  const t = say(context, headTexts)
  return {
    title: t('markets.title'),
    description: t('markets.description', {
      names: items.map((one) => inLocale(one.name, context.locale)).join(', '),
    }),
    path: paths.markets(),
  }
}

export function homeHead(context: PageContext, market: Market): PageHead {
  const t = say(context, headTexts)
  const name = inLocale(market.name, context.locale)
  const total = market.categories.filter((one) => one.leaf).reduce((sum, one) => sum + one.count, 0)
  return {
    title: t('home.title', { market: name, tagline: inLocale(market.tagline, context.locale) }),
    description: t('home.description', {
      market: name,
      cluster: inLocale(market.cluster.name, context.locale),
      products: total,
    }),
    path: paths.home(market.slug),
    data: [
      {
        '@type': 'WebSite',
        name,
        url: context.origin + inLanguage(context.locale, paths.home(market.slug)),
        potentialAction: {
          '@type': 'SearchAction',
          target: `${context.origin}${inLanguage(context.locale, paths.search(market.slug))}?q={query}`,
          'query-input': 'required name=query',
        },
      },
    ],
  }
}

/** Result pages carry no canonical address: they are endless, and search engines should find the goods themselves. */
export function searchHead(context: PageContext, market: Market, q: string | undefined): PageHead {
  const t = say(context, headTexts)
  const name = inLocale(market.name, context.locale)
  return { title: q ? t('search.title', { q, market: name }) : t('search.all', { market: name }) }
}

export function categoryHead(context: PageContext, market: Market, category: CategoryNode): PageHead {
  const t = say(context, headTexts)
  const names = {
    category: inLocale(category.name, context.locale),
    market: inLocale(market.name, context.locale),
  }
  return {
    title: t('category.title', names),
    description: t('category.description', { ...names, count: category.count }),
    path: paths.category(market.slug, category.id),
  }
}

export function productHead(context: PageContext, market: Market, product: ProductDocument): PageHead {
  const t = say(context, headTexts)
  const { locale, origin } = context
  const title = inLocale(product.title, locale)
  const { low, high } = priceRange(product)
  const main = product.media[0]
  return {
    title: t('product.title', { title, market: inLocale(market.name, locale) }),
    description: inLocale(product.description, locale).slice(0, 150),
    path: paths.product(market.slug, product.id),
    ...(main === undefined ? {} : { image: paths.media(main.id, 800) }),
    data: [
      {
        '@type': 'Product',
        name: title,
        sku: product.styleNo,
        category: inLocale(product.category.name, locale),
        image: product.media.slice(0, 4).map((one) => origin + paths.media(one.id, 800)),
        offers: {
          '@type': 'AggregateOffer',
          priceCurrency: product.currency,
          lowPrice: low,
          highPrice: high,
          offerCount: product.skus.length,
          availability: product.skus.some((sku) => sku.available > 0)
            ? 'https://schema.org/InStock'
            : 'https://schema.org/OutOfStock',
          seller: { '@type': 'Organization', name: inLocale(product.shop.name, locale) },
        },
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: product.category.path.map((one, index) => ({
          '@type': 'ListItem',
          position: index + 1,
          name: inLocale(one.name, locale),
          item: origin + inLanguage(locale, paths.category(market.slug, one.id)),
        })),
      },
    ],
  }
}

export function shopHead(context: PageContext, market: Market, shop: ShopView): PageHead {
  const t = say(context, headTexts)
  const names = { shop: inLocale(shop.name, context.locale), market: inLocale(market.name, context.locale) }
  return {
    title: t('shop.title', names),
    description: inLocale(shop.introduction, context.locale).slice(0, 150),
    path: paths.shop(market.slug, shop.id),
    data: [
      {
        '@type': 'Organization',
        name: shop.licence?.legalName ?? names.shop,
        ...(shop.licence?.creditCode ? { taxID: shop.licence.creditCode } : {}),
      },
    ],
  }
}

export function aboutHead(context: PageContext, market: Market): PageHead {
  const t = say(context, headTexts)
  const name = inLocale(market.name, context.locale)
  return {
    title: t('about.title', { market: name }),
    description: t('about.description', { market: name }),
    path: paths.about(market.slug),
  }
}
