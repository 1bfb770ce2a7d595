import { useTexts } from '#web/src/texts/texts.ts'
import field from '#web/src/ui/field.module.css'
import { CheckField } from '#web/src/ui/field.tsx'
import { NumberBox } from '#web/src/ui/number-box.tsx'
import style from './editor.module.css'
import { useEditor } from './editor-context.ts'
import { Slot } from './slot.tsx'
import { editorTexts } from './texts.ts'

/** When it leaves, where it comes from, what customs call it. */
export function SupplySection() {
  const t = useTexts(editorTexts)
  const { draft, change, locked } = useEditor()
  const { origin } = draft
  return (
    <>
      <div className={style.grid3}>
        <Slot pointer="/leadTimeDays" label={t('leadTime')} required hint={t('leadTime.hint')}>
          {(linked) => (
            <NumberBox
              {...linked}
              className={field.control}
              value={draft.leadTimeDays}
              onChange={(leadTimeDays) => change({ leadTimeDays })}
            />
          )}
        </Slot>
        <Slot pointer="/origin/place" label={t('origin.place')} hint={t('origin.place.hint')}>
          {(linked) => (
            <input
              {...linked}
              className={field.control}
              maxLength={60}
              value={origin.place.zh}
              onChange={(event) =>
                change({ origin: { ...origin, place: { ...origin.place, zh: event.target.value } } })
              }
            />
          )}
        </Slot>
        <Slot pointer="/origin/country" label={t('origin.country')} required>
          {(linked) => (
            <input
              {...linked}
              className={field.control}
              maxLength={2}
              value={origin.country}
              onChange={(event) =>
                change({ origin: { ...origin, country: event.target.value.toUpperCase() } })
              }
            />
          )}
        </Slot>
        <Slot pointer="/hsCode" label={t('hs')} hint={t('hs.hint')}>
          {(linked) => (
            <input
              {...linked}
              className={field.control}
              inputMode="numeric"
              maxLength={10}
              value={draft.hsCode ?? ''}
              onChange={(event) =>
                change({ hsCode: event.target.value.trim() === '' ? null : event.target.value.trim() })
              }
            />
          )}
        </Slot>
      </div>
      <div>
        <CheckField
          label={t('custom')}
          checked={draft.customisable}
          disabled={locked}
          onChange={(customisable) => change({ customisable })}
        />
        <p className={style.quiet}>{t('custom.hint')}</p>
      </div>
    </>
  )
}

/** What cannot be said in attributes. */
export function DescriptionSection() {
  const t = useTexts(editorTexts)
  const { draft, change } = useEditor()
  const { description } = draft
  return (
    <div className={style.grid}>
      <Slot pointer="/description" label={t('description.zh')} hint={t('description.hint')}>
        {(linked) => (
          <textarea
            {...linked}
            rows={6}
            className={field.control}
            maxLength={5000}
            value={description.zh}
            onChange={(event) => change({ description: { ...description, zh: event.target.value } })}
          />
        )}
      </Slot>
      <Slot pointer="/description/en" label={t('description.en')}>
        {(linked) => (
          <textarea
            {...linked}
            rows={6}
            className={field.control}
            maxLength={5000}
            value={description.en}
            onChange={(event) => change({ description: { ...description, en: event.target.value } })}
          />
        )}
      </Slot>
    </div>
  )
}
