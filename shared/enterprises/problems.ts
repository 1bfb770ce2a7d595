import type { ProblemCatalogue } from '#shared/problem.ts'

export const enterprisesProblems = {
  'enterprises/credit-code-malformed': {
    status: 422,
    title: { zh: '统一社会信用代码格式不正确', en: 'This is not a unified social credit code' },
    detail: {
      zh: () =>
        '代码为 18 位数字和大写字母，不含 I、O、S、V、Z，第 3 至 8 位为行政区划代码。请对照营业执照核对。',
      en: () =>
        'The code has 18 digits and capital letters without I, O, S, V, Z; characters 3 to 8 are digits. Compare it with the licence.',
    },
  },
  'enterprises/credit-code-taken': {
    status: 409,
    title: {
      zh: '该代码已由另一家组织完成核验',
      en: 'Another organisation has been verified with this code',
    },
  },
  'enterprises/document-in-evidence': {
    status: 409,
    title: { zh: '该文件是核验依据，不能删除', en: 'A verification rests on this document, so it stays' },
  },
  'enterprises/too-many-documents': {
    status: 422,
    title: { zh: '文件过多', en: 'Too many documents' },
    detail: {
      zh: (f) => `每家企业最多保存 ${f['limit'] ?? 40} 份文件。`,
      en: (f) => `An enterprise keeps at most ${f['limit'] ?? 40} documents.`,
    },
  },
} as const satisfies ProblemCatalogue

/** Problems of the one way in for files (server/platform/uploads.ts). */
export const uploadsProblems = {
  'uploads/unreadable': {
    status: 422,
    title: { zh: '文件无法读取', en: 'The file cannot be read' },
    detail: {
      zh: () => '文件可能已损坏，或内容与格式不符。请重新导出后再上传。',
      en: () => 'It may be damaged, or not be what its type says. Export it anew and try again.',
    },
  },
  'uploads/type-refused': {
    status: 415,
    title: { zh: '不接受这种文件', en: 'This kind of file is not accepted' },
    detail: {
      zh: () => '请上传 JPEG、PNG、WebP 图片，证照也可以是 PDF。',
      en: () => 'Send a JPEG, PNG or WebP picture; documents may be PDF.',
    },
  },
  'uploads/quota-full': {
    status: 409,
    title: { zh: '文件空间已满', en: 'The room for files is full' },
    detail: {
      zh: (f) =>
        `最多 ${String(f['mostFiles'] ?? '')} 个文件、${String(f['mostMegabytes'] ?? '')} MB，已用 ${String(f['files'] ?? '')} 个、${String(f['megabytes'] ?? '')} MB。请先删除不再使用的商品草稿或文件。`,
      en: (f) =>
        `There is room for ${String(f['mostFiles'] ?? '')} files and ${String(f['mostMegabytes'] ?? '')} MB; ${String(f['files'] ?? '')} files and ${String(f['megabytes'] ?? '')} MB are used. Delete drafts or files that are no longer needed.`,
    },
  },
  'uploads/too-many-pixels': {
    status: 422,
    title: { zh: '图片尺寸过大', en: 'The picture has too many pixels' },
    detail: {
      zh: () => '图片最多 4000 万像素。',
      en: () => 'A picture may have at most 40 million pixels.',
    },
  },
} as const satisfies ProblemCatalogue
