import type { TestProject } from 'vitest/node'
import { type DemoAccount, openProgram } from './program.ts'

declare module 'vitest' {
  interface ProvidedContext {
    baseUrl: string
    accounts: DemoAccount[]
  }
}

/** One program for all journeys, from an empty data folder; it is stopped after the last one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { baseUrl, accounts, stop } = await openProgram()
  project.provide('baseUrl', baseUrl)
  project.provide('accounts', accounts)
  return stop
}
