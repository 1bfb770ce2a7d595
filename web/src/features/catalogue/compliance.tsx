import { type CompositionPart, CompositionPart as Part } from '#shared/catalogue/category.ts'
import { compositionText } from '#shared/catalogue/composition-text.ts'
import type { ProductDocument } from '#shared/catalogue/views.ts'
import { inLocale } from '#shared/text.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { dateText } from '#web/src/ui/date.tsx'
import style from './compliance.module.css'
import { productTexts } from './product-texts.ts'

/** Keys that this block says in its own words: they do not stand among the attributes again. */
export const complianceKeys: ReadonlySet<string> = new Set([
  'safety_class',
  'infant_mark',
  'composition',
  'standard',
  'neck_cord',
  'next_to_skin',
])

/** The facts of a hangtag: safety class, test report, composition per part, standard, cords. Only what the shop stated. */
export function Compliance({ product }: { product: ProductDocument }) {
  const t = useTexts(productTexts)
  const locale = useLocale()
  const value = (key: string) => product.attributes.find((one) => one.key === key)?.value
  const safety = value('safety_class')
  const parts = Part.array().safeParse(value('composition'))
  const standard = value('standard')
  const cord = value('neck_cord')
  const next = value('next_to_skin')
  const reports = product.testReports
  if (safety === undefined && !parts.success && standard === undefined && reports.length === 0) return null
  return (
    <section className={style.tag} aria-label={t('comp.plain')}>
      <Head safety={safety} infants={value('infant_mark') === true} />
      <dl>
        <dt>{t('comp.report')}</dt>
        <dd>
          {reports.length === 0 && t('comp.noReport')}
          {reports.map((report) => (
            <p key={report.id}>
              {report.mediaId === null ? (
                <span className="num">{report.number}</span>
              ) : (
                <a
                  className="link num"
                  href={paths.media(report.mediaId, 800)}
                  target="_blank"
                  rel="noreferrer"
                >
                  {report.number}
                </a>
              )}
              <small>
                {t('comp.issued', { lab: report.lab, date: dateText(report.issuedOn, locale) })}
                {report.expiresOn && ` · ${t('comp.valid', { date: dateText(report.expiresOn, locale) })}`}
              </small>
            </p>
          ))}
        </dd>
        {parts.success && (
          <>
            <dt>{t('comp.composition')}</dt>
            <dd>
              {parts.data.map((part) => (
                <Composition key={part.part} part={part} />
              ))}
            </dd>
          </>
        )}
        {typeof standard === 'string' && (
          <>
            <dt>{t('comp.standard')}</dt>
            <dd className="num">{standard}</dd>
          </>
        )}
        {typeof next === 'boolean' && (
          <>
            <dt>{t('comp.next')}</dt>
            <dd>{next ? t('comp.nextYes') : t('comp.nextNo')}</dd>
          </>
        )}
        {typeof cord === 'boolean' && (
          <>
            <dt>{t('comp.cord')}</dt>
            <dd>{cord ? t('comp.hasCord') : t('comp.noCord')}</dd>
          </>
        )}
      </dl>
    </section>
  )
}

function Head({ safety, infants }: { safety: unknown; infants: boolean }) {
  const t = useTexts(productTexts)
  const known = safety === 'A' || safety === 'B' || safety === 'C' ? safety : null
  if (known === null)
    return (
      <header>
        <b>{t('comp.plain')}</b>
      </header>
    )
  return (
    <header>
      <span className={style.letter} aria-hidden="true">
        {known}
      </span>
      <div>
        <b>{t(infants ? 'comp.infants' : 'comp.title', { class: known })}</b>
        <small>{t(`comp.${known}`)}</small>
      </div>
    </header>
  )
}

/** A part's fibres in words and as a bar. */
function Composition({ part }: { part: CompositionPart }) {
  const locale = useLocale()
  return (
    <>
      <span>{inLocale(compositionText(part), locale)}</span>
      <span className={style.mix} aria-hidden="true">
        {part.fibres.map((one) => (
          <i key={one.fibre} style={{ flexGrow: one.percent }} />
        ))}
      </span>
    </>
  )
}
