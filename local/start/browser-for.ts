/** How an address is shown on a person's own machine; nothing is opened where nobody looks. */

/** The program that opens an address, and its first arguments; null where there is no screen to show it on. */
export function browserFor(platform: string, env: Readonly<Record<string, string | undefined>>): readonly [string, ...string[]] | null {
  if (env.CI) return null;
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['explorer'];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : null;
}
