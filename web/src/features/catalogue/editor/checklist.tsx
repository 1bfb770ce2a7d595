import { IconCircle, IconCircleCheck } from '@tabler/icons-react'
import { useTexts } from '#web/src/texts/texts.ts'
import style from './checklist.module.css'
import { useEditor } from './editor-context.ts'
import { anchorOf, type EditorProblem, sectionOf, sections } from './judge.ts'
import { editorTexts } from './texts.ts'

/** What is still missing, part by part; each sentence leads to its field. */
export function Checklist() {
  const t = useTexts(editorTexts)
  const { problems } = useEditor()
  return (
    <ul className={style.list}>
      {sections.map((section) => {
        const here = problems.filter((problem) => sectionOf(problem.pointer) === section)
        const missing = here.filter((problem) => problem.level !== 'warning')
        const warnings = here.length - missing.length
        return (
          <li key={section}>
            <a href={`#section-${section}`} data-done={missing.length === 0 || undefined}>
              {missing.length === 0 ? (
                <IconCircleCheck size={17} stroke={1.8} aria-hidden="true" />
              ) : (
                <IconCircle size={17} stroke={1.6} aria-hidden="true" />
              )}
              <span>{t(`section.${section}`)}</span>
              <small>
                {missing.length > 0
                  ? t('check.missing', { count: missing.length })
                  : warnings > 0
                    ? t('check.warnings', { count: warnings })
                    : t('check.done')}
              </small>
            </a>
            {missing.length > 0 && (
              <ol>
                {missing.slice(0, 3).map((problem) => (
                  <li key={problem.pointer + problem.message}>
                    <button type="button" onClick={() => jumpTo(problem)}>
                      {problem.message}
                    </button>
                  </li>
                ))}
              </ol>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Brings the field of a problem into sight and gives it the focus: the nearest place on the page that its pointer means. */
function jumpTo({ pointer }: EditorProblem) {
  const steps = pointer.split('/')
  for (let length = steps.length; length > 1; length -= 1) {
    const place = document.getElementById(anchorOf(steps.slice(0, length).join('/')))
    if (place === null) continue
    place.scrollIntoView({ block: 'center' })
    const control = place.matches('input, select, textarea')
      ? place
      : place.querySelector<HTMLElement>('input, select, textarea, button')
    control?.focus({ preventScroll: true })
    return
  }
  document.getElementById(`section-${sectionOf(pointer)}`)?.scrollIntoView()
}
