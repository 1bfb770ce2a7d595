import { IconFileTypePdf } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { endpointUrl } from '#shared/http.ts'
import { downloadApplicationDocument } from '#shared/shops/contract.ts'
import type { ApplicationView } from '#shared/shops/shapes.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { dateText } from '#web/src/ui/date.tsx'
import { Dialog } from '#web/src/ui/dialog.tsx'
import { Placeholder } from '#web/src/ui/states.tsx'
import style from './documents.module.css'
import { admissionTexts } from './texts.ts'

type Document = NonNullable<ApplicationView['identity']>['documents'][number]
type ListProps = { market: string; application: ApplicationView }

/** Licence and other papers: pictures are shown beside the identity, so that both can be compared; other files open apart. */
export function DocumentList({ market, application }: ListProps) {
  const t = useTexts(admissionTexts)
  const locale = useLocale()
  const documents = application.identity?.documents ?? []
  if (documents.length === 0) return <p className={style.quiet}>{t('doc.none')}</p>
  return (
    <ul className={style.list}>
      {documents.map((document) => {
        const url = endpointUrl(
          downloadApplicationDocument.path,
          { market, applicationId: application.id, documentId: document.id },
          {},
        )
        const name = kindName(document.kind, t)
        return (
          <li key={document.id}>
            <p>
              <b>{name}</b>
              <span>
                {document.validUntil === null
                  ? t('doc.permanent')
                  : t('doc.validUntil', { date: dateText(document.validUntil, locale) })}
              </span>
            </p>
            {document.contentType.startsWith('image/') ? (
              <Paper url={url} document={document} name={name} />
            ) : (
              <a className={style.file} href={url} download>
                <IconFileTypePdf size={22} stroke={1.5} aria-hidden="true" />
                {t('doc.open')}
              </a>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function kindName(
  kind: string,
  t: (key: 'doc.business_licence' | 'doc.representative_id' | 'doc.authorisation' | 'doc.other') => string,
): string {
  if (kind === 'business_licence') return t('doc.business_licence')
  if (kind === 'representative_id') return t('doc.representative_id')
  return kind === 'authorisation' ? t('doc.authorisation') : t('doc.other')
}

/** A paper's picture. The server hands papers out as attachments that no page may run, so it is read and shown from memory. */
function Paper({ url, document, name }: { url: string; document: Document; name: string }) {
  const t = useTexts(admissionTexts)
  const [large, setLarge] = useState(false)
  const [source, setSource] = useState('')
  const file = useQuery({
    queryKey: ['application-document', url],
    queryFn: async () => {
      const response = await fetch(url)
      if (!response.ok) throw new Error(String(response.status))
      return new Blob([await response.arrayBuffer()], { type: document.contentType })
    },
    staleTime: 300_000,
    gcTime: 0,
  })
  const blob = file.data
  // Addresses of things in memory are handed out by the browser and have to be given back.
  useEffect(() => {
    if (blob === undefined) return
    const made = URL.createObjectURL(blob)
    setSource(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  if (file.isError) return <p className={style.quiet}>{t('doc.failed')}</p>
  if (source === '') return <Placeholder height={220} />
  return (
    <>
      <button
        type="button"
        className={style.paper}
        aria-label={`${t('doc.open')} ${name}`}
        onClick={() => setLarge(true)}
      >
        <img src={source} alt={name} />
      </button>
      <Dialog opened={large} onClose={() => setLarge(false)} title={name} wide>
        <img className={style.large} src={source} alt={name} />
      </Dialog>
    </>
  )
}
