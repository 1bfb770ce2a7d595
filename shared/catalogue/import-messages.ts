import { cellMessages } from '#shared/catalogue/import-cell-messages.ts'
import type { Facts, ImportCode, RefusalCode } from '#shared/catalogue/import-codes.ts'
import { priceMessages } from '#shared/catalogue/import-price-messages.ts'
import { rowMessages } from '#shared/catalogue/import-row-messages.ts'
import type { Message, Sentence } from '#shared/catalogue/import-sentence.ts'
import type { Locale } from '#shared/text.ts'

/** Sentences for every reason of a cell, a row, a product and the mapping step. */
export const importMessages: Readonly<Record<ImportCode, Message>> = {
  ...priceMessages,
  ...cellMessages,
  ...rowMessages,
}

const refusalMessages: Readonly<Record<RefusalCode, { readonly zh: Sentence; readonly en: Sentence }>> = {
  'catalogue/import-file-empty': { zh: () => '文件是空的', en: () => 'The file is empty' },
  'catalogue/import-file-too-large': {
    zh: (f) => `文件超过 ${f.limit} MB，请分成几个文件`,
    en: (f) => `The file is larger than ${f.limit} MB; please split it`,
  },
  'catalogue/import-file-type': {
    zh: () => '只能导入 Excel（.xlsx）、CSV 或 JSON 文件',
    en: () => 'Only Excel (.xlsx), CSV and JSON files can be imported',
  },
  'catalogue/import-old-xls': {
    zh: () => '这是旧版 .xls 文件，请另存为 .xlsx 后再上传',
    en: () => 'This is an old .xls file; save it as .xlsx and upload it again',
  },
  'catalogue/import-file-protected': {
    zh: () => '文件设了密码，请去掉密码后再上传',
    en: () => 'The file is protected by a password; remove it and upload again',
  },
  'catalogue/import-file-damaged': {
    zh: () => '文件已损坏，读不出来',
    en: () => 'The file is damaged and cannot be read',
  },
  'catalogue/import-zip-entries': {
    zh: (f) => `文件内部超过 ${f.limit} 个部分，不像是商品表`,
    en: (f) => `The file holds more than ${f.limit} parts, which no product list does`,
  },
  'catalogue/import-unpacked-size': {
    zh: (f) => `文件展开后超过 ${f.limit} MB，已拒绝`,
    en: (f) => `The file unpacks to more than ${f.limit} MB and was refused`,
  },
  'catalogue/import-xml-declarations': {
    zh: () => '文件含有不允许的 XML 声明，已拒绝',
    en: () => 'The file contains XML declarations that are not allowed',
  },
  'catalogue/import-too-many-rows': {
    zh: (f) => `表格超过 ${f.limit} 行，请分成几个文件`,
    en: (f) => `The list has more than ${f.limit} rows; please split it`,
  },
  'catalogue/import-too-many-columns': {
    zh: (f) => `表格超过 ${f.limit} 列或格子过多，请删去用不到的列`,
    en: (f) => `The list has more than ${f.limit} columns or too many cells; remove what is not needed`,
  },
  'catalogue/import-encoding': {
    zh: () => '认不出文字编码，请另存为 UTF-8 的 CSV',
    en: () => 'The text encoding is not known; save the file as CSV in UTF-8',
  },
  'catalogue/import-json-shape': {
    zh: () => 'JSON 里没有找到商品数组',
    en: () => 'The JSON holds no array of products',
  },
  'catalogue/import-no-table': {
    zh: () => '没有找到带表头的商品表',
    en: () => 'No list with headings was found',
  },
}

/** The whole sentence in the reader's language. */
export const importMessage = (code: ImportCode, facts: Facts, locale: Locale): string =>
  importMessages[code][locale](facts)

/** Why a file was refused, in the reader's language. */
export const refusalMessage = (code: RefusalCode, facts: Facts, locale: Locale): string =>
  refusalMessages[code][locale](facts)
