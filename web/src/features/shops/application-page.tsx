import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createOrganisation } from '#shared/accounts/contract.ts'
import { submitApplication } from '#shared/shops/contract.ts'
import type { ApplicationView } from '#shared/shops/shapes.ts'
import { inLocale } from '#shared/text.ts'
import form from '#web/src/features/accounts/form.module.css'
import { myApplicationsQuery, organisationsQuery } from '#web/src/features/accounts/queries.ts'
import type { Market } from '#web/src/features/markets/queries.ts'
import { useCall } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { dateText } from '#web/src/ui/date.tsx'
import { RadioCards, TextField } from '#web/src/ui/field.tsx'
import { useGo } from '#web/src/ui/link.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { Facts } from '#web/src/ui/panel.tsx'
import { Placeholder } from '#web/src/ui/states.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { useToast } from '#web/src/ui/toasts.tsx'
import { failureText, useForm } from '#web/src/ui/use-form.ts'
import style from './application-page.module.css'
import { ApplicationStatusPage } from './application-status.tsx'
import { ApplicationStep } from './application-step.tsx'
import { applicationTexts } from './application-texts.ts'
import { IdentityForm } from './identity-form.tsx'
import { LicenceUpload } from './licence-upload.tsx'
import { applicationQuery, identityQuery } from './queries.ts'
import { ShopForm } from './shop-form.tsx'

const over = new Set(['refused', 'withdrawn'])
const waiting = new Set(['submitted', 'verified'])
const decisionPollMs = 15_000

/** Applying for a shop: the form while it is a draft or was sent back, else how it stands. `asked`: one application by its id, or `new`. */
export function ApplicationPage({ market, asked }: { market: Market; asked: string | undefined }) {
  const call = useCall()
  const { data: mine } = useQuery(myApplicationsQuery(call))
  const here = (mine?.items ?? []).filter((one) => one.marketSlug === market.slug)
  const id = asked === 'new' ? undefined : (asked ?? here.find((one) => !over.has(one.status))?.id)
  const { data: application } = useQuery({
    ...applicationQuery(call, market.slug, id ?? ''),
    enabled: id !== undefined,
    // Whoever keeps the page open while the office decides sees the decision come in.
    refetchInterval: ({ state }) => (waiting.has(state.data?.status ?? '') ? decisionPollMs : false),
  })
  if (mine === undefined || (id !== undefined && application === undefined))
    return <Placeholder height={320} />
  if (
    application !== undefined &&
    id !== undefined &&
    !application.actions.includes('edit') &&
    application.status !== 'draft'
  )
    return <ApplicationStatusPage market={market} application={application} />
  return <ApplicationForm market={market} application={id === undefined ? null : (application ?? null)} />
}

const steps = ['organisation', 'identity', 'licence', 'shop', 'submit'] as const
type Step = (typeof steps)[number]

function ApplicationForm({ market, application }: { market: Market; application: ApplicationView | null }) {
  const t = useTexts(applicationTexts)
  const locale = useLocale()
  const call = useCall()
  const queryClient = useQueryClient()
  const [chosen, setChosen] = useState<string | null>(application?.organisationId ?? null)
  const { data: identity } = useQuery({ ...identityQuery(call, chosen ?? ''), enabled: chosen !== null })
  const [opened, setOpened] = useState<Step | null>(null)
  const licences = identity?.documents.filter((document) => document.kind === 'business_licence') ?? []
  const done: Record<Step, boolean> = {
    organisation: chosen !== null,
    identity: identity?.identity != null,
    licence: licences.length > 0,
    shop: application !== null,
    submit: false,
  }
  const now = opened ?? steps.find((step) => !done[step]) ?? 'submit'
  const saved = (fresh: ApplicationView) => {
    queryClient.setQueryData(['application', market.slug, fresh.id], fresh)
    void queryClient.invalidateQueries({ queryKey: ['applications', 'mine'] })
    setOpened('submit')
  }
  const stepProps = (step: Step) => ({
    no: steps.indexOf(step) + 1,
    title: t(`step.${step}`),
    state: step === now ? ('now' as const) : done[step] ? ('done' as const) : ('ahead' as const),
    onEdit: step === 'organisation' && application !== null ? undefined : () => setOpened(step),
  })
  const stated = identity?.identity
  return (
    <div className={style.page}>
      <h1>{t('title')}</h1>
      <p className={style.lead}>{t('lead', { market: inLocale(market.name, locale) })}</p>
      {application?.status === 'returned' && <Returned application={application} />}
      <ApplicationStep {...stepProps('organisation')} summary={<OrganisationName id={chosen} />}>
        <OrganisationChoice
          onChosen={(id) => {
            setChosen(id)
            setOpened(null)
          }}
        />
      </ApplicationStep>
      <ApplicationStep
        {...stepProps('identity')}
        summary={
          stated != null &&
          `${stated.legalName} · ${stated.creditCode}${identity?.creditCodeLevel === 'review' ? ` · ${t('check.look')}` : ''}`
        }
      >
        {chosen !== null && identity === undefined ? (
          <Placeholder height={200} />
        ) : (
          chosen !== null &&
          identity !== undefined && (
            <IdentityForm
              key={chosen}
              organisationId={chosen}
              identity={identity}
              onSaved={(fresh) => {
                queryClient.setQueryData(['identity', chosen], fresh)
                setOpened(licences.length > 0 && application !== null ? 'submit' : 'licence')
              }}
            />
          )
        )}
      </ApplicationStep>
      <ApplicationStep
        {...stepProps('licence')}
        summary={
          licences[0] &&
          t('licence.kept', { size: '', date: dateText(licences[0].uploadedAt, locale) }).replace(
            /^ ?· ?/,
            '',
          )
        }
      >
        {chosen !== null && (
          <>
            <LicenceUpload organisationId={chosen} licences={licences} />
            {licences.length > 0 && (
              <Button
                kind="primary"
                className={style.next}
                onClick={() => setOpened(application === null ? 'shop' : 'submit')}
              >
                {t('next')}
              </Button>
            )}
          </>
        )}
      </ApplicationStep>
      <ApplicationStep {...stepProps('shop')} summary={application && inLocale(application.shopName, locale)}>
        {chosen !== null && (
          <ShopForm market={market} organisationId={chosen} application={application} onSaved={saved} />
        )}
      </ApplicationStep>
      <ApplicationStep {...stepProps('submit')}>
        {application !== null && stated != null && (
          <Submit
            market={market}
            application={application}
            legalName={stated.legalName}
            creditCode={stated.creditCode}
          />
        )}
      </ApplicationStep>
    </div>
  )
}

function Returned({ application }: { application: ApplicationView }) {
  const t = useTexts(applicationTexts)
  const locale = useLocale()
  const last = application.moves.findLast((move) => move.to === 'returned')
  if (last === undefined) return null
  return (
    <Note tone="gold">
      <b>{t('returned.title')}</b>
      <p style={{ whiteSpace: 'pre-line' }}>{last.reason}</p>
      <small>{t('returned.by', { date: dateText(last.at, locale, 'minute'), by: last.by })}</small>
    </Note>
  )
}

function OrganisationName({ id }: { id: string | null }) {
  const locale = useLocale()
  const { data } = useQuery(organisationsQuery(useCall()))
  const found = data?.items.find((one) => one.id === id)
  return found === undefined ? null : inLocale(found.name, locale)
}

/** The enterprise that applies: one the person leads, or a new one. */
function OrganisationChoice({ onChosen }: { onChosen: (organisationId: string) => void }) {
  const t = useTexts(applicationTexts)
  const locale = useLocale()
  const call = useCall()
  const queryClient = useQueryClient()
  const { data } = useQuery(organisationsQuery(call))
  const enterprises = (data?.items ?? []).filter(
    (one) => one.kind === 'enterprise' && (one.role === 'owner' || one.role === 'manager'),
  )
  const [choice, setChoice] = useState<string | null>(null)
  const fresh = useForm({
    initial: { name: { zh: '', en: '' } },
    check: ({ name }) => ((name.zh + name.en).trim() === '' ? { '/name': t('org.name.missing') } : {}),
    send: async ({ name }) => {
      const made = await call(createOrganisation, { body: { kind: 'enterprise', name } })
      await queryClient.invalidateQueries({ queryKey: ['organisations'] })
      onChosen(made.id)
    },
  })
  if (data === undefined) return <Placeholder height={120} />
  const value = choice ?? enterprises[0]?.id ?? 'new'
  const { name } = fresh.values
  return (
    <form
      className={form.form}
      ref={fresh.ref}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (value === 'new') fresh.submit()
        else onChosen(value)
      }}
    >
      <p className={form.quiet}>{t('org.text')}</p>
      {enterprises.length > 0 && (
        <RadioCards
          legend={t('org.legend')}
          value={value}
          onChange={setChoice}
          columns={2}
          options={[
            ...enterprises.map((one) => ({ value: one.id, title: inLocale(one.name, locale) })),
            { value: 'new', title: t('org.new'), text: t('org.new.text') },
          ]}
        />
      )}
      {value === 'new' && (
        <div className={form.row}>
          <TextField
            label={t('org.name')}
            maxLength={80}
            value={name.zh}
            onChange={(zh) => fresh.change({ name: { ...name, zh } })}
            error={fresh.errorAt('/name') ?? fresh.errorAt('/name/zh')}
          />
          <TextField
            label={t('org.name.en')}
            optional
            maxLength={80}
            value={name.en}
            onChange={(en) => fresh.change({ name: { ...name, en } })}
            error={fresh.errorAt('/name/en')}
          />
        </div>
      )}
      {fresh.message !== '' && (
        <Note tone="rust" live>
          {fresh.message}
        </Note>
      )}
      <div className={form.actions}>
        <Button kind="primary" type="submit" busy={fresh.busy}>
          {t('next')}
        </Button>
      </div>
    </form>
  )
}

/** Everything once more, who decides, and the button. */
function Submit({
  market,
  application,
  legalName,
  creditCode,
}: {
  market: Market
  application: ApplicationView
  legalName: string
  creditCode: string
}) {
  const t = useTexts(applicationTexts)
  const words = useTexts(uiTexts)
  const locale = useLocale()
  const call = useCall()
  const go = useGo()
  const toast = useToast()
  const queryClient = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const office = officeOf(market)
  const submit = async () => {
    setBusy(true)
    setFailure('')
    try {
      const fresh = await call(submitApplication, {
        params: { market: market.slug, applicationId: application.id },
      })
      queryClient.setQueryData(['application', market.slug, fresh.id], fresh)
      void queryClient.invalidateQueries({ queryKey: ['applications', 'mine'] })
      toast({ text: t('submit.done') })
      await go(paths.openShop(market.slug, { application: fresh.id }), { replace: true })
    } catch (error) {
      setFailure(failureText(error, words))
      setBusy(false)
    }
  }
  const names = market.categories
    .filter((one) => application.categoryIds.includes(one.id))
    .map((one) => inLocale(one.name, locale))
  return (
    <div className={form.form}>
      <Facts
        rows={[
          [t('summary.organisation'), legalName],
          [
            t('summary.code'),
            <span key="code" className="num">
              {creditCode}
            </span>,
          ],
          [t('summary.shop'), inLocale(application.shopName, locale)],
          [t('summary.categories'), names.join(locale === 'zh' ? '、' : ', ')],
          [t('summary.contact'), `${application.contactName} ${application.contactPhone}`],
          application.boothWish === '' ? null : [t('summary.booth'), application.boothWish],
        ]}
      />
      <p className={form.quiet}>
        {t('submit.text')} {office !== '' && t('submit.office', { office })}
      </p>
      {failure !== '' && (
        <Note tone="rust" live>
          {failure}
        </Note>
      )}
      <div className={form.actions}>
        <Button kind="primary" size="l" busy={busy} onClick={() => void submit()}>
          {t(application.status === 'returned' ? 'submit.again' : 'submit.go')}
        </Button>
      </div>
    </div>
  )

  function officeOf({ powers, parties }: Market): string {
    const holders =
      powers
        .find((one) => one.power === 'admit_shops')
        ?.holders.flatMap((holder) => holder.organisationIds) ?? []
    const party = parties.find((one) => holders.includes(one.organisationId))
    return party === undefined ? '' : inLocale(party.name, locale)
  }
}
