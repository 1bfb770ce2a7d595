import type { MappingConstants } from '#shared/catalogue/import.ts'
import { units } from '#shared/catalogue/product.ts'
import { unitNames } from '#shared/catalogue/units.ts'
import { inLocale } from '#shared/text.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import field from '#web/src/ui/field.module.css'
import { CheckField, Field, SelectField, TextField } from '#web/src/ui/field.tsx'
import { NumberBox } from '#web/src/ui/number-box.tsx'
import { CategorySelect, type Leaves } from './category-table.tsx'
import style from './mapping-step.module.css'
import { importTexts } from './texts.ts'

type FormProps = {
  constants: MappingConstants
  leaves: Leaves
  onChange: (values: Partial<MappingConstants>) => void
}

/** What holds for every row that does not say otherwise. */
export function ConstantsForm({ constants, leaves, onChange }: FormProps) {
  const t = useTexts(importTexts)
  const locale = useLocale()
  const number = (key: 'moq' | 'stock' | 'leadTimeDays', label: string, least: number, most: number) => (
    <Field label={label}>
      {(linked) => (
        <NumberBox
          {...linked}
          className={field.control}
          value={constants[key]}
          onChange={(value) => value !== null && onChange({ [key]: Math.min(most, Math.max(least, value)) })}
        />
      )}
    </Field>
  )
  return (
    <div className={style.grid}>
      <Field label={t('const.category')}>
        {({ id }) => (
          <CategorySelect
            id={id}
            label={t('const.category')}
            value={constants.categoryId}
            leaves={leaves}
            onChange={(categoryId) => onChange({ categoryId })}
          />
        )}
      </Field>
      <SelectField
        label={t('const.priceScale')}
        value={constants.priceScale}
        options={[
          ['major', t('const.priceScale.major')],
          ['minor', t('const.priceScale.minor')],
        ]}
        onChange={(value) => onChange({ priceScale: value === 'minor' ? 'minor' : 'major' })}
      />
      <SelectField
        label={t('const.unit')}
        value={constants.unit}
        options={units.map((unit) => [unit, inLocale(unitNames[unit], locale)] as const)}
        onChange={(value) => {
          const unit = units.find((one) => one === value)
          if (unit !== undefined) onChange({ unit })
        }}
      />
      {number('moq', t('const.moq'), 1, 99_999)}
      {number('stock', t('const.stock'), 0, 100_000_000)}
      {number('leadTimeDays', t('const.leadTime'), 0, 180)}
      <TextField
        label={t('const.place')}
        maxLength={60}
        value={constants.originPlace.zh}
        onChange={(zh) => onChange({ originPlace: { ...constants.originPlace, zh } })}
      />
      <SelectField
        label={t('const.barcodes')}
        value={constants.barcodes}
        options={[
          ['gtin', t('const.barcodes.gtin')],
          ['own', t('const.barcodes.own')],
        ]}
        onChange={(value) => onChange({ barcodes: value === 'own' ? 'own' : 'gtin' })}
      />
      <CheckField
        label={t('const.mixed')}
        checked={constants.mixedBatch}
        onChange={(mixedBatch) => onChange({ mixedBatch })}
      />
    </div>
  )
}
