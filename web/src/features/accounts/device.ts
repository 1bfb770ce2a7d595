/** "Chrome · Windows": what a browser says it is, in words a person knows; '' when it says nothing known. */
export function deviceName(userAgent: string): string {
  const browsers: readonly (readonly [RegExp, string])[] = [
    [/MicroMessenger/i, 'WeChat'],
    [/Edg(e|A|iOS)?\//, 'Edge'],
    [/OPR\/|Opera/, 'Opera'],
    [/Firefox\/|FxiOS/, 'Firefox'],
    [/Chrome\/|CriOS/, 'Chrome'],
    [/Safari\//, 'Safari'],
    [/curl|node|python|okhttp/i, 'API'],
  ]
  const systems: readonly (readonly [RegExp, string])[] = [
    [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
    [/Android/, 'Android'],
    [/iPhone|iPad|iOS/, 'iOS'],
    [/Mac OS X|Macintosh/, 'macOS'],
    [/Windows/, 'Windows'],
    [/Linux|X11/, 'Linux'],
  ]
  const found = [browsers, systems].map((list) => list.find(([pattern]) => pattern.test(userAgent))?.[1])
  return found.filter((one) => one !== undefined).join(' · ')
}
