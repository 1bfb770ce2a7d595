import { deepen, isDark, lighten } from '../colour.ts'
import { symmetric } from '../outline.ts'
import { layer, type Pen } from '../pen.ts'
import { chestPrint, ears, isPlaced } from './parts.ts'

const sockOutline =
  'M118 84H196C198 150 196 210 200 262C222 286 268 300 296 322C318 340 316 378 284 386C250 394 206 380 170 362C132 344 112 318 114 280C120 210 118 150 118 84Z'

/** 袜子: a pair, one a little behind the other; heel and toe in the accent colour. */
export function socks(pen: Pen): string {
  const tip = pen.spec.accent ?? pen.rib
  const one = () =>
    [
      pen.piece(sockOutline, {
        folds: [
          ['M128 250Q160 270 196 262', 9],
          ['M140 320Q180 330 214 312', 9, 'light'],
          ['M150 120Q150 200 148 250', 11, 'light'],
        ],
        inside: `<path d="M100 250C140 262 158 300 150 360L90 380Z" fill="${tip}"/><path d="M262 290C246 320 244 360 256 400H340V300Z" fill="${tip}"/>`,
      }),
      pen.line('M114 262C140 270 156 300 152 352', 1.1, 0.6),
      pen.line('M266 306C248 330 246 362 254 386', 1.1, 0.6),
      pen.band('M157 72V116', 80, tip),
    ].join('')
  return (
    layer(pen, 'translate(72 22) rotate(4 200 250) scale(.92)', one) +
    layer(pen, 'translate(-6 60) rotate(-3 200 250) scale(.92)', one)
  )
}

/** 帽子(套头帽): turned-up ribbed brim, with ears or a pompon. */
export function beanie(pen: Pen): string {
  const dome = symmetric(
    [200, 110],
    [
      [270, 110, 316, 168, 318, 290],
      [318, 330],
      [280, 338, 240, 340, 200, 340],
    ],
  )
  const brim = symmetric(
    [200, 300],
    [
      [250, 300, 300, 296, 326, 288],
      [334, 318, 334, 350, 328, 376],
      [290, 390, 240, 394, 200, 394],
    ],
  )
  const brimColour = pen.spec.accent ?? pen.rib
  const ribs = Array.from({ length: 33 }, (_, i) => {
    const x = 76 + i * 7.8
    return `M${x.toFixed(1)} ${(300 - Math.abs(x - 200) * 0.09).toFixed(1)}L${(200 + (x - 200) * 1.02).toFixed(1)} 396`
  }).join('')
  const pompon = Array.from({ length: 26 }, (_, i) => {
    const angle = (i * 137.5 * Math.PI) / 180
    const reach = 8 + 26 * Math.sqrt(i / 26)
    return `<circle cx="${(200 + Math.cos(angle) * reach).toFixed(1)}" cy="${(92 + Math.sin(angle) * reach).toFixed(1)}" r="9" fill="${i % 2 ? lighten(brimColour, 0.25) : lighten(brimColour, 0.1)}" stroke="${deepen(brimColour, 0.2)}" stroke-opacity=".35"/>`
  }).join('')
  return [
    pen.cut.ears ? ears(pen, 276, 132, 26) : '',
    pen.piece(dome, {
      folds: [
        ['M160 130Q120 200 110 290', 12, 'light'],
        ['M240 126Q280 190 288 290', 12],
        ['M200 116V296', 9],
      ],
    }),
    pen.pair(() => pen.line('M206 112C246 150 262 220 262 292', 1, 0.35)),
    pen.piece(brim, {
      colour: brimColour,
      plain: true,
      inside: `<path d="${ribs}" stroke="${deepen(brimColour, isDark(brimColour) ? 0.6 : 0.3)}" stroke-width="2.4" stroke-opacity=".5"/>`,
    }),
    pen.cut.ears ? '' : `<circle cx="200" cy="92" r="34" fill="${lighten(brimColour, 0.12)}"/>${pompon}`,
    '<rect x="228" y="338" width="30" height="22" rx="2" fill="#FBF7EF"/><rect x="234" y="348" width="18" height="2" fill="#B5432A" fill-opacity=".8"/>',
  ].join('')
}

/** 围兜 / 口水巾: round bib with bound edge and snaps at the back of the neck. */
export function bib(pen: Pen): string {
  const placed = isPlaced(pen)
  if (placed) pen.tile = null
  const outline = symmetric(
    [200, 236],
    [
      [242, 236, 262, 206, 256, 172],
      [252, 146, 236, 128, 222, 116],
      [214, 104, 220, 84, 240, 86],
      [282, 92, 312, 140, 320, 208],
      [328, 292, 296, 400, 200, 404],
    ],
  )
  const binding = pen.spec.accent ?? deepen(pen.colour, 0.2)
  return [
    pen.piece(outline, {
      folds: [
        ['M120 250Q140 330 180 380', 12, 'light'],
        ['M286 240Q280 320 240 374', 12],
      ],
    }),
    `<path d="${outline}" fill="none" stroke="${deepen(binding, 0.2)}" stroke-width="8.4" stroke-linejoin="round"/><path d="${outline}" fill="none" stroke="${binding}" stroke-width="7" stroke-linejoin="round"/>`,
    `<path d="${outline}" fill="none" stroke="${lighten(binding, 0.5)}" stroke-dasharray="3 2.6" stroke-opacity=".8"/>`,
    pen.pair(() => pen.button(234, 104, 6, lighten(pen.colour, 0.5))),
    placed ? chestPrint(pen, 200, 312, 1.05) : '',
  ].join('')
}
