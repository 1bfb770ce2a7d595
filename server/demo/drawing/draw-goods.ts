import { fingerprint } from './chance.ts'
import { jeans, joggers, leggings, shorts, skirt } from './garments/bottoms.ts'
import { dress, pyjamas, twoPiece } from './garments/dresses-and-sets.ts'
import { bodysuit, overalls, romper } from './garments/one-pieces.ts'
import { downJacket, jacket, paddedVest, windbreaker } from './garments/outerwear.ts'
import { beanie, bib, socks } from './garments/small.ts'
import { hoodie, polo, shirt, sweater, sweatshirt, tShirt } from './garments/tops.ts'
import { layer, makePen, type Pen } from './pen.ts'
import { hangtag, sizeSheet, washLabel } from './sheets/sheets.ts'
import { ankleBoot, flat, heel, loafer, oxford, sandal, slipper } from './shoes/leather.ts'
import { hikingShoe, toddlerShoe } from './shoes/outdoor-and-toddler.ts'
import { asPair, type ShoeProportion } from './shoes/parts.ts'
import { basketballShoe, boardShoe, canvasShoe, runningShoe } from './shoes/sports.ts'
import type { DrawingSpec, GarmentType, ShoeType } from './spec.ts'

/** How a garment is set into the 4:5 frame: enlarged about its own centre, laid with one shadow or by its own layers. */
type Setting = { draw: (pen: Pen) => string; centre?: number; scale?: number; ownLayers?: true }

const garments: Record<GarmentType, Setting> = {
  romper: { draw: romper, centre: 266, scale: 1.15 },
  bodysuit: { draw: bodysuit, centre: 262, scale: 1.16 },
  't-shirt': { draw: tShirt, centre: 260, scale: 1.12 },
  shirt: { draw: shirt, centre: 256, scale: 1.08 },
  polo: { draw: polo, centre: 256, scale: 1.12 },
  hoodie: { draw: hoodie, centre: 240, scale: 1.06 },
  sweatshirt: { draw: sweatshirt, centre: 254, scale: 1.1 },
  sweater: { draw: sweater, centre: 254, scale: 1.1 },
  jacket: { draw: jacket, centre: 252, scale: 1.08 },
  windbreaker: { draw: windbreaker, centre: 240, scale: 1.04 },
  'down-jacket': { draw: downJacket, centre: 240, scale: 1.06 },
  'padded-vest': { draw: paddedVest, centre: 256, scale: 1.18 },
  joggers: { draw: joggers, centre: 266, scale: 1.14 },
  jeans: { draw: jeans, centre: 268, scale: 1.12 },
  leggings: { draw: leggings, centre: 270, scale: 1.14 },
  shorts: { draw: shorts, centre: 252, scale: 1.24 },
  overalls: { draw: overalls, centre: 268, scale: 1.16 },
  dress: { draw: dress, centre: 264, scale: 1.12 },
  skirt: { draw: skirt, centre: 262, scale: 1.16 },
  pyjamas: { draw: pyjamas, ownLayers: true, scale: 1.08, centre: 256 },
  'two-piece': { draw: twoPiece, ownLayers: true, scale: 1.1, centre: 262 },
  socks: { draw: socks, ownLayers: true, scale: 1.02, centre: 262 },
  beanie: { draw: beanie, centre: 226, scale: 1.08 },
  bib: { draw: bib, centre: 246, scale: 1.1 },
}

const shoes: Record<ShoeType, { draw: (pen: Pen) => string } & ShoeProportion> = {
  'running-shoe': { draw: runningShoe, height: 0.9, rise: 128 },
  'board-shoe': { draw: boardShoe, height: 0.92, rise: 128 },
  'basketball-shoe': { draw: basketballShoe, height: 0.94, rise: 128 },
  'canvas-shoe': { draw: canvasShoe, height: 0.94, rise: 128 },
  loafer: { draw: loafer, height: 0.94, rise: 118 },
  oxford: { draw: oxford, height: 0.9, rise: 112 },
  sandal: { draw: sandal, height: 0.92, rise: 122 },
  slipper: { draw: slipper, height: 0.96, rise: 112 },
  'ankle-boot': { draw: ankleBoot, width: 1.04, height: 0.92, rise: 92 },
  'hiking-shoe': { draw: hikingShoe, height: 0.94, rise: 128 },
  'toddler-shoe': { draw: toddlerShoe, width: 1.1, height: 1.06, rise: 116 },
  heel: { draw: heel, height: 1, rise: 118 },
  flat: { draw: flat, height: 1, rise: 104 },
}

const isShoe = (type: string): type is ShoeType => Object.hasOwn(shoes, type)
const isGarment = (type: string): type is GarmentType => Object.hasOwn(garments, type)

/**
 * The picture of `spec` as SVG, viewBox 0 0 400 500. The same spec gives the same bytes; ids are derived from the spec,
 * so several pictures may stand in one page. Needs no font and no filter, so librsvg draws it as a browser does.
 */
export function drawGoods(spec: DrawingSpec): string {
  const id = `g${fingerprint(JSON.stringify(spec)).toString(36)}`
  const pen = makePen(spec, id)
  const body = zoomed(spec, composed(pen, spec))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 500" preserveAspectRatio="xMidYMid slice"><defs>${lighting(id, spec.seed)}${pen.defs.join('')}</defs><rect width="400" height="500" fill="url(#${id}ground)"/>${body}</svg>`
}

function composed(pen: Pen, spec: DrawingSpec): string {
  if (spec.type === 'hangtag') return hangtag(pen)
  if (spec.type === 'wash-label') return washLabel(pen)
  if (spec.type === 'size-sheet')
    return sizeSheet(
      pen,
      `<g transform="translate(22 24) scale(.9)">${goods(pen, spec.words?.of ?? 't-shirt', 0)}</g>`,
    )
  const tilt = (pen.chance() - 0.5) * 2.6
  return goods(pen, spec.type, tilt)
}

function goods(pen: Pen, type: string, tilt: number): string {
  if (isShoe(type)) return asPair(pen, shoes[type].draw, shoes[type])
  if (!isGarment(type)) return ''
  const setting = garments[type]
  const hooded = type === 'romper' && pen.cut.collar === 'hood'
  const { draw, ownLayers } = setting
  const { centre = 250, scale = 1.1 } = hooded ? { centre: 242, scale: 1.04 } : setting
  const frame = `translate(200 250) scale(${scale}) rotate(${(ownLayers ? 0 : tilt).toFixed(2)}) translate(-200 ${-centre})`
  return ownLayers ? `<g transform="${frame}">${draw(pen)}</g>` : layer(pen, frame, () => draw(pen))
}

/** `detail` moves to the collar or the toe, `hem` to the lower edge. */
function zoomed(spec: DrawingSpec, body: string): string {
  if (spec.view === 'detail') {
    const [x, y] = isShoe(spec.type) ? [120, 350] : [200, 150]
    return `<g transform="translate(200 250) scale(2.05) translate(${-x} ${-y})">${body}</g>`
  }
  if (spec.view === 'hem') {
    const [x, y] = isShoe(spec.type) ? [290, 340] : [270, 390]
    return `<g transform="translate(200 250) scale(2.1) translate(${-x} ${-y})">${body}</g>`
  }
  return body
}

const grounds = [
  ['#F6F2EB', '#E9E2D7'],
  ['#F4F1EC', '#E6E0D8'],
  ['#F5F2EA', '#E6E1D4'],
  ['#F5F0E9', '#E8DFD4'],
] as const

/** The warm ground and the one light of every picture, from the upper left. */
function lighting(id: string, seed: number): string {
  const [near, far] = grounds[seed % grounds.length] ?? grounds[0]
  return `<radialGradient id="${id}ground" cx=".36" cy=".26" r=".95"><stop offset="0" stop-color="${near}"/><stop offset="1" stop-color="${far}"/></radialGradient><linearGradient id="${id}light" gradientUnits="userSpaceOnUse" x1="90" y1="70" x2="320" y2="460"><stop offset="0" stop-color="#fff" stop-opacity=".17"/><stop offset=".45" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#20140C" stop-opacity=".13"/></linearGradient>`
}
