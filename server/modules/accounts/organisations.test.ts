import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#server/platform/testing/app.ts'
import { colleague, signedUpPerson } from '#server/platform/testing/builders.ts'
import { mailedToken } from '#server/platform/testing/mail.ts'
import * as contract from '#shared/accounts/contract.ts'

let world: TestApp
beforeAll(async () => {
  world = await testApp()
})
afterAll(() => world.close())

const address = {
  recipient: '陈先生',
  phone: '+86 595 8888 0000',
  place: {
    kind: 'china',
    provinceCode: '350000',
    cityCode: '350500',
    districtCode: '350581',
    names: '福建省 泉州市 石狮市',
  },
  street: '凤里街道 1 号',
} as const

test('a founder owns the organisation and acts for it; nobody founds a government body by themselves', async () => {
  const person = await signedUpPerson(world)
  const made = await person.as.call(contract.createOrganisation, {
    body: { kind: 'enterprise', name: { zh: '海之星', en: '' } },
  })
  expect(made).toMatchObject({
    role: 'owner',
    kind: 'enterprise',
    actions: expect.arrayContaining(['rename', 'invite']),
  })
  expect((await person.as.call(contract.getSession, {})).acting?.organisationId).toBe(made.id)
  const refused = await world.app.inject({
    method: 'POST',
    url: '/api/v1/organisations',
    headers: { authorization: `Bearer ${person.token}` },
    payload: { kind: 'government_body', name: { zh: '假机关', en: '' } },
  })
  expect(refused.statusCode).toBe(400)
})

test('an invitation is for its address only, once, and gives the role that it names', async () => {
  const owner = await signedUpPerson(world)
  const guest = await signedUpPerson(world)
  const thief = await signedUpPerson(world)
  const params = { organisationId: owner.organisationId }
  const invited = await owner.as.call(contract.invite, {
    params,
    body: { email: guest.email.toUpperCase(), role: 'staff' },
  })
  const token = await mailedToken(world, guest.email)
  expect(JSON.stringify(invited)).not.toContain(token)
  expect((await thief.as.refused(contract.acceptInvitation, { body: { token } })).code).toBe(
    'accounts/token-invalid',
  )
  expect(await guest.as.call(contract.acceptInvitation, { body: { token } })).toMatchObject({
    ...params,
    role: 'staff',
  })
  expect((await guest.as.refused(contract.acceptInvitation, { body: { token } })).code).toBe(
    'accounts/token-invalid',
  )
  expect((await guest.as.call(contract.getSession, {})).acting?.organisationId).toBe(owner.organisationId)
})

test('a revoked, replaced or expired invitation opens nothing', async () => {
  const owner = await signedUpPerson(world)
  const guest = await signedUpPerson(world)
  const params = { organisationId: owner.organisationId }
  const ask = async () => {
    const made = await owner.as.call(contract.invite, {
      params,
      body: { email: guest.email, role: 'viewer' },
    })
    return { id: made.id, token: await mailedToken(world, guest.email) }
  }
  const first = await ask()
  const second = await ask()
  await owner.as.call(contract.revokeInvitation, { params: { ...params, invitationId: second.id } })
  const third = await ask()
  await world.db.owner.pool.query(
    "update invitations set expires_at = now() - interval '1 second' where id = $1",
    [third.id],
  )
  for (const { token } of [first, second, third])
    expect((await guest.as.refused(contract.acceptInvitation, { body: { token } })).code).toBe(
      'accounts/token-invalid',
    )
})

test('whoever is removed, or loses their role, does not come back by an invitation of their own', async () => {
  const owner = await signedUpPerson(world)
  const second = await signedUpPerson(world)
  const params = { organisationId: owner.organisationId }
  const partner = await colleague(world, owner.organisationId, 'owner')
  const plant = async () => {
    await partner.as.call(contract.invite, { params, body: { email: second.email, role: 'owner' } })
    return mailedToken(world, second.email)
  }
  const one = { params: { ...params, personId: partner.personId } }
  const before = await plant()
  await owner.as.call(contract.changeMember, { ...one, body: { role: 'viewer' } })
  await owner.as.call(contract.changeMember, { ...one, body: { role: 'owner' } })
  const after = await plant()
  await owner.as.call(contract.removeMember, one)
  for (const token of [before, after])
    expect((await second.as.refused(contract.acceptInvitation, { body: { token } })).code).toBe(
      'accounts/token-invalid',
    )
  expect((await owner.as.call(contract.listMembers, { params })).items).toHaveLength(1)
})

test('a manager gives roles below their own only; staff invite nobody', async () => {
  const owner = await signedUpPerson(world)
  const manager = await colleague(world, owner.organisationId, 'manager')
  const staff = await colleague(world, owner.organisationId, 'staff')
  const params = { organisationId: owner.organisationId }
  const give = (personId: string) => ({ params: { ...params, personId } })
  expect(
    (await manager.as.refused(contract.changeMember, { ...give(manager.personId), body: { role: 'owner' } }))
      .status,
  ).toBe(403)
  expect(
    (await manager.as.refused(contract.changeMember, { ...give(staff.personId), body: { role: 'manager' } }))
      .status,
  ).toBe(403)
  expect((await manager.as.refused(contract.removeMember, give(owner.personId))).status).toBe(403)
  expect(
    (await manager.as.refused(contract.invite, { params, body: { email: 'x@example.com', role: 'owner' } }))
      .status,
  ).toBe(403)
  expect(
    (await staff.as.refused(contract.invite, { params, body: { email: 'x@example.com', role: 'viewer' } }))
      .status,
  ).toBe(403)
  expect(
    await manager.as.call(contract.changeMember, { ...give(staff.personId), body: { role: 'viewer' } }),
  ).toMatchObject({ role: 'viewer' })
})

test('an organisation keeps an owner, even when two owners leave at the same moment', async () => {
  const owner = await signedUpPerson(world)
  const params = { organisationId: owner.organisationId }
  const leave = (person: typeof owner) => ({ params: { ...params, personId: person.personId } })
  expect((await owner.as.refused(contract.removeMember, leave(owner))).code).toBe('accounts/last-owner')
  expect(
    (await owner.as.refused(contract.changeMember, { ...leave(owner), body: { role: 'staff' } })).code,
  ).toBe('accounts/last-owner')
  for (let round = 0; round < 5; round++) {
    const team = await signedUpPerson(world)
    const second = await colleague(world, team.organisationId, 'owner')
    await colleague(world, team.organisationId, 'staff')
    const outcome = await Promise.all(
      [team, second].map((person) =>
        world.app.inject({
          method: 'DELETE',
          url: `/api/v1/organisations/${team.organisationId}/members/${person.personId}`,
          headers: { authorization: `Bearer ${person.token}` },
        }),
      ),
    )
    expect(outcome.map((answer) => answer.statusCode).sort()).toEqual([204, 409])
  }
})

test('a removed member is nobody here from the next write on', async () => {
  const owner = await signedUpPerson(world)
  const staff = await colleague(world, owner.organisationId, 'staff')
  const params = { organisationId: owner.organisationId }
  await staff.as.call(contract.createAddress, { params, body: address })
  await owner.as.call(contract.removeMember, { params: { ...params, personId: staff.personId } })
  expect((await staff.as.refused(contract.createAddress, { params, body: address })).status).toBe(404)
})

test('everything of an organisation is not found for strangers, as if it did not exist', async () => {
  const owner = await signedUpPerson(world)
  const stranger = await signedUpPerson(world)
  const params = { organisationId: owner.organisationId }
  const book = await owner.as.call(contract.createAddress, { params, body: address })
  const foreign = { ...params, addressId: book.id }
  const asked = [
    stranger.as.refused(contract.getOrganisation, { params }),
    stranger.as.refused(contract.changeOrganisation, { params, body: { name: { zh: '我的', en: '' } } }),
    stranger.as.refused(contract.listMembers, { params }),
    stranger.as.refused(contract.changeMember, {
      params: { ...params, personId: owner.personId },
      body: { role: 'viewer' },
    }),
    stranger.as.refused(contract.removeMember, { params: { ...params, personId: owner.personId } }),
    stranger.as.refused(contract.invite, { params, body: { email: stranger.email, role: 'owner' } }),
    stranger.as.refused(contract.listInvitations, { params }),
    stranger.as.refused(contract.listAddresses, { params }),
    stranger.as.refused(contract.createAddress, { params, body: address }),
    stranger.as.refused(contract.changeAddress, { params: foreign, body: address }),
    stranger.as.refused(contract.removeAddress, { params: foreign }),
    stranger.as.refused(contract.changeSession, { body: { actingOrganisationId: owner.organisationId } }),
    // An address of one organisation under the name of another.
    stranger.as.refused(contract.changeAddress, {
      params: { ...foreign, organisationId: stranger.organisationId },
      body: address,
    }),
    stranger.as.refused(contract.removeAddress, {
      params: { ...foreign, organisationId: stranger.organisationId },
    }),
  ]
  for (const problem of await Promise.all(asked))
    expect(problem).toMatchObject({ status: 404, code: 'request/not-found' })
  expect((await owner.as.call(contract.listAddresses, { params })).items).toHaveLength(1)
})

test('the address book has one default at most, and places must lie in each other', async () => {
  const owner = await signedUpPerson(world)
  const params = { organisationId: owner.organisationId }
  const first = await owner.as.call(contract.createAddress, { params, body: address })
  expect(first.isDefault).toBe(true)
  const body = {
    ...address,
    recipient: 'Ms Li',
    place: { kind: 'abroad', country: 'AE', region: '', city: 'Dubai' },
    isDefault: true,
  } as const
  const second = await owner.as.call(contract.createAddress, { params, body })
  const { items } = await owner.as.call(contract.listAddresses, { params })
  expect(items.map((item) => [item.id, item.isDefault])).toEqual([
    [second.id, true],
    [first.id, false],
  ])
  const wrong = { ...address, place: { ...address.place, provinceCode: '110000' } }
  expect((await owner.as.refused(contract.createAddress, { params, body: wrong })).status).toBe(400)
  await owner.as.call(contract.removeAddress, { params: { ...params, addressId: second.id } })
  expect((await owner.as.call(contract.listAddresses, { params })).items).toHaveLength(1)
})
