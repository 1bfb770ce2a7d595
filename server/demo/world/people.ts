import { lotsFor } from './chances.ts'
import { personName } from './names.ts'
import type { EnterpriseSeed, PersonRole, PersonSeed, ShopSeed } from './types.ts'

/** Who runs the installation, the markets and their supervision, and who owns and serves each shop. */
export function makePeople(
  seed: number,
  enterprises: readonly EnterpriseSeed[],
  shops: readonly ShopSeed[],
): PersonSeed[] {
  const lots = lotsFor(seed, 'people')
  const official = (key: string, mailbox: string, memberships: [string, PersonRole][]): PersonSeed => ({
    key,
    name: personName(lots),
    email: `${mailbox}@example.com`,
    locale: 'zh',
    memberships: memberships.map(([subject, role]) => ({ subject, role })),
  })
  const lead = enterprises[0]?.key ?? ''
  const officials = [
    official('person-admin', 'admin', [['org-platform', 'platform_admin']]),
    official('person-shishi-manager', 'manager.shishi', [
      ['market-shishi-kids', 'market_manager'],
      [lead, 'staff'],
    ]),
    official('person-shishi-reviewer', 'reviewer.shishi', [
      ['market-shishi-kids', 'operator_staff'],
      [lead, 'staff'],
    ]),
    official('person-shishi-regulator-1', 'regulator1.shishi', [['gov-shishi-regulator', 'supervisor']]),
    official('person-shishi-regulator-2', 'regulator2.shishi', [['gov-shishi-regulator', 'supervisor']]),
    official('person-shishi-association', 'secretary.shishi', [
      ['assoc-shishi-childrens-wear', 'association_staff'],
    ]),
    official('person-shoes-operator-1', 'manager.shoes', [['op-shoes', 'market_manager']]),
    official('person-shoes-operator-2', 'reviewer.shoes', [['op-shoes', 'operator_staff']]),
    official('person-shoes-operator-3', 'settlement.shoes', [['op-shoes', 'operator_staff']]),
    official('person-shoes-initiator', 'office.shoes', [['gov-shoes-initiator', 'supervisor']]),
    official('person-shoes-investor', 'fund.shoes', [['gov-shoes-investor', 'supervisor']]),
    official('person-shoes-supervisor-1', 'supervisor1.shoes', [['gov-shoes-supervisor', 'supervisor']]),
    official('person-shoes-supervisor-2', 'supervisor2.shoes', [['gov-shoes-supervisor', 'supervisor']]),
    official('person-china-shoes', 'manager.china-shoes', [['op-china-shoes', 'market_manager']]),
  ]
  const sellers = shops.flatMap((shop, i): PersonSeed[] => {
    const enterprise = enterprises.find(({ key }) => key === shop.enterprise)
    if (!enterprise) return []
    const owner: PersonSeed = {
      key: `person-${shop.slug}-owner`,
      name: enterprise.legalRepresentative,
      email: `owner@${shop.slug}.example.com`,
      locale: 'zh',
      memberships: [
        { subject: enterprise.key, role: 'owner' },
        { subject: shop.key, role: 'owner' },
      ],
    }
    const staff = Array.from(
      { length: i === 0 ? 3 : 1 + (i % 2) },
      (_, n): PersonSeed => ({
        key: `person-${shop.slug}-staff-${n + 1}`,
        name: personName(lots),
        email: `staff${n + 1}@${shop.slug}.example.com`,
        locale: 'zh',
        memberships: [{ subject: shop.key, role: 'staff' }],
      }),
    )
    return [owner, ...staff]
  })
  return [...officials, ...sellers]
}
